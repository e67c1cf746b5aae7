"""Documents larger than people write: a key does as much as its screen shows, however large they are."""

from collections.abc import Callable
from typing import Any

import pytest

from briefing.arabic.lines import Line
from briefing.document import Briefing, Citation, Claim
from briefing.document.long_paragraphs import LENGTH, WHOLE
from briefing.reading.marks import evidence, merged
from briefing.reading.passages import passages_of
from briefing.reading.selection import word_at
from briefing.tui.panes import sidebar_sheet
from briefing.tui.panes.article import Article
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.summary import Summary
from briefing.tui.panes.summary_sheet import SummarySheet
from briefing.tui.timeline import long_list
from tests.benchmarks.large import WORDS, of_claims, of_events, of_paragraphs, of_sections
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading

pytestmark = pytest.mark.whole

WINDOW = (100, 30)
KEYS = ("end", "up", "up", "pageup", "pageup", "up", "home", "down", "pagedown", "pagedown", "up", "end",
        "shift+down", "shift+up", "pageup", "tab", "end", "up", "pageup", "home", "pagedown")  # fmt: skip


class Calls:
    """How often something is called; it does what it always does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
        self.count = 0
        work: Callable[..., Any] = getattr(owner, name)

        def counted(*arguments: Any, **settings: Any) -> Any:
            self.count += 1
            return work(*arguments, **settings)

        monkeypatch.setattr(owner, name, counted)


@pytest.fixture
def no_background(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is measured but what a key needs."""
    monkeypatch.setattr(ItemView, "_measure_some", lambda *_: None)


def content(reader: Reader) -> list[str]:
    """What is painted in article and summary, their scrollbars left out."""
    panes = (reader.article, reader.summary)
    return ["".join(cell.text for cell in row[:-2]) for pane in panes for row in reader.inside(pane)[1:-1]]


async def walk(briefing: Briefing) -> list[list[str]]:
    """The screens that the keys lead to, and two sizes."""
    screens = []
    async with reading(briefing, size=WINDOW) as reader:
        for key in KEYS:
            await reader.press(key)
            screens.append(content(reader))
        for size in ((72, 24), WINDOW):
            await reader.resize(*size)
            screens.append(content(reader))
        await reader.wheel(5, 6, -4)
        screens.append(content(reader))
    return screens


