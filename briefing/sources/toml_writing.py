"""Values as TOML text that reads as it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.document.controls import safe_line
from briefing.document.toml_literal import literal

# Spaces and joints that nobody sees, and that would be lost in typing; those inside a Persian word stay.
_UNSEEN: Final = "[\u00a0\u200b\u2060]"


def toml_string(text: str) -> str:
    """Return `text` as a TOML string of one line, which gives the same text; half a character is U+FFFD."""
    return re.sub(_UNSEEN, lambda match: f"\\u{ord(match[0]):04X}", literal(text))


def toml_list(texts: Iterable[str]) -> str:
    """Return texts as a TOML list of strings of one line."""
    return "[" + ", ".join(map(toml_string, texts)) + "]"


def numbers(values: Iterable[int], width: int = 100) -> str:
    """Return numbers as a TOML list, of more than fit `width` characters over several lines."""
    words = [str(value) for value in values]
    line = f"[{', '.join(words)}]"
    if len(line) <= width:
        return line
    rows, row = [], "  "
    for word in words:
        if len(row) + len(word) + 2 > width:
            rows.append(row.rstrip())
            row = "  "
        row += f"{word}, "
    return "\n".join(["[", *rows, row.rstrip(), "]"])


def comment(text: str) -> str:
    """Return `text` as a comment of one line."""
    return f"# {safe_line(' '.join(text.split()))}\n"


def about_article(name: str) -> str:
    """Return the lines that say how an article's file is written, with their #."""
    if name.endswith(".md"):
        return (
            f"# {name} is the article, word for word, in Markdown. Its paragraphs go by number, from 1: its\n"
            "# headings, items and rows of tables too. A backslash before a sign (\\*) is none of its words."
        )
    how = "word for word, a blank line between its paragraphs, which go by number, from 1"
    return f"# {name} is the article, {how}."
