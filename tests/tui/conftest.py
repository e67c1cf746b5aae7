"""What holds in every test of the reader (`tests.tui.reader`)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input

from briefing.machine.clipboard.ways import OSC_52
from tests.judges.ceiling import HANGS, ceiling


@pytest.fixture(autouse=True)
def _own_clipboard_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep readers of this process away from the clipboard of whoever runs the tests."""
    monkeypatch.setattr("briefing.machine.clipboard.copying.ways_here", lambda *_: (OSC_52,))


@pytest.fixture(autouse=True)
def _an_end() -> Iterator[None]:
    """Fail the test whose screen never comes to be what it waits for: else all of them stand still."""
    with ceiling(10 * HANGS):
        yield


@pytest.fixture(autouse=True)
def painting_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint no other view while the test waits: a sixth of its time, and more or less of it by chance.

    Files whose tests are about it, or wander through all views, have a fixture of this name that does
    nothing.
    """
    monkeypatch.setattr("briefing.tui.painting_ahead._SHORT", 0)


@pytest.fixture(autouse=True)
def _cursor_that_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no cursor blink: on a busy machine a snapshot is taken when it is away."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)


@pytest.fixture(scope="session", autouse=True)
def _rare_collections() -> Iterator[None]:
    """Look less often for what can be thrown away: applications are."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 5, 5)
    yield
    gc.set_threshold(*before)


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_parsed_once() -> Iterator[None]:
    """Parse a style sheet once for all readers: Textual does it again for each."""
    parsed: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, css: str, *args: Any, **options: Any) -> list[RuleSet]:
        key = (css, *args, *options.items(), frozenset(self._variables.items()))
        if key not in parsed:
            parsed[key] = parse(self, css, *args, **options)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
