"""What is out of shape in a `briefing.toml`, in its writer's words instead of msgspec's.

msgspec says ``Expected `int`, got `str` - at `$.sections[1].paragraphs[0]` ``; the writer is told the
section, the key, and what to write.
"""

from __future__ import annotations

import re
from typing import Any, get_args

from msgspec import Struct

from briefing.document.model import (
    Basis,
    CapturedDetail,
    Citation,
    Claim,
    Confidence,
    Event,
    Likelihood,
    Name,
    NameKind,
    Provenance,
    Section,
    Title,
)
from briefing.document.near_miss import did_you_mean, nearest_word, word_list
from briefing.sources.fault import Fault, Steps
from briefing.sources.location import location
from briefing.sources.shape import BriefingFile

# Which table a path of keys leads to, so that a wrong key can be set right.
_TABLES: dict[tuple[str, ...], type[Struct]] = {
    (): BriefingFile,
    ("title",): Title,
    ("provenance",): Provenance,
    ("provenance", "details"): CapturedDetail,
    ("provenance", "left_out"): CapturedDetail,
    ("sections",): Section,
    ("sections", "claims"): Claim,
    ("sections", "claims", "citations"): Citation,
    ("events",): Event,
    ("names",): Name,
}

# What would be right, by the key a value stands under.
_EXAMPLES = {
    "title": 'write [title] with english = "..." and arabic = "..."',
    "article": 'write article = "article.txt", above the first [table]',
    "bottom_line": 'write bottom_line = "..." (two or three sentences), above the first [table]',
    "sections": "write a [[sections]] table for each section",
    "provenance": 'write [provenance] with source = "..."',
    "details": "write a [[provenance.details]] table for each",
    "left_out": "write a [[provenance.left_out]] table for each",
    "claims": "write a [[sections.claims]] table for each claim",
    "citations": 'write citations = [{ paragraph = 3, quote = "..." }]',
    "events": "write an [[events]] table for each event",
    "names": "write a [[names]] table for each name",
    "paragraph": "write paragraph = 3",
    "paragraphs": "write paragraphs = [1, 2]",
    "date": 'write an EDTF date in quotes, as in date = "2024-06-10"',
    "basis": f"use {word_list(get_args(Basis))}",
    "kind": f"use {word_list(get_args(NameKind))}",
    "likelihood": f"use {word_list(get_args(Likelihood))}",
    "confidence": f"use {word_list(get_args(Confidence))}",
    "drafted": "write drafted = true, or take the line out",
    "captured": 'write captured = ["...", "..."]',
    "unknown": 'write unknown = ["...", "..."]',
}
#: What there is to choose from, by key.
CHOICES: dict[str, tuple[str, ...]] = {
    "basis": get_args(Basis),
    "kind": get_args(NameKind),
    "likelihood": get_args(Likelihood),
    "confidence": get_args(Confidence),
}
_NAME_FORMS = 'write arabic = ["...", "..."]'

_TYPES = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number with a fraction",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "object | null": "a table",
    "str | null": "text in quotes",
    "date": "a date without quotes",
    "datetime": "a date without quotes",
    "time": "a time without quotes",
}

_AT = re.compile(r" - at `(\$[^`]*)`$")
_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")
_WRONG_TYPE = re.compile(r"Expected `(.+)`, got `(.+)`")
_MISSING = re.compile(r"Object missing required field `(.+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_NO_CHOICE = re.compile(r"Invalid enum value '(.*)'", re.DOTALL)


def explained(message: str, data: dict[str, Any]) -> Fault:
    """Return the mistake that msgspec's `message` tells of in `data`, parsed TOML."""
    at = _AT.search(message)
    steps = _steps(at.group(1)) if at else ()
    message = message[: at.start()] if at else message
    if missing := _MISSING.fullmatch(message):
        what, cure = _missing(missing.group(1), steps, data)
        return Fault("missing", location(steps, data), what, cure, (*steps, missing.group(1)))
    if unknown := _UNKNOWN.fullmatch(message):
        what, cure = _unknown(unknown.group(1), steps)
        return Fault(
            "unknown-key", location(steps, data), what, cure, (*steps, unknown.group(1)), at_key=True
        )
    # The fault is a value: name its key in the sentence and its table as the place.
    keys = [step for step in steps if isinstance(step, str)]
    table = steps
    while table and not isinstance(table[-1], str):
        table = table[:-1]
    what, cure = _wrong_value(message, keys[-1] if keys else "", is_name=keys[:1] == ["names"])
    return Fault("value", location(table[:-1], data), what, cure, steps)


def _steps(path: str) -> Steps:
    return tuple(key or int(index) for key, index in _STEP.findall(path) if index != "...")


def fields_at(steps: Steps) -> tuple[str, ...]:
    """Return the keys of the table that `steps` lead to."""
    return _TABLES[tuple(step for step in steps if isinstance(step, str))].__struct_fields__


def _missing(key: str, steps: Steps, data: Any) -> tuple[str, str]:
    for step in steps:
        data = data[step]
    written = nearest_word(key, set(data) - set(fields_at(steps)))
    if written:
        return f'"{key}" is missing', f'did you mean "{key}" where it says "{written}"?'
    return f'"{key}" is missing', _example(key, is_name=steps[:1] == ("names",))


def _unknown(key: str, steps: Steps) -> tuple[str, str]:
    fields = fields_at(steps)
    if steps and key in BriefingFile.__struct_fields__:  # everything under a [table] belongs to it
        return f'unknown key "{key}"', "move it up to the top level, above the first [table]"
    return f'unknown key "{key}"', did_you_mean(key, fields) or f"the keys here are {word_list(fields)}"


def _wrong_value(message: str, key: str, *, is_name: bool) -> tuple[str, str]:
    cure = _example(key, is_name=is_name)
    if wrong := _WRONG_TYPE.fullmatch(message):
        expected, got = (_TYPES.get(name, name) for name in wrong.groups())
        return f'"{key}" needs {expected}, not {got}', cure
    if choice := _NO_CHOICE.fullmatch(message):
        near = did_you_mean(choice.group(1), CHOICES.get(key, ()))
        return f'"{key}" cannot be "{choice.group(1)}"', near or cure
    return f'"{key}": {message}', cure


def _example(key: str, *, is_name: bool) -> str:
    if key == "arabic" and is_name:
        return _NAME_FORMS
    return _EXAMPLES.get(key, f'write {key} = "..."')
