"""The README's table of keys, made from the keymap: `python -m tests.settings.readme_keys` prints it."""

from pathlib import Path
from typing import Final

from briefing.reading.actions import ACTIONS
from briefing.settings.keymap import KEYMAP, Bound
from briefing.settings.words import say

README: Final = Path(__file__).parents[2] / "README.md"
BEGIN: Final = "<!-- Keys, by `python -m tests.settings.readme_keys`: begin -->\n"
END: Final = "<!-- Keys: end -->\n"


def cell(one: Bound) -> str:
    """Return one binding as it stands in the table: its keys as people write them, and what they do."""
    keys = " or ".join(f"`{key}`" for key in one.written.split(" or "))
    return f"{keys} {ACTIONS[one.action].words}".replace("|", "\\|")


def table() -> str:
    """Return the table, a row for each group of the help."""
    rows = [
        f"| {say(group.words)} | {'; '.join(cell(one) for one in group.bound if one.listed)} |\n"
        for group in KEYMAP
    ]
    return "".join(["| | key, and what it does |\n", "|---|---|\n", *rows])


def table_in_readme() -> str:
    """Return the table that stands in the README. Raises ValueError if it is not between its marks."""
    _, _, rest = README.read_text("utf-8").partition(BEGIN)
    found, end, _ = rest.partition(END)
    if not end:
        raise ValueError(f"{README.name} has no table between {BEGIN.strip()} and {END.strip()}")
    return found


if __name__ == "__main__":
    print(table(), end="")
