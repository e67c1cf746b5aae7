"""Charts as they are painted, sign by sign, and under each row the part of the timeline that a sign is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.style import Style

from briefing.arabic import AS_WRITTEN
from briefing.document import Event
from briefing.document.model import Basis
from briefing.tui.timeline.chart import chart
from briefing.tui.timeline.dated import DatedEvent, date_events
from briefing.tui.timeline.timeline_looks import TimelineLooks
from tests.tui.timeline.samples import BUNDLED, event

#: A letter for each part: text, muted, axis, event, extent, projection, label, date, selected, within, hit.
LETTERS = "tmaexplDSWh"
PALETTE = TimelineLooks._make(
    [*(Style(color=f"color({at})") for at in range(16, 16 + len(LETTERS))), AS_WRITTEN, None, None]
)
LETTER_OF = dict(zip(PALETTE, LETTERS, strict=False))


def painted(events: Sequence[DatedEvent], width: int, height: int, selected: int | None = None) -> list[str]:
    """The rows of a chart, and under each the letters of its parts."""
    rows = []
    for row in chart(events, width, height).rows(selected, PALETTE):
        cells = [(sign, LETTER_OF[one.style]) for one in row.segments for sign in one.text if one.style]
        rows.append("".join(sign for sign, _ in cells).rstrip())
        rows.append("".join(" " if sign == " " else part for sign, part in cells).rstrip())
    return rows


def events(*dates: tuple[str, Basis]) -> tuple[Event, ...]:
    return tuple(event(date, basis) for date, basis in dates)


CASES: dict[str, tuple[tuple[Event, ...], int, int, int | None, str]] = {
    "a month, a range and a gap": (
        BUNDLED,
        76,
        8,
        4,
        """
2014       Mar 2024?       Apr 2024?                  c. Dec 2025?–Jun 2026?
llll       lll lllll       lll lllll                  ll lll lllllllll lllll
                                                        ○━○
                                                        eee
 ├◆┤─╱╱─├──────◇───────┤├──────◇───────┤─────────────┬────○─○┄╱╱┄░░░░░░░░░░
 eeeammaexxxxxxexxxxxxxeexxxxxxexxxxxxxeaaaaaaaaaaaaaaaaaaSaeammapppppppppp
                                               9–10, 10, 11 Jun 2024?
                                               lllll SSl ll lll lllll
""",
    ),
    "with room": (
        BUNDLED,
        96,
        12,
        6,
        """
2014          Mar 2024?            Apr 2024?                              c. Dec 2025?–Jun 2026?
llll          lll lllll            lll lllll                              SS SSS SSSSSSSSS SSSSS
                                                                         ○━○
                                                                         eee
 ├◆┤─╱╱─├─────────◇─────────┤├─────────◇─────────┤┬─────────────────┬──────○─○┄╱╱┄░░░░░░░░░░░░░
 eeeammaexxxxxxxxxexxxxxxxxxeexxxxxxxxxexxxxxxxxxeaaaaaaaaaaaaaaaaaaaaaaaaaeaeammaSSSSSSSSSSSSS
                                              May 2024          9–10, 10, 11 Jun 2024?
                                              aaa aaaa          lllll lll ll lll lllll
""",
    ),
    "kinds": (
        events(
            ("2024-01-05", "stated"),
            ("2024-02", "stated"),
            ("2024-02-20/..", "stated"),
            ("../2024-01-20", "inferred"),
            ("2024-03-10/2024-04-20", "stated"),
            ("2024-05", "inferred"),
            ("2024-06/2024-09", "projected"),
        ),
        96,
        8,
        1,
        """
5 Jan 2024  Feb 2024  10 Mar–20 Apr 2024  May 2024                 Jun–Sep 2024
l lll llll  SSS SSSS  ll llllll lll llll  lll llll                 lllllll llll
          ├────◆────┤
          SWWWWSWWWWS
 ●───◂○──────────●▸────●━━━━━━━━━━━━━━●──├────◇────┤░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
 eaaaeeaaaaaaaaaaeeaaaaeeeeeeeeeeeeeeeeaaexxxxexxxxeppppppppppppppppppppppppppppppppppppppppppp
until 20 Jan 2024  from 20 Feb 2024
lllll ll lll llll  llll ll lll llll
""",
    ),
    "two on the last day": (
        events(("2020-06-10", "stated"), ("2024-06-12", "stated"), ("2024-06-12", "stated")),
        60,
        6,
        None,
        """
