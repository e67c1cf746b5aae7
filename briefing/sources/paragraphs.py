"""Where the paragraphs of a plain text end."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.document.errors import BriefingError
from briefing.document.line_ends import LINE_END, has_only_line_feeds
from briefing.document.model import Paragraph
from briefing.machine.files import read_text

_BLANK = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*"  # what a blank line may hold: white space only


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text, numbered from 1, whatever ends its lines (`document.line_ends`).

    If blank lines stand between lines of text, they part the paragraphs and a paragraph keeps its inner line
    ends. If none does, every line that is not blank is a paragraph. A blank line is empty or white space
    only. Nothing inside a paragraph is changed; only the line ends and blank lines between paragraphs are
    dropped.
    """
    last = len(text.rstrip())
    if not last:
        return ()
    # A text of LF alone, as most are, is searched ten times as fast.
    line_end = r"\n" if has_only_line_feeds(text) else LINE_END
    blank_line = f"(?:{_BLANK}{line_end})"
    end = re.compile(line_end).search(text, last)
    start = re.match(blank_line + "*", text)
    body = text[start.end() if start else 0 : end.start() if end else None]
    parts = re.split(f"{line_end}{blank_line}+", body)
    if len(parts) == 1:
        parts = re.split(line_end, body) if line_end == LINE_END else body.split("\n")
    return tuple(map(Paragraph, range(1, len(parts) + 1), parts))


def read_article(path: Path, *, shown: str = "", follow: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain UTF-8 file, `follow` and `shown` as for `read_text`.

    Raises BriefingError if it cannot be read or holds no text.
    """
    text = read_text(path, shown=shown, plain=True, follow=follow)
    return _some_paragraphs(text, shown or str(path))


def _some_paragraphs(text: str, shown: str) -> tuple[Paragraph, ...]:
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise BriefingError(shown, "holds no text", "put the article there, a blank line between paragraphs")
    return paragraphs
