"""Where the reader opens, in a terminal: by itself, as preferred, as asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.judges.warm_screen import WarmScreen
from tests.tiers import some_of

pytestmark = pytest.mark.whole


def opened(preferences: str, folder: Path, *arguments: str, columns: int = 100) -> Screen:
    """The reader of the bundled briefing, with preferences of that text."""
    file = folder / "preferences.toml"
    file.write_text(preferences, "utf-8")
    screen = WarmScreen(arguments, columns, 30, env={"BRIEFING_PREFERENCES": str(file)})
    screen.emulator = QuickEmulator(columns, 30)
    return screen


@pytest.mark.parametrize(
    ("preferences", "arguments", "title"),
    some_of(
        ("", (), "Full article"),
        ('opens = "first"', (), "Background"),
        ('opens = "first"', ("--section", "goals"), "DICAS goals"),
        ('opens = "auto"', (), "Full article"),
        ('opens = "first"', ("--section", "full"), "Full article"),
        some=3,
    ),
)
def test_it_opens_where_it_is_asked_to(
    preferences: str, arguments: tuple[str, ...], title: str, tmp_path: Path
) -> None:
    with opened(preferences, tmp_path, *arguments) as screen:
        screen.wait_for(f"╭─ {title} ─")
        screen.wait_for("¶")
        screen.press("i")
        screen.wait_for("Where it comes from")
        screen.press("i")
        screen.wait_for(lambda seen: "Esc closes" not in seen.text and f"╭─ {title} ─" in seen.text)


def test_in_a_narrow_window_the_bottom_line_comes_first(tmp_path: Path) -> None:
    with opened("", tmp_path, columns=44) as screen:
        screen.wait_for("Bottom line")
        screen.press("escape")
        screen.wait_for("¶1")


def test_what_is_no_place_to_open_at_is_named(tmp_path: Path) -> None:
    with opened('opens = "frist"', tmp_path) as screen:
        screen.wait_for('"opens" cannot be "frist"')
        screen.wait_for("╭─ Full article ─")
