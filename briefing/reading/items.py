"""The items that panes show one under the other, as values that are equal if what is painted is."""

from __future__ import annotations

from msgspec import Struct

from briefing.arabic import Direction
from briefing.document.model import Confidence, Likelihood
from briefing.reading.forms import PLAIN, Form, InlineMarks
from briefing.reading.marks import Span, TextMarks
from briefing.reading.peeking import Quoted


class SidebarItem(Struct, frozen=True):
    """A view in the sidebar; `has_focus`: it is the one that is open, and keys go to the sidebar.

    `bare` is how many of its paragraphs no claim rests on; None: that is not shown. `found` is the number of
    hits in it, None if nothing is searched for. `seen` says in eighths how many of its paragraphs were in
    sight: 0 none, 8 all.
    """

    digit: str
    title: str
    arabic: str
    paragraphs: int
    is_open: bool
    has_focus: bool
    bare: int | None = None
    found: int | None = None
    seen: int = 0


class PassageItem(Struct, frozen=True):
    """A passage of the article: its text with what is marked and selected in it, and its number.

    `base` is the direction of its lines (None: each finds its own). `number` is that of the paragraph which
    begins here, None in the middle of one; `ends`: the paragraph ends here, and another follows after
    `below` blank rows. `form` says how it is set, `inlines` which words in it are set in ways of their own.
    `word` is the one that the reader stands on.
    """

    text: str
    base: Direction | None
    number: int | None
    ends: bool
    marks: TextMarks
    selected: Span | None
    is_current: bool
    below: int = 1
    form: Form = PLAIN
    inlines: InlineMarks = ()
    word: Span | None = None


class ClaimItem(Struct, frozen=True):
    """A claim in the summary, and the numbers of the paragraphs it cites.

    `linked` is the paragraph the reader stands on in the article, None if the claim does not rest on it.
    `at` says which of the citations the reader has come to by way of the claim, counted from 0. `quotes` are
    the quotes shown under it, which are a part of `text`. `is_weak`: its evidence is, and that is shown.
    `is_draft`: a program wrote it, and no person has accepted it. `likelihood` and `confidence` are those of
    a judgement.
    """

    text: str
    citations: tuple[int, ...]
    linked: int | None
    selected: Span | None
    is_current: bool
    has_focus: bool
    at: int | None = None
    quotes: tuple[Quoted, ...] = ()
    is_weak: bool = False
    marks: TextMarks = ()
    is_draft: bool = False
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None


class TextItem(Struct, frozen=True):
    """A line or a text in the summary that is no claim, and which kind of it."""

    text: str
    kind: str  # "heading", "prose" or "quiet"
    selected: Span | None
    marks: TextMarks = ()
