"""What is said and printed on a terminal, outside the reader: as that terminal needs it, in any locale."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.test_cli import MODULE, SHAPES, in_terminal
from tests.judges.surroundings import environment
from tests.needs import needs, needs_file

pytestmark = pytest.mark.whole

# Python's own ways to UTF-8 are switched off here, as a locale of an older encoding does.
NOT_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
# Letters that were painted: isolated, initial, medial and final forms, in the order of the cells.
PAINTED = "ﺮﻳﺮﻘﺗ"
ORDERING = [{"VTE_VERSION": "7006"}, {"KONSOLE_VERSION": "221200"}, {"TERM": "mlterm"}, {"TERM": "dumb"}]
PLAIN: list[dict[str, str | None]] = [{}, {"TERM": "alacritty"}, {"TERM": "linux"}]


def said(command: str, env: dict[str, str | None] | None = None) -> str:
    """All that a shell command sends to a terminal of 100 columns."""
    with in_terminal(command, env) as screen:
        screen.wait_for_exit()
        return screen.output.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("env", PLAIN, ids=str)
def test_a_name_in_a_message_is_painted(env: dict[str, str | None]) -> None:
    assert f"briefing: {PAINTED}.txt: no such file; " in said(f"{MODULE} تقرير.txt </dev/null", env)


@pytest.mark.parametrize("env", ORDERING, ids=str)
def test_a_terminal_that_orders_text_is_sent_it_as_it_is(env: dict[str, str | None]) -> None:
    sent = said(f"{MODULE} تقرير.txt </dev/null", env)
    assert "briefing: تقرير.txt: no such file; " in sent
    assert not SHAPES.search(sent)


@pytest.mark.whole
@pytest.mark.parametrize(
    ("command", "what"),
    [
        ("--section تقرير", f'there is no section "{PAINTED}"'),
        ("--تقرير", f"unrecognized arguments: --{PAINTED}"),
        ("--bidi تقرير", f'there is no strategy "{PAINTED}"'),
        ("export -o a.تقرير", f'no form ends in ".{PAINTED}"'),
        ("export -o تقرير/a.svg", f"{PAINTED}/a.svg: "),
        ("serve --host تقرير", PAINTED),
        ("serve تقرير", f"{PAINTED}: no such file"),
    ],
)
def test_every_command_does_so(command: str, what: str, tmp_path: Path) -> None:
    assert what in said(f"cd '{tmp_path}'; {MODULE} {command} </dev/null")


@pytest.mark.whole
def test_what_the_program_says_of_an_arabic_name_is_set_from_the_left(tmp_path: Path) -> None:
    (tmp_path / "تقرير.txt").write_text("نص\n", encoding="utf-8")
    commands = f"{MODULE} new تقرير.txt; {MODULE} check تقرير; {MODULE} check تقرير.txt"
    sent = said(f"cd '{tmp_path}'; {commands}", {"TERM": "alacritty"})
    folder, *findings = sent.splitlines()
    assert folder == PAINTED
    assert any(line.startswith(f"{PAINTED}/briefing.toml:") and "remark: " in line for line in findings)
    assert f"{PAINTED}.txt:1:1: mistake: " in sent


def test_what_is_printed_is_painted_in_rows_of_the_terminal(tmp_path: Path) -> None:
    text = "تقرير " * 40
    (tmp_path / "a.txt").write_text(f"{text}\n\nplain\n", encoding="utf-8")
    rows = said(f"{MODULE} '{tmp_path / 'a.txt'}' </dev/null").split("\n")
    painted = [row for row in rows if PAINTED in row]
    assert len(painted) > 2
    assert max(map(len, painted)) == 100
    assert {row[-1] for row in painted} == {"\ufe97", "¶"}  # each begins at the right edge
    assert "¶2 plain" in rows


def test_a_job_in_the_background_is_not_stopped(tmp_path: Path) -> None:
    """As `cat a.txt &` is not: who asks the terminal from there is stopped until somebody types `fg`."""
    (tmp_path / "a.txt").write_text("تقرير\n", encoding="utf-8")
    script = f"set -m; {MODULE} print '{tmp_path / 'a.txt'}' & wait $!; echo status $?"
    assert PAINTED in (sent := said(f"bash -c {shlex.quote(script)}", {"TERM": "xterm-256color"}))
    assert "status 0\n" in sent


def test_a_file_gets_it_logical(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("تقرير\n", encoding="utf-8")
    output, errors = tmp_path / "out", tmp_path / "err"
    said(f"cd '{tmp_path}'; {MODULE} a.txt </dev/null >'{output}' 2>&1; {MODULE} تقرير 2>'{errors}'")
    assert "¶1 تقرير\n" in (tmp_path / "out").read_text(encoding="utf-8")
    assert "briefing: تقرير: no such file" in (tmp_path / "err").read_text(encoding="utf-8")


LOCALES: list[dict[str, str | None]] = [
    {**NOT_UTF8},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": None, "LANG": "ar_EG"},
]


@pytest.mark.whole
@pytest.mark.parametrize("env", LOCALES, ids=str)
def test_the_screen_is_utf8_in_any_locale(env: dict[str, str | None], tmp_path: Path) -> None:
    check_screen(env, tmp_path)


@needs("localedef")
@needs_file("/usr/share/i18n/charmaps/ISO-8859-6.gz")
def test_the_screen_is_utf8_where_the_locale_is_iso_8859_6(tmp_path: Path) -> None:
    name = "ar_EG.ISO-8859-6"
    command = ["localedef", "-f", "ISO-8859-6", "-i", "ar_EG", str(tmp_path / name)]
    subprocess.run(command, capture_output=True, timeout=60)
    check_screen({"LC_ALL": name, "LOCPATH": str(tmp_path)}, tmp_path)


def check_screen(env: dict[str, str | None], folder: Path) -> None:
    """A file of an Arabic name in the reader, then a message that names it."""
    (folder / "تقرير.txt").write_text("تقرير\n", encoding="utf-8")
    command = f"cd '{folder}'; PYTHONPATH='{Path.cwd()}' {MODULE} تقرير.txt; {MODULE} تقرير.text"
    with in_terminal(command, env) as screen:
        screen.wait_for("─ Text ─")
        screen.wait_until_idle()
        assert PAINTED in screen.text
        screen.press("q")
        screen.wait_for_exit()
        sent = screen.output.decode("utf-8")
    assert f'briefing: {PAINTED}.text: no such file; did you mean "{PAINTED}.txt"?' in sent
    assert "\\u" not in sent
    assert "\ufffd" not in sent


def test_python_is_not_started_for_ever() -> None:
    env = environment({**NOT_UTF8, "PYTHONUTF8": "1"})
    command = [sys.executable, "-X", "utf8=0", "-m", "briefing", "--version"]
    done = subprocess.run(command, env=env, capture_output=True, timeout=20)
    assert done.stdout.startswith(b"briefing ")
