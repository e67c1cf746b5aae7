"""The quotes under a claim that is peeked, row by row."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Paragraph
from tests.reading.conftest import Walk, claim, small
from tests.tui.panes.test_sheets import looks, painted, summary


def test_a_quote_of_some_rows_has_its_number_on_the_first_and_leaves_its_room_on_all() -> None:
    quote = "ثانيا قال أحمد كلاما كثيرا"
    first, second = small().sections
    told = replace(first, claims=(claim("He spoke.", (2, quote)),))
    paragraphs = (small().paragraphs[0], Paragraph(2, quote), *small().paragraphs[2:])
    walk = Walk(replace(small(), sections=(told, second), paragraphs=paragraphs))
    sheet = summary(walk.go("focus", "summary").go("peek"), 24)
    assert sheet.height(0) == 3
    rows = [painted(sheet, 0, inside) for inside in range(3)]
    assert all(len(row) == 24 for row in rows)
    assert [row.endswith(" ¶2 ") for row in rows] == [False, True, False]
    assert rows[2].endswith(" " * 4)
    for inside, row in enumerate(rows[1:], 1):
        words = row.strip("▌ ").removesuffix(" ¶2").strip()
        assert words
        assert looks(sheet, 0, inside)["lit"] == words, "the blanks beside the words are not"


def test_how_sure_a_claim_is_stands_behind_it_where_that_just_has_room() -> None:
    first, second = small().sections
    sure = replace(first.claims[0], likelihood="likely", confidence="low")
    briefing = replace(small(), sections=(replace(first, claims=(sure,)), second))
    needed = len("■ Ahmad wrote.  likely, low confidence ¶1 ")
    for width, height in ((needed + 1, 1), (needed, 1), (needed - 1, 2)):
        sheet = summary(Walk(briefing), width)
        assert sheet.height(0) == height, width
        rows = [painted(sheet, 0, inside) for inside in range(height)]
        assert [len(row) for row in rows] == [width] * height
        assert " likely, low confidence " in rows[-1]
        assert rows[-1].endswith(" ¶1 ")


def test_a_quote_is_painted_as_the_article_is() -> None:
    quote = "كَتَبَ 2014"
    first, second = small().sections
    told = replace(first, claims=(claim("He wrote.", (1, quote)),))
    paragraphs = (Paragraph(1, quote), *small().paragraphs[1:])
    walk = Walk(replace(small(), sections=(told, second), paragraphs=paragraphs)).go("focus", "summary")
    walk.go("peek").go("prefer", {"harakat": "shown"})
    shown = painted(summary(walk, 40), 0, 1)
    bare = painted(summary(walk.go("prefer", {"harakat": "hidden"}), 40), 0, 1)
    assert shown != bare
    assert len(bare) == 40
    indic = painted(summary(walk.go("prefer", {"digits": "arabic-indic"}), 40), 0, 1)
    assert "٢٠١٤" in indic
    assert "2014" not in indic


def test_the_claim_over_its_quotes_is_painted_as_it_is_without_them() -> None:
    first, second = small().sections
    told = replace(first, claims=(claim("كَتَبَ أحمد 2014", (1, "كتب")),))
    walk = Walk(replace(small(), sections=(told, second))).go("focus", "summary")
    walk.go("prefer", {"harakat": "hidden"}).go("prefer", {"digits": "arabic-indic"})
    words = "".join(painted(summary(walk, 40), 0, 0).split("¶")[0].strip("▌ "))
    assert words in painted(summary(walk.go("peek"), 40), 0, 0)
