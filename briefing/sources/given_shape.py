"""The shape of a briefing's JSON: what is out of it is told by its place, with what would be right."""

from __future__ import annotations

import re
from typing import Any, Final, get_args

import msgspec

from briefing.document.errors import BriefingError
from briefing.document.given import GivenPart
from briefing.document.model import InlineKind, ParagraphKind
from briefing.document.near_miss import did_you_mean, word_list
from briefing.exporting.forms.json import FORMAT, VERSION, Exported
from briefing.sources.fault import Steps
from briefing.sources.shape_faults import CHOICES

_AT: Final = re.compile(r" - at `(key in )?(?:\$([^`]*))`$")
_STEP: Final = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")
_CHOICES: Final = {"parts": get_args(GivenPart), **CHOICES}
_TYPES: Final = {
    "str": "text",
    "int": "a whole number",
    "float": "a number with a fraction",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
    "object | null": "an object or null",
    "str | null": "text or null",
}
_AGAIN: Final = "export it again"


def shaped_given(data: Any, text: str, file: str) -> Exported:
    """Return parsed JSON as what was given out. Raises BriefingError for what is out of shape."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        what = "is no briefing that was given out as JSON"
        raise BriefingError(file, what, "leave --from out to read it as a text, or --from text")
    version = data.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version != VERSION:
        what = f"is of version {version}, and this program reads version {VERSION}"
        raise given_fault(file, text, ("version",), what, "open it with a newer one, or export it again")
    try:
        return msgspec.convert(data, Exported)
    except msgspec.ValidationError as error:
        raise _explained(str(error), text, file) from None


def given_fault(
    file: str, text: str, steps: Steps, what: str, cure: str, *, at_key: bool = False
) -> BriefingError:
    """Return the error for the value of a JSON `text` that `steps` lead to: its JSON pointer and line.

    In a very large one the line is not looked for.
    """
    from briefing.document.json_places import JsonPlaces, pointer
    from briefing.document.json_text import LARGEST_PLACED

    if len(text) > LARGEST_PLACED:
        return BriefingError(file, what, cure, where=pointer(steps) or "top level")
    places = JsonPlaces(text, wanted=steps)
    place = places.of(steps)
    line, column = places.position(place.key_start if at_key else place.start)
    where = f"{pointer(steps) or 'top level'} (line {line})"
    return BriefingError(file, what, cure, where=where, line=line, column=column)


def _explained(message: str, text: str, file: str) -> BriefingError:
    at = _AT.search(message)
    steps = tuple(key or int(index) for key, index in _STEP.findall(at[2]) if index != "...") if at else ()
    message = message[: at.start()] if at else message
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    at_key = False
    if missing := re.fullmatch(r"Object missing required field `(.+)`", message):
        what, cure = f'"{missing[1]}" is missing', f"add it, or {_AGAIN}"
    elif unknown := re.fullmatch(r"Object contains unknown field `(.*)`", message, re.DOTALL):
        what, cure = f'unknown key "{unknown[1]}"', did_you_mean(unknown[1], _keys(steps)) or "take it out"
        steps, at_key = (*steps, unknown[1]), True
    elif wrong := re.fullmatch(r"Expected `(.+)`, got `(.+)`", message):
        expected, got = (_TYPES.get(name, name) for name in wrong.groups())
        what, cure = f"here is {got}", f"write {expected}"
    elif choice := re.fullmatch(r"Invalid enum value '?(.*?)'?", message, re.DOTALL):
        known = _kinds(steps) or _CHOICES.get(key)
        what, cure = f'it cannot be "{choice[1]}"', f"use {word_list(known)}" if known else _AGAIN
    else:
        what, cure = message[:1].lower() + message[1:], _AGAIN
    return given_fault(file, text, steps, what, cure, at_key=at_key)


def _kinds(steps: Steps) -> tuple[str, ...]:
    if steps[-1:] != ("kind",):
        return ()
    if "inlines" in steps:
        return get_args(InlineKind)
    return get_args(ParagraphKind) if "paragraphs" in steps else ()


def _keys(steps: Steps) -> tuple[str, ...]:
    """The keys that the type of the object has to which `steps` lead."""
    kind: Any = Exported
    for step in steps:
        if isinstance(step, str):
            kind = next(one.type for one in msgspec.structs.fields(kind) if one.name == step)
        while not hasattr(kind, "__struct_fields__"):
            inner = [one for one in get_args(kind) if one not in (type(None), Ellipsis)]
            if not inner:
                return ()
            kind = inner[0]
    return tuple(kind.__struct_fields__)
