"""Where the characters of a line stand that is to be searched and copied in programs built on Poppler."""

from __future__ import annotations

import pytest

from briefing.arabic.mirroring import MIRROR
from briefing.exporting.paper.orders import MIRRORED, slots


def _seen(line: str) -> str:
    """The line from left to right; `|` is the mark that ends what is read from left to right."""
    ordered = sorted(slots(line), key=lambda slot: slot.rank)
    return "".join("|" * slot.is_marked + line[slot.place] for slot in ordered)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("قال John O'Neill في", "يف |John O'Neill لاق"),
        ("شركة Siemens AG (ألمانيا)", "|)ايناملأ( |Siemens AG ةكرش"),
        ("في 15/03/2023 أن 45.5% من", "نم |45.5% نأ |15/03/2023 يف"),
        ("سنة ٢٠٢٤: قال", "لاق |٢٠٢٤: ةنس"),
        ("در BOTAŞ و Brent-3M است", "تسا |Brent-3M و |BOTAŞ رد"),
    ],
)
def test_latin_words_and_numbers_stand_as_they_are_seen(line: str, seen: str) -> None:
    assert _seen(line) == seen


def test_what_is_mirrored_there_has_the_image_that_unicode_gives_it() -> None:
    assert MIRRORED.items() <= MIRROR.items()
