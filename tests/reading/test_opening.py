"""The reading that a briefing is opened in, and what of it is seen first where one pane shows at a time."""

from __future__ import annotations

import pytest

from briefing.document import Briefing
from briefing.reading import answering_first, open_reading
from briefing.settings import Preferences
from briefing.settings.choices import ReadingWay
from tests.reading.conftest import bare, small


def test_a_briefing_is_opened_at_its_text_or_at_the_language_that_is_read() -> None:
    assert open_reading(small()).reading.focus == "article"
    assert open_reading(small()).reading.event == 0
    assert open_reading(bare()).reading.event is None
    english = open_reading(small(), 1, Preferences(way="english")).reading
    assert english.focus == "summary"
    assert english.claim is small().sections[0].claims[0]


@pytest.mark.parametrize(
    ("text", "view", "way", "focus"),
    [
        (small(), 0, "side-by-side", "summary"),
        (small(), 1, "side-by-side", "article"),
        (small(), 0, "interleaved", "article"),
        (small(), 0, "arabic", "article"),
        (bare(), 0, "side-by-side", "article"),
    ],
)
def test_the_answer_is_seen_first_where_the_whole_has_one(
    text: Briefing, view: int, way: ReadingWay, focus: str
) -> None:
    opened = open_reading(text, view, Preferences(way=way))
    assert answering_first(opened).reading.focus == focus
    assert opened.reading.focus == "article"
