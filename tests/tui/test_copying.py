"""Copying without any tool: the terminal is asked (OSC 52), and the notice says no more than is known."""

import base64
import re
import sys
from collections.abc import Iterator

import pytest

from briefing.document import Briefing, full_article
from briefing.exporting import claim_text, section_text
from briefing.sources import load_bundled
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.tui.reader import reading

SENT = "Sent to the terminal"
SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return load_bundled()


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """The reader in a terminal, without any tool on its PATH."""
    path = str(tmp_path_factory.mktemp("empty"))
    with Screen([sys.executable, "-m", "briefing"], 120, 36, env={"PATH": path}) as screen:
        screen.emulator = QuickEmulator(120, 36)
        screen.wait_for("2014")
        screen.wait_until_idle()
        yield screen


def press(screen: Screen, *keys: str) -> None:
    """Press keys, each when the one before has had its effect."""
    for key in keys:
        screen.press(key)
        screen.wait_until_idle(0.05)


def copied(screen: Screen) -> str:
    """Wait for one more text sent to the terminal's clipboard, and return the last."""
    before = len(sent(screen))
    screen.wait_for(lambda _: len(sent(screen)) > before)
    return sent(screen)[-1]


def sent(screen: Screen) -> list[str]:
    bodies = [body.split(";", 2) for body in screen.emulator.osc if body.startswith("52;")]
    assert all(target == "c" for _, target, _ in bodies)
    return [base64.b64decode(data, validate=True).decode("utf-8") for _, _, data in bodies]


def notice(screen: Screen, title: str) -> str:
    """What the notice of that title says."""
    screen.wait_for(title)
    screen.wait_for(SENT)
    column, row = screen.find(title)
    return " ".join("".join(cell.text for cell in row[column:]) for row in screen.cells()[row : row + 2])


def test_c_copies_the_summary_of_each_section(screen: Screen, briefing: Briefing) -> None:
    for digit, section in zip("12340", (*briefing.sections, full_article(briefing)), strict=True):
        screen.press(digit)
        screen.wait_for(f"─ {section.title} ─")
        screen.press("c")
        text = copied(screen)
        assert text == section_text(briefing, section)
        assert not SHAPES.search(text)
    assert "it may not pass it on" in notice(screen, "Summary of Full article")
    assert "Copied" not in notice(screen, "Summary of Full article")


def test_y_copies_the_claim_that_is_selected(screen: Screen, briefing: Briefing) -> None:
    before = len(sent(screen))
    press(screen, "1", "y")
    screen.wait_for("No claim is selected")
    press(screen, "2", "tab", "down")
    screen.press("y")
    text = copied(screen)
    assert text == claim_text(briefing, briefing.section("goals").claims[1])
    assert not SHAPES.search(text)
    assert "it may not pass it on" in notice(screen, "Claim")
    assert "Copied" not in notice(screen, "Claim")
    assert len(sent(screen)) == before + 1
    press(screen, "3")
    screen.press("y")
    assert copied(screen) == claim_text(briefing, briefing.section("groups").claims[0]), "the first on show"


async def test_ctrl_c_with_nothing_selected_says_the_same_in_every_pane() -> None:
    async with reading(size=(120, 36)) as reader:
        said = {}
        for _ in range(4):
            reader.app.clear_notifications()
            await reader.press("ctrl+c")
            said[reader.focused] = [(one.title, one.message) for one in reader.app._notifications]
            await reader.press("tab")
        assert len(said) == 4
        assert len(set(map(str, said.values()))) == 1
        assert "Nothing is selected" in str(said)
