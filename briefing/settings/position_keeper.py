"""Where one document was left the last time, and where it is left now."""

from __future__ import annotations

import threading

from msgspec.structs import replace

from briefing.document import Briefing, BriefingError
from briefing.document.identity import text_sha256, text_size
from briefing.settings.positions import Position, load_positions, save_position


class PositionKeeper:
    """Finds where a document was left, and keeps where it is left this time.

    `found` is where it was left; None if that is not known, or if it is read `anew`. `complaint` says in one
    line what is wrong with the file, if anything is: then nothing was found.
    """

    def __init__(self, briefing: Briefing, *, anew: bool = False) -> None:
        self._briefing, self._anew = briefing, anew
        self._size, self._sha256 = text_size(briefing), ""
        self.found: Position | None = None
        self.complaint = ""
        if anew:
            return
        try:
            positions = load_positions()
        except BriefingError as error:
            self.complaint = str(error)
            return
        # Nobody's text is summed up in vain: only where one of its size was read.
        likely = [one for one in positions if one.size == self._size]
        if likely:
            sha256 = self._summed()
            self.found = next((one for one in reversed(likely) if one.sha256 == sha256), None)

    def _summed(self) -> str:
        self._sha256 = self._sha256 or text_sha256(self._briefing)
        return self._sha256

    def take(self, briefing: Briefing) -> None:
        """Keep from now on where this state of the document is left."""
        self._briefing, self._size, self._sha256 = briefing, text_size(briefing), ""

    @property
    def blank(self) -> Position:
        """A position of the text, at its beginning."""
        return Position(self._size, "")

    def keep(self, position: Position) -> threading.Thread:
        """Have a position of the text saved; returns the thread that does it, for who can wait a little.

        A disk that does not answer keeps no program from ending. What cannot be saved is forgotten: there is
        nobody any more to be told.
        """
        thread = threading.Thread(target=self._save, args=(position,), name="positions", daemon=True)
        thread.start()
        return thread

    def _save(self, position: Position) -> None:
        from briefing.machine.faults.debug_log import note

        try:
            whole = replace(position, size=self._size, sha256=self._summed())
            save_position(whole, anew=self._anew)
        except (OSError, BriefingError) as error:
            note("where the document was left is not kept", error)
