"""Paragraphs as an article in Markdown, which gives the same, set in the same way, when it is read again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from briefing.document.model import Paragraph
from briefing.sources.article_blocks import BlockWriter, are_footnotes
from briefing.sources.formats.markdown import paragraphs_in


class MarkdownArticle(Struct, frozen=True):
    """An article in Markdown, and the numbers of its paragraphs in which something is not set as it was: a
    link that leads nowhere.
    """

    text: str
    unset: tuple[int, ...]


def markdown_article(paragraphs: Sequence[Paragraph], name: str) -> MarkdownArticle | None:
    """Return paragraphs, numbered from 1, as an article in Markdown.

    It is read again here, and a paragraph that does not come back as it was is written as it stands, between
    `<pre>` and `</pre>`. None: the same would not be read again (as with NUL, which Markdown replaces).
    """
    ways = (True, False) if are_footnotes(paragraphs) else (False,)
    for has_footnotes in ways:
        if (found := _written(paragraphs, name, has_footnotes=has_footnotes)) is not None:
            return found
    return None


def _written(paragraphs: Sequence[Paragraph], name: str, *, has_footnotes: bool) -> MarkdownArticle | None:
    as_it_is: set[int] = set()
    for _ in range(3):
        text = BlockWriter(as_it_is, has_footnotes=has_footnotes).text(paragraphs)
        again = paragraphs_in(text, name)
        if len(again) == len(paragraphs):
            pairs = list(zip(paragraphs, again, strict=True))
            wrong = {one.number for one, found in pairs if not _is_same(one, found)}
            if not wrong:
                return MarkdownArticle(text, ())
            if wrong <= as_it_is:  # all that can be done was done
                is_read = all(_without_inlines(one) == _without_inlines(found) for one, found in pairs)
                return MarkdownArticle(text, tuple(sorted(wrong))) if is_read else None
        elif has_footnotes:
            return None
        else:
            wrong = {one.number for one in paragraphs if not _comes_back(one, name)}
        if wrong <= as_it_is:
            return None
        as_it_is |= wrong
    return None


def _comes_back(one: Paragraph, name: str) -> bool:
    again = paragraphs_in(BlockWriter(set()).text([one]), name)
    return len(again) == 1 and _is_same(replace(one, number=1), again[0])


def _is_same(one: Paragraph, found: Paragraph) -> bool:
    if one == found:
        return True
    return _without_inlines(one) == _without_inlines(found) and _looks(one) == _looks(found)


def _without_inlines(one: Paragraph) -> Paragraph:
    return replace(one, inlines=())


def _looks(one: Paragraph) -> list[tuple[str, str, int, int]]:
    """How its words are set, as spans over what is no blank: that looks the same however it is set.

    Code is code all of it.
    """
    ranks = [0, *accumulate(not character.isspace() for character in one.text)]
    spans = sorted(
        (inline.kind, inline.address if inline.kind == "link" else "", ranks[inline.start], ranks[inline.end])
        for inline in one.inlines
        if not inline.kind == one.kind == "code"
    )
    found: list[tuple[str, str, int, int]] = []
    for kind, address, start, end in spans:
        if start == end:
            continue
        last = found[-1] if found else None
        if last and last[:2] == (kind, address) and start <= last[3]:
            found[-1] = (kind, address, last[2], max(last[3], end))
        else:
            found.append((kind, address, start, end))
    return found
