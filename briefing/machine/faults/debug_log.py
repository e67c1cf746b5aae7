"""The log that somebody can ask for (`--log FILE`, BRIEFING_LOG): what goes wrong in the background.

Off unless asked for. It never holds a document's text: of an exception it has the kind and the places.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from logging import Logger

VARIABLE: Final = "BRIEFING_LOG"

_logs: list[Logger] = []


def start_log(file: str | None) -> None:
    """Log to `file`, else to what BRIEFING_LOG names, else not at all; what is started from here does so too.

    Raises OSError if it cannot be written.
    """
    name = file or os.environ.get(VARIABLE)
    if not name:
        return
    from briefing.machine.faults.crash_log import add_private_line

    path = Path(name).absolute()
    add_private_line(path, "")
    os.environ[VARIABLE] = str(path)
    import logging  # only who asks for it pays for it

    class _Private(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            with suppress(OSError):  # the disk may be full by now
                add_private_line(path, self.format(record) + "\n")

    handler = _Private()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    log = logging.getLogger("briefing")
    log.setLevel(logging.DEBUG)
    log.propagate = False
    log.addHandler(handler)
    _logs[:] = [log]
    note("started")


def note(what: str, error: BaseException | None = None) -> None:
    """Log a few words of the program's own, and what kind of fault there was, and where."""
    if not _logs:
        return
    if error is None:
        _logs[0].info(what)
        return
    from briefing.machine.faults.crash_log import entry

    _logs[0].warning("%s\n%s", what, entry(error).rstrip())
