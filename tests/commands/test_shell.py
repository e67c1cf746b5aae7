"""Completion and manual pages: all there is stands in them, and real shells and `mandoc` take them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import pytest

from briefing.commands.main import COMMANDS, parser_of
from briefing.commands.shell.files import SHELLS, completion, installed_files
from briefing.commands.shell.sections import section_lines
from briefing.settings.theme_names import THEME_NAMES
from briefing.tui.themes import NAMES
from tests.judges.screen import Screen
from tests.judges.surroundings import environment
from tests.needs import needs

FILES = installed_files("1.2.3", "2026-11-27")
PAGES = {path.rpartition("/")[2]: text for path, text in FILES.items() if "/man1/" in path}


def flags(command: str) -> list[str]:
    return [flag for action in parser_of(command).options() for flag in action.option_strings]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_manual_names_every_option_and_what_it_does(command: str) -> None:
    page = PAGES[f"briefing-{command}.1" if command else "briefing.1"].replace("\\-", "-")
    for flag in flags(command):
        assert f"\\fB{flag}\\fR" in page
    parser = parser_of(command)
    said = " ".join(re.sub(r"(?m)^\.(?:B|TP)\b|\\&", "", page).split())
    for action in (*parser.positionals(), *parser.options()):
        assert parser.expanded_help(action) in said
    for line in re.findall(r"(?m)^ +(.*)", (parser.epilog or "").replace("`", "\\(ga")):
        assert " ".join(line.split()) in said
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"):
        assert f"\n.SH {section}\n" in page


def test_the_manual_has_a_line_for_every_command_and_status() -> None:
    page = PAGES["briefing.1"]
    for command, line in COMMANDS.items():
        assert f".B {command}\n{line}\n" in page
        assert f".BR briefing\\-{command} (1)" in page
    for status in ("0", "1", "2", "70", "130"):
        assert f".TP\n.B {status}\n" in page
    assert '.TH BRIEFING 1 "2026-11-27" "briefing 1.2.3"' in page


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_names_every_command_and_option(shell: str) -> None:
    script = completion(shell)
    assert script in FILES.values()
    for command in ("", *COMMANDS):
        assert command in script
        for flag in flags(command):
            wanted = (
                f"-{'l' if flag.startswith('--') else 's'} {flag.lstrip('-')} " if shell == "fish" else flag
            )
            assert wanted in script
    assert " ".join(THEME_NAMES) in script


def test_the_themes_that_are_named_are_those_there_are() -> None:
    assert THEME_NAMES == NAMES


@pytest.mark.whole
def test_all_is_made_the_same_again_with_nothing_but_what_the_build_installs() -> None:
    """`requires` in pyproject.toml: hatchling, and the packages that are let through here."""
    program = """
import sys
class Refuses:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top not in sys.stdlib_module_names and top not in ("briefing", "msgspec"):
            raise ImportError(f"{name} is imported for completion and manual pages; import it in a function")
sys.meta_path.insert(0, Refuses())
from briefing.commands.shell.files import installed_files
sys.stdout.write(repr(installed_files("1.2.3", "2026-11-27")))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr[-400:]
    assert done.stdout == repr(FILES)


@pytest.mark.whole
def test_the_files_are_installed() -> None:
    installed = {path.as_posix() for path in files("briefing") or ()}
    again = "install the package again: pip install -e '.[test]'"
    assert all(any(name.endswith(path) for name in installed) for path in FILES), again


