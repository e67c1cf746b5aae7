"""In which row each claim begins beside the paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.document import Claim
from briefing.reading.views import Heading, Outline
from briefing.tui.panes.alignment import AlignedHeights, anchors
from briefing.tui.panes.heights import Heights
from tests.tui.briefings import bundled

ROWS = st.lists(st.integers(1, 30), min_size=1, max_size=40)


def measured(rows: list[int]) -> Heights:
    """Heights that are known."""
    heights = Heights(len(rows))
    for index, height in enumerate(rows):
        heights.set(index, height)
    return heights


@st.composite
def aligned(draw: st.DrawFn) -> tuple[AlignedHeights, Heights, Heights, list[int | None]]:
    own, beside = measured(draw(ROWS)), measured(draw(ROWS))
    passages = st.none() | st.integers(0, beside.count - 1)
    anchored = draw(st.lists(passages, min_size=own.count, max_size=own.count))
    return AlignedHeights(own, beside, anchored), own, beside, anchored


@given(aligned())
def test_no_claim_stands_over_its_paragraph_or_another_claim(
    made: tuple[AlignedHeights, Heights, Heights, list[int | None]],
) -> None:
    heights, own, beside, anchored = made
    free = 0
    for index, passage in enumerate(anchored):
        top = heights.top(index)
        assert top == max(free, 0 if passage is None else beside.top(passage))
        assert heights.height(index) == own.height(index)
        free = top + own.height(index)
    assert heights.total == heights.top(own.count) == max(free, beside.total)
    assert heights.all_measured


@given(aligned())
def test_every_row_belongs_to_the_item_that_begins_there_or_above(
    made: tuple[AlignedHeights, Heights, Heights, list[int | None]],
) -> None:
    heights, own, *_ = made
    for row in range(heights.total):
        index, inside = heights.at(row)
        assert heights.top(index) + inside == row
        assert inside >= 0 or index == 0
        assert row < heights.top(index + 1)
    assert 0 <= heights.at(heights.total + 9)[0] < own.count


def test_claims_stand_beside_the_first_paragraph_that_they_cite_in_its_order() -> None:
    for view in Outline(bundled()).views:
        order = view.interleaving.items
        found = anchors(view, order)
        known = [passage for passage in found if passage is not None]
        assert known == sorted(known)
        for index, passage in zip(order, found, strict=True):
            item = view.items[index]
            if isinstance(item, Claim):
                assert passage is not None
                assert view.number(passage) == item.paragraphs[0]
            elif not isinstance(item, Heading):
                assert passage is None
        assert {index for index, item in enumerate(view.items) if isinstance(item, Claim)} <= {*order}
