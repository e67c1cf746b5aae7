"""Where each document was left: a small file of numbers, private to the user, without a word of a text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from briefing.document import BriefingError

VARIABLE: Final = "BRIEFING_POSITIONS"
_NAME: Final = "positions.json"
#: Documents that are kept, ranges of paragraphs of each, and bytes of the file.
MOST: Final = 200
STRETCHES: Final = 64
LARGEST: Final = 256 * 1024

_Number = Annotated[int, Meta(ge=0, lt=1 << 53)]
_Digest = Annotated[str, Meta(max_length=64, pattern="^[0-9a-f]*$")]


class Spot(Struct, frozen=True, array_like=True):
    """A place in the article: character `start` of paragraph `number`, and the characters of a word there."""

    number: _Number = 0
    start: _Number = 0
    length: _Number = 0


class Position(Struct, frozen=True, omit_defaults=True):
    """Where a document was left. `size` and `sha256` say which text it is (`document.identity`).

    `section` is the digest of the open section's key, which is a word of the document. `at` is where the
    reader stood, `top` what stood at the upper edge of the article; a number of 0: nowhere. `item` and
    `event` count from 0; `focus` is the pane that had the focus. `seen` are the paragraphs that were in
    sight to their end, as (first, last) numbers.
    """

    size: Annotated[int, Meta(gt=-(1 << 53), lt=1 << 53)]
    sha256: _Digest
    section: _Digest = ""
    at: Spot = Spot()
    top: Spot = Spot()
    item: _Number | None = None
    event: _Number | None = None
    focus: Annotated[str, Meta(max_length=16)] = ""
    seen: Annotated[tuple[tuple[_Number, _Number], ...], Meta(max_length=STRETCHES)] = ()


class _PositionsFile(Struct, frozen=True):
    """The file: documents, the one left last at the end."""

    positions: tuple[Position, ...] = ()
    version: int = 1


def positions_path() -> Path:
    """Return where the positions are kept: what BRIEFING_POSITIONS names, else the folder for states.

    Raises OSError if there is no place for them.
    """
    from briefing.machine.state_folder import state_file

    return state_file(_NAME, VARIABLE)


def load_positions() -> tuple[Position, ...]:
    """Return all positions, the last at the end; none if none were kept.

    Raises BriefingError if the file cannot be read or is not one of these.
    """
    try:
        path = positions_path()
        if not path.is_file():
            if path.is_symlink() or path.exists():
                raise BriefingError(str(path), "is no plain file", "delete it")
            return ()
        from briefing.machine.files import read_bytes

        data = read_bytes(path, largest=LARGEST, plain=True)
    except (OSError, ValueError):  # no home; or a name that no file can have
        return ()
    try:
        return msgspec.json.decode(data, type=_PositionsFile).positions
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise BriefingError(str(path), "are no places of documents", "delete it") from None


def save_position(position: Position, *, anew: bool = False) -> None:
    """Keep where a document was left beside what other readers keep; of very many, the oldest are dropped.

    What was seen of it before counts on, unless it is read `anew`. A file that cannot be read is replaced.
    Raises OSError if it cannot be written, TimeoutError if others write it for some seconds.
    """
    from briefing.machine.kept_list import held, write_list
    from briefing.settings.paragraph_ranges import joined

    path = positions_path()
    with held(path):
        try:
            kept = load_positions()
        except BriefingError:
            kept = ()
        same = [one for one in kept if (one.size, one.sha256) == (position.size, position.sha256)]
        if not anew:
            for one in same:
                position = msgspec.structs.replace(position, seen=joined((*one.seen, *position.seen)))
        rest = [one for one in kept if one not in same][-(MOST - 1) :]
        write_list(path, (*rest, position), _encoded, LARGEST)


def _encoded(positions: tuple[Position, ...]) -> bytes:
    return msgspec.json.encode(_PositionsFile(positions))
