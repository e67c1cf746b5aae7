"""Texts as TOML strings, in the manner of those that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from briefing.document.toml_literal import HIDDEN, escaped, literal

#: A space at which a line may end: what is put in its place and joined again is the same.
_BREAK: Final = r"(?<=\S) (?=\S)"
#: Characters of a line of prose, where the text shows no other measure.
WIDTH: Final = 118


def like(text: str, sample: str) -> str:
    """Return a text as a string of one line, in single quotes if the `sample` is and it can be."""
    if sample.startswith("'") and "'" not in text and not _needs_escapes(text):
        return f"'{text}'"
    return literal(text)


def over_lines(text: str, sample: str, width: int, newline: str) -> str:
    """Return prose between three quotes, its lines as long as `width` at most, as `sample` has it.

    `sample` is another string between three quotes, "" for the usual form. Lines with which both begin
    stay as they are, if the sample is an older state of the text.
    """
    quotes = "'''" if sample.startswith("'''") and "'''" not in text and not _needs_escapes(text) else '"""'
    inner = sample[3:-3].replace("\r\n", "\n")
    opens = not inner or inner.startswith("\n")
    closes = not inner or re.search(r"\n[ \t]*\Z", inner)
    indent = match[0][1:] if (match := re.match(r"\n[ \t]+", inner)) else ""
    closing = match[0][1:] if (match := re.search(r"\n[ \t]*\Z", inner)) else ""
    kept = [] if "\\" in inner else list(_kept(text, inner))
    rest = text[len(" ".join(kept)) :].lstrip(" ") if kept else text
    lines = [*(f"{indent}{one}" for one in kept)]
    lines += [f"{indent}{_in_three(one, quotes)}" for one in _wrapped(rest, width - len(indent))]
    if not opens:
        lines[0] = lines[0][len(indent) :]
    body = newline.join(lines)
    if body.endswith(quotes[0]) and not closes:
        closes = True
    return f"{quotes}{newline if opens else ''}{body}{newline + closing if closes else ''}{quotes}"


def has_comments(toml: str) -> bool:
    """Return whether a comment stands in a part of a TOML text that begins outside of its strings."""
    return "#" in without_strings(toml)


def without_strings(toml: str) -> str:
    """Return a part of a TOML text that begins outside of its strings, without these."""
    strings = r'"{3}(?s:[^"\\]|\\.|"(?!""))*+"{3,5}|\'{3}(?s:.*?)\'{3,5}|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\''
    return re.sub(strings, "", toml)


def is_over_lines(written: str) -> bool:
    """Return whether a TOML string stands between three quotes."""
    return written.startswith(('"""', "'''"))


def _kept(text: str, inner: str) -> Iterator[str]:
    """The lines of an older state that the text still begins with, but for the last of them."""
    old = [one.strip() for one in inner.split("\n") if one.strip()]
    starts = list(accumulate((f"{one} " for one in old), initial=""))
    for one, before in zip(old[:-1], starts, strict=False):
        if not text.startswith(f"{before}{one} ") or text[len(before) + len(one) + 1 :][:1].isspace():
            return
        yield one


def _wrapped(text: str, width: int) -> Iterator[str]:
    row = ""
    for word in re.split(_BREAK, text):
        if row and len(row) + 1 + len(word) > width:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
    if row:
        yield row


def _needs_escapes(text: str) -> bool:
    return re.search(f"[{HIDDEN}]", text) is not None


def _in_three(text: str, quotes: str) -> str:
    if quotes == "'''":
        return text
    text = escaped(text)
    return re.sub('"{3,}', lambda match: '\\"' * len(match[0]), text)
