"""The whole screen in a language that runs from right to left, of which every word stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from briefing.document import (
    Basis,
    Briefing,
    Citation,
    Claim,
    Event,
    Name,
    Paragraph,
    Section,
    Title,
    section_index,
)
from briefing.document.model import Inline
from briefing.settings.words import ENGLISH, say
from briefing.tui import BriefingApp
from briefing.tui.timeline import Timeline
from tests.tiers import in_full, some_of
from tests.tui.briefings import bundled
from tests.tui.doubled import doubled, in_doubled_words
from tests.tui.reader import SIZES, Reader, reading, wait_for_dates
from tests.tui.test_snapshots import NAMED_SIZES, SnapCompare, somewhere

# The section that a feature is opened at, and the keys to it.
FEATURES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "section": ("2", ()),
    "evidence": ("0", ("tab", "down", "down")),
    "timeline": ("1", ("t", "right")),
    "help": ("1", ("question_mark",)),
    "source": ("0", ("i",)),
    "names": ("0", ("m",)),
    "palette": ("1", ("ctrl+p",)),
}
#: Features that came later, in one size for every change; their looks are those of the windows above.
LATER: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "claim's slip": ("1", ("A",)),
    "event's slip": ("1", ("V",)),
    "name's slip": ("1", ("M",)),
    "search": ("1", ("slash", "x")),
    "search, narrowed": ("1", ("slash", "x", "ctrl+t", "ctrl+r")),
    "paragraph": ("1", ("colon",)),
    "copy menu": ("1", ("C",)),
    "links": ("1", ("a",)),
    "interleaved": ("1", ("r",)),
    "english": ("1", ("r", "r", "r")),
    "peek": ("1", ("tab", "o")),
}

WORD: Final = r"[A-Za-z][A-Za-z-]+"
ARABIC: Final = "نص قصير فيه كلمات قليلة"
DATES: Final[tuple[tuple[str, Basis], ...]] = (
    ("2023-12-05", "stated"),
    ("2024?-03", "inferred"),
    ("2024-05-01/2024-05-09", "inferred"),
    ("2024-09/..", "stated"),
    ("2025~", "projected"),
)
#: A briefing without a word of English of its own.
SILENT: Final = Briefing(
    title=Title("2024", ARABIC),
    bottom_line="1 2 3",
    provenance=None,
    paragraphs=tuple(Paragraph(number, ARABIC) for number in (1, 2, 3)),
    sections=(
        Section(
            "1",
            "11",
            ARABIC,
            (1, 2),
            (Claim("4 5 6", (Citation(1, "نص"),)), Claim("7 8", (Citation(2, "نص"),))),
        ),
        Section("2", "22", ARABIC, (3,), (Claim("9 9", (Citation(3, "نص"),)),)),
    ),
    events=tuple(Event(date, "33", ARABIC, (1,), basis, "44") for date, basis in DATES),
    names=(Name("person", "55", ("نص",), "66"),),
    path="1",
)

_FIRST: Final = replace(SILENT.paragraphs[0], inlines=(Inline(0, 2, "link", "https://a.invalid/"),))
#: The same with a link.
LINKED: Final = replace(SILENT, paragraphs=(_FIRST, *SILENT.paragraphs[1:]))


@pytest.fixture(autouse=True)
def _in_doubled_words() -> Iterator[None]:
    with in_doubled_words():
        yield


def test_the_test_language_doubles_words_and_keeps_places() -> None:
    assert (
        doubled("To the shell; {what} it's (SVG) 2")
        == "To To the the shell shell; {what} it's it's (SVG SVG) 2"
    )
    assert say("timeline.count", number=1, count=2) == "1 of of 2"


@pytest.mark.whole
@pytest.mark.parametrize(
    ("feature", "size"),
    [
        pytest.param(feature, size, marks=[] if size == "120x36" else pytest.mark.whole)
        for feature in FEATURES
        for size in NAMED_SIZES
    ],
)
def test_looks(feature: str, size: str, snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)
    section, keys = FEATURES[feature]

    async def get_there(pilot: Pilot[Any]) -> None:
        await wait_for_dates(pilot)
        await Reader(app, pilot).press(*keys)

    app = BriefingApp(somewhere(), section_index(bundled(), section))
    assert snap_compare(app, press=(), terminal_size=NAMED_SIZES[size], run_before=get_there)


def said_once(row: str) -> list[str]:
    """The words of the program's English that stand only once in a painted row."""
    known = {word.lower() for words in ENGLISH.words.values() for word in re.findall(WORD, words)}
    words = [] if "…" in row else re.findall(WORD, row)  # where it is cut off, a pair may be too
    found: list[str] = []
    while words:
        word = words.pop(0)
        if words and words[0] == word:
            words.pop(0)
        elif word.lower() in known:
            found.append(word)
    return found


