"""An answer of a drafting program, as it came, to a draft: what can be read without guessing is read."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import msgspec
from msgspec import Struct

from briefing.document.controls import shortened
from briefing.drafting.draft import Draft, DraftClaim, DraftEvent, DraftName, DraftSection

_LISTS: Final[dict[str, type[Struct]]] = {
    "sections": DraftSection,
    "claims": DraftClaim,
    "events": DraftEvent,
    "names": DraftName,
}
_KEYS: Final = frozenset(Draft.__struct_fields__)
#: Places of a text at which an object may begin that are tried: the rest of it is prose.
_MOST: Final = 12
_OBJECT: Final = re.compile(r'\{(?=\s*(?:"|\}))')
_TRAILING: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|,(?=\s*[\]}])', re.DOTALL)


class AnswerError(ValueError):
    """There is no draft in an answer; the message says what is wrong, and where."""


class Answer(Struct, frozen=True):
    """A draft, and a line for each entry of it that could not be read, which is left out of it."""

    draft: Draft
    faults: tuple[str, ...] = ()


def read_answer(printed: bytes) -> Answer:
    """Return what a program printed as a draft: one JSON object, with or without a fence or prose around it.

    A byte order mark and commas behind the last entry are passed over. Raises AnswerError.
    """
    try:
        text = printed.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswerError(
            f"byte {error.start} of what it prints (0x{printed[error.start]:02x}) is not UTF-8"
        ) from None
    if not text.strip():
        raise AnswerError("it prints nothing")
    return _typed(_object_in(text))


def _object_in(text: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = []
    first = ""
    at = tried = 0
    while (match := _OBJECT.search(text, at)) and tried < _MOST:
        tried += 1
        at = match.start() + 1
        try:
            value, end = _decoded(text, match.start())
        except json.JSONDecodeError as error:
            first = first or f"{error.msg.removesuffix(' at')} at {_place(text, error.pos)}"
        except RecursionError:
            raise AnswerError("what it prints is nested too deep") from None
        except ValueError:  # thousands of digits
            raise AnswerError("a number in what it prints has thousands of digits") from None
        else:
            at = end
            if not value or _KEYS & value.keys():
                found.append(value)
    with_keys = [one for one in found if one] or found
    if len(with_keys) == 1:
        return with_keys[0]
    if with_keys:
        raise AnswerError(f"it prints {len(with_keys)} drafts, not one")
    if first:
        raise AnswerError(f"what it prints is no JSON: {first[:1].lower()}{first[1:]}")
    if _OBJECT.search(text):
        raise AnswerError("the JSON that it prints is no draft: it has none of the schema's keys")
    raise AnswerError(f'it prints no JSON object, but "{shortened(text.strip(), 60)}"')


def _decoded(text: str, at: int) -> tuple[dict[str, Any], int]:
    decoder = json.JSONDecoder()
    try:
        return decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        if not text[at : error.pos + 1].rstrip().rstrip("]}").rstrip().endswith(","):
            raise
        # Blanks for commas: what is wrong otherwise is still told at its place.
        rest = _TRAILING.sub(lambda match: " " if match[0] == "," else match[0], text[at:])
        if rest == text[at:]:
            raise
        try:
            value, end = decoder.raw_decode(rest)
        except json.JSONDecodeError as again:
            raise json.JSONDecodeError(again.msg, text, at + again.pos) from error
        return value, at + end


def _place(text: str, at: int) -> str:
    line = text.count("\n", 0, at) + 1
    return f"line {line}, column {at - text.rfind(chr(10), 0, at)}"


def _typed(value: dict[str, Any]) -> Answer:
    faults: list[str] = []
    made: dict[str, Any] = {}
    bottom_line = value.get("bottom_line")
    if isinstance(bottom_line, str):
        made["bottom_line"] = _without_nulls(bottom_line)
    elif bottom_line is not None:
        faults.append('"bottom_line" is no text')
    for key, type_ in _LISTS.items():
        entries = value.get(key)
        if entries is None:
            continue
        if not isinstance(entries, list):
            faults.append(f'"{key}" is no list')
            continue
        kept = []
        for number, entry in enumerate(entries, 1):
            try:
                kept.append(msgspec.convert(_without_nulls(entry), type_, strict=False))
            except (msgspec.ValidationError, RecursionError) as error:
                faults.append(f"{key.removesuffix('s')} {number} is out of shape: {_said(str(error))}")
        made[key] = tuple(kept)
    return Answer(Draft(**made), tuple(faults))


def _said(message: str) -> str:
    return re.sub(r" - at `\$\.?([^`]*)`$", r" (\1)", message).replace("`", '"')


def _without_nulls(value: Any) -> Any:
    """`value` without what is null, the same as what is missing; half a character as U+FFFD."""
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, dict):
        return {_without_nulls(key): _without_nulls(one) for key, one in value.items() if one is not None}
    return [_without_nulls(one) for one in value] if isinstance(value, list) else value
