"""The test card: what is on it, and that it can be judged."""

import unicodedata

import pytest

from briefing.doctor.card import HEIGHT, SAMPLES, WIDTH, rows
from tests.judges import fribidi
from tests.needs import needs_library


def test_what_right_looks_like_reads_right_in_every_terminal() -> None:
    for row in rows(HEIGHT):
        assert row.arabic or row.text.isascii()
        assert len(row.text) <= WIDTH <= 76, "fits into 80 columns"


@needs_library("libfribidi.so.0")
def test_each_line_is_right_by_another_judge() -> None:
    painted = [row.text for row in rows(HEIGHT) if row.arabic]
    assert painted == [fribidi.line(sample.text, base=1) for sample in SAMPLES]


def test_a_terminal_that_reorders_it_can_be_told_by_an_edge() -> None:
    for row in rows(HEIGHT):
        assert row.text != row.text[::-1] or not row.arabic
    first = next(row.text for row in rows(HEIGHT) if row.arabic)
    assert unicodedata.normalize("NFKC", first[-1]) == "ا"
    assert unicodedata.normalize("NFKC", first[0]) != "ا"


@pytest.mark.parametrize("height", range(0, HEIGHT + 3))
def test_it_fits(height: int) -> None:
    found = rows(height)
    assert len(found) <= height
    if height >= len(SAMPLES) * 2:
        assert sum(row.arabic for row in found) == len(SAMPLES)


def test_no_marks_where_the_terminal_cannot_show_them() -> None:
    without = rows(HEIGHT, harakat=False)
    assert not any(unicodedata.combining(character) for row in without for character in row.text)
    changed = [(a, b) for a, b in zip(without, rows(HEIGHT), strict=True) if a != b]
    assert [row.arabic for row, _ in changed] == [False, True]
    assert "left out" in changed[0][0].text
