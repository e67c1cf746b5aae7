"""`e` opens the file in the user's editor, whatever the editor does, and comes back to the same place."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.judges.screen import Screen
from tests.needs import needs

pytestmark = pytest.mark.whole

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"
ENTER = b"\x1b[?1049h"

# An editor: it says what it was given, then does as its first argument says.
EDITOR = """
import os, pathlib, re, sys, time, tty
how, *given = sys.argv[1:]
pathlib.Path(os.environ["TOLD"]).write_text("\\n".join(given))
file = pathlib.Path(re.sub(r"(:[0-9]+)+$", "", given[-1]))
text = file.read_text()
if how == "edit":
    file.write_text(text.replace("Background", "Foreground", 1))
elif how == "break":
    file.write_text(text.replace("paragraphs = [", "paragraphs = [999, ", 2))
elif how == "mend":
    file.write_text(text.replace("999, ", ""))
elif how == "raw":
    tty.setraw(0)
    sys.stdout.write("\\x1b[?1049h\\x1b[?1003h\\x1b[?2004h\\x1b[?1h\\x1b[3;7r\\x1b[?25l\\x1b[31mRAW")
elif how == "fail":
    sys.exit(3)
elif how == "hang":
    print("HANGING", flush=True)
    time.sleep(60)
elif how == "interrupted":
    try:
        print("WAITING", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        file.write_text(text.replace("Background", "Interrupted", 1))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BUNDLED, tmp_path / "mine")
    (tmp_path / "editor.py").write_text(EDITOR)
    return tmp_path / "mine"


def told(folder: Path) -> list[str]:
    """What the editor was given."""
    return (folder.parent / "told").read_text().splitlines()


@contextmanager
def reader(folder: Path, how: str, *arguments: str, name: str = "editor", **env: str) -> Iterator[Screen]:
    """A reader of the folder, whose editor is a link of that name to one that does so."""
    link = folder.parent / name
    link.write_text(f'#!/bin/sh\nexec {sys.executable} {folder.parent / "editor.py"} {how} "$@"\n')
    link.chmod(0o755)
    changes = {"VISUAL": None, "EDITOR": str(link), "TOLD": str(folder.parent / "told"), **env}
    command = [sys.executable, "-m", "briefing", *arguments, str(folder)]
    with Screen(command, 120, 36, env=changes, cwd=folder.parent) as screen:
        screen.wait_for("Mar 2024?")
        screen.wait_until_idle()
        yield screen


def test_at_the_line_of_the_claim_and_back_to_it(folder: Path) -> None:
    with reader(folder, "edit", "--section", "1", name="vim") as screen:
        screen.press("tab", "down")
        screen.wait_until_idle()
        cursor = screen.find("▌")
        modes = screen.emulator.private_modes
        screen.press("e")
        screen.wait_for("Foreground")
        screen.wait_until_idle()
        line, file = told(folder)
        assert Path(file) == folder / "briefing.toml"
        lines = (folder / "briefing.toml").read_text().splitlines()
        claims = [at for at, one in enumerate(lines, 1) if one.strip() == "[[sections.claims]]"]
        assert line == f"+{claims[1]}"
        assert screen.find("▌") == cursor
        assert screen.emulator.private_modes == modes
        screen.press("t")
        screen.wait_until_idle()
        screen.press("e")
        screen.wait_for(lambda screen: screen.output.count(ENTER) == 3)
        screen.wait_until_idle()
        line = told(folder)[0]
        assert lines[int(line.removeprefix("+")) - 1].strip() == "[[events]]"
        screen.press("q")
        assert screen.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("how", "said"), [("raw", ""), ("fail", "ended with status 3"), ("hang", "was ended by SIGTERM")]
)
def test_whatever_it_does_the_reader_goes_on(folder: Path, how: str, said: str) -> None:
    with reader(folder, how) as screen:
        modes, before = screen.emulator.private_modes, screen.text
        screen.press("e")
        if how == "hang":
            screen.wait_for("HANGING")
            screen.resize(100, 30)
            end_the_editor(folder)
        screen.wait_for(lambda screen: screen.output.count(ENTER) >= 2)
        screen.wait_for(said or "Mar 2024?")
        screen.wait_until_idle()
        assert told(folder) == [str(folder / "briefing.toml")]  # nobody knows how it would take a line
        assert screen.emulator.private_modes == modes
        if how == "raw":
            assert screen.text == before
        screen.press("1")
        screen.wait_for("DICAS")
        screen.press("q")
        assert screen.wait_for_exit() == 0
        flags = termios.tcgetattr(screen._terminal)[3]
        assert flags & termios.ECHO
        assert flags & termios.ICANON


