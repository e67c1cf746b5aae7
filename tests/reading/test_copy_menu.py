"""What the copy menu lists where the reader stands, and the text of each entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.exporting.singles import Rendition
from briefing.reading import open_reading
from briefing.reading.copy_menu import entries
from briefing.reading.selection import Place, Selection
from briefing.sources import load
from tests.reading.conftest import Walk, bare, small
from tests.tui.briefings import plain

BARE = Rendition(sourced=False)


def texts(walk: Walk) -> dict[str, str]:
    """Each entry that the menu would list, in its order, without a source."""
    return {one.id: one.copy(BARE).text for one in entries(walk.reading)}


def test_in_the_article_from_a_word_to_the_whole() -> None:
    walk = Walk(None, "1").go("show-event", 2).go("focus", "article").go("put-cursor", "article", 0)
    assert [*texts(walk)] == ["quote", "paragraph", "summary", "event", "whole"]
    walk.go("next-word")
    found = texts(walk)
    assert [*found] == ["word", "quote", "paragraph", "summary", "event", "whole"]
    assert found["word"] == "أولا"
    assert found["quote"] == "¶1 «أولا كتب أحمد»"
    assert found["paragraph"] == "أولا كتب أحمد"
    assert "Ahmad wrote." in found["summary"]
    assert "They came." not in found["summary"]
    assert "Ended" in found["event"]
    assert all(one in found["whole"] for one in ("They came.", "Ended", "خامسا"))
    assert found["whole"] != found["summary"]


def test_what_is_selected_comes_first_and_the_word_at_hand_not_at_all() -> None:
    walk = Walk(None, "1").go("next-word")
    walk.go("select", "article", Selection(Place(0, 5, 6), Place(0, 7, 8)))
    assert [*texts(walk)][:2] == ["selection", "quote"]
    assert texts(walk)["selection"] == "كتب"


def test_on_a_claim_its_own_quotes_and_not_those_of_the_paragraph() -> None:
    walk = Walk(None, "1").go("focus", "summary")
    found = texts(walk)
    assert [*found][:2] == ["claim", "quote"]
    assert found["claim"].startswith("Ahmad wrote.")
    assert found["quote"] == "¶1 «كتب»"
    led = texts(walk.go("open"))
    assert led["claim"] == found["claim"]
    assert led["quote"] == "¶1 «أولا كتب أحمد»", "in the article the sentence at hand"


def test_a_claim_without_quotes_and_a_text_without_words_have_none() -> None:
    first, second = small().sections
    uncited = replace(first, claims=(replace(first.claims[0], citations=()),))
    walk = Walk(replace(small(), sections=(uncited, second)), "1").go("focus", "summary")
    assert "quote" not in texts(walk)
    assert [*texts(Walk(plain("..."), None))] == ["paragraph", "whole"]
    assert [*texts(Walk(plain("كلام " * 5000), None))] == ["paragraph", "whole"], "more than anybody quotes"


def test_the_name_that_one_stands_on() -> None:
    walk = Walk(None, "full").go("show-name", ("أحمد",))
    assert texts(walk)["name"] == "[person] Ahmad · أحمد"
    assert "name" not in texts(Walk(None, "full"))
    assert "summary" not in texts(Walk(bare(), None))


def test_titles_and_numbers_stand_in_the_names() -> None:
    walk = Walk(None, "2").go("put-cursor", "article", 1)
    names = {one.id: one.name for one in entries(walk.reading)}
    assert names["paragraph"] == "Paragraph 4"
    assert names["summary"] == "Summary of Second"
    assert len({*names.values()}) == len(names)


@pytest.mark.parametrize(("lines", "takes_long"), [(10, set()), (60_000, {"whole"})])
def test_of_a_large_text_the_whole_takes_long(lines: int, takes_long: set[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("سطر من نص طويل جدا\n\n" * lines, "utf-8")
    found = entries(open_reading(load(file)).reading)
    assert {one.id for one in found if one.takes_long} == takes_long
