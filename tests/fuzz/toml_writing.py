"""Plain data as TOML, every string escaped: what a careful, hostile writer would hand in."""

from __future__ import annotations

import datetime
import re
from typing import Any

_BARE = re.compile("[A-Za-z0-9_-]+")
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]')


def toml_of(data: dict[str, Any]) -> str:
    """TOML text, one line for each key of the top level, all below it inline.

    Lone surrogates stand as escapes, which TOML forbids: that is a mistake to be told of.
    """
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in data.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else quoted(key)


def quoted(text: str) -> str:
    """A basic string; whatever may not stand in it is written as an escape."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return repr(value)
