"""The judge of rows: right rows pass, and nothing else does."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from bidi import get_display

from tests.judges.fragments import covers, unexplained
from tests.judges.rows import Row, judge, next_line, seen
from tests.needs import needs_library

pytestmark = needs_library("libfribidi.so.0")

TEXT = "قال الوزير (DICAS) أيضًا في الأعوام 2024-2026 إن اللَّقاء [الأول] لِلْإِعلام، لا غير."
CUTS = [0, *(TEXT.index(word) for word in ("أيضًا", "2024", "لِلْإِعلام")), len(TEXT)]
LINES = list(pairwise(CUTS))
RIGHT = 60


def row(text: str, number: int | None = None) -> Row:
    return Row(text, number, RIGHT - len(text), RIGHT)


def rows(*lines: tuple[int, int]) -> list[Row]:
    return [row(seen(TEXT, *line), None if n else 1) for n, line in enumerate(lines)]


def faults(shown: list[Row]) -> list[str]:
    return judge(shown, {1: TEXT}).faults


def test_right_rows_pass_wherever_the_lines_end() -> None:
    assert faults(rows(*LINES)) == []
    assert faults(rows((0, len(TEXT)))) == []
    assert judge([*rows(*LINES), Row(""), row(seen(TEXT), 2)], {1: TEXT, 2: TEXT}).rows == 5


def test_the_next_words_are_found_and_no_others() -> None:
    assert next_line(TEXT, 0, seen(TEXT, *LINES[0])) == (0, CUTS[1] - 1)  # the blank behind it hangs
    assert next_line(TEXT, CUTS[1] - 1, seen(TEXT, *LINES[1])) == (CUTS[1] - 1, CUTS[2] - 1)
    assert next_line(TEXT, 0, seen(TEXT, *LINES[1])) is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: rows(*LINES[1:]),
        lambda: rows(*LINES[:-1]),
        lambda: rows(LINES[0], LINES[2], LINES[3]),
        lambda: rows(LINES[1], LINES[0], *LINES[2:]),
        lambda: rows(*LINES, LINES[-1]),
        lambda: rows(*reversed(LINES)),
        lambda: [row(TEXT, 1)],
        lambda: [row(seen(TEXT)[::-1], 1)],
        lambda: [row(get_display(TEXT), 1)],
        list,
    ],
    ids=["first", "last", "middle", "swapped", "more", "upside down", "logical", "reversed", "naive", "none"],
)
def test_rows_that_are_not_the_text_are_caught(wrong: Callable[[], list[Row]]) -> None:
    assert faults(wrong())


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("(DICAS)", ")DICAS("),  # not mirrored, as python-bidi leaves it
        ("2026-2024", "2024-2026"),  # a line resolved as a paragraph of its own
        ("\ufec0\u064b", "\u064b\ufec0"),  # a mark before its letter
        ("\ufefb", "\ufe8e\ufedf"),  # no ligature
        ("\u064b", ""),  # a mark deleted
        ("\ufedf", "\u0644"),  # not joined
    ],
)
def test_a_single_wrong_thing_is_caught(right: str, wrong: str) -> None:
    assert right in seen(TEXT)
    assert faults([row(seen(TEXT), 1)]) == []
    assert faults([row(seen(TEXT).replace(right, wrong, 1), 1)])


def test_a_row_that_is_not_flush_is_caught() -> None:
    ragged = rows(*LINES)
    ragged[2] = ragged[2]._replace(start=ragged[2].start - 1, end=RIGHT - 1)
    assert len(faults(ragged)) == 1


def test_paragraphs_missing_or_out_of_order_are_caught() -> None:
    one, two = row(seen(TEXT), 1), row(seen("نعم"), 2)
    assert judge([one, two], {1: TEXT, 2: "نعم"}).faults == []
    assert judge([two, one], {1: TEXT, 2: "نعم"}).faults
    assert judge([one], {1: TEXT, 2: "نعم"}).faults


def test_what_fribidi_leaves_to_others() -> None:
    assert seen("لَا") == "\ufefb\u064e"
    assert seen("ب\tب") == "\ufe8f    \ufe8f"
    assert seen("ب\x1bب") == "\ufe8f\u241b\ufe8f"
    assert seen("ب\u00a0ب\u200c") == "\ufe8f \ufe8f"


def test_fragments_are_lines_of_a_known_text() -> None:
    lines = {seen(TEXT, *line) for line in LINES}
    assert unexplained({*lines, seen("قال…")}, [TEXT]) == set()
    assert unexplained({*lines, "\ufe8d\ufe8d"}, [TEXT]) == {"\ufe8d\ufe8d"}
    assert covers(lines, TEXT)
    assert not covers(lines - {seen(TEXT, *LINES[2])}, TEXT)
