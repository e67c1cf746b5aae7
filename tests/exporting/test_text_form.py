"""The text form: what the pipe gets, with quotes, in parts, of a section."""

from pathlib import Path

import pytest

from briefing.arabic.breaking import cells_by_character
from briefing.arabic.measuring import measure
from briefing.document import Briefing
from briefing.exporting import briefing_text
from briefing.exporting.chosen import chosen
from briefing.exporting.forms import json
from briefing.exporting.forms.text import text_of
from briefing.machine.filling import wrapped
from briefing.sources import Material, briefing_of, load, load_bundled
from tests.document.sample import write_briefing


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


def test_the_whole_without_quotes_is_what_a_pipe_gets(bundled: Briefing, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص أول\n\nنص ثانٍ", encoding="utf-8")
    for briefing in (bundled, load(write_briefing(tmp_path)), load(tmp_path / "a.txt")):
        assert text_of(chosen(briefing, quotes=False)) == briefing_text(briefing)


def test_a_section_has_its_own_paragraphs_events_and_names(bundled: Briefing) -> None:
    text = text_of(chosen(bundled, 2))
    section = bundled.sections[1]
    for paragraph in bundled.paragraphs:
        assert (paragraph.text in text) is (paragraph.number in section.paragraphs)
    for event in bundled.events:
        assert (f"- {event.date} " in text) is not set(event.paragraphs).isdisjoint(section.paragraphs)
    for claim in section.claims:
        assert f"- {claim.text}" in text
        assert all(f"  ¶{one.paragraph} «{one.quote}»" in text for one in claim.citations)


def test_only_one_part_stands_without_the_others(bundled: Briefing) -> None:
    names = text_of(chosen(bundled, parts=["names"]))
    assert all(name.english in names for name in bundled.names)
    assert bundled.paragraphs[0].text not in names
    assert bundled.bottom_line not in names


@pytest.mark.parametrize("width", [10, 33, 72])
def test_wrapping_keeps_every_word_and_the_width(bundled: Briefing, width: int) -> None:
    for line in text_of(chosen(bundled)).split("\n"):
        rows = list(wrapped(line, width))
        assert "".join("".join(rows).split()) == "".join(line.split())
        assert width < 30 or " ".join(rows).split() == line.split()
        assert width < 30 or all(sum(cells_by_character(measure(row))) <= width for row in rows)


def test_wrapping_breaks_a_long_word_where_it_may_be_broken_and_nowhere_else() -> None:
    assert list(wrapped("日本語の文章です", 6)) == ["日本語", "の文章", "です"]
    assert list(wrapped("x" * 30 + " y", 10)) == ["x" * 30, "y"]
    assert list(wrapped("", 10)) == [""]
    assert list(wrapped("   ", 2)) == ["   "]
    assert list(wrapped("- one two three", 9)) == ["- one two", "  three"]


def test_of_a_briefing_that_came_without_its_quotes_no_empty_one_is_shown(bundled: Briefing) -> None:
    given = briefing_of(Material("a.json", json.written(chosen(bundled, quotes=False))))
    assert "«»" not in text_of(chosen(given))
    assert text_of(chosen(given, parts=("claims",))).count("\n- ") >= len(bundled.sections)
