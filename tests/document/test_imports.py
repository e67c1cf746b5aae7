"""What the way to the first frame does not pay for: loading the bundled briefing imports nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "edtf",
    "pyparsing",
    "bidi",
    "arabic_reshaper",
    "difflib",
    "hypothesis",
    "zipfile",
)


def imported_by(code: str) -> set[str]:
    """Return the top-level names in `sys.modules` after running `code` in a fresh interpreter."""
    ask = "import sys; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    command = [sys.executable, "-c", f"{code}\n{ask}"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "from briefing.sources import load_bundled; load_bundled()",
        "from briefing.sources import load_bundled; from briefing.exporting import briefing_text;"
        "print(len(briefing_text(load_bundled())))",
        "import briefing.document.dates",
    ],
)
def test_nothing_heavy_is_imported(code: str) -> None:
    imported = imported_by(code)
    assert "briefing" in imported
    assert not imported.intersection(HEAVY)


@pytest.mark.whole
def test_the_judge_of_imports_sees_what_is_there() -> None:
    assert "edtf" in imported_by("from briefing.document.dates import parse_date; parse_date('2014?')")
