"""Certain repairs are put into the file, and nothing else of it changes."""

import os
import pty
import tomllib
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import load
from briefing.verifying.checking import check, examined_at, findings_of
from briefing.verifying.repairing import with_repairs, write_back
from tests.document.sample import write_briefing
from tests.judges import warm
from tests.judges.surroundings import environment

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"


def spoiled(folder: Path, *, head: bytes = b"", line_end: bytes = b"\n") -> tuple[Path, bytes]:
    """The bundled briefing with every quote's hamzas left out; its file, and what it should be again."""
    for name in ("article.txt", "capture.txt"):
        (folder / name).write_bytes((BUNDLED / name).read_bytes())
    right = (BUNDLED / "briefing.toml").read_bytes().replace(b"\n", line_end)
    lines = right.decode().split("\n")
    lines = [
        line.replace("أ", "ا").replace("إ", "ا").replace("، ", " ، ") if "quote = " in line else line
        for line in lines
    ]
    toml = folder / "briefing.toml"
    toml.write_bytes(head + "\n".join(lines).encode())
    return toml, head + right


def run_fix(*arguments: str, answer: str | None = None) -> tuple[int, str]:
    command = ["check", "--fix", *arguments]
    if answer is None:
        run = warm.run_text(*command)
        return run.returncode, run.stdout + run.stderr
    ours, theirs = pty.openpty()
    program = warm.start(command, (theirs, theirs, theirs), environment({"TERM": "dumb"}))
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    said = b""
    with suppress(OSError):
        while part := os.read(ours, 65536):
            said += part
    status = program.wait(60)
    os.close(ours)
    return status, said.decode(errors="replace")


@pytest.mark.parametrize(("head", "line_end"), [(b"", b"\n"), (b"\xef\xbb\xbf", b"\r\n")])
def test_what_was_spoiled_is_as_it_was_byte_for_byte(tmp_path: Path, head: bytes, line_end: bytes) -> None:
    toml, right = spoiled(tmp_path, head=head, line_end=line_end)
    assert toml.read_bytes() != right
    status, said = run_fix("--yes", str(tmp_path))
    assert status == 0, said
    assert toml.read_bytes() == right
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "briefing.toml", "capture.txt"]


def test_without_a_terminal_nothing_is_written_unasked(tmp_path: Path) -> None:
    toml, _ = spoiled(tmp_path)
    before = toml.read_bytes()
    status, said = run_fix(str(tmp_path))
    assert status == 1
    assert "nothing was changed" in said
    assert "\n-" in said
    assert "\n+" in said
    assert toml.read_bytes() == before


@pytest.mark.parametrize(("answer", "is_done"), [("y", True), ("n", False), ("", False)])
def test_on_a_terminal_it_asks(tmp_path: Path, answer: str, is_done: bool) -> None:
    toml, right = spoiled(tmp_path)
    status, said = run_fix(str(tmp_path), answer=answer)
    assert "Write that? [y/N]" in said
    assert (toml.read_bytes() == right) == is_done
    assert status == (0 if is_done else 1)


def test_what_is_not_certain_is_left_alone(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path, 'المحادثات بدأت" }', 'المحادثات انتهت" }')
    before = (folder / "briefing.toml").read_bytes()
    status, _ = run_fix("--yes", str(folder))
    assert status == 1
    assert (folder / "briefing.toml").read_bytes() == before


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    toml, _ = spoiled(tmp_path)
    examined = examined_at(tmp_path)
    repairs = [one.repair for one in findings_of(examined).findings if one.repair]
    toml.write_bytes(toml.read_bytes() + b"# mine\n")
    with pytest.raises(BriefingError, match="changed meanwhile"):
        write_back(examined, with_repairs(examined.text, repairs))
    assert toml.read_bytes().endswith(b"# mine\n")


def test_a_repair_holds_in_any_kind_of_string(tmp_path: Path) -> None:
    for written in ("'قال الوزير'", '"""قال الوزير"""', "'''\nقال  الوزير'''", '"\\u0642ال الوزير"'):
        folder = write_briefing(tmp_path, '"قالَ الوزير إن المحادثات بدأت"', written)
        status, said = run_fix("--yes", str(folder))
        assert status == 0, said
        quote = load(folder).sections[0].claims[0].citations[0].quote
        assert quote == "قالَ الوزير"
        assert tomllib.loads((folder / "briefing.toml").read_text())
        assert check(folder).count("mistake") == 0


def test_fix_with_another_form_is_wrong_usage(tmp_path: Path) -> None:
    assert run_fix("--json", str(tmp_path))[0] == 2
