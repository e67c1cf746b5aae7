"""A small briefing to read, and a walk through it by the names of actions."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph, Section, Title, section_index
from briefing.reading import Effect, Reading, apply, open_reading, searching, tally


@pytest.fixture(autouse=True)
def _all_within_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine, a key comes to the end of a text; only an expression's time runs out."""
    for module in (searching, tally):
        monkeypatch.setattr(module, "monotonic", lambda: 0.0)


#: Five paragraphs. The second holds two quotes, the fifth none.
TEXTS = ("أولا كتب أحمد", "ثانيا قال أحمد كلاما", "ثالثا وصل الوفد", "رابعا عاد الوفد", "خامسا انتهى")


def claim(text: str, *citations: tuple[int, str]) -> Claim:
    return Claim(text, tuple(Citation(number, quote) for number, quote in citations))


def event(date: str, title: str, *paragraphs: int) -> Event:
    return Event(date, title, "", paragraphs, "stated", "")


@cache
def small() -> Briefing:
    """Two sections of two paragraphs, one paragraph in neither; three events, not in the order of time."""
    first = Section(
        "first",
        "First",
        "الأول",
        (1, 2),
        (
            claim("Ahmad wrote.", (1, "كتب")),
            claim("Ahmad spoke,  and\nwrote.", (2, "قال"), (1, "كتب"), (2, "كلاما")),
        ),
    )
    second = Section("second", "Second", "الثاني", (3, 4), (claim("They came.", (4, "عاد"), (3, "وصل")),))
    return Briefing(
        title=Title("A title", "عنوان"),
        bottom_line="The bottom line.",
        provenance=None,
        paragraphs=tuple(Paragraph(number, text) for number, text in enumerate(TEXTS, 1)),
        sections=(first, second),
        events=(event("2020", "Came", 3), event("2010", "Spoke", 2, 4), event("2030", "Ended", 5)),
        names=(Name("person", "Ahmad", ("أحمد",), ""),),
        path="a.toml",
    )


@cache
def bare() -> Briefing:
    """One text without claims or events."""
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(TEXTS, 1))
    return Briefing(
        title=Title("a.txt", ""),
        bottom_line="",
        provenance=None,
        paragraphs=paragraphs,
        sections=(Section("text", "", "", (1, 2, 3, 4, 5)),),
        events=(),
        names=(),
        path="a.txt",
    )


class Walk:
    """A reading, opened at a section (None: where it opens by itself), and the effects of the last action."""

    def __init__(self, briefing: Briefing | None = None, section: str | None = "1") -> None:
        self.reading: Reading
        self.effects: tuple[Effect, ...]
        briefing = briefing or small()
        view = None if section is None else section_index(briefing, section)
        self.reading, self.effects = open_reading(briefing, view)

    def go(self, name: str, *arguments: Any) -> Walk:
        self.reading, self.effects = apply(self.reading, name, *arguments)
        return self

    @property
    def lit(self) -> dict[int, list[str]]:
        """The words lit up, by paragraph."""
        spans = self.reading.marks.get("evidence", {})
        text = self.reading.briefing.paragraph
        return {n: [text(n).text[start:end] for start, end in own] for n, own in spans.items()}

    @property
    def cited(self) -> set[int]:
        """The paragraphs whose numbers are marked."""
        return set(self.reading.marks.get("citation", {}))
