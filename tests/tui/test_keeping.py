"""Settings that are typed at once are all kept; a file that cannot be read or written is told and no more."""

import sys
import tomllib
from pathlib import Path

import pytest

from briefing.machine.lock import locked
from briefing.tui import BriefingApp
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.machine.ends.conftest import program
from tests.tui.briefings import bundled

pytestmark = pytest.mark.whole

ALL = {"harakat": "hidden", "digits": "western", "lines": "justified"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "preferences.toml"
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(path))
    return path


def started(file: Path, size: tuple[int, int] = (100, 30), *, first: str = "") -> Screen:
    """The reader with its preferences in `file`; the Python code `first` runs in it before all else."""
    env = {"BRIEFING_PREFERENCES": str(file), "PATH": "/nowhere", "VTE_VERSION": "7600"}
    command = program(first) if first else [sys.executable, "-m", "briefing"]
    screen = Screen(command, *size, env=env)
    screen.emulator = QuickEmulator(*size)
    screen.wait_for("¶")
    screen.wait_until_idle()
    return screen


@pytest.mark.parametrize("start", range(15))
async def test_three_settings_typed_at_once_are_all_kept(file: Path, start: int) -> None:
    app = BriefingApp(bundled())
    async with app.run_test(size=(100, 30)) as pilot:
        for key in "vdf":
            app.simulate_key(key)
        await pilot.pause()
    kept = tomllib.loads(file.read_text("utf-8"))
    assert set(kept) == set(ALL)
    assert (kept["digits"], kept["lines"]) == ("western", "justified")
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("start", range(3))
def test_so_are_those_that_an_end_follows_at_once(file: Path, start: int) -> None:
    with started(file) as screen:
        screen.send("vdfq")
        assert screen.wait_for_exit() == 0
    assert set(tomllib.loads(file.read_text("utf-8"))) == set(ALL)


def test_an_end_waits_for_no_other_program(file: Path) -> None:
    file.parent.mkdir()
    for_ever = "import briefing.machine.lock as room\nroom._PATIENCE = 1e6"
    with started(file, first=for_ever) as screen, locked(file):
        screen.send("dq")
        assert screen.wait_for_exit() == 0
    assert not file.exists()


def test_two_readers_at_once_keep_what_either_said(file: Path) -> None:
    with started(file) as one, started(file) as other:
        one.send("dd")
        other.send("f")
        one.send("q")
        other.send("q")
        assert (one.wait_for_exit(), other.wait_for_exit()) == (0, 0)
    assert tomllib.loads(file.read_text("utf-8")) == {"digits": "arabic-indic", "lines": "justified"}


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b'digits = "roman"\nlines = "justified"\n', '"digits" cannot be'),
        (b'colour = "red"\n', 'unknown key "colour"'),
        (b'bidi = "\x1b[31mx"\n', "a control character stands"),
        (b'bidi = "nonsense"\n', '"bidi" cannot be "nonsense"'),
        (b"digits =", "line 1"),
        (b"\xff", "is not UTF-8"),
        (b"a = " + b"[" * 2000 + b"]" * 2000, "nested too deep"),
    ],
)
def test_what_is_wrong_is_told_and_the_reader_starts(file: Path, content: bytes, what: str) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with started(file, (160, 40)) as screen:
        screen.wait_for("Preferences")
        screen.wait_until_idle()
        assert all(word in screen.text for word in what.split())
        screen.press("q")
        assert screen.wait_for_exit() == 0
    assert file.read_bytes() == content


def test_no_file_at_all_is_asked_for_by_a_device(file: Path) -> None:
    with started(Path("/dev/null"), (160, 40)) as screen:
        screen.wait_for("is a device")
        screen.press("d")
        screen.wait_for("Only until you quit")
        screen.press("q")
        assert screen.wait_for_exit() == 0
    assert Path("/dev/null").is_char_device()


def test_a_byte_order_mark_is_no_matter(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b'\xef\xbb\xbfdigits = "western"\n')
    with started(file) as screen:
        screen.press("d")
        screen.wait_for("Arabic-Indic")
        screen.press("q")
        assert screen.wait_for_exit() == 0
    assert file.read_bytes() == b'digits = "arabic-indic"\n'
