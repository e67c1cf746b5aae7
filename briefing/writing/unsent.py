"""What is being typed, kept so that it survives a crash: one small file, bounded, private to the user.

A slip is known by the path of its document and its key. What has been sent is forgotten (`forget`); of
very many slips, or of very much text, those that were touched longest ago go first.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct, field

VARIABLE: Final = "BRIEFING_UNSENT"
_NAME: Final = "unsent.json"
#: Slips that are kept, characters of one with all its fields, and bytes of the file.
MOST: Final = 100
LONGEST: Final = 200_000
LARGEST: Final = 2 * 1024 * 1024


class _Kept(Struct, frozen=True):
    path: str
    slip: str = field(name="form")  # as files that are there already have it
    fields: dict[str, str]


class _UnsentFile(Struct, frozen=True):
    """The file: slips, the one touched last at the end."""

    unsent: tuple[_Kept, ...] = ()
    version: int = 1


class SlipKey(Struct, frozen=True):
    """A slip: the path of its document, and what it is known by there (`Slip.key`: `add-claim`)."""

    path: str
    slip: str


def unsent_path() -> Path:
    """Return where the file is: what BRIEFING_UNSENT names, else the folder for states. Raises OSError."""
    from briefing.machine.state_folder import state_file

    return state_file(_NAME, VARIABLE)


def keep(key: SlipKey, fields: Mapping[str, str]) -> None:
    """Keep the texts of a slip's fields, in place of what was kept of it; empty ones only: forget it.

    Raises OSError if the file cannot be written, TimeoutError if others write it for some seconds.
    """
    own = _own(key)
    texts = {_text(name): _text(value) for name, value in fields.items()}
    if not any(texts.values()):
        forget(key)
        return
    if sum(len(name) + len(value) for name, value in texts.items()) > LONGEST:
        texts = _cut(texts)
    _rewrite(own, texts)


def recall(key: SlipKey) -> dict[str, str]:
    """Return the texts that were kept of a slip, by field; none if nothing was, or it cannot be read."""
    own = _own(key)
    for one in _load():
        if (one.path, one.slip) == own:
            return dict(one.fields)
    return {}


def forget(key: SlipKey) -> None:
    """Drop what was kept of a slip, which was sent, or given up. Raises OSError as `keep` does."""
    own = _own(key)
    if any((one.path, one.slip) == own for one in _load()):
        _rewrite(own, None)


def _rewrite(own: tuple[str, str], texts: dict[str, str] | None) -> None:
    from briefing.machine.kept_list import held, write_list

    path = unsent_path()
    with held(path):
        rest = [one for one in _load() if (one.path, one.slip) != own]
        if texts is not None:
            rest = [*rest[-(MOST - 1) :], _Kept(*own, texts)]
        write_list(path, rest, _encoded, LARGEST)


def _load() -> tuple[_Kept, ...]:
    from briefing.document import BriefingError
    from briefing.machine.files import read_bytes

    try:
        data = read_bytes(unsent_path(), largest=2 * LARGEST, plain=True)
        return msgspec.json.decode(data, type=_UnsentFile).unsent
    except (BriefingError, OSError, ValueError, RecursionError):  # corrupt: nothing is kept
        return ()


def _encoded(kept: tuple[_Kept, ...]) -> bytes:
    return msgspec.json.encode(_UnsentFile(kept))


def _own(key: SlipKey) -> tuple[str, str]:
    return _text(key.path), _text(key.slip)


def _text(value: str) -> str:
    """A text that JSON can hold: of a file name or a terminal there may be halves of characters."""
    return value.encode("utf-8", "replace").decode()


def _cut(texts: dict[str, str]) -> dict[str, str]:
    room, kept = LONGEST, {}
    for name, value in texts.items():
        kept[name] = value[: max(0, room - len(name))]
        room -= len(name) + len(kept[name])
    return kept
