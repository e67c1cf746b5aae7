"""The trail: the paragraphs that a claim or an event rests on, which the reader goes through one by one."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefing.document import Claim, Event


class Trail(Struct, frozen=True):
    """The paragraphs that `origin` rests on, of which the reader has come to `paragraphs[at]`.

    It ends when something else is chosen where it began: another claim, another event.
    """

    origin: Claim | Event
    at: int

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the paragraphs, in the order that they are gone through."""
        return self.origin.paragraphs

    @property
    def number(self) -> int:
        """The number of the paragraph that the reader has come to."""
        return self.paragraphs[self.at]

    def next(self) -> Trail:
        """Return the trail at its next paragraph; after the last, at the first."""
        return replace(self, at=(self.at + 1) % len(self.paragraphs))