def end_the_editor(folder: Path) -> None:
    """End the process that has this folder's editor as its program."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if str(folder.parent / "editor.py").encode() in words:
            os.kill(int(process.name), signal.SIGTERM)
            return
    raise AssertionError("there is no such editor")


def test_ctrl_c_is_the_editors(folder: Path) -> None:
    with reader(folder, "interrupted") as screen:
        screen.press("e")
        screen.wait_for("WAITING")
        screen.press("ctrl+c")
        screen.wait_for("Interrupted")
        screen.press("q")
        assert screen.wait_for_exit() == 0


def test_a_mistake_is_shown_in_place_and_gone_when_it_is_mended(folder: Path) -> None:
    with reader(folder, "break", name="code") as screen:
        screen.press("e")
        screen.wait_for("briefing.toml, line")
        screen.wait_for("of 2")
        shown = int(re.findall(r"line ([0-9]+):", screen.text)[0])
        assert "Background" in screen.text  # the last good state
        editor = folder.parent / "code"
        editor.write_text(editor.read_text().replace("break", "mend"))
        screen.press("e")
        screen.wait_for(lambda screen: screen.output.count(ENTER) == 3)
        at = told(folder)
        screen.wait_for(lambda screen: "briefing.toml, line" not in screen.text)
        assert at[:2] == ["--wait", "--goto"]
        assert int(at[2].split(":")[-2]) == shown
        screen.press("q")
        assert screen.wait_for_exit() == 0


@pytest.mark.parametrize("name", ["/no/such/editor", 'nano "', "   "])
def test_an_editor_that_is_not_there(folder: Path, name: str) -> None:
    with reader(folder, "edit", EDITOR=name, PATH=str(folder)) as screen:
        screen.press("e")
        screen.wait_for("EDITOR=")
        screen.press("q")
        assert screen.wait_for_exit() == 0


def test_the_option_has_it_read_anew_when_it_is_saved(folder: Path) -> None:
    with reader(folder, "edit", "--watch") as screen:
        toml = folder / "briefing.toml"
        text = toml.read_text()
        other = folder / "new"
        other.write_text(text.replace("Background", "Foreground", 1))
        other.replace(toml)
        screen.wait_for("Foreground")
        toml.write_text(text.replace("paragraphs = [", "paragraphs = [999, ", 1))
        screen.wait_for("there is no ¶999")
        toml.write_text(text)
        screen.wait_for("Background")
        screen.press("q")
        assert screen.wait_for_exit() == 0


@pytest.mark.parametrize("given", [["-"], ["/dev/stdin"], ["https://example.org/"], []])
def test_what_is_no_file_is_not_watched(given: list[str]) -> None:
    command = [sys.executable, "-m", "briefing", "--watch", *given]
    done = subprocess.run(command, input="x", capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: --watch: ")
    assert done.stderr.count("\n") == 1


@needs("vim")
def test_the_real_vim(folder: Path) -> None:
    with reader(folder, "edit", EDITOR="vim -u NONE -T vt100") as screen:
        screen.press("e")
        screen.wait_for("sections")
        screen.send(":%s/Background/Foreground/\r:wq\r")
        screen.wait_for("Foreground")
        screen.wait_for("Mar 2024?")
        screen.press("q")
        assert screen.wait_for_exit() == 0
