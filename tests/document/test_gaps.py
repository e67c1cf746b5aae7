"""The widest gap between spans of time."""

from __future__ import annotations

import pytest

from briefing.document.gaps import before_widest_gap


@pytest.mark.parametrize(
    ("spans", "at"),
    [
        ([(1, 1)], 0),
        ([(1, 1), (2, 2), (9, 9)], 2),
        ([(1, 1), (8, 8), (9, 9)], 1),
        ([(1, 7), (2, 2), (9, 9)], 0),
        ([(1, 1), (5, 5), (9, 9)], 0),
    ],
)
def test_before_the_widest_gap(spans: list[tuple[float, float]], at: int) -> None:
    assert before_widest_gap(spans) == at
