"""Pictures of every feature at three sizes, against those that somebody has looked at.

`pytest tests/tui/test_snapshots.py --snapshot-update` takes them anew, into `__snapshots__`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.pilot import Pilot

from briefing.document import Briefing, section_index
from briefing.tui import BriefingApp
from tests.tui.briefings import bundled, plain
from tests.tui.reader import SIZES, Reader, wait_for_dates
from tests.tui.set_apart import everything

pytestmark = pytest.mark.whole


class SnapCompare(Protocol):
    """What pytest-textual-snapshot's fixture is."""

    def __call__(
        self,
        app: App[Any],
        press: tuple[str, ...],
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[Any]], Awaitable[None]],
    ) -> bool: ...


TEXT = plain(
    "نص عادي بلا ملخص، فيه (أقواس) وأرقام 2024 وكلمات Latin.",
    "شَدَّةٌ وَتَنْوِينٌ: الحركات خلف حروفها.",
    "English paragraphs are set flush left.",
)

# The briefing (None: the bundled one), the section asked for, if any, and the keys to what is to be seen.
FEATURES: dict[str, tuple[Briefing | None, str | None, tuple[str, ...]]] = {
    "opening": (None, None, ()),
    "background": (None, "1", ()),
    "full-article": (None, "0", ("down",)),
    "evidence": (None, "2", ("tab", "down")),
    "sidebar": (None, "3", ("shift+tab",)),
    "timeline": (None, "1", ("t", "right", "right", "right")),
    "help": (None, "1", ("question_mark",)),
    "source": (None, None, ("i", "enter")),
    "names": (None, None, ("m",)),
    "palette": (None, "1", ("ctrl+p", *"name")),
    "plain-text": (TEXT, None, ()),
    "set-apart": (everything(), None, ("end", "home")),
    "tables": (everything(), None, ("end",)),
    "links": (everything(), None, ("a", "down")),
}
NAMED_SIZES = {f"{columns}x{rows}": (columns, rows) for columns, rows in SIZES}
CASES = [(feature, size, False) for feature in FEATURES for size in NAMED_SIZES]
CASES += [("evidence", "120x36", True), ("timeline", "120x36", True), ("set-apart", "120x36", True)]


def somewhere() -> Briefing:
    """The bundled briefing, its path the same wherever the tests are run."""
    return replace(bundled(), path="assets/us-japan-dicas/briefing.toml")


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look more often whether the program is at rest: Textual's way to a picture waits for that ten times."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)


@pytest.mark.parametrize(
    ("feature", "size", "light"),
    CASES,
    ids=[f"{feature}{'-light' * light}-{size}" for feature, size, light in CASES],
)
def test_looks(feature: str, size: str, light: bool, snap_compare: SnapCompare) -> None:
    briefing, section, keys = FEATURES[feature]

    async def get_there(pilot: Pilot[Any]) -> None:
        """Press the keys once the dates are there: so the same is always painted."""
        await wait_for_dates(pilot)
        await Reader(app, pilot).press(*keys)

    briefing = briefing or somewhere()
    index = None if section is None else section_index(briefing, section)
    app = BriefingApp(briefing, index, light=light)
    assert snap_compare(app, press=(), terminal_size=NAMED_SIZES[size], run_before=get_there)