@pytest.mark.parametrize(
    ("feature", "size"),
    [case for feature in LATER for case in some_of(*((feature, size) for size in SIZES))],
)
async def test_later_windows_are_mirrored_and_say_everything(
    feature: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))  # nothing is said of it
    section, keys = LATER[feature]
    async with reading(LINKED, size=size, section=section) as reader:
        await reader.press(*keys)
        reader.app.clear_notifications()  # whose lines are wrapped between a word and its double
        await reader.settle()
        assert {len(cells) for cells in reader.cells()} == {size[0]}
        rows = reader.window_text.splitlines()
        for row in rows:
            assert row.count("│") % 2 == 0, row
        leaves = ("Source:", "1 · ")  # what is copied is the same in every language
        said = [once for row in rows if not any(one in row for one in leaves) for once in said_once(row)]
        assert said == []


async def test_labels_and_words_beside_a_field_keep_a_gap() -> None:
    async with reading(SILENT, size=(80, 24)) as reader:
        await reader.press("M")
        row = next(row for row in reader.rows() if "Kind Kind" in row)
        assert "place place weapon weapon body body person person   " in row
        assert row.rstrip("│").endswith("  Kind Kind ")
        await reader.press("escape", "slash", "x")
        assert " No No match match x " in reader.row(23)


async def test_the_field_for_a_paragraph_stands_on_the_left_of_its_label() -> None:
    async with reading(SILENT, size=(80, 24)) as reader:
        await reader.press("colon", "2")
        assert re.fullmatch(r" +2 +Paragraph Paragraph \(1-3\): ", reader.row(23))


@pytest.mark.parametrize("feature", FEATURES)
async def test_nothing_is_left_in_english_and_no_row_is_broken(feature: str) -> None:
    section, keys = FEATURES[feature]
    async with reading(SILENT, size=SIZES[0], section=section) as reader:
        await reader.press(*keys)
        for size in SIZES if in_full() else SIZES[::2]:
            await reader.resize(*size)
            assert {len(cells) for cells in reader.cells()} == {size[0]}
            rows = reader.window_text.splitlines()  # what is behind a window is cut
            for row in rows:
                assert row.count("╭") == row.count("╮"), row
                assert row.count("╰") == row.count("╯"), row
                assert row.count("│") % 2 == 0, row
            if feature != "help":  # whose long lines are wrapped, also between a word and its double
                assert [once for row in rows for once in said_once(row)] == []
            else:
                painted = " ".join(cell for row in rows for cell in row.split("│"))
                assert "Here Here: Article Article" in re.sub(" +", " ", painted)