10 Jun 2020                                   12 Jun 2024 ×2
ll lll llll                                   ll lll llll ll
 ●───────┬─────────────┬─────────────┬──────────────┬─────◉
 eaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae
       2021          2022          2023           2024
       aaaa          aaaa          aaaa           aaaa
""",
    ),
    "several on a day": (
        events(
            ("2024-01-05", "stated"),
            ("2024-01-05", "stated"),
            ("2024-01-05", "stated"),
            ("2024-01-06", "inferred"),
            ("2024-01-06", "inferred"),
            ("2024", "inferred"),
            ("2024-11-05", "projected"),
        ),
        70,
        8,
        0,
        """
                                 2024
                                 llll
   ● ○
   e e
 ├─◉─○────────────────────────────◇───────────────────────░─────────┤
 exSxexxxxxxxxxxxxxxxxxxxxxxxxxxxxexxxxxxxxxxxxxxxxxxxxxxxpxxxxxxxxxe
             5 Jan ×3, 6 Jan ×2, 5 Nov 2024
             S SSS SSl l lll lll l lll llll
""",
    ),
    "centuries": (
        events(("-0300", "stated"), ("-0044-03-15", "stated"), ("0080", "inferred"), ("0079-10", "stated")),
        90,
        8,
        None,
        """
301 BC     Oct 79 AD                                    80 AD
lll ll     lll ll ll                                    ll ll
 ├◆┤─╱╱─●─╱╱─├─◆──┤─────────├─────────────────────────────◇─────────────────────────────┤
 eeeammaeammaexexxeaaaaaaaaaexxxxxxxxxxxxxxxxxxxxxxxxxxxxxexxxxxxxxxxxxxxxxxxxxxxxxxxxxxe
  15 Mar 45 BC
  ll lll ll ll
""",
    ),
    "decades": (
        events(
            ("1950", "stated"),
            ("1962-10", "stated"),
            ("1989-11-09", "stated"),
            ("2003/2011", "stated"),
            ("2030", "projected"),
        ),
        90,
        6,
        3,
        """
1950       Oct 1962                    9 Nov 1989          2003–2011                 2030
llll       lll llll                    l lll llll          SSSSSSSSS                 llll
  ◆─────────┬──◆───────┬─────────┬──────────●──────────┬──●━━━━━━━━━●┄┄┄┄┄┄┄┬┄┄┄┄┄┄┄┄┄░░░
  eaaaaaaaaaaaaeaaaaaaaaaaaaaaaaaaaaaaaaaaaaeaaaaaaaaaaaaaSSSSSSSSSSSaaaaaaaaaaaaaaaaappp
1950      1960       1970      1980                  2000                 2020
aaaa      aaaa       aaaa      aaaa                  aaaa                 aaaa
""",
    ),
    "labels that just have room": (
        BUNDLED,
        66,
        3,
        0,
        """
2014      Mar 2024?    Apr 2024?  9–10 Jun 2024?  10, 11 Jun 2024?
SSSS      lll lllll    lll lllll  llll lll lllll  lll ll lll lllll
 ├◆┤─╱╱─├─────◇─────┤├─────◇─────┤─────────────○━◎─○┄╱╱┄░░░░░░░░░
 SSSammaexxxxxexxxxxeexxxxxexxxxxeaaaaaaaaaaaaaeeeaeammappppppppp
""",
    ),
    "before and after the first year": (
        events(("-0030-05", "stated"), ("0035-03", "stated")),
        90,
        6,
        None,
        """
May 31 BC                                                                        Mar 35 AD
lll ll ll                                                                        lll ll ll
 ◆┬────────────┬─────────────┬────────────┬───────────┬─────────────┬────────────┬──────◆
 eaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae
30 BC        20 BC         10 BC        1 AD        10 AD         20 AD        30 AD
aa aa        aa aa         aa aa        a aa        aa aa         aa aa        aa aa
""",
    ),
    "a year unknown": (
        events(("1950", "stated"), ("1962-10", "stated"), ("XXXX-05", "stated")),
        60,
        3,
        1,
        """
 1950                               Oct 1962    year unknown
 llll                               SSS SSSS    aaaa aaaaaaa
 ├◆─┤─────────────────────────────────────◆   ┊ ◆
 eexeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaS   a e
""",
    ),
    "the axis alone": (
        events(("1950", "stated"), ("1962-10", "stated")),
        60,
        2,
        0,
        """
 ├─◆─┤────────────────────────────────────────────────────◆
 SWSWSaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaae
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_chart_is_painted_as_it_was(name: str) -> None:
    own, width, height, selected, expected = CASES[name]
    assert "\n".join(painted(date_events(own), width, height, selected)) == expected.strip("\n")
