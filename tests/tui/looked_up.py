"""A reader in which words are looked up: programs that answer, and waiting for what they say."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from briefing.document import Briefing
from briefing.settings import Preferences
from briefing.settings.words import say
from briefing.tui import BriefingApp
from briefing.tui.screens.lookup_screen import LookupScreen
from tests.tui.briefings import bundled
from tests.tui.reader import Reader


def saying(folder: Path, answer: str) -> str:
    (folder / "answer").write_text(answer, "utf-8", newline="")
    code = f"import sys; sys.stdout.buffer.write(open('{folder}/answer', 'rb').read())"
    return f'{sys.executable} -c "{code}" {{bare}}'


@asynccontextmanager
async def opened(
    lookup: str, briefing: Briefing | None = None, *, size: tuple[int, int] = (120, 36), lookups: str = "kept"
) -> AsyncIterator[Reader]:
    preferences = Preferences(lookup=lookup, lookups="off" if lookups == "off" else "kept")
    app = BriefingApp(briefing or bundled(), preferences=preferences)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


async def answered(reader: Reader) -> str:
    await reader.press("K")
    for _ in range(1000):
        await reader.settle()
        window = reader.app.screen
        if not isinstance(window, LookupScreen) or window._items[0].texts != (say("lookup.wait"),):
            break
        await asyncio.sleep(0.01)
    await reader.app.workers.wait_for_complete()  # until it is in the list
    await reader.settle()
    return reader.text


def said(reader: Reader) -> str:
    return "\n".join(one.message for one in reader.app._notifications)
