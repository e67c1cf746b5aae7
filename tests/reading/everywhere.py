"""Readings of a document in every state that an action may find it in, and what else each action is told."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from itertools import product
from typing import Any, Final

from msgspec.structs import replace

from briefing.document import Briefing
from briefing.document.growing import Counted
from briefing.document.model import Inline
from briefing.reading import Reading, apply, open_reading
from briefing.reading.selection import Place, Selection
from briefing.writing import edits
from tests.reading.conftest import small

Step = tuple[Any, ...]

_WORDS: Final = Selection(Place(0, 0, 1), Place(0, 3, 4))
_NAME: Final = ("أحمد",)
#: The steps to each state from where a document opens; what there is no pane for is passed over.
STATES: Final[tuple[tuple[Step, ...], ...]] = (
    (),
    (("put-cursor", "article", 1),),
    (("next-word",), ("next-word",)),
    (("next-word",), ("next-word",), ("next-word",)),
    (("select", "article", _WORDS),),
    (("focus", "summary"),),
    (("focus", "summary"), ("put-cursor", "summary", 1)),
    (("focus", "summary"), ("put-cursor", "summary", 4)),
    (("focus", "summary"), ("select", "summary", _WORDS)),
    (("focus", "summary"), ("put-cursor", "summary", 1), ("open",)),
    (("focus", "timeline"),),
    (("focus", "timeline"), ("select-event", 1)),
    (("focus", "timeline"), ("select-event", 1), ("open",)),
    (("focus", "sidebar"),),
    (("look-for", "الوفد"),),
    (("look-for", "الوفد"), ("accept-search",)),
    (("look-for", ""),),
    (("show-name", _NAME),),
    (("show-name", _NAME), ("open",)),
    (("go-to", 4),),
    (("go-to", 4), ("back",)),
    (("take-way", "interleaved"),),
    (("take-way", "interleaved"), ("put-cursor", "article", 2)),
    (("zen",),),
)

#: What an action is told beside the reading, in one way or another; any other is told nothing.
ARGUMENTS: Final[dict[str, tuple[tuple[Any, ...], ...]]] = {
    "open-section": (("0",), ("2",)),
    "focus": (("article",), ("summary",)),
    "open-view": ((0,), (2,)),
    "put-cursor": (("article", 0), ("article", 1), ("summary", 1), ("sidebar", 2)),
    "jump-to": (("article", 0), ("article", 1)),
    "select": (("article", None), ("article", _WORDS)),
    "stand-on": ((0, 0), (1, 0)),
    "leave-word": ((),),
    "select-event": ((0,), (1,)),
    "open-event": ((0,), (1,)),
    "follow": (("summary", 1, 2), ("timeline", 1, 4)),
    "show-event": ((0,), (1,)),
    "show-name": ((_NAME,),),
    "go-to": ((1,), (4,)),
    "show-address": ((0, 0),),
    "look-for": (("عاد",), ("",)),
    "accept-search": ((),),
    "cancel-search": ((),),
    "search-on": ((),),
    "edit-name": ((0,),),
    "delete-name": ((0,),),
    "show-written": (
        (edits.AddEvent(small().events[1]),),
        (edits.ChangeClaim("second", 0, "They came."),),
        (edits.AddClaim("first", "Ahmad wrote.", ()),),
    ),
    "dates-read": (((1, 0, 2),),),
    "counted": ((Counted(50, 1, 5, "", "", 0),),),
    "seen": ((0, 1),),
    "prefer": (({"digits": "western"},),),
    "take-way": (("interleaved",), ("english",)),
    "terminal-known": ((False,),),
}


def whole() -> Briefing:
    """A briefing with everything: a link, and a draft that is judged."""
    briefing = small()
    first, *others = briefing.paragraphs
    drafted = replace(briefing.sections[0].claims[0], drafted=True, likelihood="likely", confidence="low")
    section = replace(briefing.sections[0], claims=(drafted, *briefing.sections[0].claims[1:]))
    linked = replace(first, inlines=(Inline(0, 4, "link", "https://a.example"),))
    return replace(briefing, paragraphs=(linked, *others), sections=(section, briefing.sections[1]))


def readings(briefing: Briefing) -> Iterator[Reading]:
    """A document being read, in every state and from every view on, the dates read and a lookup set."""
    lookup = {"lookup": f"{shlex.quote(sys.executable)} {{word}}"}
    known: tuple[Step, ...] = (("dates-read", tuple(range(len(briefing.events)))), ("prefer", lookup))
    for view, steps in product(range(len(open_reading(briefing)[0].views)), STATES):
        reading = open_reading(briefing, view)[0]
        for name, *told in (*known, *steps):
            if name != "focus" or told[0] in reading.panes:
                reading = apply(reading, name, *told)[0]
        yield reading
