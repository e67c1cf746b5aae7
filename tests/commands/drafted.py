"""A briefing to draft for, and the command line that does it, with a command that lies."""

import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from briefing.verifying.checking import check
from tests.document.sample import ARTICLE, write_briefing
from tests.judges import warm

LIAR = Path(__file__).parents[1] / "drafting" / "liar.py"
DATED = "وصل الوفد في 10 يونيو ٢٠٢٤."


def new_folder(tmp_path: Path) -> Path:
    """The sample with a fourth paragraph, which gives a date and is in no section; preferences of its own."""
    folder = tmp_path / "talks"
    folder.mkdir()
    write_briefing(folder)
    (folder / "article.txt").write_text(f"{ARTICLE}\n{DATED}\n", encoding="utf-8")
    return folder


def liar(mode: str, *files: Path, schema: str = "") -> str:
    return shlex.join([sys.executable, str(LIAR), mode, *map(str, files)]) + (f" {schema}" if schema else "")


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "BRIEFING_PREFERENCES": str(folder.parent / "preferences.toml")}


def draft(folder: Path, mode: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = ("draft", *(("--command", liar(mode)) if mode else ()), *options, folder)
    run = warm.run_text(*command, env=environment(folder), timeout=120)
    assert "Traceback" not in run.stderr
    for text in (run.stdout, run.stderr):
        assert not any((ord(one) < 32 and one not in "\n\t") or 0x7F <= ord(one) < 0xA0 for one in text)
        assert not set(text) & set("\u202e\u2066\u200f")
    return run


def toml(folder: Path) -> str:
    return (folder / "briefing.toml").read_text(encoding="utf-8")


def claims(folder: Path) -> list[dict[str, Any]]:
    return [
        claim for section in tomllib.loads(toml(folder))["sections"] for claim in section.get("claims", [])
    ]


def mistakes(folder: Path) -> list[str]:
    return [one.rule for one in check(folder).findings if one.level == "mistake"]
