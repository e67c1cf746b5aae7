"""`briefing print` as it is typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.exporting.chosen import chosen
from briefing.exporting.forms.text import text_of
from briefing.sources import load_bundled
from tests.judges import warm
from tests.judges.surroundings import environment

pytestmark = pytest.mark.whole


def run(*arguments: str | Path, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    if not python:
        return warm.run(*arguments)
    return subprocess.run(
        [sys.executable, *python, "-m", "briefing", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=60,
    )


def test_a_pipe_gets_the_text_in_logical_order_without_textual(tmp_path: Path) -> None:
    done = run("print", python=("-X", "importtime"))
    assert done.returncode == 0
    assert done.stdout.decode() == text_of(chosen(load_bundled()))
    imported = {line.rpartition(b"|")[2].strip().partition(b".")[0] for line in done.stderr.splitlines()}
    assert b"msgspec" in imported
    assert not imported & {b"textual", b"rich"}


def test_parts_of_a_section_in_a_width(tmp_path: Path) -> None:
    done = run("print", "--section", "goals", "--only", "claims", "--no-quotes", "--width", "40")
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert max(map(len, lines)) <= 90
    assert not any("«" in line for line in lines)
    out = tmp_path / "a.txt"
    again = run("export", "--section", "goals", "--only=claims", "--no-quotes", "--width", "40", "-o", out)
    assert (again.returncode, again.stdout, again.stderr) == (0, b"", b"")
    assert out.read_bytes() == done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("print", "-f", "gif"), "there are text"),
        (("print", "-f", "png"), "briefing export -o a.png"),
        (("print", "--only", "claim"), "the parts are claims, article, timeline, names"),
        (("print", "--width", "9"), "10 to 1000"),
        (("print", "--section", "gaols"), "the sections are"),
        (("export", "-f", "text", "--light"), "--light says nothing about text"),
        (("export", "-f", "svg", "--only", "names"), "--only says nothing about svg"),
        (("print", "-f", "csv", "--only", "claims,article"), "--only article,claims leaves nothing of csv; "),
        (("export", "-o", "a.ics", "--only", "names"), "leaves nothing of ics; it has the timeline"),
        (("export", "-o", "a.bib", "--only", "claims"), "leaves nothing of bibtex; it has the source alone"),
        (("print", "-f", "tmx", "--only", "article"), "it has the claims and the names"),
        (("print", "-f", "tmx", "--only", "claims", "--no-quotes"), "of tmx without quotes; leave "),
        (("export", "-o", "a.xyz"), 'no form ends in ".xyz"; add --format, or end in one of .txt'),
    ],
)
def test_usage_in_one_line(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