@pytest.mark.parametrize("make", [of_claims, of_paragraphs])
async def test_what_is_shown_does_not_depend_on_what_is_measured(
    make: Callable[[int], Briefing], monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing = make(300)
    monkeypatch.setattr("briefing.tui.panes.measured_view._MEASURING", 60.0)  # all at once
    measured = await walk(briefing)
    monkeypatch.setattr(ItemView, "_measure_some", lambda *_: None)
    for key, guessed, whole in zip(
        (*KEYS, "narrow", "wide", "wheel"), await walk(briefing), measured, strict=True
    ):
        assert guessed == whole, key


@pytest.mark.parametrize(("make", "pane"), [(of_claims, Summary), (of_paragraphs, Article)])
async def test_to_the_end_and_back_only_what_is_around_is_laid_out(
    make: Callable[[int], Briefing],
    pane: type[Summary | Article],
    monkeypatch: pytest.MonkeyPatch,
    no_background: None,
) -> None:
    async with reading(make(5000), size=WINDOW) as reader:
        if pane is Summary:
            await reader.press("tab")
        sheet = SummarySheet if pane is Summary else ArticleSheet
        heights = Calls(monkeypatch, sheet, "height")
        for key in KEYS[:12]:
            heights.count = 0
            await reader.press(key)
            assert heights.count <= 6 * WINDOW[1], key


async def test_what_is_in_sight_stays_while_what_is_above_is_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure_some = ItemView._measure_some
    monkeypatch.setattr(ItemView, "_measure_some", lambda *_: None)
    async with reading(plain(*(WORDS * (1 + at // 50) for at in range(300))), size=WINDOW) as reader:
        article = reader.article
        await reader.press("end", "pageup")
        assert not article.is_measured
        before, top = content(reader), article.top
        measure_some(article, article._heights, 0, 60.0)
        assert article.is_measured
        assert article.top != top  # the guess was one
        article.refresh()
        await reader.settle()
        assert content(reader) == before


LONG = "\n".join(["سطر قصير (1)", WORDS * 1200, "كلمة", "ب" * 3 * LENGTH, WORDS * 300]) + " النهاية"


def test_parts_are_the_paragraph_and_end_with_its_lines() -> None:
    paragraphs = plain("قبل", LONG, "بعد").paragraphs
    parts = passages_of(paragraphs)
    assert parts is not None
    for index, paragraph in enumerate(paragraphs):
        own = [part for part in parts if part.paragraph == index]
        assert "".join(paragraph.text[part.start : part.end] for part in own) == paragraph.text
        assert all(part.end - part.start <= WHOLE for part in own)
        for part in own[1:]:
            before = paragraph.text[part.start - 1]
            assert before in "\n ب"
            assert (part.base is None) or part.base == "R"
    assert passages_of(plain("قبل", "ب" * WHOLE).paragraphs) is None


async def test_a_paragraph_in_parts_is_one_to_who_reads_it() -> None:
    async with reading(plain("قبل", LONG, "بعد"), size=WINDOW) as reader:
        await reader.press("down")
        assert reader.number == 2
        x, y = reader.find(" ¶2")
        for _ in range(3):
            await reader.click(x - 2, y)
        assert reader.selected == LONG
        seen = 0
        for _ in range(3000):
            seen += "¶2" in reader.text
            if "¶3" in reader.text:
                break
            await reader.press("pagedown")
        assert seen == 1
        assert reader.number in (2, 3)
        reader.screen.do("go-to", 2, {2: ((len(LONG) - 7, len(LONG)),)})
        await reader.settle()
        last = reader.reading.open.passages_beside(1)[-1]
        row = reader.article.rows_of_item(last)[-2]  # the lit words are on it, a blank one follows
        assert reader.article.top <= row < reader.article.top + reader.article.page
        await reader.press("end", "home")
        assert reader.number == 1


@pytest.mark.parametrize("key", ["shift+down", "shift+up", "shift+left", "shift+right"])
async def test_selecting_looks_at_the_lines_beside_only(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(plain("قبل", WORDS * 12_000), size=WINDOW) as reader:
        await reader.press("down", "pagedown", "pagedown", "shift+down", key, key)
        lines = Calls(monkeypatch, Line, "_cells_as_written")
        await reader.press(key)
        assert lines.count <= 2 * WINDOW[1]


def test_a_word_is_found_in_a_long_line() -> None:
    text = "كلمة " * 100_000
    assert word_at(text, 250_001) == (250_000, 250_004)
    assert word_at(text, 1) == (0, 4)
    assert word_at("ب" * 100_000, 50_000)[0] < 50_000


async def test_thousands_of_events_are_listed_a_row_each(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(of_events(3000), size=WINDOW) as reader:
        await reader.press("t", "end")
        events = reader.app.briefing.events
        last = max(range(3000), key=lambda at: (events[at].date, at))
        assert reader.event == last
        assert events[last].title in reader.text
        rows = Calls(monkeypatch, long_list, "short_row")
        for key in ("left", "left", "home", "right", "pagedown", "down"):
            rows.count = 0
            await reader.press(key)
            assert rows.count <= WINDOW[1], key
        by_date = sorted(range(3000), key=lambda at: (events[at].date, at))
        await reader.press("home", "right", "right")
        assert reader.event == by_date[2]
        x, y = reader.find(events[by_date[3]].title[:20])
        await reader.click(x, y)
        assert reader.event == by_date[3]


async def test_the_horizontal_sidebar_lays_out_what_it_has_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading(of_sections(3000), size=(80, 24)) as reader:
        labels = Calls(monkeypatch, sidebar_sheet, "one_line")
        await reader.press("2")
        assert labels.count < 100
        assert reader.section.key == "s2"
        reader.screen.do("open-view", 3000)
        await reader.settle()
        assert reader.section.key == "s3000"


def test_spans_that_meet_are_one() -> None:
    assert merged([(5, 8), (1, 3), (2, 4), (8, 9), (11, 12)]) == ((1, 4), (5, 9), (11, 12))


async def test_a_claim_that_cites_thousands_of_paragraphs_is_shown() -> None:
    briefing = of_paragraphs(2000)
    claim = Claim("All of it.", tuple(Citation(one.number, "قال") for one in briefing.paragraphs))
    lit = evidence(briefing, claim)
    async with reading(briefing, size=WINDOW) as reader:
        reader.screen.do("go-to", 1, lit)
        await reader.settle()
        assert set(reader.reading.marks["citation"]) == set(range(1, 2001))
        assert reader.article.top == 0
