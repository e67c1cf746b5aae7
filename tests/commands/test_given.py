"""A briefing's JSON at the command line: opened, given out again, begun as a folder, refused in one line."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.judges import warm

pytestmark = pytest.mark.whole


def run(*arguments: str, cwd: Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return warm.run(*arguments, cwd=cwd, data=data)


def test_out_and_in_again(tmp_path: Path) -> None:
    assert run("export", "-o", "a.json", cwd=tmp_path).returncode == 0
    data = (tmp_path / "a.json").read_bytes()
    again = run("export", "-f", "json", "-o", "-", "a.json", cwd=tmp_path)
    assert (again.stdout, again.stderr) == (data, b"")
    came_in = run("export", "-f", "json", "-o", "-", "-", cwd=tmp_path, data=data)
    assert (came_in.stdout, came_in.stderr) == (data, b"")
    printed = run("print", "a.json", "--section", "goals", cwd=tmp_path)
    assert printed.stdout == run("print", "--section", "goals", cwd=tmp_path).stdout
    assert run("-", cwd=tmp_path, data=data).stdout == run("a.json", cwd=tmp_path).stdout
    assert run("new", "a.json", cwd=tmp_path).stdout == b"a\n"
    assert run("check", "a", cwd=tmp_path).returncode == 0


def test_what_is_wrong_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"format": "briefing",\n "version": 1, "briefing": {"title": 3}}')
    for command in ([], ["print"], ["export", "-o", "b.html"], ["new"]):
        done = run(*command, "a.json", cwd=tmp_path)
        assert done.returncode == 1
        assert done.stdout == b""
        assert done.stderr.count(b"\n") == 1
        assert b"a.json: /briefing/title (line 2): here is a whole number; write an object" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
    text = run("--from", "text", "a.json", cwd=tmp_path)
    assert b'"title": 3' in text.stdout
    other = run("--from", "json", "-", cwd=tmp_path, data=b"{}")
    assert b"no briefing that was given out as JSON" in other.stderr
