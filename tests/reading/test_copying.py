"""What is copied of a selection: the author's words, item by item."""

from msgspec.structs import replace

from briefing.document import Paragraph
from briefing.document.long_paragraphs import LENGTH
from briefing.reading.copying import item_text, selected_text
from briefing.reading.selection import Place, Selection
from briefing.reading.state import Selected
from tests.reading.conftest import TEXTS, Walk, small


def test_nothing_selected_is_no_text() -> None:
    assert selected_text(Walk().reading) == ""


def test_items_between_the_first_and_the_last_are_copied_whole() -> None:
    over = Selection(Place(2, 6, 9), Place(0, 5, 8))
    reading = Walk().go("open-full").go("select", "article", over).reading
    assert selected_text(reading) == f"{TEXTS[0][5:]}\n\n{TEXTS[1]}\n\n{TEXTS[2][:9]}"


def test_of_the_summary_its_items_as_they_are_shown() -> None:
    over = Selection(Place(0, 6, 7), Place(1, 4, 5))
    reading = Walk().go("select", "summary", over).reading
    assert selected_text(reading) == "wrote.\n\nAhmad"
    assert item_text(reading, "summary", 1) == "Ahmad spoke, and wrote."
    assert item_text(reading, "article", 1) == TEXTS[1]


def test_passages_of_one_paragraph_are_copied_without_a_gap() -> None:
    text = "كلمة " * 10_000
    briefing = replace(small(), paragraphs=(Paragraph(1, text), *small().paragraphs[1:]))
    reading = Walk(briefing).reading
    count = reading.open.count
    over = Selection(Place(0, LENGTH - 200, LENGTH - 199), Place(count - 1, 0, 5))
    reading = reading.changed(selected=Selected("article", over))
    assert selected_text(reading) == f"{text[LENGTH - 200 :]}\n\n{TEXTS[1][:5]}"
    summary = reading.changed(selected=Selected("summary", Selection(Place(0, 0, 1), Place(1, 4, 5))))
    assert selected_text(summary) == "Ahmad wrote.\n\nAhmad"
