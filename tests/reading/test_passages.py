"""Very long paragraphs are cut at line ends, or at spaces, and never lose a character."""

from itertools import pairwise

import pytest

from briefing.document import Paragraph
from briefing.document.long_paragraphs import LENGTH, WHOLE
from briefing.reading.passages import Passage, passages_of


def cut(*texts: str) -> list[Passage]:
    found = passages_of([Paragraph(number, text) for number, text in enumerate(texts, 1)])
    assert found is not None
    for index, text in enumerate(texts):
        own = [passage for passage in found if passage.paragraph == index]
        assert own[0].start == 0
        assert own[-1].end == len(text)
        assert all(one.end == other.start for one, other in pairwise(own))
        assert all(passage.start < passage.end for passage in own if text)
    assert [passage.paragraph for passage in found] == sorted(passage.paragraph for passage in found)
    return found


def test_paragraphs_of_bearable_length_are_left_whole() -> None:
    assert passages_of([]) is None
    assert passages_of([Paragraph(1, "ب" * WHOLE), Paragraph(2, "")]) is None
    found = cut("قبل", "ب" * (WHOLE + 1), "ب" * WHOLE, "")
    assert [found[0], *found[-2:]] == [Passage(0, 0, 3), Passage(2, 0, WHOLE), Passage(3, 0, 0)]
    assert len(found) == 6


def test_a_passage_ends_at_the_last_line_end_that_has_room() -> None:
    line = "ب" * 999 + "\n"
    found = cut(line * 40)
    assert [passage.end - passage.start for passage in found] == [16_000, 16_000, 8000]
    assert {passage.base for passage in found} == {None}, "each line finds its own direction"
    full = "ب" * (LENGTH - 1) + "\n"
    assert [passage.end for passage in cut(full * 3)] == [LENGTH, 2 * LENGTH, 3 * LENGTH]


def test_a_line_too_long_is_cut_at_its_spaces_and_keeps_its_direction() -> None:
    for word, base in (("كلمة ", "R"), ("word ", "L")):
        text = word * 10_000
        found = cut(text)
        assert {passage.base for passage in found} == {base}
        assert all(text[passage.end - 1] == " " for passage in found)
        assert [passage.end - passage.start for passage in found] == [LENGTH // 5 * 5] * 3 + [
            50_000 - 3 * (LENGTH // 5 * 5)
        ]


def test_a_long_line_between_short_ones_is_cut_by_itself() -> None:
    short, long = "قبل\n", "word " * 8000 + "\n"
    found = cut(short + long + short)
    assert found[0] == Passage(0, 0, len(short))
    assert {passage.base for passage in found[1:-1]} == {"L"}
    assert found[-1] == Passage(0, len(short + long), len(short + long + short))
    assert found[-2].end == len(short + long)


def test_without_spaces_a_line_is_cut_somewhere_but_no_letter_loses_its_marks() -> None:
    assert [passage.end for passage in cut("ب" * 40_000)] == [LENGTH, 2 * LENGTH, 40_000]
    for mark in ("\u064e", "\u0610", "\u200d", "\u20dd"):
        text = "ب" * LENGTH + mark * 3 + "ب" * 20_000
        assert cut(text)[0].end == LENGTH + 3
    flood = "ب" * LENGTH + "\u064e" * 20_000
    assert cut(flood)[0].end == LENGTH + 64
    assert cut("ب" * (2 * LENGTH - 1) + "\u064e" * 3)[-1].end == 2 * LENGTH + 2


def test_a_space_in_the_first_half_is_no_place_to_cut() -> None:
    early = "ب" * 100 + " " + "ب" * 40_000
    assert cut(early)[0].end == LENGTH
    middle = "ب" * (LENGTH // 2) + " " + "ب" * 40_000
    assert cut(middle)[0].end == LENGTH // 2 + 1
    latest = "ب" * (LENGTH - 1) + " " + "ب" * 40_000
    assert cut(latest)[0].end == LENGTH


@pytest.mark.parametrize("size", [LENGTH, LENGTH + 1, WHOLE, WHOLE + 1, WHOLE + LENGTH])
def test_every_size_is_covered(size: int) -> None:
    cut("ب" * (WHOLE + 1), "كلمة " * (size // 5) + "ب" * (size % 5), "ب\n" * size)
