"""How the command line is used: the helps, the words that were nearly right, and what is imported for it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.commands.main import COMMANDS, main, parser_of
from tests.judges.surroundings import environment


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `main` makes of the environment is not for other tests."""
    monkeypatch.setattr("briefing.commands.main.make_harmless", lambda _: None)
    monkeypatch.setenv("NO_COLOR", "")


def said(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str, str]:
    """The exit status of a command, and what it says on standard output and standard error."""
    try:
        status: int | str | None = main(arguments)
    except SystemExit as ended:
        status = ended.code
    return status, *capfd.readouterr()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_says_all_there_is(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    status, text, complaint = said(capfd, *command.split(), "--help")
    assert (status, complaint) == (0, "")
    assert text == said(capfd, "help", *command.split())[1]
    assert max(map(len, text.splitlines())) <= 80
    name = f"briefing {command}".strip()
    assert text.startswith(f"usage: {name} ")
    examples = text.partition("\nexamples:\n")[2].splitlines()
    assert any(f"{name} " in line for line in examples)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_has_a_help_and_a_word_for_its_argument(command: str) -> None:
    for action in parser_of(command)._actions:
        assert action.help, action
        assert action.help != argparse.SUPPRESS
        if action.nargs != 0:
            assert isinstance(action.metavar, str), action
            assert action.metavar == action.metavar.upper(), action


def test_the_help_has_a_line_for_every_command_and_the_exit_statuses(
    capfd: pytest.CaptureFixture[str],
) -> None:
    text = said(capfd, "--help")[1]
    for command, line in COMMANDS.items():
        assert f"\n  {command:<12}{line}\n" in text
    for status in ("0", "1", "2", "70", "130"):
        assert f"\n  {status:<6}" in text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("chekc my-briefing", 'briefing: "chekc" is no command and no file; did you mean "check"?'),
        ("exprot", '"exprot" is no command and no file; did you mean "export"?'),
        ("--secton goals", 'unrecognized arguments: --secton; did you mean "--section"?'),
        ("check --jsno a", 'briefing check: unrecognized arguments: --jsno; did you mean "--json"?'),
        ("serve --prot=8080", 'did you mean "--port"?'),
        ("--no-color check a", '"check" is a command, and comes first: briefing check [ARGUMENT]...'),
        ("--fresh doctor", '"doctor" is a command, and comes first'),
        ("help serv", 'briefing help: there is no command "serv"; did you mean "serve"?'),
        ("version", '"version" is no command and no file; did you mean "--version"?'),
        ("print --sectin x y", 'unrecognized arguments: --sectin; did you mean "--section"?'),
        (
            "print --section gaols",
            'there is no section "gaols"; did you mean "goals"? the sections are full, ',
        ),
        ("--section Backgroun", 'there is no section "Backgroun"; did you mean "background"?'),
        ("print -f markdwn", 'there is no form "markdwn"; did you mean "markdown"?'),
        ("print --only article,claim", 'there is no part "claim"; did you mean "claims"? the parts are '),
        ("--theme drakula", 'there is no theme "drakula"; did you mean "dracula"?'),
        ("--bidi knsole", 'there is no strategy "knsole"; did you mean "konsole"?'),
        ("--from hmtl a", 'argument --from/--format: there is no format "hmtl"; did you mean "html"?'),
        ("new --encoding utf8x a", 'there is no encoding "utf8x"; there are utf-8, '),
        (
            "check --format srif .",
            'argument -f/--format: there is no such word "srif"; did you mean "sarif"?',
        ),
        ("completion bsah", 'did you mean "bash"?'),
    ],
)
def test_a_word_that_is_nearly_right_is_named(
    given: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    status, text, complaint = said(capfd, *given.split())
    assert (status, text) == (2, "")
    assert told in complaint
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + "/b", "a/" * 3000])
@pytest.mark.parametrize(
    "command",
    ["check", "check --anchor", "draft", "new", "print", "export -o a.txt", "export -o"],
)
def test_a_name_that_no_file_can_have_is_no_fault_of_the_program(
    command: str, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    status, out, error = said(capfd, *command.split(), name)
    assert status == 1
    assert "cannot be" in out + error
    assert all(len(line) <= 600 for line in (out + error).splitlines())


@pytest.mark.parametrize("word", ["--تقرير", "--" + "x" * 100_000, "--zzz", "--\x1b[31m", "--bogus"])
def test_what_is_like_nothing_gets_no_guess(word: str, capfd: pytest.CaptureFixture[str]) -> None:
    status, _, complaint = said(capfd, word)
    assert status == 2
    assert "did you mean" not in complaint


def test_a_file_that_is_called_nearly_as_a_command_is_read(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("chekc", "check"):
        Path(name).write_text("تقرير\n", encoding="utf-8")
    assert "تقرير" in said(capfd, "chekc")[1]
    assert "تقرير" in said(capfd, "./check")[1]
    assert "تقرير" in said(capfd, "--", "check")[1]


def test_a_file_that_begins_with_a_dash_is_named_as_it_can_be_given(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-dash.txt").write_text("تقرير\n", encoding="utf-8")
    status, text, complaint = said(capfd, "print", "-dash.txt")
    assert (status, text) == (2, "")
    assert 'unrecognized arguments: -dash.txt; a file of that name is "./-dash.txt"; ' in complaint
    for given in (("print", "./-dash.txt"), ("print", "--", "-dash.txt"), ("--", "-dash.txt")):
        assert "تقرير" in said(capfd, *given)[1]


@pytest.mark.parametrize(
    "given",
    [
        "|",
        "print|",
        "check|",
        "new|",
        "new|a|",
        "draft|",
        "serve|",
        "export|-o|",
        "lookups|-o|",
        "print|--save|",
    ],
)
def test_an_empty_name_is_not_this_folder(given: str, capfd: pytest.CaptureFixture[str]) -> None:
    """As of a variable that is not set: `briefing print "$ARTICLE"`."""
    arguments = given.split("|") if given != "|" else [""]
    status, text, complaint = said(capfd, *arguments)
    assert (status, text) == (2, "")
    assert 'the name is empty; "." is this folder' in complaint


@pytest.mark.parametrize("given", ["--from html", "print --from html", "export -o a.md --encoding utf-8"])
def test_what_is_said_of_no_document_is_not_passed_over(
    given: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.machine.standard_input.may_bring_something", lambda: False)
    status, text, complaint = said(capfd, *given.split())
    assert (status, text) == (1, "")
    assert ": there is no document that it is said of; name one" in complaint


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version(flag: str, capfd: pytest.CaptureFixture[str]) -> None:
    status, text, complaint = said(capfd, flag)
    assert (status, complaint) == (0, "")
    assert text.startswith("briefing ")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_color_is_an_option_of_every_command(command: str) -> None:
    assert any("--no-color" in option.option_strings for option in parser_of(command).options())


@pytest.mark.parametrize("command", ["", "doctor", "print", "lookups"])
def test_no_color_is_as_the_variable(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert said(capfd, *command.split(), "--no-color")[0] == 0
    assert os.environ["NO_COLOR"] == "1"


@pytest.mark.whole
def test_no_command_that_needs_no_screen_imports_textual(tmp_path: Path) -> None:
    runs: list[list[str]] = [["--help"], [], ["--section", "goals"], ["--version"]]
    runs += [[command, "--help"] for command in COMMANDS]
    runs += [["new", "a.txt", "b"], ["check", "b"], ["check", "--json", "b"], ["lookups"], ["doctor"]]
    runs += [["doctor", "--json"], ["b"], ["nothing.txt"], ["exprot"], ["help"]]
    (tmp_path / "a.txt").write_text("نص\n", encoding="utf-8")
    program = f"""
import sys
from briefing.commands.main import main
for run in {runs!r}:
    try:
        main(run)
    except SystemExit:
        pass
    found = sorted({{name.partition(".")[0] for name in sys.modules}} & {{"textual"}})
    if found:
        sys.exit(f"{{run}} imports {{found}}")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        cwd=tmp_path,
        env=environment({"HOME": str(tmp_path)}),
    )
    assert done.returncode == 0, done.stderr.decode()[-300:]
