"""A key, together with its place on the keyboard."""

from __future__ import annotations

from textual import events


class StruckKey(events.Key):
    """A key that stands where `place` is typed on a US keyboard (with Shift, if it came with that)."""

    __slots__ = ["place"]

    def __init__(self, key: str, character: str | None, place: str) -> None:
        super().__init__(key, character)
        self.place = place

    def copy(self) -> StruckKey:
        """Another event of the same key."""
        return StruckKey(self.key, self.character, self.place)


# To whom it goes, Textual finds by the class's name.
StruckKey.handler_name = events.Key.handler_name
