"""The list of words that were looked up: bounded, whole, and private to the user."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from briefing.document import BriefingError
from briefing.document.controls import safe_line

VARIABLE: Final = "BRIEFING_LOOKUPS"
_NAME: Final = "lookups.json"
#: Words that are kept, characters of each field, and bytes of the file.
MOST: Final = 2000
_LONGEST: Final = 200
LARGEST: Final = 2 * 1024 * 1024

_Text = Annotated[str, Meta(max_length=_LONGEST)]


class Lookup(Struct, frozen=True):
    """A word that was looked up, and where it stood: a document's title, a paragraph's number (0: none).

    `word` is as its author wrote it, `bare` without marks; `date` is as ISO 8601 has it.
    """

    word: _Text
    bare: _Text
    gloss: _Text
    title: _Text
    number: Annotated[int, Meta(ge=0, lt=1 << 53)]
    date: Annotated[str, Meta(max_length=32)]


class _LookupsFile(Struct, frozen=True):
    lookups: tuple[Lookup, ...] = ()
    version: int = 1


def lookups_path() -> Path:
    """Return where the list is: what BRIEFING_LOOKUPS names, else a place of its own. Raises OSError."""
    from briefing.machine.state_folder import state_file

    return state_file(_NAME, VARIABLE)


def load_lookups() -> tuple[Lookup, ...]:
    """Return the list, the last word at the end. Raises BriefingError if its file is not one of these."""
    try:
        path = lookups_path()
        if not path.exists() and not path.is_symlink():
            return ()
    except (OSError, ValueError):
        return ()
    from briefing.machine.files import read_bytes

    data = read_bytes(path, largest=LARGEST, plain=True)
    try:
        return msgspec.json.decode(data, type=_LookupsFile).lookups
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise BriefingError(str(path), "is no list of words", "delete it") from None


def add_lookup(lookup: Lookup) -> None:
    """Add a word, in place of the same word in the same paragraph; of too many, the oldest are dropped.

    Raises OSError if it cannot be written, BriefingError if what is there is no such list: it is left alone.
    """
    from briefing.machine.kept_list import held, write_list

    path = lookups_path()
    with held(path):
        one = _bounded(lookup)
        rest = [old for old in load_lookups() if _place(old) != _place(one)][-(MOST - 1) :]
        write_list(path, (*rest, one), _encoded, LARGEST)


def clear_lookups() -> int:
    """Remove the list; returns how many words it had. Raises OSError if that cannot be done."""
    from briefing.machine.lock import locked

    path = lookups_path()
    if not path.exists() and not path.is_symlink():
        return 0
    with locked(path):
        try:
            count = len(load_lookups())
        except BriefingError:
            count = 0
        path.unlink(missing_ok=True)
    return count


def as_tsv(lookups: tuple[Lookup, ...]) -> str:
    """Return the list as tab-separated values, a line of names first: no field has a tab or a line end."""
    fields = Lookup.__struct_fields__
    lines = ["\t".join(fields)]
    lines += ["\t".join(_field(getattr(one, field)) for field in fields) for one in lookups]
    return "".join(f"{line}\n" for line in lines)


def _encoded(lookups: tuple[Lookup, ...]) -> bytes:
    return msgspec.json.encode(_LookupsFile(lookups))


def _field(value: object) -> str:
    return safe_line(" ".join(str(value).split()))


def _place(one: Lookup) -> tuple[str, str, int]:
    return one.word, one.title, one.number


def _bounded(one: Lookup) -> Lookup:
    texts = {name: _field(getattr(one, name))[:_LONGEST] for name in ("word", "bare", "gloss", "title")}
    return msgspec.structs.replace(one, **texts)
