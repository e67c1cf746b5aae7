"""The report, from the installed command where there is no terminal: for a file, a pipe, a bug report."""

import json
import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.judges import warm
from tests.judges.surroundings import environment
from tests.needs import needs
from tests.tiers import some_of

pytestmark = pytest.mark.whole

COMMAND = [str(Path(sys.executable).parent / "briefing"), "doctor"]


def doctor(*arguments: str, env: dict[str, str | None] | None = None) -> "subprocess.CompletedProcess[bytes]":
    return warm.run("doctor", *arguments, env=environment(env))


def said(**env: str | None) -> str:
    """The report, as plain text."""
    done = doctor(env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def told(**env: str | None) -> Any:
    """The report, as JSON."""
    done = doctor("--json", env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    return json.loads(done.stdout)


def test_it_names_terminal_strategy_fonts_and_clipboard() -> None:
    text = said()
    labels = [line.split()[0] for line in text.splitlines() if not line.startswith(" ")]
    assert labels == ["briefing", "Terminal", "Strategy", "Harakat", "Fonts", "Clipboard"]
    assert "plain, as for every terminal that is not known" in text
    assert "it was not asked, since input or output is no terminal" in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_the_same_as_json() -> None:
    found = told(TERM="alacritty")
    assert found["terminal"]["name"] == "alacritty"
    assert found["terminal"]["asked"] is False
    assert found["strategy"]["name"] == "plain"
    assert found["measured"] == {"lam_alef": None, "marked_letter": None, "font": ""}
    assert found["preferences"]["bidi"] == "auto"
    assert found["fault"] == ""


def test_nothing_tells_who_or_where_one_is(tmp_path: Path) -> None:
    home = tmp_path / "sonja"
    folder = home / ".config"
    folder.mkdir(parents=True)
    (folder / "preferences.toml").write_text("bidi = 7\n")
    done = doctor(
        "--json",
        env={
            "HOME": str(home),
            "USER": "sonja",
            "LOGNAME": "sonja",
            "HOSTNAME": "secret.example",
            "BRIEFING_PREFERENCES": str(folder / "preferences.toml"),
            "SSH_CONNECTION": "192.0.2.7 5 192.0.2.8 22",
            "DISPLAY": "secret.example:10.0",
            "TMUX": "/tmp/sonja/1,2,3",
            "STY": "1.sonja",
        },
    )
    text = done.stdout.decode()
    assert json.loads(text)["fault"].startswith("~/.config/preferences.toml")
    for secret in ("sonja", "secret", "192.0.2", socket.gethostname(), str(Path.cwd())):
        assert secret not in text


def test_a_saved_strategy_is_told_apart_from_the_one_found(tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text('bidi = "konsole"\nharakat = "hidden"\n')
    text = said(BRIEFING_PREFERENCES=str(file))
    assert "konsole, set in the preferences; found out it would be plain" in text
    assert "hidden on the screen, set in the preferences" in text


# What somebody may have put into a variable: C0, C1, a line end, an override, a lone byte, very much.
HOSTILE = ("a\x1b[31mb", "a\x9b31mb", "a\nb", "a\u202eb\u2028c", "a\udcffb", "x" * 100_000)


@pytest.mark.parametrize("value", some_of(*HOSTILE), ids=range(len(HOSTILE)))
def test_variables_come_out_as_data(value: str, tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text('"a\\u001b\\u009b" = 1\n')
    names = ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LANG", "LC_CTYPE", "VTE_VERSION")
    env = {**dict.fromkeys(names, value), "LC_ALL": None, "BRIEFING_PREFERENCES": str(file)}
    for arguments in ((), ("--json",)):
        done = doctor(*arguments, env=env)
        assert (done.returncode, done.stderr) == (0, b"")
        text = done.stdout.decode("utf-8")
        assert not [
            one for one in text if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") and one != "\n"
        ]
        assert "\u202e" not in text
        assert max(map(len, text.splitlines())) < 600
    data = json.loads(text)
    assert {name: len(told) for name, told in data["environment"].items() if len(told) >= 500} == {}
    assert data["fault"].startswith(f'{file}: unknown key "a␛\ufffd"')


@pytest.mark.parametrize("content", some_of("bidi = 7\n", "what", 'bidi = "nonsense"\n'))
def test_broken_preferences_are_a_finding_and_no_failure(content: str, tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text(content)
    text = said(BRIEFING_PREFERENCES=str(file))
    assert "Preferences" in text
    assert "plain, as for every terminal that is not known" in text


@pytest.mark.whole
def test_the_clipboard_over_ssh_and_at_a_display(tmp_path: Path) -> None:
    (tmp_path / "xclip").symlink_to("/bin/true")
    path = f"{tmp_path}:{os.environ['PATH']}"
    at_display = told(PATH=path, DISPLAY=":0")["clipboard"]
    assert at_display["where"] == "at this machine"
    assert at_display["ways"][0] == {"name": "xclip", "certain": True}
    assert at_display["ways"][-2:] == [
        {"name": "OSC 52", "certain": False},
        {"name": "a file", "certain": False},
    ]
    away = told(PATH=path, DISPLAY=":0", SSH_CONNECTION="a b c d")
    assert away["clipboard"]["where"] == "over SSH"
    assert [way["name"] for way in away["clipboard"]["ways"]] == ["OSC 52", "a file"]
    assert "cannot be seen from here" in away["fonts"]["why"]
    forwarded = told(PATH=path, DISPLAY="localhost:10.0", SSH_CONNECTION="a b c d")["clipboard"]
    assert forwarded["ways"][0]["name"] == "xclip"


def test_a_missing_tool_is_advised(tmp_path: Path) -> None:
    (tmp_path / "python3").symlink_to(sys.executable)
    text = said(PATH=str(tmp_path), WAYLAND_DISPLAY="wayland-0")
    assert "install wl-clipboard" in text
    assert "fontconfig (fc-list, fc-match) is not installed here" in " ".join(text.split())


@needs("fc-list", "fc-match")
def test_fonts_are_known_by_their_letters(tmp_path: Path) -> None:
    fonts = told()["fonts"]
    assert fonts["default_has_forms"] == "yes"
    assert fonts["default"] in fonts["fixed"]
    nothing = tmp_path / "fonts.conf"
    nothing.write_text("<fontconfig></fontconfig>")
    without = told(FONTCONFIG_FILE=str(nothing))["fonts"]
    assert (without["default_has_forms"], without["fixed"]) == ("no", [])


@pytest.mark.whole
def test_a_locale_without_utf_8_is_told() -> None:
    assert "may not read UTF-8" in said(LC_ALL="C", LANG="C")
    assert "may not read UTF-8" not in said(LC_ALL="C.UTF-8")


def test_a_reader_who_has_enough() -> None:
    command = f"{COMMAND[0]} doctor | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], env=environment(), stdin=subprocess.DEVNULL, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"briefing")


def test_nowhere_to_write_to() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{COMMAND[0]} doctor >/dev/full"],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (1, b"briefing: cannot write: No space left on device\n")
    closed = subprocess.run(
        ["bash", "-c", f"{COMMAND[0]} doctor >&-"],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert (closed.returncode, closed.stderr) == (1, b"briefing: cannot write: standard output is closed\n")


def test_wrong_usage() -> None:
    done = doctor("--nonsense")
    assert done.returncode == 2
    assert done.stderr.startswith(b"briefing doctor: unrecognized arguments: --nonsense; ")
    assert done.stderr.count(b"\n") == 1
    assert doctor("--help").returncode == 0


def test_a_file_called_doctor_can_still_be_read(tmp_path: Path) -> None:
    (tmp_path / "doctor").write_text("نص")
    done = subprocess.run(
        [COMMAND[0], "./doctor"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert "نص" in done.stdout.decode()