@needs("mandoc")
def test_a_reader_of_manual_pages_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    checked = subprocess.run(
        ["mandoc", "-T", "lint", *PAGES], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    shown = subprocess.run(
        ["mandoc", "-T", "utf8", "briefing-check.1"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    ).stdout
    text = re.sub(".\b", "", shown)
    assert "briefing check [OPTION]... PATH..." in text
    assert re.search(r"-f, --format FORMAT\n +how it is told: text, json, sarif, github", text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file and a folder whose names begin alike, and the scripts for all shells."""
    (tmp_path / "a file.txt").write_text("نص\n", encoding="utf-8")
    (tmp_path / "a-folder").mkdir()
    begun = tmp_path / "my briefing"
    begun.mkdir()
    (begun / "article.txt").write_text("نص\n", encoding="utf-8")
    sections = (
        '[[sections]]\nkey = "water"\ntitle = "Water: $(touch ran)"\narabic = "ماء"\nparagraphs = [1]\n'
    )
    (begun / "briefing.toml").write_text(
        f'article = "article.txt"\nbottom_line = "Water."\n{sections}', encoding="utf-8"
    )
    program = tmp_path / "bin" / "briefing"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n')
    program.chmod(0o755)
    for shell in SHELLS:
        (tmp_path / f"briefing.{shell}").write_text(completion(shell), encoding="utf-8")
    return tmp_path


def path(folder: Path) -> str:
    """Where programs are looked for, so that the shells find this one."""
    return f"{folder / 'bin'}:{os.environ['PATH']}"


# What is typed, and what the line is after the shell has completed it.
COMPLETED = [
    ("briefing chec", "briefing check "),
    ("briefing check --stri", "briefing check --strict "),
    ("briefing check --format sar", "briefing check --format sarif "),
    ("briefing check --format=sar", "briefing check --format=sarif "),
    ("briefing --theme drac", "briefing --theme dracula "),
    ("briefing --bidi kons", "briefing --bidi konsole "),
    ("briefing print --format mark", "briefing print --format markdown "),
    ("briefing export --only cla", "briefing export --only claims "),
    ("briefing completion fi", "briefing completion fish "),
    ("briefing help loo", "briefing help lookups "),
    ("briefing a-f", "briefing a-folder/"),
    ("briefing a\\ f", "briefing a\\ file.txt "),
    ("briefing check a-", "briefing check a-folder/"),
    ("briefing export --save a", "briefing export --save a-folder/"),
    ("briefing doctor a", "briefing doctor a"),
    ("briefing --section zz", "briefing --section zz"),
    ("briefing print --section goa", "briefing print --section goals "),
    ("briefing -s crit", "briefing -s criticism "),
    (
        "briefing print --width 40 my\\ briefing/ --section wat",
        "briefing print --width 40 my\\ briefing/ --section water ",
    ),
    ("briefing export my\\ briefing --section=wat", "briefing export my\\ briefing --section=water "),
    ('briefing print "my briefing" -s wat', 'briefing print "my briefing" -s water '),
    ("briefing draft -s wat a", "briefing draft -s wat a-folder/"),
    ("briefing print no-such -s goa", "briefing print no-such -s goa"),
]


def lines_completed(screen: Screen) -> Iterator[tuple[str, str]]:
    """What is wanted and what the shell's line is, once it has completed what was typed."""
    for number, (typed, wanted) in enumerate(COMPLETED):
        # The line is taken back to its beginning and printed instead of run.
        screen.send(f"{typed}\t|\x01echo {number}:'\x05'\r")
        screen.wait_for(f"\n{number}:")
        screen.wait_until_idle()
        said = re.search(rf"(?m)^{number}:(.*)\|", screen.text)
        yield wanted, said[1] if said else screen.text


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("print --section", "full background goals groups criticism"),
        ("print --section '' .", "full water"),
        ("--section = w ./", "full water"),
        ("print --format --section . -s", "full water"),
        ("draft -s goals -- .", "full water"),
        ("$HERE -s", "full water"),
        ("print - -s", ""),
        ("print https://example.org/ -s", ""),
        ("print pipe -s", ""),
        ("print large.txt -s", ""),
    ],
)
def test_the_sections_of_what_a_line_names(
    typed: str, keys: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "my briefing")
    monkeypatch.setenv("HERE", str(folder / "my briefing"))
    os.mkfifo("pipe")
    Path("large.txt").write_bytes(b"a" * 5_000_000)
    lines = list(section_lines(["" if word == "''" else word for word in typed.split()]))
    assert [line.partition("\t")[0] for line in lines] == keys.split()
    assert all(line.endswith("\n") for line in lines)


@pytest.mark.whole
def test_what_shells_ask_needs_no_screen() -> None:
    program = "import sys; from briefing.commands.main import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", program, "completion", "--sections", "print", "--section", ""]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment())
    *lines, modules = done.stdout.splitlines()
    assert lines[1] == "background\tBackground"
    assert not {"textual", "rich", "asyncio", "ssl"} & set(modules.split())


@needs("bash")
def test_bash_completes(folder: Path) -> None:
    command = f"cd '{folder}'; exec bash --norc --noprofile -i"
    with Screen(
        ["sh", "-c", command], 100, 60, env={"PS1": "$ ", "HISTFILE": None, "PATH": path(folder)}
    ) as screen:
        screen.send("bind 'set bell-style none'; source briefing.bash; PS1='% '\r")
        screen.wait_for("\n%")
        for wanted, said in lines_completed(screen):
            assert said == wanted
        screen.send("exit\r")
    assert not (folder / "ran").exists()  # no shell obeys a title


@needs("zsh")
def test_zsh_completes(folder: Path) -> None:
    env = {"HOME": str(folder), "PATH": path(folder)}
    with Screen(["sh", "-c", f"cd '{folder}'; exec zsh -f -i"], 100, 60, env=env) as screen:
        screen.send("autoload -Uz compinit; compinit -u -D; bindkey -e; setopt noautoremoveslash\r")
        screen.send("source ./briefing.zsh; PS1='%% '\r")
        screen.wait_for("\n%")
        for wanted, said in lines_completed(screen):
            assert said.rstrip() == wanted.rstrip()  # the blank goes where a sign follows
        screen.send("exit\r")


@needs("fish")
def test_fish_completes(folder: Path) -> None:
    asked = "; ".join(
        f"echo '== {number}'; complete -C '{typed}'" for number, (typed, _) in enumerate(COMPLETED)
    )
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source briefing.fish; {asked}"],
        cwd=folder,
        env=environment({"HOME": str(folder), "PATH": path(folder)}),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    answers = done.stdout.split("== ")[1:]
    for (typed, wanted), answer in zip(COMPLETED, answers, strict=True):
        offered = [line.partition("\t")[0] for line in answer.splitlines()[1:]]
        last = wanted.removeprefix("briefing ").rstrip().rpartition(" ")[2].replace("\\ ", " ")
        assert (last in " ".join(offered)) == (typed != wanted), (typed, offered)
