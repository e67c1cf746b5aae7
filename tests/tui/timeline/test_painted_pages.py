"""Pages of the timeline as they are painted: what is said of events, signs and letters of their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from rich.style import Style

from briefing.tui.timeline.chart import chart
from briefing.tui.timeline.dated import date_events
from briefing.tui.timeline.detail import short_row
from briefing.tui.timeline.long_list import LongList
from briefing.tui.timeline.page import TimelinePage, drawn_page, list_page, long_list_page
from tests.tui.timeline.samples import event
from tests.tui.timeline.test_charts import LETTER_OF, PALETTE

NOTED = replace(event("2024-06-10", title="Two rows of English words to read"), paragraphs=(2, 12, 6))
EXPECTED = replace(event("2025", "projected", arabic=""), paragraphs=(), note="")
AT_TWO = PALETTE._replace(at=1)


def drawn(selected: int | None, width: int, height: int) -> TimelinePage:
    events = date_events((event("2014", "inferred"), NOTED, EXPECTED))
    return drawn_page(chart(events, width, height), events, selected, width, height, AT_TWO)


def listed(selected: int, height: int) -> TimelinePage:
    events = date_events((event("2014", "inferred"), NOTED, EXPECTED))
    return list_page(events, selected, 40, height, AT_TWO)


def long(rank: int | None, width: int, height: int) -> TimelinePage:
    events = date_events(event(f"{year}") for year in range(1900, 1965))
    return long_list_page(events, rank, width, height, PALETTE)


def letter(style: Style | None) -> str:
    """The part that a style is for, whatever it leads to."""
    return "?" if style is None else LETTER_OF[Style(color=style.color)]


def painted(page: TimelinePage, height: int, offset: int = 0) -> list[str]:
    """Rows of a page, those of Arabic as tildes, and under each the letters of its parts."""
    found = []
    for y in range(height):
        row = page.row(y, offset, PALETTE)
        cells = [(sign, letter(one.style)) for one in (*row.segments, *row.end) for sign in one.text]
        signs = ("~" if "\u0600" < sign < "\u2000" or sign > "\ufb00" else sign for sign, _ in cells)
        found.append("".join(signs).rstrip())
        found.append("".join(" " if sign == " " else part for sign, part in cells).rstrip())
    return found


#: A page, its rows, how far it is scrolled, and what is painted.
CASES: dict[str, tuple[Callable[[], TimelinePage], int, int, str]] = {
    "drawn, with all there is": (
        lambda: drawn(1, 64, 12),
        12,
        0,
        """
  2014                                           10 Jun 2024
  llll                                           SS SSS SSSS
 ├─◇──┤────────────────────────┬──────────────────────●┄┄░░░░░░
 exexxeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaSaapppppp
                             2020                         2025
                             aaaa                         llll


● 10 Jun 2024   stated   ¶2 ¶12 ¶6 (2 of 3)               2 of 3
D DD DDD DDDD   tttttt   mm WWW mm mm mm mm               m mm m
Two rows of English words to                              ~~~ ~~
ttt tttt tt ttttttt ttttt tt                              ttt tt
read
tttt
A note.
m mmmmm
""",
    ),
    "drawn, an event without Arabic": (
        lambda: drawn(2, 76, 8),
        8,
        0,
        """
  2014                                                      10 Jun 2024
  llll                                                      ll lll llll
 ├──◇──┤──────────────────────────────┬──────────────────────────●┄┄░░░░░░░
 exxexxeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeaaSSSSSSS
                                    2020                             2025
                                    aaaa                             SSSS
░ 2025   projection                                                   3 of 3
D DDDD   tttttttttt                                                   m mm m
What happened
tttt tttttttt
""",
    ),
    "drawn in three rows": (
        lambda: drawn(1, 64, 3),
        3,
        0,
        """
  2014                                    10 Jun 2024     2025
  llll                                    SS SSS SSSS     llll
 ├─◇──┤───────────────────────────────────────────────●┄┄░░░░░░
 exexxeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaSaapppppp
● 10 Jun 2024  Two rows of English words to read        ~~~ ~~↓
D DD DDD DDDD  ttt tttt tt ttttttt ttttt tt tttt        ttt tta
""",
    ),
    "one row of detail": (
        lambda: drawn(0, 64, 1),
        1,
        0,
        """
◇ 2014  What happened                                   ~~~ ~~↓
D DDDD  tttt tttttttt                                   ttt tta
""",
    ),
    "drawn, none selected": (
        lambda: drawn(None, 100, 6),
        6,
        0,
        """
   2014                                                                         10 Jun 2024  2025
   llll                                                                         ll lll llll  llll
 ├───◇───┤───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───────┬───●┄┄┄┄░░░░░░░░░
 exxxexxxeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaeaaaappppppppp
               2016    2017    2018    2019    2020    2021    2022    2023    2024
               aaaa    aaaa    aaaa    aaaa    aaaa    aaaa    aaaa    aaaa    aaaa
