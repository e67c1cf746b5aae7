"""The paragraphs of an article's file: of a plain text, or of Markdown, as what its name ends in says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from briefing.document.errors import BriefingError
from briefing.document.model import Paragraph
from briefing.machine.files import read_text
from briefing.sources.paragraphs import split_paragraphs

_MARKDOWN: Final = (".md", ".markdown")


def is_in_markdown(name: str) -> bool:
    """Return whether an article's file of that name is read as Markdown, as the same file alone would be."""
    return name.lower().endswith(_MARKDOWN)


def article_paragraphs(text: str, name: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an article's text, numbered from 1.

    Raises BriefingError, naming the file `name`, if it is more than is read or holds no text.
    """
    if is_in_markdown(name):
        from briefing.sources.formats.markdown import paragraphs_in  # most articles are plain

        paragraphs = paragraphs_in(text, name)
    else:
        paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise BriefingError(name, "holds no text", "put the article there, a blank line between paragraphs")
    return paragraphs


def read_article(path: Path, *, shown: str = "", follow: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a UTF-8 file, `follow` and `shown` as for `read_text`.

    Raises BriefingError if it cannot be read or holds no text.
    """
    return article_paragraphs(read_text(path, shown=shown, plain=True, follow=follow), shown or str(path))
