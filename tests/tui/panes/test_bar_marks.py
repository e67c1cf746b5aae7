"""Marks in the scroll bar: at its rows for the hits there are, and no work for the items without."""

from __future__ import annotations

from random import Random

import pytest

from briefing.tui.panes.bar_marks import marked_rows
from briefing.tui.panes.heights import Heights


@pytest.mark.parametrize("seed", range(40))
def test_rows_are_marked_as_by_walking_all_rows(seed: int) -> None:
    chosen = Random(seed)
    sizes = [chosen.choice((1, 2, 3, 3, 40)) for _ in range(chosen.choice((1, 3, 12, 60)))]
    heights = Heights(len(sizes))
    for item, size in enumerate(sizes):
        heights.set(item, size)
    hits = {
        item: sorted(chosen.sample(range(size), chosen.randint(1, size)))[: chosen.choice((1, 2, 40))]
        for item, size in enumerate(sizes)
        if chosen.random() < 0.3
    }
    page, total = chosen.choice((3, 7, 20)), sum(sizes)
    rows = [heights.top(item) + row for item, inside in hits.items() for row in inside]
    expected = {
        y for y in range(page) if any(y * total // page <= row < (y + 1) * total // page for row in rows)
    }
    found = marked_rows(sorted(hits), heights, page, lambda item: hits[item])
    assert found == (expected if total > page else set())


def test_of_a_million_items_few_are_looked_at() -> None:
    heights, asked = Heights(1_000_000, 4), []

    class Counting(list[int]):
        def __getitem__(self, index: object) -> int:  # type: ignore[override]
            asked.append(index)
            return super().__getitem__(index)  # type: ignore[call-overload, no-any-return]

    found = marked_rows(Counting(range(0, 1_000_000, 2)), heights, 36, lambda _: [0])
    assert found == set(range(36))
    assert len(asked) < 36 * 100


def test_nothing_is_marked_where_all_rows_are_in_sight() -> None:
    heights = Heights(3, 2)
    assert [marked_rows([1], heights, page, lambda _: [0]) != set() for page in (0, 5, 6, 7)] == [
        False,
        True,
        False,
        False,
    ]
