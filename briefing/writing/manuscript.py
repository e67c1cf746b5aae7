"""A briefing that its reader writes: its `briefing.toml`, edited, saved, undone and redone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec import Struct

from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.document.model import Briefing
from briefing.machine import atomic
from briefing.machine.files import read_bytes
from briefing.machine.lock import locked
from briefing.sources.folder import load_data, toml_of
from briefing.writing.changed import Changed
from briefing.writing.edits import Edit
from briefing.writing.merging import merged_text
from briefing.writing.text_state import TextState

#: Edits that can be undone.
MOST: Final = 1000
_CURE: Final = "copy its folder to one of your own, or begin one with `briefing new`"


class Revision(Struct, frozen=True):
    """An edit that was made, and the text before and after it; both with what another wrote before it."""

    edit: Edit
    before: str
    after: str


class Manuscript:
    """A `briefing.toml` of the reader's own, and the edits that were made in it since it was opened.

    Nothing is written that could not be read as a briefing, and never over what another has written
    meanwhile: an edit is made in the text as it is then, in the same claim, event or name, or refused.
    """

    def __init__(self, path: Path, state: TextState, briefing: Briefing) -> None:
        self._path = path
        self._target = Path(os.path.realpath(path))
        self._state = state
        self._briefing = briefing
        self._done: list[Revision] = []
        self._undone: list[Revision] = []

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Manuscript:
        """Return the manuscript of a briefing's folder, or of its `briefing.toml`.

        Raises BriefingError for one that is not the reader's own to write, or cannot be read.
        """
        toml = toml_of(Path(path))
        _check_own(toml)
        state = _read(toml)
        return cls(toml, state, _loaded(state, toml))

    @property
    def path(self) -> Path:
        """The `briefing.toml`."""
        return self._path

    @property
    def briefing(self) -> Briefing:
        """The briefing as it was last read or written."""
        return self._briefing

    @property
    def to_undo(self) -> Edit | None:
        """The edit that `undo` would undo."""
        return self._done[-1].edit if self._done else None

    @property
    def to_redo(self) -> Edit | None:
        """The edit that `redo` would make again."""
        return self._undone[-1].edit if self._undone else None

    def do(self, edit: Edit, seen: Briefing | None = None) -> Briefing:
        """Make an edit, write it, and return the briefing as it is then, another's changes included.

        Args:
            edit: What is to be changed.
            seen: The briefing in which the edit's indices count; without it, `briefing`.

        Raises:
            Changed: What it is about was changed or taken out by another meanwhile; nothing was written.
            BriefingError: It cannot be made, would make no briefing, or cannot be written; nothing was.
        """

        def made(now: TextState) -> Revision:
            from briefing.writing.targets import targeted

            briefing = self._briefing if now.text == self._state.text else _loaded(now, self._path)
            before = seen or self._briefing
            aim = edit if before is briefing else targeted(edit, before, briefing, str(self._path))
            new = now.edited(aim, str(self._path), len(briefing.paragraphs))
            return Revision(edit, now.text, new.text)

        revision = self._write(made)
        self._done = [*self._done, revision][-MOST:]
        self._undone = []
        return self._briefing

    def undo(self) -> Briefing | None:
        """Take the last edit back, and no other's; None if there is none. Raises as `do` does."""
        if not self._done:
            return None
        revision = self._done[-1]
        again = self._write(lambda now: self._turned(revision, now, revision.after, revision.before))
        self._done.pop()
        self._undone.append(Revision(revision.edit, again.after, again.before))
        return self._briefing

    def redo(self) -> Briefing | None:
        """Make the edit again that was undone last; None if there is none. Raises as `do` does."""
        if not self._undone:
            return None
        revision = self._undone[-1]
        again = self._write(lambda now: self._turned(revision, now, revision.before, revision.after))
        self._undone.pop()
        self._done.append(again)
        return self._briefing

    def reread(self) -> Briefing:
        """Read the file anew, whoever has written it, and return its briefing. Raises BriefingError."""
        state = _read(self._path)
        if state.text != self._state.text:
            self._briefing = _loaded(state, self._path)
            self._state = state
        return self._briefing

    def _turned(self, revision: Revision, now: TextState, old: str, new: str) -> Revision:
        """The revision from `old` to `new` in the text as it is now, with what another did there kept."""
        text = new if now.text == old else merged_text(old, new, now.text)
        if text is None:
            what = "was changed meanwhile where this edit was made"
            raise Changed(str(self._path), what, "change it there by a new edit")
        return Revision(revision.edit, now.text, text)

    def _write(self, made: Callable[[TextState], Revision]) -> Revision:
        """Read the file, change it and write it, while no other program does."""
        file = str(self._path)
        try:
            with locked(self._target):
                atomic.tidy(self._target)
                read = _read(self._path)
                now = self._state if read.text == self._state.text else read  # it is parsed already
                revision = made(now)
                new = now.with_text(revision.after)
                briefing = _loaded(new, self._path)
                if revision.after != now.text:
                    atomic.write(self._target, new.data)
        except TimeoutError:
            raise BriefingError(file, "is being written by another program", "try again") from None
        except FAULTS as error:
            raise refused(file, error, to="written", cure=_CURE) from None
        self._state, self._briefing = new, briefing
        return revision


def _check_own(toml: Path) -> None:
    from briefing.machine.assets import bundled_folder

    real = Path(os.path.realpath(toml))
    try:
        bundled = Path(os.path.realpath(bundled_folder()))
    except BriefingError:  # this installation has none
        bundled = None
    if bundled is not None and real.is_relative_to(bundled):
        raise BriefingError(str(toml), "comes with the program, and is not written", _CURE)
    for path, what in ((real, "is read-only"), (real.parent, "is in a folder that may not be written to")):
        if os.path.lexists(path) and not os.access(path, os.W_OK):
            raise BriefingError(str(toml), what, f"allow writing it (chmod u+w), or {_CURE}")


def _read(path: Path) -> TextState:
    from briefing.document.toml_text import LARGEST

    return TextState.of(read_bytes(path, largest=LARGEST, plain=True), str(path))


def _loaded(state: TextState, path: Path) -> Briefing:
    return load_data(state.joined(str(path)), path)
