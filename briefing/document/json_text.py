"""JSON text to plain data, strictly (RFC 8259); a slip is one line that names the line and the place."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Final, NoReturn

from briefing.document.errors import FAULTS, BriefingError, Rewording, refused, reworded
from briefing.document.json_places import pointer, values
from briefing.document.toml_places import line_starts, position

#: Values that are read at most: each takes some sixty bytes of memory.
MOST: Final = 8_000_000
_DIGITS: Final = 18  # of a number; what has more is no number of paragraph, character or byte
#: Characters of a text in which the line of a mistake is looked for: some six seconds.
LARGEST_PLACED: Final = 1 << 24
# What `json` says.
_SAID: Final[tuple[Rewording, ...]] = (
    ("Unterminated string", "the text is not closed", 'close it with "'),
    (
        "Invalid control character",
        "a control character stands in the text",
        "write it as \\u and four digits",
    ),
    ("Invalid \\escape", "there is no such escape", "write a backslash twice: \\\\"),
    ("Invalid \\uXXXX", "the escape is incomplete", "write \\u and four hexadecimal digits"),
    ("Expecting property name", "here a key is missing", 'write "key": value, and no comma before }'),
    ("Illegal trailing comma", "a comma stands before the end", "take it out"),
    ("Expecting ':'", "a key without a value", 'write "key": value'),
    ("Expecting ','", "a comma is missing, or a quotation mark too many", 'inside text write \\"'),
    ("Expecting value", "here a value is missing", "take a comma out before ], or write what is missing"),
    ("Extra data", "something follows the end", "take it out"),
)


class _Refused(Exception):  # noqa: N818 - it says what there is
    """What `json` would read, and that is no data for us."""


def parsed(text: str, file: str) -> Any:
    """Return what a JSON `text` says. Raises BriefingError, naming line and place, for what is none.

    None either is what has a key twice, a number without end or of more than 18 digits, or more than `MOST`
    values.
    """
    if text.count(",") + text.count("[") + text.count("{") > MOST:
        raise BriefingError(file, f"has more than {MOST:,} values", "give out a part of it, or split it")
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_fraction,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        raise _explained(error, text, file) from None
    except _Refused:
        raise _at_its_place(text, file) from None
    except RecursionError:
        cure = "a briefing needs ten levels; export it again"
        raise BriefingError(file, "has lists or objects nested too deep", cure) from None
    except FAULTS as error:
        raise refused(file, error) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Refused
    return made


def _whole_number(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise _Refused
    return int(digits)


def _fraction(digits: str) -> float:
    if math.isinf(number := float(digits)):
        raise _Refused
    return number


def _constant(_: str) -> NoReturn:
    raise _Refused


def _explained(error: json.JSONDecodeError, text: str, file: str) -> BriefingError:
    where = f"line {error.lineno}, column {error.colno}"
    what, cure = reworded(error.msg, _SAID, "write it as json.org says")
    if not text[error.pos :].strip() or (
        error.msg.startswith("Unterminated") and not _closes(text, error.pos)
    ):
        what, cure = "the file ends too early", "get it again: a part of it is missing"
    return BriefingError(file, what, cure, where=where, line=error.lineno, column=error.colno)


def _closes(text: str, start: int) -> bool:
    """Whether a line end, which no text in JSON holds, comes before the end of the file."""
    return text.find("\n", start, len(text.rstrip())) >= 0


def _at_its_place(text: str, file: str) -> BriefingError:
    """The error for the first value that is refused."""
    if len(text) <= LARGEST_PLACED:
        for value in values(text):
            place = value.place
            written = text[place.start : min(place.end, place.start + 400)]
            what, cure = "", "write a whole number"
            if value.is_again:
                what, cure = "the key is there twice", "keep one of the two"
            elif re.fullmatch("-?(?:NaN|Infinity)", written):
                what = f"{written} is no number of JSON"
            elif written[:1] in tuple("-0123456789") and _is_too_much(written):
                what = "a number of many digits"
            if what:
                at = position(line_starts(text), place.key_start if value.is_again else place.start)
                where = f"{pointer(value.steps)} (line {at.line})"
                return BriefingError(file, what, cure, where=where, line=at.line, column=at.column)
    return BriefingError(file, "has a key twice, or a number of many digits", "export it again")


def _is_too_much(written: str) -> bool:
    if re.fullmatch(r"-?\d+", written):
        return len(written) > _DIGITS
    return math.isinf(float(written)) if len(written) < 400 else True
