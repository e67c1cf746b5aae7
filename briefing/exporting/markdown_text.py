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
_LIST: Final = re.compile(r"^(\d{0,9})([-+.)])")
_EDGES: Final = re.compile(r"^\s+|\s+$")


def as_shown(text: str) -> str:
    """Return a text as people see it: its lines end in LF, its controls are visible characters."""
    return visible_controls(with_line_feeds(text))


def inline(text: str) -> str:
    """Return a text for the inside of a block, a table's cell included: one line, `<br>` at its line ends."""
    return "<br>".join(map(_line, as_shown(text).split("\n")))


def fenced(text: str) -> str:
    """Return a text as a block of code."""
    text = as_shown(text)
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def spanned(text: str, language: str) -> str:
    """Return words of another direction inside a line: set apart by HTML, not by characters."""
    return f'<span dir="rtl" lang="{language}">{inline(text)}</span>'


def _line(line: str) -> str:
    line = _SIGNS.sub(r"\\\g<0>", line)
    line = _ENTITY.sub(lambda match: _ENTITIES[match[0]], line)
    line = _LINKS.sub(r"\\\g<0>", line)
    line = _LIST.sub(r"\1\\\2", line)
    return _EDGES.sub(lambda match: "".join(f"&#{ord(one)};" for one in match[0]), line)
