"""The views of a briefing: paragraphs and passages by number, and what stands over the claims."""

import pytest
from msgspec.structs import replace

from briefing.document import Origin, Title
from briefing.reading.state import Reading
from briefing.reading.views import Heading, Outline, Prose
from tests.reading.conftest import small


def test_a_reading_opens_on_the_first_view_with_marks_shown_and_is_never_changed() -> None:
    reading = Reading(Outline(small()))
    assert (reading.view, reading.shows_marks, reading.passage, reading.item) == (0, True, None, None)
    with pytest.raises(AttributeError):
        reading.view = 1  # type: ignore[misc]


def test_where_a_paragraph_stands() -> None:
    full, first, second = Outline(small()).views
    assert [second.index_of(number) for number in (None, 0, 1, 3, 4, 5, 99)] == [
        None,
        None,
        None,
        0,
        1,
        None,
        None,
    ]
    assert [full.index_of(number) for number in range(1, 6)] == [0, 1, 2, 3, 4]
    scattered = replace(small().sections[0], paragraphs=(4, 1, 5))
    view = Outline(replace(small(), sections=(scattered, small().sections[1]))).views[1]
    assert [view.index_of(number) for number in (4, 1, 5, 2, 3)] == [0, 1, 2, None, None]
    assert first.passages_beside(1) == range(1, 2), "a short paragraph is one passage"


def test_a_long_title_stands_whole_over_the_claims() -> None:
    long = "A title that is far longer than any sidebar"
    sections = (replace(small().sections[0], title=long), small().sections[1])
    full, first, second = Outline(replace(small(), sections=sections)).views
    assert first.items[:2] == (Heading(long), Prose("الأول"))
    assert not isinstance(second.items[0], Heading)
    assert full.items[:2] == (Heading("Bottom line"), Prose("The bottom line."))


def test_what_stands_before_the_first_heading_is_called_after_the_document() -> None:
    first = replace(small().sections[0], title="", arabic="")
    unnamed = replace(small(), sections=(first, small().sections[1]))
    assert (Outline(unnamed).views[1].title, Outline(unnamed).views[1].arabic) == ("Beginning", "البداية")
    titled = replace(unnamed, title=Title("", "تقرير"), origin=Origin("a.md", "markdown", title="تقرير"))
    view = Outline(titled).views[1]
    assert (view.title, view.arabic, view.name) == ("", "تقرير", "تقرير")
    assert Outline(replace(titled, sections=(first,))).views[1].name == "Text"
