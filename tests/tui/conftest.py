"""What holds in every test of the reader (`tests.tui.reader`)."""

from __future__ import annotations

import pytest

from briefing.machine.clipboard.ways import OSC_52


@pytest.fixture(autouse=True)
def _own_clipboard_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep readers of this process away from the clipboard of whoever runs the tests."""
    monkeypatch.setattr("briefing.machine.clipboard.copying.ways_here", lambda *_: (OSC_52,))