async def test_panes_stand_the_other_way_round() -> None:
    async with reading(size=(120, 36)) as reader:
        sidebar, article, summary = map(reader.region, (reader.sidebar, reader.article, reader.summary))
        assert (summary.x, summary.right, article.right, sidebar.right) == (0, article.x, sidebar.x, 120)
        assert sidebar.width == 24
        rows = [row.rstrip("│") for row in reader.rows()[sidebar.y : sidebar.bottom]]
        assert any(row.endswith("Background 1▐") for row in rows)
        bar = [cells[1].style.bgcolor for cells in reader.inside(reader.article)[1:-1]]
        assert len(set(bar)) == 2  # the thumb and the rest
        await reader.resize(80, 24)
        assert reader.region(reader.sidebar).height == 1
        assert reader.region(reader.summary).right == reader.region(reader.article).x
        await reader.press("tab")
        assert reader.focused == "summary"
        await reader.resize(50, 20)
        assert reader.region(reader.summary).width == 50
        await reader.resize(120, 36)
        assert reader.region(reader.sidebar).right == 120


async def test_a_click_does_what_stands_there() -> None:
    async with reading(size=(120, 36)) as reader:
        await reader.click(*reader.find("Criticism"))
        assert reader.section.title == "Criticism"
        await reader.click(*reader.find("Section Section 0-4"))
        await reader.click(reader.find("Help Help")[0], 35)
        assert "Keys Keys" in reader.text
        await reader.press("escape")
        claim = reader.section.claims[0]
        await reader.click(*reader.find(" ".join(claim.text.split()[:3])))
        assert reader.claim == claim
        column, row = reader.find(" ,10 ,9–10")  # a list runs from right to left, as time does
        await reader.click(column + 2, row)
        assert "06-10" in reader.app.briefing.events[reader.event].date
        await reader.click(*reader.find("Apr Apr"))
        assert "04" in reader.app.briefing.events[reader.event].date
        assert reader.screen.query_one(Timeline).has_focus


async def test_an_arrow_leads_to_the_event_that_is_painted_on_its_side() -> None:
    async with reading(SILENT, size=(120, 36)) as reader:
        await reader.press("t", "home")
        first = reader.event
        await reader.press("right")
        assert reader.event == first, "nothing is on the right of the first event"
        seen = []
        for key in ("left", "h", "right", "l"):
            await reader.press(key)
            seen.append(reader.event)
        assert seen == [1, 2, 1, 0]
        await reader.resize(120, 80)
        await reader.press("question_mark")
        row = next(row for row in reader.rows() if "Earlier Earlier" in row)
        assert row.index("→") > row.index("Earlier"), "keys stand on the right of what they do"
        assert "←" not in row


async def test_a_number_leads_to_its_paragraph() -> None:
    async with reading(size=(120, 36)) as reader:
        await reader.press("t", "home", *["left"] * 4)
        assert len(reader.app.briefing.events[reader.event].paragraphs) > 1
        number = reader.app.briefing.events[reader.event].paragraphs[-1]
        row = next(y for y, row in enumerate(reader.rows()) if f"¶{number}" in row and "10 Jun Jun" in row)
        event = reader.event
        await reader.click(reader.row(row).index(f"¶{number}"), row)
        assert (reader.focused, reader.number, reader.event) == ("article", number, event)


async def test_a_click_in_the_horizontal_sidebar_opens_what_stands_there() -> None:
    async with reading(size=(80, 24)) as reader:
        row = reader.region(reader.sidebar).y
        await reader.click(reader.row(row).index(" 3 ") + 1, row)
        assert reader.section.title == "Working groups"
        assert reader.row(row).rstrip().endswith("▁0")  # the sign of what was seen stands before it


async def test_the_mouse_selects_the_words_under_it() -> None:
    async with reading(size=(120, 36)) as reader:
        words = " ".join(reader.section.claims[0].text.split()[:2])
        column, row = reader.find(words)
        await reader.drag(column, row, row + 1)
        assert reader.selected.startswith(words)
        shown = next(line for line in reader.page() if line.line is not None and line.number is not None)
        assert shown.line is not None
        top = reader.region(reader.article).y + 1
        await reader.drag(shown.right - 1, top, top + 1)
        paragraph = reader.app.briefing.paragraph(shown.number or 0).text
        assert reader.selected.startswith(paragraph[: shown.line.end])
