"""What the engine loads: no screen, and no slow tables for text that does not need them."""

import subprocess
import sys

import pytest

TABLES = ("line_break_table", "grapheme_tables", "word_break_table")
SLOW = (*(f"briefing.arabic.{table}" for table in TABLES), "textual", "rich.text", "wcwidth", "edtf")


LAYING_OUT = "layout('نصّ (DICAS) 10/6، «لا» — ok?', 9)"


@pytest.mark.parametrize(
    "statement",
    ["import briefing.arabic", f"from briefing.arabic import layout; [line.cells for line in {LAYING_OUT}]"],
)
def test_the_engine_loads_little(statement: str) -> None:
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "briefing.arabic.lines" in loaded
    assert not loaded.intersection(SLOW)
