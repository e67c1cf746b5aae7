"""Events to test with: the bundled ones, one of each kind, and any that hypothesis comes up with."""

from collections.abc import Sequence
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

from briefing.document import Event
from briefing.document.model import Basis
from briefing.sources import load_bundled
from briefing.tui.timeline.dated import Dated, date_events
from briefing.tui.timeline.palette import Palette

BUNDLED = load_bundled().events
PLAIN = Palette.plain()
SOME = settings(deadline=None, max_examples=40)  # reading dates takes its time
WIDTHS = st.integers(20, 220)


def event(date: str, basis: Basis = "stated", title: str = "What happened", arabic: str = "ما حدث") -> Event:
    return Event(date=date, title=title, arabic=arabic, paragraphs=(2, 6), basis=basis, note="A note.")


def dated(*dates: str, basis: Basis = "stated") -> tuple[Dated, ...]:
    return date_events(event(date, basis) for date in dates)


@cache
def bundled() -> tuple[Dated, ...]:
    return date_events(BUNDLED)


def at(events: Sequence[Dated], date: str) -> Dated:
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
