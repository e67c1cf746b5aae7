"""The reports on faults of other projects (`.github/upstream`): each fault is still there, as described.

Where one is gone, the workaround may go too: the report says where it is.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.judges import fribidi, surroundings
from tests.needs import in_ci, needs_library

ROOT = Path(__file__).parents[1]
REPORTS = sorted(path for path in (ROOT / ".github/upstream").glob("*.md") if path.name != "README.md")

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# A file, and perhaps names in it, as in `briefing/arabic/levels.py` (`Levels.runs`, `_class`).
_PLACE = re.compile(r"`((?:briefing|tests)/[\w./]+)`(?:\s+\((`[\w.]+`(?:,\s+`[\w.]+`)*)\))?")
_VERSION = re.compile(r"^FriBidi ([\d.]+\d)", re.MULTILINE)
_TOOLS = {"fribidi": [needs_library(fribidi.SONAME)]}


def _reports() -> list[ParameterSet]:
    assert len(REPORTS) > 10, "they have not been found"
    return [
        pytest.param(path, id=path.stem, marks=_TOOLS.get(path.stem.partition("-")[0], []))
        for path in REPORTS
    ]


def _blocks(report: str) -> dict[str, str]:
    """The report's blocks of code by their language."""
    found = _BLOCK.findall(report)
    assert sorted(language for language, _ in found) == ["python", "text"]
    return dict(found)


@pytest.mark.whole
@pytest.mark.parametrize("path", _reports())
def test_the_fault_is_still_there(path: Path, tmp_path: Path) -> None:
    report = path.read_text("utf-8")
    if (version := _VERSION.search(report)) and version[1] != fribidi.version() and not in_ci():
        pytest.skip(f"the report is on FriBidi {version[1]}, this is {fribidi.version()}")
    blocks = _blocks(report)
    shown = subprocess.run(
        [sys.executable, "-c", blocks["python"]],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        cwd=tmp_path,
        env=surroundings.environment({"PYTHONIOENCODING": "utf-8"}),
        check=False,
    )
    assert shown.stdout == blocks["text"], (
        f"{path.name} is out of date: is the fault mended, can its workaround go?\n{shown.stderr}"
    )


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_what_it_names_of_this_project_is_there(path: Path) -> None:
    places = _PLACE.findall(path.read_text("utf-8"))
    assert places, "a report says where this project meets the fault"
    for file, names in places:
        code = (ROOT / file).read_text("utf-8")
        for name in re.findall(r"\w+(?=`)", names):
            assert re.search(rf"\b{name}\b", code), f"{path.name}: there is no {name} in {file}"
