"""Mutated briefings in the reader, without a terminal: keys, palette, help and mouse, and nothing acts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import chdir
from pathlib import Path
from random import Random
from typing import Any, Final

from rich.style import Style
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.widgets import OptionList

from briefing.document import Briefing
from briefing.sources import load
from briefing.tui import BriefingApp
from briefing.tui.panes.key_bar import KeyBar
from tests.fuzz.campaign import Failure, attempt
from tests.fuzz.invariants import require
from tests.fuzz.mutant import Mutant
from tests.fuzz.mutations import readable
from tests.fuzz.payloads import MARK
from tests.tui.reader import Reader, wait_for_dates

# Keys that leave the reader, by Textual's names, are not among them: so whatever ends it was no key.
_KEYS: Final = (
    "down", "up", "j", "k", "left", "right", "pagedown", "pageup", "home", "end", "g", "G", "space",
    "enter", "tab", "shift+tab", "escape", "t", "v", "d", "f", "y", "c", "question_mark", "ctrl+p",
    "ctrl+p", "0", "1", "2", "3", "right_square_bracket", "left_square_bracket", "shift+down",
    "shift+right",
)  # fmt: skip
_SIZES: Final = ((80, 24), (120, 36), (100, 30), (63, 20), (40, 12), (200, 60), (10, 4))
_QUERIES: Final = ("sec", "name", "event", "the", "[", "[/", "a", "fz", "الو", "\\", "theme")

#: Seconds for one reader and all its keys; it takes two or three.
CEILING: Final = 120.0


def case(seed: int, number: int) -> Mutant:
    """The mutant of that number: one that loads."""
    return readable(Random(f"reader {seed} {number}"))


def campaign(folder: Path, count: int, seed: int, first: int = 0) -> list[Failure]:
    """Read `count` mutants that lie in `folder`, which is emptied; returns the failures, one of each kind."""
    found: dict[str, Failure] = {}
    for number in range(first, first + count):
        mutant = case(seed, number)
        fault = fault_of(mutant, folder, Random(f"keys {seed} {number}"))
        if fault is None:
            continue
        kind, what = fault
        known = found.setdefault(kind, Failure(number, kind, what, mutant, 0))
        found[kind] = known._replace(times=known.times + 1)
    return list(found.values())


def fault_of(mutant: Mutant, folder: Path, random: Random) -> tuple[str, str] | None:
    """Kind and description of what breaks when somebody reads a mutant; None if all is well."""
    path = mutant.lay(folder)
    elsewhere = folder.with_name(f"{folder.name}-cwd")
    elsewhere.mkdir(exist_ok=True)
    with chdir(elsewhere):
        fault = attempt(lambda: asyncio.run(_read(load(path), random)), CEILING)
        written = sorted(entry.name for entry in elsewhere.iterdir())
    for name in written:
        (elsewhere / name).unlink()
    if fault is None and written:
        return "a file is written that nobody asked for", repr(written)
    return fault


async def _read(briefing: Briefing, random: Random) -> None:
    app = BriefingApp(briefing, random.randrange(3) % len(briefing.sections), light=random.random() < 0.3)
    async with app.run_test(size=random.choice(_SIZES), notifications=True) as pilot:
        _wait_shortly(pilot)
        reader = Reader(app, pilot)
        await reader.settle()
        await wait_for_dates(pilot)
        await reader.settle()
        for _ in range(random.randint(6, 16)):
            await _taken(app, _step(random)(reader, random))
            require(app._exit is False, "the reader ends though nobody asked")
            _nothing_acts(app)
        await _answers(reader)
    require(app.return_code in (None, 0), "the reader ends in failure", app.return_code)


async def _answers(reader: Reader) -> None:
    """Require that the reader, out of whatever lies over it, still does what a key says."""
    for _ in range(200):
        if reader.app.screen is reader.screen:
            break
        await reader.press("escape")
        await asyncio.sleep(0.05)
    require(reader.app.screen is reader.screen, "what lies over the reader does not go", reader.app.screen)
    reader.app.simulate_key("question_mark")
    for _ in range(200):
        if reader.app.screen is not reader.screen:
            return
        await asyncio.sleep(0.05)
    require(False, "the reader does not answer to a key")


def _wait_shortly(pilot: Pilot[None]) -> None:
    """Have the pilot wait two seconds for what never answers, widgets of a palette that closes meanwhile.

    After some of these it waits for less. Whether the reader still answers is asked at the end.
    """
    wait = pilot._wait_for_screen
    vain = 0

    async def shortly(timeout: float = 2.0) -> bool:
        nonlocal vain
        try:
            return await wait(2.0 if vain < 5 else 0.1)
        except WaitForScreenTimeout:
            vain += 1
            return False

    setattr(pilot, "_wait_for_screen", shortly)  # noqa: B010


async def _taken(app: BriefingApp, step: Coroutine[Any, Any, None]) -> None:
    """Wait for a step; raises what ends the reader meanwhile, for which a step would wait in vain."""
    task = asyncio.create_task(step)
    while not task.done():
        await asyncio.wait([task], timeout=0.5)
        if app._exception is not None and not task.done():
            task.cancel()
            await asyncio.wait([task])
            raise app._exception
    await task


def _step(random: Random) -> Callable[[Reader, Random], Coroutine[Any, Any, None]]:
    return random.choice((_keys, _keys, _palette, _clicks, _wheel, _resize))


async def _keys(reader: Reader, random: Random) -> None:
    for _ in range(random.randint(1, 8)):
        key = random.choice(_KEYS)
        # In an open palette Enter may take the command that quits.
        await reader.press("escape" if key == "enter" and reader.app.screen is not reader.screen else key)


async def _palette(reader: Reader, random: Random) -> None:
    await reader.press("escape", "escape", "ctrl+p")
    query = random.choice(_QUERIES)
    await reader.write(query)
    for _ in range(random.randint(0, 3)):
        await reader.pilot.pause(0.02)  # the search goes on in the background
        await reader.press(random.choice(("down", "down", "pagedown", "end")))
        _nothing_acts(reader.app)
    # The palette's own commands change the theme and quit: those are no content.
    await reader.press("enter" if query in ("sec", "name", "event") else "escape")


async def _clicks(reader: Reader, random: Random) -> None:
    columns, rows = reader.app.size
    for _ in range(random.randint(1, 6)):
        column, row = random.randrange(columns), random.randrange(rows)
        await reader.hover(column, row)
        if not _leaves(reader, column, row):
            await reader.click(column, row)


def _leaves(reader: Reader, column: int, row: int) -> bool:
    """Whether a click there may quit or save a picture: the row of keys, the palette's own commands."""
    widget = reader.app.screen.get_widget_at(column, row)[0]
    return any(
        isinstance(node, KeyBar | OptionList) or ".palette." in type(node).__module__
        for node in widget.ancestors_with_self
    )


async def _wheel(reader: Reader, random: Random) -> None:
    columns, rows = reader.app.size
    await reader.wheel(random.randrange(columns), random.randrange(rows), random.randint(-5, 5))


async def _resize(reader: Reader, random: Random) -> None:
    await reader.resize(*random.choice(_SIZES))


def _nothing_acts(app: BriefingApp) -> None:
    """Require that no cell of any screen carries a link, or an action that a document wrote."""
    for screen in app.screen_stack:
        for strip in screen._compositor.render_strips():
            for segment in strip:
                style = segment.style or Style.null()
                require(not style.link, "a link is painted", style.link)
                if style._meta:
                    require(not MARK.search(repr(style.meta)), "a document's action is painted", style.meta)
                controls = [c for c in segment.text if c < " " or "\x7f" <= c <= "\x9f"]
                require(not controls, "a control character is painted", segment.text)
