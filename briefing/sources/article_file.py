"""Paragraphs as an article's file, which gives the same paragraphs when it is read again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.line_ends import LINE_END
from briefing.document.model import Paragraph
from briefing.sources.paragraphs import paragraph_texts

#: What the file is called: of a text that has nothing but paragraphs, and of any other.
PLAIN_NAME: Final = "article.txt"
MARKDOWN_NAME: Final = "article.md"
_GAP: Final = "\n\n"
_TOLD: Final = 5  # numbers of paragraphs that a line names


class ArticleFile(Struct, frozen=True):
    """An article's file: its name and text, what has become of each paragraph, most of them one, and what a
    person is told of that, a line each.
    """

    name: str
    text: str
    parts: list[list[str]]
    told: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """The file's bytes: of a text that begins with a byte order mark the first is dropped, once."""
        return self.text.encode("utf-8-sig" if self.text.startswith("\ufeff") else "utf-8")


def article_file(paragraphs: Sequence[Paragraph], document: str) -> ArticleFile:
    """Return paragraphs as an article's file.

    It is a plain text if they are nothing but that, else Markdown: so headings, lists, tables, notes, and
    what is set in a way of its own stay, and so does each number. Raises BriefingError, naming the document
    as `document`, for what no text can hold.
    """
    renumbered = [replace(one, number=number) for number, one in enumerate(paragraphs, 1)]
    parts = parted([one.text for one in renumbered])
    is_plain = all(map(_is_plain, renumbered))
    is_kept = parts == [[one.text] for one in renumbered] and not any(
        "\r\n" in one.text for one in renumbered
    )
    if is_plain and is_kept:
        return ArticleFile(PLAIN_NAME, article_text([own for (own,) in parts], document), parts, ())
    if (written := _in_markdown(renumbered, document)) is not None:
        text, unset = written
        which = [paragraphs[number - 1].number for number in unset]
        told = f"{MARKDOWN_NAME} has no signs for a link or a look of words in {_named(which)}"
        whole = [[one.text] for one in renumbered]
        return ArticleFile(MARKDOWN_NAME, text, whole, (told,) if which else ())
    text = article_text([part for own in parts for part in own], document)
    lines = []
    split = [one.number for one, own in zip(paragraphs, parts, strict=True) if len(own) != 1]
    if not is_plain:
        lines.append(f"{PLAIN_NAME} has the words alone, without headings, lists, tables, notes and links")
    if split:
        lines.append(f"{_named(split)} have line ends of their own, at which {PLAIN_NAME} has them parted")
    return ArticleFile(PLAIN_NAME, text, parts, tuple(lines))


def _is_plain(one: Paragraph) -> bool:
    return one.kind == "text" and not (one.level or one.label or one.inlines)


def _in_markdown(paragraphs: Sequence[Paragraph], document: str) -> tuple[str, tuple[int, ...]] | None:
    from briefing.sources.article_markdown import markdown_article

    try:
        written = markdown_article(paragraphs, document)
        if written is None:
            return None
        written.text.encode()
    except (BriefingError, UnicodeEncodeError):  # too much for Markdown; a plain text says what is wrong
        return None
    return written.text, written.unset


def _named(numbers: Sequence[int]) -> str:
    """Numbers of paragraphs, the first few of many."""
    which = ", ".join(f"¶{number}" for number in numbers[:_TOLD])
    return which + (" and others" if len(numbers) > _TOLD else "")


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
