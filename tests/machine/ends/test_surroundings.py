"""An environment that makes no sense, or is meant for others: it changes nothing."""

import sys
from pathlib import Path

import pytest

from briefing.machine.surroundings import make_harmless
from tests.machine.ends.conftest import FIRST, SCRIPT, Ending

pytestmark = pytest.mark.whole

ODD = [
    {"TEXTUAL_DRIVER": "x", "TEXTUAL_COLOR_SYSTEM": "x", "TEXTUAL_FILTERS": "x", "TEXTUAL_THEME": "x"},
    {"TEXTUAL_SCREENSHOT": "0", "TEXTUAL_PRESS": "q", "TEXTUAL_SHOW_RETURN": "1", "TEXTUAL_FPS": "-1"},
    {"TEXTUAL": "devtools,debug", "TEXTUAL_DEBUG": "1", "TEXTUAL_LOG": "/dev/null/log"},
    {"ESCDELAY": "9" * 40, "UNICODE_VERSION": "x", "TTY_COMPATIBLE": "x", "FORCE_COLOR": "x"},
    {"COLUMNS": "999999", "LINES": "999999"},
    {"COLUMNS": "-5", "LINES": "text"},
    {"TERM": "\udcff\x1b[31m", "TERM_PROGRAM": "\x1b]0;x\x07\udc9b", "LANG": "\udcff"},
    {"HOME": "relative", "XDG_CONFIG_HOME": "relative", "XDG_STATE_HOME": "relative", "TMPDIR": "/none"},
    {"HOME": None, "BRIEFING_PREFERENCES": None, "XDG_CONFIG_HOME": None, "XDG_STATE_HOME": None},
    {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("env", ODD, ids=lambda env: ",".join(env))
def test_the_reader_reads_on(env: dict[str, str | None]) -> None:
    with Ending(env=env) as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        assert screen.rows()[-1].strip().startswith("0-4 Section")
        screen.press("2")
        screen.wait_for("DICAS, which represents")
        screen.press("q")
        assert screen.status() == 0
        screen.assert_given_back()


def test_a_window_has_the_size_it_has(tmp_path: Path) -> None:
    with Ending(env={"COLUMNS": "60", "LINES": "20"}) as screen:
        screen.wait_for(FIRST)
        screen.wait_for(lambda _: "q Quit" in screen.rows()[-1])
        screen.resize(140, 40)
        screen.wait_for(lambda _: "q Quit" in screen.rows()[-1] and len(screen.rows()[0]) > 100)


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    code = f"cd '{tmp_path}' && mkdir gone && cd gone && rmdir ../gone && exec '{SCRIPT}'"
    with Ending(["sh", "-c", code]) as screen:
        screen.wait_for(FIRST)
        screen.press("p")
        screen.wait_for("Picture not saved")
        screen.press("q")
        assert screen.status() == 0


@pytest.mark.parametrize(
    ("name", "value", "stays"),
    [
        ("TEXTUAL_COLOR_SYSTEM", "256", True),
        ("TEXTUAL_COLOR_SYSTEM", "x", False),
        ("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver", True),
        ("TEXTUAL_DRIVER", "os:system", False),
        ("TEXTUAL_LOG", "a.log", False),
        ("ESCDELAY", "25", True),
        ("COLUMNS", "80", False),
        ("TERM", "xterm", True),
    ],
)
def test_what_makes_sense_stays(name: str, value: str, stays: bool) -> None:
    environment = {name: value, "PATH": "/bin"}
    make_harmless(environment)
    assert environment == ({name: value} if stays else {}) | {"PATH": "/bin"}


def test_it_is_tidied_before_textual_is_there() -> None:
    code = (
        "import sys, briefing.machine.surroundings as room\nbefore = room.make_harmless\n"
        "def late(environment):\n    assert 'textual' not in sys.modules\n    before(environment)\n"
        "room.make_harmless = late\nfrom briefing.start import main; main()"
    )
    with Ending([sys.executable, "-c", code]) as screen:
        screen.wait_for(FIRST)
