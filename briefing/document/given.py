"""A briefing that was given out as JSON, and is open again."""

from __future__ import annotations

from typing import Literal

from briefing.document.model import Briefing, Origin

#: What can be given out of a briefing by itself.
GivenPart = Literal["claims", "article", "timeline", "names"]

#: Stands for a paragraph that was not given out: an editor's sign of omission, by the direction of the text
#: that it is in.
OMITTED = {"L": "[…]", "R": "\u200f[…]"}


class GivenBriefing(Briefing, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A briefing that was given out as JSON; `path` is that file, and nothing can be written in it.

    `arrived` is how that file came here; `origin` is that of what the briefing was made of. `made_of` is the
    path of that, as the JSON says it: it may be another machine's, and is never opened. `is_whole`: not one
    section alone. `parts` and `has_quotes` are what was given out; `omitted` are the numbers of paragraphs
    that were not, in whose places `OMITTED` stands.
    """

    arrived: Origin
    made_of: str
    is_whole: bool
    parts: tuple[GivenPart, ...]
    has_quotes: bool
    omitted: frozenset[int] = frozenset()


def arrival(briefing: Briefing) -> Origin | None:
    """Return how the document that is open came here; None: it is a briefing's folder, to be written in."""
    return briefing.arrived if isinstance(briefing, GivenBriefing) else briefing.origin
