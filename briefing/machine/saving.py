"""Files of the reader's: a new one beside those that are there, or one in place of another."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path
from typing import Final

from briefing.document import BriefingError
from briefing.machine import atomic
from briefing.machine.ending.way_out import no_longer, on_the_way_out

_CURES: Final = {
    errno.ENOENT: "make its folder first, or name a file in another",
    errno.EISDIR: "name a file in it",
    errno.ENOSPC: "make room, or name a file on another disk",
}


def save_new(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write `data` to a file that was not there: `stem` and `suffix`, with a number between them if need be.

    Raises BriefingError if the folder cannot be written to.
    """
    for number in count(1):
        path = folder / (f"{stem}-{number}{suffix}" if number > 1 else stem + suffix)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))  # the name is ours
        except FileExistsError:
            continue
        except OSError as error:
            raise _cannot(path, error) from None
        on_the_way_out(path.unlink)
        try:
            save(path, data)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        finally:
            no_longer(path.unlink)
        return path
    raise AssertionError("numbers do not end")


def save(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step, over what is there; a device or a pipe is written to as it is.

    That whoever reads a pipe has enough is no error. Raises BriefingError if it cannot be written; then what
    was there still is.
    """
    try:
        atomic.write(path, data)
    except BrokenPipeError:
        return
    except OSError as error:
        raise _cannot(path, error) from None


def _cannot(path: Path, error: OSError) -> BriefingError:
    why = error.strerror or str(error)
    cure = _CURES.get(error.errno or 0, "name a file in a folder you may write to")
    return BriefingError(str(path), f"cannot be written ({why})", cure)
