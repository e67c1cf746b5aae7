"""Makes the pictures of this folder anew: python screenshots/make.py

The PNGs show the program in a real xterm (Xvfb, xterm, xdotool, imagemagick, DejaVu Sans Mono); the SVG is
the program's own picture of its screen.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))  # the judges are not installed

from briefing.sources import load_bundled  # noqa: E402
from briefing.tui import BriefingApp  # noqa: E402
from briefing.tui.picture.svg import picture  # noqa: E402
from tests.judges.xterm import Xterm  # noqa: E402


class Shot(NamedTuple):
    """A picture to take: its name, the window's columns and rows, arguments, the keys to press first.

    `preferences` is what the file of that name holds.
    """

    name: str
    columns: int
    rows: int
    arguments: Sequence[str]
    keys: Sequence[str] = ()
    preferences: str = ""


# A claim is selected, and the words that carry it are lit up.
CLAIM: Final = ("tab", "down")
# The same as it opens: the first claim, under the bottom line.
FIRST: Final = ("tab",)

IN_XTERM: Final = (
    Shot("reader-120x36.png", 120, 36, (), FIRST),
    Shot("reader-80x24.png", 80, 24, ("--section", "background"), CLAIM),
    Shot("kashida-100x30.png", 100, 30, ("--section", "full"), preferences='lines = "justified"'),
    Shot("timeline-120x36.png", 120, 36, ("--light", "--section", "full"), ("t", "right", "right")),
)
AS_SVG: Final = Shot("reader.svg", 120, 36, (), FIRST)


def photograph(shot: Shot) -> None:
    """Take one picture of the program in xterm."""
    theme = () if "--light" in shot.arguments else ("--theme", "dark")
    command = [sys.executable, "-m", "briefing", *theme, *shot.arguments]
    with tempfile.TemporaryDirectory() as folder:
        preferences = Path(folder) / "preferences.toml"
        preferences.write_text(shot.preferences, "utf-8")
        _photograph(shot, command, {"BRIEFING_PREFERENCES": str(preferences)})


def _photograph(shot: Shot, command: Sequence[str], env: dict[str, str | None]) -> None:
    with Xterm(command, shot.columns, shot.rows, size=12, env=env) as xterm:
        xterm.wait_for("¶")
        xterm.wait_until_idle(0.5)
        for key in shot.keys:
            xterm.press(key)
            xterm.wait_until_idle(0.3)
        xterm.picture(FOLDER / shot.name)


async def draw(shot: Shot) -> None:
    """Have the program draw its screen."""
    app = BriefingApp(load_bundled())
    async with app.run_test(size=(shot.columns, shot.rows)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*shot.keys)
        await pilot.pause()
        (FOLDER / shot.name).write_text(picture(app, app.briefing.title.english), encoding="utf-8")


def main() -> None:
    """Make all of them."""
    for shot in IN_XTERM:
        photograph(shot)
        print(FOLDER / shot.name)
    asyncio.run(draw(AS_SVG))
    print(FOLDER / AS_SVG.name)


if __name__ == "__main__":
    main()
