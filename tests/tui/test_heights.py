"""Heights known and guessed: where items begin, and what stands in a row, as a plain sum has it."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.panes.heights import Heights


@given(st.integers(1, 9), st.lists(st.integers(1, 30), min_size=1, max_size=40), st.randoms())
def test_places_are_those_of_a_plain_sum(guess: int, real: list[int], random: object) -> None:
    heights = Heights(len(real), guess)
    known = [guess] * len(real)
    order = sorted(range(len(real)), key=lambda at: hash((at, id(random))))
    for index in order:
        assert not heights.is_measured(index)
        assert heights.set(index, real[index]) == real[index] - guess
        assert heights.set(index, 99) == 0
        known[index] = real[index]
        tops = [0, *accumulate(known)]
        assert heights.total == tops[-1]
        assert [heights.top(at) for at in range(len(tops))] == tops
        for row in range(tops[-1] + 3):
            at = max(at for at in range(len(known)) if tops[at] <= row)
            assert heights.at(row) == (at, row - tops[at])
    assert heights.all_measured
    assert heights.next_unmeasured(0) == -1


@given(st.integers(1, 9), st.lists(st.lists(st.integers(0, 30), max_size=20), min_size=1, max_size=5))
def test_more_items_come_while_some_are_measured(guess: int, grown: list[list[int]]) -> None:
    heights, known = Heights(0, guess), list[int]()
    for more in grown:
        heights.grow(len(known) + len(more))
        known += [guess] * len(more)
        for at, height in enumerate(more, len(known) - len(more)):
            if height:  # else it stays a guess
                heights.set(at, height)
                known[at] = height
        tops = [0, *accumulate(known)]
        assert heights.total == tops[-1]
        assert [heights.top(at) for at in range(len(tops))] == tops
        assert [heights.at(row)[0] for row in tops[:-1]] == list(range(len(known)))


def test_nothing_is_made_for_items_nobody_measured() -> None:
    heights = Heights(10**7, 3)
    assert heights.at(3 * 10**7 - 1) == (10**7 - 1, 2)
    assert heights.set(10**7 - 1, 8) == 5
    assert heights.total == 3 * 10**7 + 5
    assert heights.at(3 * 10**7 - 4) == (10**7 - 2, 2)
    assert heights.next_unmeasured(0) == 0


def test_no_items() -> None:
    heights = Heights(0)
    assert heights.total == 0
    assert heights.at(5) == (0, 5)
    assert heights.all_measured
