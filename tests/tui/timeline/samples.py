"""Events to test with: the bundled ones, one of each kind, and any that hypothesis comes up with."""

from collections.abc import Sequence
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

from briefing.document import Event
from briefing.document.model import Basis
from briefing.sources import load_bundled
from briefing.tui.timeline.dated import DatedEvent, date_events
from briefing.tui.timeline.timeline_looks import TimelineLooks

BUNDLED = load_bundled().events
PLAIN = TimelineLooks.plain()
#: Reading dates takes its time.
SOME = settings(deadline=None, max_examples=min(40, settings().max_examples // 2))
#: Of tests whose examples are large, and take ten times as long.
FEW = settings(deadline=None, max_examples=max(4, settings().max_examples // 5))
WIDTHS = st.integers(20, 220)


def event(date: str, basis: Basis = "stated", title: str = "What happened", arabic: str = "ما حدث") -> Event:
    return Event(date=date, title=title, arabic=arabic, paragraphs=(2, 6), basis=basis, note="A note.")


def dated(*dates: str, basis: Basis = "stated") -> tuple[DatedEvent, ...]:
    return date_events(event(date, basis) for date in dates)


@cache
def bundled() -> tuple[DatedEvent, ...]:
    return date_events(BUNDLED)


def at(events: Sequence[DatedEvent], date: str) -> DatedEvent:
    return next(one for one in events if one.event.date == date)


_years = st.integers(1900, 2040) | st.integers(2023, 2025)
_marks = st.sampled_from(["", "", "?", "~"])
_days = st.builds("{:04}{}-{:02}-{:02}".format, _years, _marks, st.integers(1, 12), st.integers(1, 28))
_months = st.builds("{:04}{}-{:02}".format, _years, _marks, st.integers(1, 12))
_seasons = st.builds("{:04}-{}".format, _years, st.integers(21, 24))
_wholes = st.builds("{:04}{}".format, _years, _marks)
_ranges = st.builds(
    "{0:04}-{2:02}-{3:02}/{1:04}-{4:02}".format,
    st.integers(1900, 2024),
    st.integers(2025, 2040),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(1, 12),
)
_short_ranges = st.builds(
    "{0:04}-{1:02}-03/{0:04}-{1:02}-{2:02}".format, _years, st.integers(1, 12), st.integers(4, 28)
)
_open = _days.map("{}/..".format) | _days.map("../{}".format)
_dates = _days | _days | _months | _wholes | _seasons | _ranges | _short_ranges | _open
_bases: st.SearchStrategy[Basis] = st.sampled_from(["stated", "inferred", "projected"])

EVENTS = st.lists(st.builds(event, _dates, _bases), min_size=1, max_size=14).map(date_events)

# Dates of every kind that EDTF has, many of them near to one another or the same.
_busy_days = st.builds("2024-{:02}-{:02}".format, st.integers(1, 3), st.integers(1, 28))
_before = st.builds("-{:04}-{:02}-{:02}".format, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))
_early = st.builds("{:04}-{:02}".format, st.integers(1, 999), st.integers(1, 12))
_times = st.builds(
    "2024-06-{:02}T{:02}:{:02}:{}{}".format,
    st.integers(9, 11),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["00", "05"]),
    st.sampled_from(["", "Z", "+03:00", "-04:30"]),
)
_kinds = st.sampled_from(
    [
        *("2024?-~06-10", "2024-06-10~", "2024-06-10?", "2024-06?-11", "2024-06-%12", "2024%", "2024-?06"),
        *("201X", "19XX", "1XXX", "012X", "201X-06", "2024-XX", "2024-06-XX", "2024-XX-XX", "0008", "0044"),
        *("2024-21", "2024-25", "2024-29", "2024-33", "2024-38", "2024-41", "2024-06-10/2024-06-10"),
        *("2024~/2025", "2024/2025~", "2024~/2025~", "2024-06/2024-07~", "2024-06-30/2024-07-02"),
        *("2024-06-09/2024-06-10", "2024?-06-09/2024?-06-10", "2024-04/2024-05", "2024-04/2024-05-10"),
        *("2024-06/", "/2024", "2024?-06/..", "../2014~", "[2014, 2016]", "{2024?-06, 2024-08..}"),
    ]
)
_any_date = _dates | _busy_days | _busy_days | _before | _early | _times | _kinds
#: Events with dates of every kind.
MANY_EVENTS = st.lists(st.builds(event, _any_date, _bases), min_size=1, max_size=40).map(date_events)
