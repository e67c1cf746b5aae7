"""What is sent where terminals count differently: on each of them all else stands in its column."""

import re
import unicodedata
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from briefing.arabic.graphemes import grapheme_clusters
from briefing.machine.terminal.fitted_cells import Widths

STYLE = Style(color="#dddddd", bgcolor="#101116")
BORDER = Style(color="#555555", bgcolor="#101116")
SIGNS = "\u06dd\u0600\u0605\u0890\u08e2\u070f"
_CURSOR = re.compile(r"\x1b\[(\d+)([GD])|(\r)|(.)", re.DOTALL)

Width = Callable[[str], int]


def each_a_cell(character: str) -> int:
    """A terminal that knows no marks but the oldest, and no emoji: all others have a cell."""
    if unicodedata.ucd_3_2_0.category(character) in ("Mn", "Me") or "\ufe00" <= character <= "\ufe0f":
        return 0
    return 2 if character > "\U0001f000" or unicodedata.east_asian_width(character) == "W" else 1


def no_sign(character: str) -> int:
    """One to which signs that enclose digits, and spacing marks, have no cell."""
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf") else each_a_cell(character)


def old(character: str) -> int:
    """One whose wide characters are those of 2002; what it does not know has no cell."""
    known = unicodedata.ucd_3_2_0
    if known.category(character) in ("Cn", "Mn", "Me"):
        return 0
    return 2 if known.east_asian_width(character) in "WF" else 1


def seen(sent: Iterable[Segment], width: Width, columns: int = 80) -> list[str]:
    """The cells that a terminal shows: what follows a wide character's is empty."""
    cells = [""] * (columns + 8)
    at = 0
    for text, _, _ in sent:
        for number, move, back, character in _CURSOR.findall(text):
            if move:
                at = int(number) - 1 if move == "G" else at - int(number)
            elif back:
                at = 0
            elif taken := width(character):
                cells[at : at + taken] = [character, *[""] * (taken - 1)]
                at += taken
            elif at:
                cells[at - 1] += character
    return cells


TERMINALS = {"each": each_a_cell, "no sign": no_sign, "old": old}
CLUSTERS = (
    "❤️", "☪️", "⚠️", "©️", "1️⃣", "👍🏽", "👨", "🇫🇷", "🇫", "⌚", "😀", "मा", "कि", "क्ष", "நி", "கொ", "กำ", "ກຳ",
    "ที่", "각", "ᄀ", "가", *SIGNS, "b\u0897", "b\u1acf", "🫩", "🪿", "a" + "\u0301" * 8, "漢", "é", "ش", "ﺷ",
    "1", " ",
)  # fmt: skip


@pytest.mark.parametrize("name", TERMINALS)
@pytest.mark.parametrize(
    "widths", [Widths(), Widths(marks=True), Widths(relays=True), Widths(adds_up=True)], ids=str
)
@given(st.lists(st.sampled_from(CLUSTERS), max_size=12))
def test_what_stands_behind_is_in_its_column(widths: Widths, name: str, clusters: list[str]) -> None:
    text = "".join(clusters)
    row = [Segment("│ ", BORDER), Segment(text, STYLE), Segment("│x│", BORDER)]
    end = 2 + cell_len(text)
    cells = seen(widths.fitted(row), TERMINALS[name])
    assert cells[:1] + cells[end : end + 3] == ["│", "│", "x", "│"]


@pytest.mark.parametrize("name", TERMINALS)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_in_its_cell_whether_the_terminal_gives_it_one_or_not(name: str, sign: str) -> None:
    row = [Segment("│ ", BORDER), Segment(f"abc {sign}12 ", STYLE), Segment("│", BORDER)]
    cells = seen(Widths().fitted(row), TERMINALS[name])
    assert [cell.strip() for cell in cells[:11]] == ["│", "", "a", "b", "c", "", sign, "1", "2", "", "│"]


@pytest.mark.parametrize(
    "text", ["نص عربيّ", "│ May 2024 (DICAS) é ", "漢字 かな 한글", "… — “x” ▶ ⟶"[:-2], "ﺍﻟﻌﺮﺑﻴﺔ ﷺ"]
)
def test_what_is_alike_everywhere_is_sent_as_it_is(text: str) -> None:
    row = [Segment(text, STYLE)]
    assert not Widths().may_differ(text)
    assert list(Widths().fitted(row)) == row


def test_what_the_text_holds_beside_it_is_not_sent_twice() -> None:
    row = [Segment("│ ", BORDER), Segment("abc ❤️ def", STYLE)]
    sent = "".join(segment.text for segment in Widths().fitted(row))
    assert sent == "│ abc   \x1b[7G❤️\x1b[9G def"


def covered(sent: Iterable[Segment], columns: int = 80) -> list[str]:
    """What foot shows: a cluster's ground lies over as many cells as its characters have together."""
    cells: list[str] = [""] * (columns + 8)
    at = 0
    for text, _, _ in sent:
        base = -1  # no cluster goes on behind a move of the cursor
        for number, move, back, character in _CURSOR.findall(text):
            if move:
                at = int(number) - 1
            elif back:
                at = 0
            elif base >= 0 and len([*grapheme_clusters(cells[base] + character)]) == 1:
                cells[base] += character
            else:
                cells[at], base = character, at
                at += cell_len(character)
    for at in reversed(range(columns)):
        width = sum(each_a_cell(one) - ("🇦" <= one <= "🇿") for one in cells[at])
        for right in range(at + 1, at + width):
            cells[right] = ""
    return cells


@pytest.mark.parametrize("cluster", ["👍🏽", "👨\u200d👩\u200d👧\u200d👦", "मा", "कि", "❤️", "1️⃣", "🇫🇷", "கொ"])
def test_nothing_is_covered_where_widths_add_up(cluster: str) -> None:
    row = [Segment(f"a{cluster}¶1{cluster}", STYLE), Segment("│", BORDER)]
    width = cell_len(cluster)
    cells = covered(Widths(adds_up=True).fitted(row))
    assert cells[0] == "a"
    assert cells[1].startswith(cluster[0])
    assert cells[width + 1 : width + 3] == ["¶", "1"]
    assert cells[2 * width + 3] == "│"
    assert not cells[1].endswith("\u200d")


def test_all_of_a_cluster_is_sent_where_its_ground_covers_nothing() -> None:
    sent = "".join(segment.text for segment in Widths().fitted([Segment("a👍🏽b", STYLE)]))
    assert "👍🏽" in sent
