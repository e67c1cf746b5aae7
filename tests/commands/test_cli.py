"""The command line, as the installed script and as a module: what it prints, where, and how it ends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import unicodedata
from pathlib import Path
from typing import IO

import pytest

from briefing.document import Briefing
from briefing.exporting import section_page
from briefing.sources import load_bundled
from tests.judges import warm
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.judges.surroundings import environment
from tests.tiers import some_of

pytestmark = pytest.mark.whole

SCRIPT = shutil.which("briefing", path=sysconfig.get_path("scripts")) or "briefing"
COMMANDS = {"script": [SCRIPT], "module": [sys.executable, "-m", "briefing"]}
SECTIONS = ("background", "goals", "groups", "criticism", "full")
SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def run(
    *arguments: str | Path, env: dict[str, str] | None = None, stdout: int | IO[bytes] = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """The command without a terminal; `env` sets variables on top of a plain environment."""
    if env is None and stdout == subprocess.PIPE:
        return warm.run(*arguments)
    return subprocess.run(
        [str(part) for part in (*COMMANDS["module"], *arguments)],
        env=environment(env),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
    )


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line said on standard error, where nothing else was said anywhere."""
    text = done.stderr.decode("utf-8")
    assert text.endswith("\n")
    assert text.count("\n") == 1, text
    assert not done.stdout
    assert not [one for one in text[:-1] if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp")]
    return text[:-1]


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return load_bundled()


@pytest.fixture(scope="module")
def printed() -> str:
    """The whole briefing, as it comes out of a pipe."""
    done = run()
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_both_commands_are_the_same_program(command: list[str], tmp_path: Path, printed: str) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == printed


def test_help_has_examples() -> None:
    done = run("--help")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert not done.stderr
    assert text.startswith("usage: briefing ")
    examples = text.partition("examples:\n")[2].splitlines()
    assert len(examples) >= 5
    assert all(line.startswith("  briefing") for line in examples)
    assert "--section goals" in text
    assert max(map(len, text.splitlines())) <= 80


def test_version_goes_to_standard_output() -> None:
    done = run("--version")
    assert re.fullmatch(rb"briefing \d+\.\d+\.\d+\n", done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")


# What is wrong: one line, and a status that says whose mistake it is.


def test_an_unknown_section_is_told_with_those_there_are() -> None:
    done = run("--section", "gaols")
    assert done.returncode == 2
    line = complaint(done)
    assert line.startswith("briefing: ")
    assert "gaols" in line
    assert all(section in line for section in SECTIONS)


def test_an_unknown_section_is_told_in_one_line_whatever_it_is_called() -> None:
    for key in ("a\nb\x1b[31m\u202ec\u2028d", "x" * 100_000):
        done = run("--section", key)
        assert done.returncode == 2
        assert len(complaint(done)) < 500


def test_a_missing_file(tmp_path: Path) -> None:
    done = run(tmp_path / "nothing.txt")
    assert done.returncode == 1
    line = complaint(done)
    assert line.startswith(f"briefing: {tmp_path / 'nothing.txt'}: ")


def test_a_broken_briefing(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text('article = "a.txt"\n[title\n')
    done = run(tmp_path)
    assert done.returncode == 1
    line = complaint(done)
    assert "briefing.toml" in line
    assert "line 2" in line


def test_a_file_of_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(bytes(range(256)))
    done = run(tmp_path / "a.bin")
    assert done.returncode == 1
    assert "UTF-8" in complaint(done)


@pytest.mark.whole
@pytest.mark.parametrize("megabytes", [250, 300, 350, 400, 500])
def test_more_than_there_is_memory_for(tmp_path: Path, megabytes: int) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(60_000_000)
    limit = f"ulimit -v {megabytes * 1000}; exec {MODULE} '{tmp_path / 'large.txt'}'"
    done = subprocess.run(
        ["bash", "-c", limit], stdin=subprocess.DEVNULL, capture_output=True, env=environment(), timeout=60
    )
    if done.returncode:
        line = "large.txt: is too large for the memory there is; split it into smaller files\n"
        assert done.stderr.decode().endswith(line)
    assert done.stderr.count(b"\n") == done.returncode


def test_unknown_strategy() -> None:
    done = run("--bidi", "vte")
    assert done.returncode == 2
    assert done.stderr.startswith(b'briefing: there is no strategy "vte"; there are auto, plain, explicit, ')
    assert done.stderr.count(b"\n") == 1


def test_strategies_are_for_terminals_only() -> None:
    assert run("--bidi", "kitty").stdout == run().stdout


@pytest.mark.parametrize("arguments", [("--colour",), ("one", "two"), ("--section",)])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert complaint(done).endswith("briefing --help shows what there is")


@pytest.mark.parametrize("command", [(), ("export",), ("serve",), ("doctor",)])
@pytest.mark.parametrize("argument", ["--\x1b[31m\x9b31m\udc9b\u202e\n", "--" + "x" * 100_000])
def test_wrong_usage_is_one_short_line_whatever_was_given(command: tuple[str, ...], argument: str) -> None:
    done = run(*command, argument)
    assert done.returncode == 2
    assert len(complaint(done)) < 500


@pytest.mark.parametrize("command", [(), pytest.param(("export", "-o", "-"), marks=pytest.mark.whole)])
def test_a_section_goes_by_the_key_that_opens_it_too(command: tuple[str, ...]) -> None:
    by_key = run(*command, "--section", "goals")
    assert by_key.returncode == 0
    assert run(*command, "--section", "2").stdout == by_key.stdout
    assert run(*command, "--section", "0").stdout == run(*command, "--section", "full").stdout
    assert "goals" in complaint(run(*command, "--section", "5"))


@pytest.mark.parametrize("command", [(), pytest.param(("export", "-o", "-"), marks=pytest.mark.whole)])
def test_a_text_is_its_own_full_article(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص\n\nنص", encoding="utf-8")
    done = run(*command, "--section", "full", tmp_path / "a.txt")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", [(), ("export",), ("serve",)])
def test_an_address_of_another_scheme_is_no_file(command: tuple[str, ...]) -> None:
    done = run(*command, "ftp://me:secret@example.com/a.txt")
    assert done.returncode == 2
    line = complaint(done)
    assert '"ftp://…@example.com/a.txt" is an address: only http and https are fetched' in line
    assert "give the file's path alone" in complaint(run(*command, "file:///etc/passwd"))


@pytest.mark.parametrize(
    "address", some_of("https:/example.com", "https:example.com", "www.example.com", "mailto:a@b")
)
def test_what_is_nearly_an_address_is_none_either(address: str, tmp_path: Path) -> None:
    assert f'"{address}" is an address' in complaint(run(address))
    (tmp_path / "mailto:a").write_text("نص", encoding="utf-8")
    assert run(tmp_path / "mailto:a").returncode == 0


def test_help_names_the_commands() -> None:
    text = run("--help").stdout.decode()
    commands = text.partition("commands (")[2].partition("examples:")[0]
    assert all(f"\n  {command} " in commands for command in ("check", "export", "doctor", "serve"))


def test_a_disk_that_is_full() -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(stdout=full)
    assert done.returncode == 1
    text = done.stderr.decode()
    assert text.startswith("briefing: cannot write: ")
    assert text.count("\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
def test_streams_that_are_closed(closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m briefing {closed}'],
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") <= 1
    assert (done.returncode == 0) == (">" not in closed)


def test_a_reader_that_has_enough() -> None:
    ends = "set -o pipefail; trap '' CHLD"
    done = subprocess.run(
        ["bash", "-c", f'{ends}; "{sys.executable}" -m briefing | head -n 1'],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.decode() == "US looks to Japan as a weapons-production base\n"


def test_a_pipe_that_nobody_reads() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


# What comes out of a pipe: the author's own text.


def test_the_whole_article_is_there_byte_for_byte(printed: str, briefing: Briefing) -> None:
    lines = printed.split("\n")
    for paragraph in briefing.paragraphs:
        assert f"¶{paragraph.number} {paragraph.text}" in lines
    for section in briefing.sections:
        assert all(f"- {claim.text} " in printed for claim in section.claims)
    assert briefing.bottom_line in printed


def test_no_escape_no_control_and_no_shape_is_printed(printed: str) -> None:
    assert not SHAPES.search(printed)
    assert not [one for one in printed if unicodedata.category(one) == "Cc" and one != "\n"]
    source = Path(load_bundled().path)
    written = "".join(file.read_text(encoding="utf-8") for file in sorted(source.parent.glob("*.t*")))
    added = {one for one in printed if unicodedata.category(one) in ("Cf", "Co", "Cs")} - set(written)
    assert not added


@pytest.mark.parametrize("key", ["goals", "full"])
def test_one_section(key: str, briefing: Briefing) -> None:
    done = run("--section", key)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8")
    numbers = [paragraph.number for paragraph in briefing.paragraphs]
    if key != "full":
        numbers = [*briefing.section(key).paragraphs]
        assert text == section_page(briefing, briefing.section(key))
    assert [int(number) for number in re.findall(r"(?m)^¶(\d+) ", text)] == numbers
    for number in numbers:
        assert f"\n¶{number} {briefing.paragraph(number).text}\n" in text


def test_a_text_file_is_printed_as_it_is(tmp_path: Path) -> None:
    text = "نص \u200eأول\u200f (DICAS)،\nسطر ثان.\n\nشَدَّةٌ\u200c وَتَنْوِينٌ: ﷲ ﻻ"
    (tmp_path / "نص.txt").write_text(text, encoding="utf-8")
    printed = run(tmp_path / "نص.txt").stdout.decode("utf-8")
    first, second = text.split("\n\n")
    assert f"¶1 {first}\n" in printed
    assert f"¶2 {second}\n" in printed


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1", "PYTHONWARNINGS": "error"},
        {"TERM": "dumb", "COLUMNS": "10", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
    ],
    ids=lambda env: ",".join(env),
)
def test_the_surroundings_change_nothing(env: dict[str, str], printed: str) -> None:
    done = run(env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == printed


def test_printing_imports_nothing_that_paints() -> None:
    program = (
        "import sys; from briefing.commands.main import main; status = main([]);"
        "found = {name.partition('.')[0] for name in sys.modules};"
        "print(*sorted(found & {'textual', 'rich', 'bidi', 'arabic_reshaper', 'uniseg'}), file=sys.stderr);"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], stdin=subprocess.DEVNULL, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr.decode().strip()) == (0, "")


# A terminal, or half of one.


def in_terminal(command: str, env: dict[str, str | None] | None = None) -> Screen:
    """A shell command in a terminal of 100 by 30."""
    screen = Screen(["sh", "-c", command], 100, 30, env=env)
    screen.emulator = QuickEmulator(100, 30)
    return screen


MODULE = f'"{sys.executable}" -m briefing'


@pytest.mark.parametrize(
    ("command", "env"),
    [
        (f"{MODULE} </dev/null", {}),
        (f": | {MODULE}", {}),
        (f"{MODULE} <&-", {}),
        (MODULE, {"TERM": "dumb"}),
    ],
    ids=["no input", "an empty pipe for input", "input closed", "dumb"],
)
def test_where_nothing_can_be_drawn_it_prints(command: str, env: dict[str, str | None]) -> None:
    with in_terminal(command, env) as screen:
        assert screen.wait_for_exit() == 0
        assert b"\x1b" not in screen.output
        assert ("¶14 " if env else "14¶").encode() in screen.output  # a dumb one is sent the text as it is


def test_standard_error_in_a_file_does_not_keep_it_from_drawing(tmp_path: Path) -> None:
    with in_terminal(f'{MODULE} --section goals 2>"{tmp_path / "errors"}"') as screen:
        screen.wait_for("─ DICAS goals ─")
        screen.wait_until_idle()
        assert "╭─ Summary" in screen.text
        screen.press("q")
        assert screen.wait_for_exit() == 0
    assert (tmp_path / "errors").read_text() == ""


def test_it_opens_at_a_section() -> None:
    with in_terminal(f"{MODULE} --section full") as screen:
        screen.wait_for("╭─ Full article ─")
        screen.wait_until_idle()
        screen.press("q")
        assert screen.wait_for_exit() == 0


@pytest.mark.parametrize(
    "arguments",
    some_of("", "--version", "--help", "doctor", "doctor --json", "doctor --help", "export -o -"),
)
def test_nowhere_to_write_to(arguments: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments.split(), stdout=full)
    assert done.returncode == 1
    assert re.fullmatch(rb"briefing( export)?: cannot write: No space left on device\n", done.stderr)
