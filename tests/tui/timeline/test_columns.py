from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.timeline.columns import Columns, spread

ascending = st.lists(st.floats(0, 200), min_size=1, max_size=12).map(sorted)


@given(ascending, st.integers(0, 2), st.integers(1, 220))
def test_spread_keeps_the_gaps_and_the_order(ideals: list[float], gap: int, width: int) -> None:
    columns = spread(ideals, [gap] * (len(ideals) - 1), width)
    assert all(after - before >= gap for before, after in pairwise(columns))
    assert columns[0] >= 0
    if gap * (len(ideals) - 1) < width:
        assert columns[-1] < width


@given(st.lists(st.integers(0, 50).map(lambda n: n * 4.0), min_size=1, max_size=12, unique=True).map(sorted))
def test_what_is_far_enough_apart_stays_where_it_is(ideals: list[float]) -> None:
    assert spread(ideals, [2] * (len(ideals) - 1), 201) == ideals


def test_neighbours_make_way_to_both_sides() -> None:
    assert spread([10, 10.5, 11], [2, 2], 40) == [8, 10, 12]
    assert spread([39, 39, 39], [2, 2], 40) == [35, 37, 39]
    assert spread([0, 0], [2], 40) == [0, 2]


@given(
    st.lists(st.integers(0, 4000), min_size=1, max_size=12, unique=True).map(sorted),
    st.integers(8, 220),
    st.integers(0, 2),
)
def test_a_day_stays_near_its_place_on_the_linear_scale(days: list[int], width: int, gap: int) -> None:
    columns = Columns(days[0], days[-1], 5, width, days, [gap] * (len(days) - 1))
    extent = max(1, days[-1] - days[0])
    for day in days:
        ideal = (day - days[0]) * (width - 1) / extent if len(days) > 1 else (width - 1) / 2
        assert abs(columns(day) - 5 - ideal) <= columns.tolerance + 0.5
    every = [columns(day) for day in range(days[0], days[-1] + 1)]
    assert every == sorted(every)
    assert every[0] >= 5
    assert every[-1] <= 5 + width - 1
