"""Paragraphs as the text of an article's file, which gives the same paragraphs when it is read again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.document.errors import BriefingError
from briefing.document.line_ends import LINE_END
from briefing.sources.paragraphs import paragraph_texts

_GAP: Final = "\n\n"


def parted(texts: Sequence[str]) -> list[list[str]]:
    """Return each paragraph as the paragraphs that an article's file can hold of it, most of them one.

    A blank line inside one (in code, in a poem) parts it, and so do the line ends of one that is alone.
    White space at its beginning or end that has a line end in it goes; nothing else is changed.
    """
    parts = [_without_blank_lines(text) for text in texts]
    if sum(map(len, parts)) == 1:
        return [paragraph_texts(text) for text in texts]
    return parts


def article_text(parts: Sequence[str], name: str) -> str:
    """Return paragraphs (of `parted`) as the text of a file.

    Raises BriefingError, naming the document as `name`, if the same would not be read again.
    """
    text = _GAP.join(parts) + "\n"
    try:
        text.encode()
    except UnicodeEncodeError:
        what = "has halves of characters (surrogates), which no UTF-8 file can hold"
        raise BriefingError(name, what, "mend them there, or name the encoding with --encoding") from None
    if paragraph_texts(text) != list(parts):
        what = "has paragraphs that a plain text cannot tell apart"
        raise BriefingError(name, what, "save it as a text with a blank line between paragraphs")
    return text


def _without_blank_lines(text: str) -> list[str]:
    if "\n" not in text and not re.search(LINE_END, text):
        return [text]
    return paragraph_texts(text, by_blank_lines=True)
