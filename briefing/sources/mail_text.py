"""The plain text of an e-mail as paragraphs: what it quotes by levels, flowing lines joined (RFC 3676)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from briefing.document.line_ends import with_line_feeds
from briefing.document.model import Paragraph

_QUOTED: Final = re.compile(r"(?:> ?)*>(?: |$|(?=[^>\s]))")
_MOST_LEVELS: Final = 20
_SIGNATURE: Final = "-- "


def paragraphs_of_mail(text: str, *, flowed: bool, deletes_space: bool) -> list[Paragraph]:
    """Return the paragraphs of the text of an e-mail, their numbers 0. Quotes within quotes have levels.

    Where no empty line parts anything, every line is a paragraph, as in a plain text. `flowed`: a line that
    ends with a space goes on in the next; `deletes_space`: without that space.
    """
    lines = [_levelled(line, flowed) for line in with_line_feeds(text).split("\n")]
    if flowed:
        lines = list(_joined(lines, deletes_space))
    while lines and not lines[0][1].strip():
        del lines[0]
    while lines and not lines[-1][1].strip():
        del lines[-1]
    is_parted = any(not line.strip() for _, line in lines)
    return [
        Paragraph(0, block, "quote" if level else "text", min(level, _MOST_LEVELS))
        for level, same in groupby(lines, key=lambda one: one[0])
        for block in _blocks([line for _, line in same], is_parted)
    ]


def _levelled(line: str, flowed: bool) -> tuple[int, str]:
    """How often a line is quoted, and the line itself."""
    if line.startswith(">From ") and not flowed:  # a mailbox file writes a line so that begins with From
        return 0, line[1:]
    if flowed:
        rest = line.lstrip(">")
        return len(line) - len(rest), rest.removeprefix(" ")
    quoted = _QUOTED.match(line)
    return (quoted[0].count(">"), line[quoted.end() :].rstrip()) if quoted else (0, line.rstrip(" \t") or "")


def _joined(lines: list[tuple[int, str]], deletes_space: bool) -> Iterator[tuple[int, str]]:
    at_level, parts = 0, list[str]()
    for level, line in lines:
        if parts and (level != at_level or line == _SIGNATURE):
            yield at_level, "".join(parts).rstrip(" ")
            parts = []
        at_level = level
        if line.endswith(" ") and line != _SIGNATURE:
            parts.append(line[:-1] if deletes_space else line)
        else:
            yield level, "".join([*parts, line])
            parts = []
    if parts:
        yield at_level, "".join(parts).rstrip(" ")


def _blocks(lines: list[str], is_parted: bool) -> Iterator[str]:
    """Lines of one level as paragraphs; a signature begins one."""
    block: list[str] = []
    for line in lines:
        if block and (not line.strip() or not is_parted or line.rstrip() == "--"):
            yield "\n".join(block)
            block = []
        if line.strip():
            block.append(line.rstrip(" "))
    if block:
        yield "\n".join(block)
