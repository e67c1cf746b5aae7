"""The README's tables, which are held to what the program has."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

README: Final = Path(__file__).parents[2] / "README.md"


def readme_rows(*head: str) -> list[list[str]]:
    """Return the rows of the table with that head, each as its cells."""
    _, _, rest = README.read_text("utf-8").partition(f"| {' | '.join(head)} |\n")
    assert rest, head
    rows = rest.partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]
