"""Where the paragraphs of a plain text end."""

from __future__ import annotations

import re
from typing import Final

from briefing.document.line_ends import LINE_END, has_only_line_feeds
from briefing.document.model import Paragraph

_BLANK = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*"  # what a blank line may hold: white space only
_WHOLE_LINE_END = LINE_END.replace("(?:", "(?>", 1)  # CRLF is never one half of it

#: Characters between two paragraphs that are very many.
LONG_GAP: Final = 4096


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, numbered from 1, whatever ends its lines (`document.line_ends`).

    If blank lines stand between lines of text, they part the paragraphs and a paragraph keeps its inner line
    ends. If none does, every line that is not blank is a paragraph. A blank line is empty or white space
    only. Nothing inside a paragraph is changed; only the line ends and blank lines between paragraphs are
    dropped.
    """
    parts = paragraph_texts(text)
    return tuple(map(Paragraph, range(1, len(parts) + 1), parts))


def paragraph_texts(text: str, *, by_blank_lines: bool | None = None) -> list[str]:
    """Return the paragraphs of a text by themselves.

    `by_blank_lines` says what parts them: blank lines, or each line end. None finds out.
    """
    last = len(text.rstrip())
    if not last:
        return []
    # A text of LF alone, as most are, is searched ten times as fast.
    line_end = r"\n" if has_only_line_feeds(text) else LINE_END
    blank_line = f"(?:{_BLANK}{line_end})"
    end = re.compile(line_end).search(text, last)
    start = re.match(blank_line + "*", text)
    body = text[start.end() if start else 0 : end.start() if end else None]
    parts = [body] if by_blank_lines is False else re.split(f"{line_end}{blank_line}+", body)
    if len(parts) == 1 and not by_blank_lines:
        parts = re.split(line_end, body) if line_end == LINE_END else body.split("\n")
        if by_blank_lines is not None:  # some may be blank then
            parts = [part for part in parts if part and not part.isspace()]
    return parts


def boundary(text: str, *, by_blank_lines: bool) -> int | None:
    """Return where a paragraph begins in `text`, which is the beginning of a longer one, rather at its end.

    Blank lines may stand there before it, if there are very many. None: none does, or that cannot be told.
    """
    line_end = r"\n" if has_only_line_feeds(text) else _WHOLE_LINE_END
    blank_line = f"(?:{_BLANK}{line_end})"
    gap = re.compile(f"{line_end}{blank_line}{'+' if by_blank_lines else '*'}")
    for start in (len(text) * 3 // 4, len(text) // 2, 0):
        found = gap.search(text, start)
        rest = found and re.compile(_BLANK).match(text, found.end())
        # What follows has to be in sight: a line may be blank up to here. After so much it does not matter.
        if found and rest and (rest.end() < len(text) or rest.end() - found.start() > LONG_GAP):
            return found.end()
    return None
