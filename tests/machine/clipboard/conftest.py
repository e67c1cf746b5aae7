"""Clipboard tools that are not what they seem."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

BEHAVIOURS = {
    "works": "",
    "fails": "sys.exit(3)",
    "reads a little": "os.read(0, 1)",
    "hangs": "time.sleep(60)",
    "hangs with a child": "subprocess.Popen(['/bin/sleep', '60']).wait()",
    # as xclip does: the parent is gone, a child keeps every file open
    "serves": """
if child := os.fork():
    (record / "server").write_text(str(child))
    os._exit(0)
time.sleep(60)
""",
}

TOOL = """#!{python} -ISs
import os, pathlib, subprocess, sys, time
record = pathlib.Path({record!r})
name = os.path.basename(sys.argv[0])
(record / (name + ".arguments")).write_text(" ".join(sys.argv[1:]))
(record / (name + ".session")).write_text(str(os.getsid(0)))
(record / (name + ".locale")).write_text(os.environ.get("LC_ALL", ""))
(record / (name + ".noise")).write_text(str(os.isatty(1) or os.isatty(2)))
print("noise", flush=True)
print("noise", file=sys.stderr, flush=True)
if {reads}:
    (record / name).write_bytes(sys.stdin.buffer.read())
{behaviour}
"""

Fake = Callable[..., None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder to be the whole PATH; empty until a `fake` is put in."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


@pytest.fixture
def fake(path: Path, tmp_path: Path) -> Fake:
    """Put a tool of that name on PATH; what it is given is found in tmp_path, under its name."""

    def make(name: str, behaviour: str = "works", *, reads: bool = True) -> None:
        tool = path / name
        tool.write_text(
            TOOL.format(
                python=sys.executable, record=str(tmp_path), reads=reads, behaviour=BEHAVIOURS[behaviour]
            )
        )
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)

    return make
