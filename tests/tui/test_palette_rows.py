"""What the palette lists, what taking an entry does, and how an entry is painted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec.structs import replace

from briefing.arabic.folding import fold
from briefing.reading.views import Outline
from briefing.settings.words import say
from briefing.tui import BriefingApp
from briefing.tui.palette.entries import reader_index
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.matching import fitting_slices, words
from briefing.tui.palette.results import entry_row
from briefing.tui.palette.themes import theme_index
from briefing.tui.panes.row import placed
from briefing.tui.themes import AUTO, OWN, THEMES
from tests.reading.conftest import bare, small
from tests.tui.panes.test_sheets import COLOURS, LOOKS


def listed(briefing: Any) -> tuple[list[PaletteEntry], list[tuple[Any, ...]]]:
    """The entries of a reader's palette, and what taking each of them does."""
    acts: list[tuple[Any, ...]] = []
    index = reader_index(Outline(briefing), lambda *told: acts.append(told), lambda: acts.append(("theme",)))
    for entry in index.entries:
        entry.run()
    return [*index.entries], acts


def test_places_ways_and_actions_are_listed_and_lead_there() -> None:
    entries, acts = listed(small())
    assert [entry.name for entry in entries][:11] == [
        *(f"Section: {name}" for name in ("Full article", "First", "Second")),
        *(f"Event: {name}" for name in ("Came", "Spoke", "Ended")),
        "Name: Ahmad",
        *(say(f"palette.way.{way}") for way in ("side-by-side", "interleaved", "arabic", "english")),
    ]
    assert acts[:7] == [
        *(("open-view", at) for at in range(3)),
        *(("show-event", at) for at in range(3)),
        ("show-name", ("أحمد",)),
    ]
    assert acts[7:11] == [("take-way", way) for way in ("side-by-side", "interleaved", "arabic", "english")]
    assert acts[-2:] == [("theme",), ("quit",)]
    assert [entry.detail for entry in entries[:4]] == ["Key 0", "Key 1", "Key 2", "2020, stated"]
    assert {entry.detail for entry in entries[7:11]} == {"Key r"}
    assert entries[1].arabic == "الأول"
    assert (entries[1].forms, entries[6].forms) == ((), ("أحمد",))
    assert entries[-1].detail == "Key q"


def test_a_text_lists_only_what_it_has() -> None:
    entries, acts = listed(bare())
    names = [entry.name for entry in entries]
    assert not [name for name in names if name.startswith(("Section:", "Event:", "Name:"))]
    assert not {act[0] for act in acts} & {"take-way", "copy-claim", "names", "links"}


def test_a_section_without_a_title_is_found_by_its_arabic() -> None:
    first, second = small().sections
    entries, _ = listed(replace(small(), sections=(replace(first, title=""), second)))
    assert (entries[1].name, entries[1].forms, entries[1].arabic) == ("Section: 1", ("الأول",), "الأول")


def painted(entry: PaletteEntry, query: str, width: int, *, current: bool = False) -> list[str]:
    """The row of an entry, Arabic as tildes, and under it the first letters of the looks."""
    row = entry_row(entry, words(fold(query)), width, LOOKS, current)
    segments = placed(row, width, mirrored=False)
    signs = [sign for one in segments for sign in one.text]
    looks = [COLOURS[one.style.color][0] if one.style else "?" for one in segments for _ in one.text]
    return ["".join("~" if sign > "\u0600" and sign.isalpha() else sign for sign in signs), "".join(looks)]


EVENT = PaletteEntry("Event: They came", lambda: None, "2014, stated", arabic="وصلوا")
NAME = PaletteEntry("Name: Ahmad", lambda: None, "Minister", ("أحمد", "الأمير"))
QUIT = PaletteEntry("Quit", lambda: None)


@pytest.mark.parametrize(
    ("entry", "query", "width", "current", "expected"),
    [
        (
            EVENT,
            "came",
            50,
            False,
            [
                " Event: They came  2014, stated             ~~~~~ ",
                "tttttttttttttffffttqqqqqqqqqqqqqqqqqqqqqqqttqqqqqt",
            ],
        ),
        (
            EVENT,
            "came",
            50,
            True,
            [
                "▌Event: They came  2014, stated             ~~~~~ ",
                "uuuuuuuuuuuuuffffuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu",
            ],
        ),
        (
            EVENT,
            "th",
            34,
            False,
            [" Event: They came  2014,…   ~~~~~ ", "ttttttttfftttttttttqqqqqqqttqqqqqt"],
        ),
        (EVENT, "", 28, False, [" Event: They came     ~~~~~ ", "ttttttttttttttttttttttqqqqqt"]),
        (EVENT, "", 26, False, [" Event: They came   ~~~~~ ", "t" * 20 + "qqqqqt"]),
        (EVENT, "", 25, False, [" Event: They came        ", "t" * 25]),
        (EVENT, "th", 20, False, [" Event: They came   ", "ttttttttfftttttttttt"]),
        (EVENT, "th", 10, False, [" Event:…  ", "tttttttttt"]),
        (EVENT, "th", 2, True, ["▌ ", "uu"]),
        (
            NAME,
            "امير",
            40,
            False,
            [" Name: Ahmad  Minister            ~~~~~ ", "ttttttttttttttqqqqqqqqqqqqqqqqqqttffffqt"],
        ),
        (
            NAME,
            "",
            40,
            False,
            [" Name: Ahmad  Minister             ~~~~ ", "ttttttttttttttqqqqqqqqqqqqqqqqqqqttqqqqt"],
        ),
        (NAME, "احم", 30, True, ["▌Name: Ahmad  Minister   ~~~~ ", "uuuuuuuuuuuuuuuuuuuuuuuuuufffu"]),
        (QUIT, "qt", 12, False, [" Quit       ", "tfttfttttttt"]),
    ],
)
def test_an_entry_is_painted_as_it_was(
    entry: PaletteEntry, query: str, width: int, current: bool, expected: list[str]
) -> None:
    assert painted(entry, query, width, current=current) == expected


@pytest.mark.parametrize(
    ("query", "name", "spans"),
    [
        ("ahm", "name: ahmad", [(6, 9)]),
        ("mad", "name: ahmad", [(8, 11)]),
        ("na", "old ahmad", []),
        ("oa", "old ahmad", [(0, 1), (4, 5)]),
        ("ad ol", "old ahmad", [(7, 9), (0, 2)]),
    ],
)
def test_what_fits_is_told_where_it_stands(query: str, name: str, spans: list[tuple[int, int]]) -> None:
    assert [*fitting_slices(words(query), name)] == spans


@pytest.mark.parametrize("depth", ["truecolor", "256", "standard", "none"])
def test_every_theme_is_listed_that_the_colours_allow_and_the_one_in_use_is_told(depth: str) -> None:
    chosen: list[str] = []
    told = say("palette.in-use")

    def entries(wanted: str, theme: str) -> dict[str, PaletteEntry]:
        app = SimpleNamespace(depth=depth, wanted_theme=wanted, theme=theme, choose_theme=chosen.append)
        return {entry.name: entry for entry in theme_index(cast(BriefingApp, app)).entries}

    listed = entries(AUTO, "briefing-dark")
    assert tuple(listed)[1:] == (tuple(THEMES) if depth in ("truecolor", "256") else tuple(OWN))
    assert [name for name, entry in listed.items() if entry.detail == told] == [say("palette.theme.auto")]
    listed = entries("light", "briefing-light")
    assert [name for name, entry in listed.items() if entry.detail == told] == ["briefing-light"]
    for entry in listed.values():
        entry.run()
    assert chosen == [AUTO, *tuple(listed)[1:]]
