"""The file that is read: opened in the user's editor and come back from, watched, and read anew."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.document import Briefing, BriefingError
from briefing.document.given import GivenBriefing, arrival
from briefing.machine.faults.debug_log import note
from briefing.settings.words import say
from briefing.sources.reopening import AskedFor, file_of, files_of, load_again
from briefing.tui.panes.mistake_bar import Mistake, MistakeBar

if TYPE_CHECKING:
    from briefing.machine.watching import Watcher
    from briefing.tui.app import BriefingApp


class FileAtHand:
    """Sees to the file of a running reader, which was opened as `asked` says (None: without asking)."""

    def __init__(self, app: BriefingApp, asked: AskedFor | None) -> None:
        self._app = app
        self._asked, self._path = asked, app.briefing.path
        self._watcher: Watcher | None = None
        self._files: tuple[Path, ...] = ()
        self._mistakes: Sequence[Mistake] = ()

    def do(self, what: str) -> None:
        """Do what an action asks for: "editor" or "watch"."""
        (self.edit if what == "editor" else self.switch_watching)()

    # The editor.

    def edit(self) -> None:
        """Open the file in the editor, at the mistake on show or what the reader stands on; come back."""
        from briefing.machine.editor.command import NoEditorError, editor, opening

        app = self._app
        try:
            file, line, column = self._place()
            words = opening(editor(os.environ), file, line, column)
        except BriefingError as error:
            app.notify(f"{error.what}; {error.cure}", title=PurePath(error.file).name, severity="warning")
        except NoEditorError as error:
            named = say("file.not-found", editor=str(error))
            app.notify(named if str(error) else say("file.no-editor"), severity="warning")
        else:
            self._run(words)

    def _place(self) -> tuple[Path, int, int]:
        """The file to open, line and column."""
        from briefing.reading.file_place import file_place, place_in_json
        from briefing.sources.reopening import line_in_json, line_of_paragraph, line_of_steps

        reading, briefing = self._app.reading, self._app.briefing
        file = file_of(briefing)
        if self._mistakes:
            mistake = self._mistakes[0]
            return Path(mistake.file).absolute(), max(1, mistake.line), max(1, mistake.column)
        if isinstance(briefing, GivenBriefing):
            return file, line_in_json(file, place_in_json(reading)), 1
        if briefing.origin is not None:
            start = 0 if reading.passage is None else reading.open.passage(reading.passage).start
            return file, line_of_paragraph(briefing, file, reading.number, start), 1
        return file, line_of_steps(file, file_place(reading)), 1

    def _run(self, words: list[str]) -> None:
        from briefing.machine.editor.running import run_in_terminal

        app, terminal = self._app, self._app.lent_terminal
        if terminal is None:
            app.notify(say("file.no-terminal"), severity="warning")
            return
        status, fault = 0, ""
        with app.suspend():
            try:
                status = run_in_terminal(words, terminal)
            except (OSError, ValueError) as error:
                fault = getattr(error, "strerror", None) or type(error).__name__
                note("the editor was not started", error)
        name = PurePath(words[0]).name
        if fault:
            app.notify(say("file.failed", editor=name, why=fault), severity="warning")
        elif status > 0:
            app.notify(say("file.ended", editor=name, status=status), severity="warning")
        elif status < 0:
            app.notify(say("file.killed", editor=name, signal=_signal_name(-status)), severity="warning")
        self.read_anew()

    # Watching.

    def switch_watching(self) -> None:
        """Watch the file from now on, or no longer."""
        if self._watcher is not None:
            self.close()
            self._app.notify(say("file.unwatched"))
        elif self.watch():
            self._app.notify(say("file.watched"))

    def watch(self) -> bool:
        """Watch the file from now on; returns whether there is one to be watched, else says why not."""
        from briefing.machine.watching import Watcher

        try:
            self._path, self._files = self._app.briefing.path, files_of(self._app.briefing)
        except BriefingError as error:
            self._app.notify(f"{error.what}; {error.cure}", title=say("file.not-watched"), severity="warning")
            return False
        self._watcher = Watcher(self._watched, self._changed)
        return True

    def _watched(self) -> tuple[Path, ...]:
        """The files to be watched: what is read may be a briefing of its own by now."""
        briefing = self._app.briefing
        if briefing.path != self._path:
            with suppress(BriefingError):
                self._asked, self._path, self._files = None, briefing.path, files_of(briefing)
        return self._files

    def close(self) -> None:
        """Watch no longer."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None

    def _changed(self) -> None:
        # In the watcher's thread; it may be that the application ends meanwhile.
        try:
            self._app.call_from_thread(self.read_anew)
        except RuntimeError as error:
            note("a change was noticed too late", error)

    # Reading it anew.

    def read_anew(self) -> None:
        """Read the file in the background, and show what it is now, or what is wrong with it."""
        self._app.run_worker(self._read, thread=True, group="file", exclusive=True)

    def _read(self) -> None:
        worker = get_current_worker()
        found: Briefing | Sequence[Mistake]
        try:
            path, asked = self._app.briefing.path, self._asked
            found = load_again(asked if asked is not None and path == self._path else AskedFor(path))
            files = files_of(found)
        except BriefingError as error:
            found, files = mistakes_in(self._app.briefing, error), ()
        if not worker.is_cancelled:
            self._app.call_from_thread(self._take, found, files)

    def _take(self, found: Briefing | Sequence[Mistake], files: tuple[Path, ...]) -> None:
        if not isinstance(found, Briefing):
            self._show(found)
            return
        self._files = files or self._files
        self._show(())
        if found != self._app.briefing:
            self._app.reload(found)

    def _show(self, mistakes: Sequence[Mistake]) -> None:
        """Show what is wrong, or (nothing) take it away."""
        self._mistakes = mistakes
        if mistakes:
            self._app.clear_notifications()  # they would lie over it
        screen = self._app.screen_stack[0]
        bars = [*screen.query(MistakeBar)]
        if not mistakes:
            for bar in bars:
                bar.remove()
        elif bars:
            bars[0].mistakes = mistakes
        else:
            screen.mount(MistakeBar(mistakes, self.edit))


def mistakes_in(briefing: Briefing, error: BriefingError) -> list[Mistake]:
    """Return all that is wrong in the file, which cannot be read because of `error`; by line."""
    found: list[Mistake] = []
    if arrival(briefing) is None or isinstance(briefing, GivenBriefing):
        from briefing.verifying.checking import check

        for finding in check(Path(briefing.path)).findings:
            if finding.level == "mistake":
                said = f"{finding.where}: {finding.what}" if finding.where else finding.what
                at = finding.region
                found.append(Mistake(finding.file, at.line, at.column, f"{said}; {finding.cure}"))
    said = f"{error.where}: {error.what}" if error.where else error.what
    return found or [Mistake(error.file, error.line, error.column, f"{said}; {error.cure}")]


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
