"""Copying in a real terminal on a real X display: the clipboard holds the text, byte for byte."""

import sys
from collections.abc import Iterator

import pytest

from briefing.exporting import claim_text, section_text
from briefing.sources import load_bundled
from tests.judges.xterm import TOOLS, Xterm
from tests.needs import needs

pytestmark = needs(*TOOLS)


@pytest.fixture(scope="module")
def xterm() -> Iterator[Xterm]:
    with Xterm([sys.executable, "-m", "briefing"], 120, 36) as xterm:
        xterm.wait_for("2014")
        xterm.wait_until_idle()
        yield xterm


def test_c_fills_the_clipboard_and_the_notice_says_with_what(xterm: Xterm) -> None:
    briefing = load_bundled()
    xterm.press("2", "c")
    xterm.display.wait_for_clipboard(section_text(briefing, briefing.section("goals")))
    xterm.wait_for("Copied with xclip")


def test_y_fills_the_clipboard_with_the_claim(xterm: Xterm) -> None:
    briefing = load_bundled()
    xterm.press("1", "tab", "home", "y")
    xterm.display.wait_for_clipboard(claim_text(briefing, briefing.section("background").claims[0]))


def test_what_was_copied_outlives_the_reader() -> None:
    briefing = load_bundled()
    with Xterm([sys.executable, "-m", "briefing", "--section", "criticism"], 100, 30) as xterm:
        xterm.wait_for("Criticism")
        xterm.press("c")
        xterm.wait_for("Copied with xclip")
        xterm.press("q")
        xterm.process.wait(20)
        xterm.display.wait_for_clipboard(section_text(briefing, briefing.section("criticism")))
