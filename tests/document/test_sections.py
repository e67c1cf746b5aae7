"""Sections as they are asked for: by key, title or digit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import (
    Briefing,
    Paragraph,
    Section,
    Title,
    opening_index,
    section_index,
    sections_shown,
)
from briefing.sources import load_bundled


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        *((None, 0), ("goals", 2), ("Goals", 2), ("GOALS", 2), ("dicas goals", 2), ("أهداف ديكاس", 2)),
        *(("2", 2), ("٢", 2), ("۲", 2), ("full", 0), ("Full", 0), ("Full article", 0), ("0", 0), ("٠", 0)),
    ],
)
def test_it_is_found_by(asked: str | None, index: int) -> None:
    assert section_index(load_bundled(), asked) == index


@pytest.mark.parametrize("asked", ["", "5", "9", "٩", "02", "-1", "²", "goal", "full ", "a" * 500])
def test_what_there_is_not_is_said_with_what_there_is(asked: str) -> None:
    with pytest.raises(LookupError, match="the sections are full, background, goals, groups, criticism"):
        section_index(load_bundled(), asked)


def test_a_key_goes_before_a_title_and_a_title_of_two_is_none() -> None:
    briefing = load_bundled()
    first, second, *others = briefing.sections
    briefing = replace(
        briefing,
        sections=(replace(first, title="goals"), second, *(replace(one, title="Same") for one in others)),
    )
    assert section_index(briefing, "Goals") == 2
    with pytest.raises(LookupError):
        section_index(briefing, "Same")


def _texts(*sections: Section, bottom_line: str = "") -> Briefing:
    return Briefing(
        title=Title("a", ""),
        bottom_line=bottom_line,
        provenance=None,
        paragraphs=(Paragraph(1, "أولا"), Paragraph(2, "ثانيا")),
        sections=sections,
        events=(),
        names=(),
        path="a.txt",
    )


_WHOLE = Section("all", "All", "", (1, 2))
_PARTS = (Section("1", "One", "", (1,)), Section("2", "Two", "", (2,)))


@pytest.mark.parametrize(
    ("briefing", "keys", "opens"),
    [
        (_texts(_WHOLE), ["all"], ("all", "all", "all")),
        (_texts(_WHOLE, bottom_line="So it is."), ["full", "all"], ("full", "full", "all")),
        (_texts(bottom_line="So it is."), ["full"], ("full", "full", "full")),
        (_texts(*_PARTS), ["full", "1", "2"], ("1", "full", "1")),
        (_texts(*_PARTS, bottom_line="So it is."), ["full", "1", "2"], ("full", "full", "1")),
    ],
)
def test_what_is_a_briefing_opens_on_the_whole_of_it(
    briefing: Briefing, keys: list[str], opens: tuple[str, str, str]
) -> None:
    shown = [section.key for section in sections_shown(briefing)]
    assert shown == keys
    assert tuple(shown[opening_index(briefing, where)] for where in ("auto", "full", "first")) == opens
    asked = [section_index(briefing, one) for one in (None, "0", "full")]
    assert [shown[index] for index in asked] == [opens[0], keys[0], keys[0]]
    if briefing.sections:
        assert shown[section_index(briefing, "1")] == opens[2], "a digit is that of a stored section"
