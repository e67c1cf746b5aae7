"""The jump list: where the reader was before each jump, to go back there, and forward again. Pure data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from briefing.reading.marks import Spans
    from briefing.reading.mentioning import Walk
    from briefing.reading.selection import Place
    from briefing.reading.state import PaneName
    from briefing.reading.trail import Trail

#: Jumps that are remembered; of more, the earliest are forgotten.
MOST: Final = 100


class Whereabouts(Struct, frozen=True):
    """Where the reader was: the fields of a `Reading` by which they come there again."""

    view: int
    focus: PaneName
    passage: int | None
    item: int | None
    event: int | None
    word: Place | None
    pinned: Spans
    trail: Trail | None
    walk: Walk | None


class Jumps(Struct, frozen=True):
    """What is `behind`, the latest last, and `ahead`, which the reader came back from, nearest last."""

    behind: tuple[Whereabouts, ...] = ()
    ahead: tuple[Whereabouts, ...] = ()

    def leaving(self, where: Whereabouts) -> Jumps:
        """Return the list after a jump from `where`: what was ahead is forgotten."""
        return Jumps(_with(self.behind, where))

    def back(self, here: Whereabouts) -> tuple[Whereabouts, Jumps] | None:
        """Return where to go back to from `here`, and the list as it is there; None: there is none."""
        if not self.behind:
            return None
        return self.behind[-1], Jumps(self.behind[:-1], _with(self.ahead, here))

    def forward(self, here: Whereabouts) -> tuple[Whereabouts, Jumps] | None:
        """Return where the reader came back from last, and the list as it is there."""
        if not self.ahead:
            return None
        return self.ahead[-1], Jumps(_with(self.behind, here), self.ahead[:-1])


#: Nobody has jumped yet.
NO_JUMPS: Final = Jumps()


def _with(kept: tuple[Whereabouts, ...], where: Whereabouts) -> tuple[Whereabouts, ...]:
    return (*kept, where)[-MOST:]
