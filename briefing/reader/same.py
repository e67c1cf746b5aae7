"""A value that is equal to itself only: what is long is told apart without looking through it."""

from __future__ import annotations


class Same:
    """Holds `value`, and is equal to what holds the very same object."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)
