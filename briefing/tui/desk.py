"""Where a briefing is written from its reader: slips are opened, edits written, and what is read follows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from textual.worker import WorkerCancelled, WorkerFailed

from briefing.document import Briefing, BriefingError, one_line
from briefing.document.errors import FAULTS
from briefing.reading.effects import OpenSlip, Turn, Write, Written
from briefing.reading.filled_slips import UnfitSlipError, edit_of
from briefing.reading.kept_slips import kept_fields, taken_up
from briefing.reading.preferring import presentation
from briefing.reading.slips import Slip
from briefing.settings.words import say
from briefing.tui.own_folder import folder_slip, folder_wanted, write_folder
from briefing.tui.screens.slip_screen import SlipScreen
from briefing.tui.unsent_keeper import UnsentKeeper
from briefing.writing.edits import Edit, edit_id
from briefing.writing.manuscript import Manuscript
from briefing.writing.unsent import SlipKey

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

_T = TypeVar("_T")
#: An edit of the briefing as it will be: a document has to become a briefing first.
WantedEdit = Callable[[Briefing], Edit]
_LONG: Final = 10  # seconds that a notice of what went wrong stays


class Desk:
    """Writes the briefing that `app` shows. One thing is written at a time, in the order of the keys."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app
        self._manuscript: Manuscript | None = None
        self._turn = asyncio.Lock()
        self._is_told = False
        self._is_wrong = False  # a notice says what was not written
        self.unsent = UnsentKeeper(self._not_kept)

    def carry_out(self, effect: Written) -> Awaitable[object]:
        """Open a slip, write an edit, undo or redo; returns what is done once that is."""
        seen = self._app.briefing
        if isinstance(effect, OpenSlip):
            doing: Awaitable[object] = self._open(effect.slip)
        elif isinstance(effect, Write):
            doing = self._write(lambda _: effect.edit, seen)
        else:
            doing = self._turned(effect)
        return asyncio.create_task(self._settled(doing))

    async def _settled(self, doing: Awaitable[object]) -> None:
        async def work() -> None:
            await doing

        with suppress(WorkerCancelled, WorkerFailed):
            await self._app.run_worker(work(), group="desk").wait()

    # Slips.

    async def _open(self, slip: Slip, done: Callable[[], None] | None = None) -> None:
        """Open a slip as it was left, if it was."""
        seen = self._app.briefing
        kept = self.unsent.recall(self._key(slip))
        slip = taken_up(slip, kept, seen)
        screen = SlipScreen(
            slip,
            kept,
            presentation(self._app.reading),
            keep=self._typed,
            send=partial(self._send, seen) if done is None else partial(self._send_folder, done=done),
        )
        await self._app.push_screen(screen)

    def _typed(self, slip: Slip, values: dict[str, str]) -> None:
        """Keep what is typed; what was wrong before is said no longer."""
        self.unsent.keep(self._key(slip), kept_fields(slip, values))
        if self._is_wrong:
            self._is_wrong = False
            self._app.clear_notifications()

    def _key(self, slip: Slip) -> SlipKey:
        path = self._app.briefing.path
        return SlipKey(str(Path(path).absolute()) if "://" not in path else path, slip.key)

    def _not_kept(self, why: str) -> None:
        if not self._is_told:
            self._is_told = True
            self._app.notify(say("desk.not-kept", why=one_line(why)), severity="warning")

    async def _send(self, seen: Briefing, slip: Slip, values: dict[str, str], beside: bool) -> bool:
        """Write what was filled in; returns whether that is done. If a folder is missing, it is asked for.

        `seen` is the briefing that the slip was opened over. What the slip changes is looked for as it was
        there, for the file may have been read anew since; what it adds goes to what is there now.
        """
        key, screen = self._key(slip), self._app.screen
        if values == slip.values and slip.kind.startswith(("change-", "rename-", "set-")) and not beside:
            return True  # as it was
        wanted = partial(edit_of, slip, values, beside=beside)
        adds = slip.kind.startswith("add-") and not beside
        done = await self._write(wanted, self._app.briefing if adds else seen, from_slip=screen)
        if done:
            self.unsent.keep(key, {})
        return done

    # A folder of the reader's own.

    async def _send_folder(
        self, slip: Slip, values: dict[str, str], beside: bool, *, done: Callable[[], None]
    ) -> bool:
        """Write the folder, go on reading there, then do what waits for it."""
        app, key = self._app, self._key(slip)
        make = partial(write_folder, slip.kind, app.briefing, app.material, values["folder"].strip())
        briefing = await self._safely(make)
        if briefing is None:
            return False
        self.unsent.keep(key, {})
        self._manuscript = None
        app.reload(briefing)
        app.notify(say("desk.begun", folder=briefing.path))
        app.call_later(done)
        return True

    # Edits.

    async def _write(self, wanted: WantedEdit, seen: Briefing, from_slip: object = None) -> bool:
        """Write an edit and show it; where there is no folder to write in, ask for one first."""
        where = folder_wanted(self._app.briefing)
        if where is not None:

            def go_on() -> None:
                self._app.run_worker(self._write_then_close(wanted, from_slip), group="desk")

            await self._open(folder_slip(where, self._app.briefing), go_on)
            return False
        async with self._turn:
            try:
                edit = wanted(seen)
            except UnfitSlipError as error:
                self._wrong(str(error))
                return False
            return await self._done(edit, seen)

    async def _write_then_close(self, wanted: WantedEdit, from_slip: object) -> None:
        """Write what waited for a folder, then close the slip that it was typed into."""
        old = self._app.screen
        key = self._key(old.slip) if isinstance(old, SlipScreen) else None
        if await self._write(wanted, self._app.briefing):
            if key is not None:
                self.unsent.keep(key, {})
            if old is from_slip and isinstance(old, SlipScreen) and old.is_current:
                old.dismiss(None)

    async def _done(self, edit: Edit, seen: Briefing) -> bool:
        briefing = await self._safely(partial(self._do, edit, seen))
        if briefing is None:
            return False
        self._show(briefing, edit)
        self._told(say("desk.done", what=say(f"desk.{edit_id(edit)}")))
        return True

    def _do(self, edit: Edit, seen: Briefing) -> Briefing:
        """Make an edit, in a thread."""
        return self._opened().do(edit, seen)

    def _opened(self) -> Manuscript:
        if self._manuscript is None:
            self._manuscript = Manuscript.open(self._app.briefing.path)
        return self._manuscript

    async def _turned(self, turn: Turn) -> None:
        """Undo or redo, and show it."""
        async with self._turn:
            manuscript = self._manuscript
            undoes = turn.which == "undo"
            edit = None
            if manuscript is not None:
                edit = manuscript.to_undo if undoes else manuscript.to_redo
            if manuscript is None or edit is None:
                self._told(say(f"desk.nothing-to-{turn.which}"))
                return
            briefing = await self._safely(manuscript.undo if undoes else manuscript.redo)
            if briefing is not None:
                self._show(briefing, None if undoes else edit)
                words = "desk.undone" if undoes else "desk.redone"
                self._told(say(words, what=say(f"desk.{edit_id(edit)}").lower()))

    async def _safely(self, function: Callable[[], _T]) -> _T | None:
        """Return what comes of a function, done in a thread; None if it fails, which is said in one line."""
        try:
            return await asyncio.to_thread(function)
        except BriefingError as error:
            self._wrong(str(error))
        except FAULTS as error:
            self._wrong(str(error) or type(error).__name__)
        return None

    def _show(self, briefing: Briefing, edit: Edit | None) -> None:
        self._app.reload(briefing)
        if edit is not None:
            self._app.act("show-written", edit)

    def _told(self, words: str) -> None:
        self._is_wrong = False
        self._app.clear_notifications()
        self._app.notify(words)

    def _wrong(self, words: str) -> None:
        self._is_wrong = True
        self._app.clear_notifications()
        self._app.notify(one_line(words), title=say("desk.not-written"), severity="error", timeout=_LONG)
