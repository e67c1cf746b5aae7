"""Words of a document as Markdown that says just these words: none of them is a sign of Markdown or HTML."""

from __future__ import annotations

import re
from typing import Final

from briefing.document import visible_controls
from briefing.document.line_ends import with_line_feeds

# Signs of CommonMark, of GitHub's tables, and of Obsidian's own (tags, comments, highlights, formulas).
_SIGNS: Final = re.compile(r"[\\`*_\[\]~$^=#%{}!]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_ENTITY: Final = re.compile("[&<>|]")
# What becomes a link by itself on GitHub.
_LINKS: Final = re.compile(r"(?i):(?=//)|(?<=www)\.|(?<=mailto):|(?<=xmpp):")
# What makes a list of the line that it begins.
_LIST: Final = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+](?:[-\s]|$)))")
_BEGINNING: Final = re.compile(r"^\s+")
_END: Final = re.compile(r"\s+$")


def as_shown(text: str) -> str:
    """Return a text as people see it: its lines end in LF, its controls are visible characters."""
    return visible_controls(with_line_feeds(text))


def inline(text: str) -> str:
    """Return a text for the inside of a block, a table's cell included: one line, `<br>` at its line ends."""
    return piece(text)


def piece(text: str, *, begins: bool = True, ends: bool = True) -> str:
    """Return a part of such a text; `begins` and `ends`: it is the block's first, its last.

    Blanks at the ends of a block and at line ends, which Markdown drops, are entities.
    """
    lines = as_shown(text).split("\n")
    last = len(lines) - 1
    return "<br>".join(
        _line(line, begins=begins or at > 0, ends=ends or at < last) for at, line in enumerate(lines)
    )


def fenced(text: str) -> str:
    """Return a text as a block of code."""
    text = as_shown(text)
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def spanned(text: str, language: str) -> str:
    """Return words of another direction inside a line: set apart by HTML, not by characters."""
    return f'<span dir="rtl" lang="{language}">{inline(text)}</span>'


def _line(line: str, *, begins: bool, ends: bool) -> str:
    line = _SIGNS.sub(r"\\\g<0>", line)
    line = _ENTITY.sub(lambda match: _ENTITIES[match[0]], line)
    line = _LINKS.sub(r"\\\g<0>", line)
    if begins:
        line = _BEGINNING.sub(_as_entities, _LIST.sub(r"\1\\", line))
    return _END.sub(_as_entities, line) if ends else line


def _as_entities(blanks: re.Match[str]) -> str:
    return "".join(f"&#{ord(one)};" for one in blanks[0])