● day  ├◆┤ month or year  ●━● range  ● ◆ stated  ○ ◇ inferred  ┄░░ projection  ◎ ◉ several  ╱╱ gap
l mmm  lll mmmmm mm mmmm  lll mmmmm  l l mmmmmm  l l mmmmmmmm  lll mmmmmmmmmm  l l mmmmmmm  ll mmm
""",
    ),
    "a list": (
        lambda: listed(1, 40),
        16,
        0,
        """
◇ 2014   inferred   ¶2 ¶6
D DDDD   tttttttt   mm mm
What happened
tttt tttttttt
                                  ~~~ ~~
                                  ttt tt


● 10 Jun 2024   stated   ¶2 ¶12 ¶6 (2
S SS SSS SSSS   tttttt   mm WWW mm mm
of 3)
mm mm
Two rows of English words to read
ttt tttt tt ttttttt ttttt tt tttt
                                  ~~~ ~~
                                  ttt tt
A note.
m mmmmm


░ 2025   projection
D DDDD   tttttttttt
What happened
tttt tttttttt


●   on that day
l   mm mmmm mmm
├◆┤ at some time in that month or year
lll mm mmmm mmmm mm mmmm mmmmm mm mmmm
●━● from the one day to the other
lll mmmm mmm mmm mmm mm mmm mmmmm
""",
    ),
    "a list that is scrolled": (
        lambda: listed(0, 4),
        4,
        3,
        """
A note.                               ↑
m mmmmm                               a


● 10 Jun 2024   stated   ¶2 ¶12 ¶6
D DD DDD DDDD   tttttt   mm mmm mm
Two rows of English words to read     ↓
ttt tttt tt ttttttt ttttt tt tttt     a
""",
    ),
    "a long list": (
        lambda: long(1, 44, 6),
        6,
        0,
        """
◆ 1900  What happened               ~~~ ~~
D DDDD  tttt tttttttt               ttt tt
◆ 1901   stated   ¶2 ¶6            2 of 65
S SSSS   tttttt   mm mm            m mm mm
What happened                       ~~~ ~~
tttt tttttttt                       ttt tt
A note.
m mmmmm
◆ 1902  What happened               ~~~ ~~
D DDDD  tttt tttttttt               ttt tt
◆ 1903  What happened               ~~~ ~~↓
D DDDD  tttt tttttttt               ttt tta
""",
    ),
    "the end of a long list": (
        lambda: long(63, 44, 6),
        6,
        64,
        """
What happened                       ~~~ ~~↑
tttt tttttttt                       ttt tta
A note.
m mmmmm
◆ 1964  What happened               ~~~ ~~
D DDDD  tttt tttttttt               ttt tt


●   on that day
l   mm mmmm mmm
├◆┤ at some time in that month or year    ↓
lll mm mmmm mmmm mm mmmm mmmmm mm mmmm    a
""",
    ),
    "a long list, none selected": (
        lambda: long(None, 30, 4),
        4,
        63,
        """
◆ 1963  What…         ~~~ ~~↑
D DDDD  ttttt         ttt tta
◆ 1964  What…         ~~~ ~~
D DDDD  ttttt         ttt tt


●   on that day             ↓
l   mm mmmm mmm             a
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_painted_as_it_was(name: str) -> None:
    page, height, offset, expected = CASES[name]
    assert "\n".join(painted(page(), height, offset)).rstrip() == expected.strip("\n")


@pytest.mark.parametrize(
    ("arabic", "width", "expected"),
    [
        ("", 34, "● 10 Jun 2024  Words that are cut…"),
        ("", 36, "● 10 Jun 2024  Words that are cut a…"),
        ("", 21, "● 10 Jun 2024"),
        ("ما حدث", 33, "● 10 Jun 2024  Words that are cu…"),
        ("ما حدث", 34, "● 10 Jun 2024  Words tha…   ~~~ ~~"),
    ],
)
def test_a_row_has_the_arabic_if_the_english_has_room(arabic: str, width: int, expected: str) -> None:
    (one,) = date_events([event("2024-06-10", title="Words that are cut at the end", arabic=arabic)])
    text = "".join(segment.text for segment in short_row(one, width, PALETTE))
    signs = ("~" if "\u0600" < sign < "\u2000" or sign > "\ufb00" else sign for sign in text)
    assert "".join(signs).rstrip() == expected


def test_a_legend_comes_with_the_tenth_row_and_air_with_the_eleventh() -> None:
    pages = [drawn(0, 100, height) for height in (9, 10, 11)]
    rows = len(pages[0].fixed)
    assert [len(page.fixed) for page in pages] == [rows, rows, rows + 1]
    assert [len(page.foot) for page in pages] == [0, 1, 1]
    assert pages[2].fixed[-1].segments == ()


def test_of_a_long_list_only_the_selected_event_has_rows_to_be_shown() -> None:
    page = long(1, 44, 6)
    assert isinstance(page.body, LongList)
    assert page.body.rows_of(1) == range(1, 4)
    assert [*page.body.rows_of(2)] == []
    none = long(None, 44, 6).body
    assert isinstance(none, LongList)
    assert [*none.rows_of(1)] == []
