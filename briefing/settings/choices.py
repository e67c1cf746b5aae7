"""What can be preferred, and what it is when nobody has said so."""

from __future__ import annotations

from typing import Literal, get_args, get_type_hints

from msgspec import Struct

from briefing.document.sections import Opens

Harakat = Literal["auto", "shown", "hidden"]
Digits = Literal["written", "western", "arabic-indic"]
LineSetting = Literal["flush", "justified"]
Keeping = Literal["kept", "off"]
Scrolling = Literal["together", "apart"]
ReadingWay = Literal["side-by-side", "interleaved", "arabic", "english"]


class Preferences(Struct, frozen=True):
    """Reading settings. They change what is painted, never what is copied, printed or exported.

    `harakat` "auto" leaves it to what the terminal can show. `bidi` is the name of a terminal strategy, or
    "auto" for the one that is found out. `theme` is the name of a theme, "dark", "light", or "auto" for the
    one that goes with the terminal's ground. `opens` is where a document opens if nobody asks for a section:
    "full" (the full article), "first" (the first section), or "auto": the full article of a briefing, which
    has the bottom line, and the first section of any other document. `way` is how article and summary are
    read: in two panes, in one between each other, or one of them alone; `scrolling` whether two
    panes scroll together, claims beside the paragraphs that they rest on. `positions` says whether it is kept
    where each document was left. `lookup` is the command that a word is looked up with, "auto" for one that
    is found, or "off"; `lookup_end` is the line that ends an answer of one that is kept alive. `lookups` says
    whether the words are kept in a list. `draft` is the command that `briefing draft` asks for a draft, "off"
    for none; `draft_seconds` is how long it may take for one part of an article.
    """

    harakat: Harakat = "auto"
    digits: Digits = "written"
    lines: LineSetting = "flush"
    bidi: str = "auto"
    theme: str = "auto"
    opens: Opens = "auto"
    positions: Keeping = "kept"
    lookup: str = "auto"
    lookup_end: str = ""
    lookups: Keeping = "kept"
    way: ReadingWay = "side-by-side"
    scrolling: Scrolling = "apart"
    draft: str = "off"
    draft_seconds: str = "900"


def choices(key: str) -> tuple[str, ...]:
    """Return what `key` of the preferences can be; empty where any name can stand."""
    return get_args(get_type_hints(Preferences)[key])
