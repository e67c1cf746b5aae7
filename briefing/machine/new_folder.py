"""A folder that was not there, written with all its files or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.machine import atomic
from briefing.machine.ending.way_out import no_longer, on_the_way_out

_CURE: Final = "name a new folder, or an empty one"
_RANDOM: Final = 6  # bytes of the temporary folder's name
_NAME: Final = 60  # characters of the folder's name that it takes over


def check_new_folder(folder: Path) -> None:
    """Raise BriefingError if `folder` could not be written: it holds something, or has no place to be in.

    It is asked before anything is fetched for it, and once more while it is written.
    """
    try:
        if folder.is_dir():
            if any(folder.iterdir()):
                raise BriefingError(str(folder), "is a folder that holds something", _CURE)
        elif os.path.lexists(folder):
            raise BriefingError(str(folder), "is no folder, and nothing is overwritten", _CURE)
        elif not folder.parent.is_dir():
            cure = "make that first, or name one in a folder that is there"
            raise BriefingError(str(folder), f"there is no folder {folder.parent}", cure)
    except FAULTS as error:
        raise refused(str(folder), error, to="written", cure=_CURE) from None


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of these files, by name; one that is there and empty is filled.

    A new one appears whole, under its name. In an empty one the files appear in their order, each whole, so
    what tells others that all is there comes last. Raises BriefingError if that fails; then nothing is left.
    """
    check_new_folder(folder)
    try:
        if folder.is_dir():
            _fill(folder, files)
            return
        target = Path(os.path.abspath(folder))  # noqa: PTH100 - of "a/." too, without following links
        beside = target.with_name(f".{target.name[:_NAME]}.{os.urandom(_RANDOM).hex()}")
        with _undone(partial(shutil.rmtree, beside, ignore_errors=True)):
            beside.mkdir()
            for name, data in files.items():
                atomic.write(beside / name, data)
            beside.rename(target)  # fails if there is something by now
    except FAULTS as error:
        raise refused(str(folder), error, to="written", cure="name a folder that you may write to") from None


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """A new folder that nobody else can read, gone with all that is in it at the end, whatever ends this."""
    folder = Path(mkdtemp(prefix=prefix))
    remove = partial(shutil.rmtree, folder, ignore_errors=True)
    on_the_way_out(remove)
    try:
        yield folder
    finally:
        no_longer(remove)
        remove()


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    with ExitStack() as made:
        for name, data in files.items():
            path = folder / name
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))  # the name is ours
            made.enter_context(_undone(path.unlink))
            atomic.write(path, data)


@contextmanager
def _undone(undo: Callable[[], object]) -> Iterator[None]:
    """Have `undo` called if what is done here fails, or the program ends meanwhile."""
    on_the_way_out(undo)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            undo()
        raise
    finally:
        no_longer(undo)
