"""Sections as they are asked for: by key, title or digit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import section_index
from briefing.sources import load_bundled


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        *((None, 0), ("goals", 1), ("Goals", 1), ("GOALS", 1), ("dicas goals", 1), ("أهداف ديكاس", 1)),
        *(("2", 1), ("٢", 1), ("۲", 1), ("full", 4), ("Full", 4), ("Full article", 4), ("0", 4), ("٠", 4)),
    ],
)
def test_it_is_found_by(asked: str | None, index: int) -> None:
    assert section_index(load_bundled(), asked) == index


@pytest.mark.parametrize("asked", ["", "5", "9", "٩", "02", "-1", "²", "goal", "full ", "a" * 500])
def test_what_there_is_not_is_said_with_what_there_is(asked: str) -> None:
    with pytest.raises(LookupError, match="the sections are background, goals, groups, criticism, full"):
        section_index(load_bundled(), asked)


def test_a_key_goes_before_a_title_and_a_title_of_two_is_none() -> None:
    briefing = load_bundled()
    first, second, *others = briefing.sections
    briefing = replace(
        briefing,
        sections=(replace(first, title="goals"), second, *(replace(one, title="Same") for one in others)),
    )
    assert section_index(briefing, "Goals") == 1
    with pytest.raises(LookupError):
        section_index(briefing, "Same")
