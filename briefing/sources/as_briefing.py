"""An article as a briefing: its headings cut it into sections, nothing is claimed about it yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from pathlib import PurePath
from typing import Final

from msgspec.structs import replace

from briefing.document.controls import LINE, shortened, title_line
from briefing.document.errors import BriefingError
from briefing.document.growing import GrowingNumbers, GrowingParagraphs
from briefing.document.model import Briefing, Origin, Paragraph, Section, Title
from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.sources.article import Article
from briefing.sources.material import Material
from briefing.sources.shape import BriefingFile
from briefing.sources.source import Source

#: The key of the one section of a document without headings, and of what stands before the first heading.
SECTION_KEY: Final = "text"

_TITLE: Final = 160  # characters of a first line that are a title
# Bytes from which on no checksum is made while somebody waits; nor is one of text read piece by piece.
_LARGE: Final = 1 << 26
_RTL: Final = re.compile(f"[{RIGHT_TO_LEFT}\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ANSWERS: Final = r"(?:(?i:re|fwd?|aw|wg|sv|tr)(?:\[\d{1,3}\])?\s?:\s?){1,20}"


def as_briefing(article: Article, material: Material, source: Source) -> Briefing:
    """Return `article`, read of `material` by `source`, as a briefing without claims.

    One that was given out as a briefing has them. Raises BriefingError if it has no text.
    """
    if article.briefing is not None:
        return replace(article.briefing, arrived=_origin(article, material, source))
    paragraphs = article.paragraphs
    if not paragraphs:
        raise BriefingError(material.name, "holds no text", source.cure)
    return Briefing(
        title=_title(article, material),
        bottom_line="",
        provenance=None,
        paragraphs=paragraphs,
        sections=_sections(paragraphs),
        events=(),
        names=(),
        path=material.name,
        origin=_origin(article, material, source),
    )


def filled_in(written: BriefingFile, paragraphs: Sequence[Paragraph]) -> BriefingFile:
    """Return a briefing with what it cannot be shown without: a title, and a section of all paragraphs."""
    title, sections = written.title, written.sections
    if not title.shown:
        title = titled(_shortened(paragraphs[0].text.strip().splitlines()[0]))
    if not sections:
        sections = (Section(SECTION_KEY, "", "", tuple(one.number for one in paragraphs)),)
    return replace(written, title=title, sections=sections)


def titled(text: str) -> Title:
    """Return a title in the direction it needs: Arabic (or Hebrew) if its first letter is.

    What a program puts before the subject of an answer (`Re: `) does not turn it.
    """
    text = title_line(shortened(" ".join(text.split()), LINE))
    answers = re.match(_ANSWERS, text)
    first = _LETTER.search(text, answers.end() if answers else 0)
    is_rtl = bool(first and _RTL.match(first.group()))
    return Title(english="" if is_rtl else text, arabic=text if is_rtl else "")


def _title(article: Article, material: Material) -> Title:
    paragraphs = article.paragraphs
    first = paragraphs.part(0) if isinstance(paragraphs, GrowingParagraphs) else paragraphs[0]
    found = article.title.strip() or first.text.strip().splitlines()[0]
    return titled(_shortened(found) or PurePath(material.name).name)


def _shortened(title: str) -> str:
    return title if len(title) <= _TITLE else title[:_TITLE].rsplit(None, 1)[0] + "…"


def _sections(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Cut before headings; a section is named after the last of the headings that it begins with."""
    if isinstance(paragraphs, GrowingParagraphs):
        return (Section(SECTION_KEY, "", "", GrowingNumbers(paragraphs)),)
    starts = _starts(paragraphs)
    if len(starts) < 2:
        return (Section(SECTION_KEY, "", "", tuple(one.number for one in paragraphs)),)
    sections = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(paragraphs)], strict=True), 1):
        named = Title("", "")
        for paragraph in takewhile(_is_heading, paragraphs[start:end]):
            named = titled(paragraph.text)
        numbers = tuple(paragraph.number for paragraph in paragraphs[start:end])
        sections.append(Section(str(number), named.english, named.arabic, numbers))
    return tuple(sections)


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indices at which sections begin, the first of them 0.

    They are cut at the headings of the highest level that has more than one, and at those above it; a
    heading that follows one of these begins none of its own.
    """
    if "heading" not in {paragraph.kind for paragraph in paragraphs}:
        return [0]
    levels = Counter(paragraph.level for paragraph in paragraphs if _is_heading(paragraph))
    parting = next((level for level in sorted(levels) if levels[level] > 1), None)
    if parting is None:
        return [0]
    found = [at for at, one in enumerate(paragraphs) if _is_heading(one) and one.level <= parting]
    return [0, *(at for at in found if at and not _is_heading(paragraphs[at - 1]))]


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.kind == "heading"


def _origin(article: Article, material: Material, source: Source) -> Origin:
    small = material.large_bytes is None and material.size <= _LARGE
    return Origin(
        place=material.name,
        format=source.name,
        format_words=source.words,
        asked=material.asked,
        received=material.received,
        is_altered=material.is_altered,
        sha256=_checksum(material.data) if small else "",
        size=material.size,
        encoding=article.encoding,
        encoding_from=article.encoding_from,
        lost=article.lost,
        title=article.title,
        author=article.author,
        published=article.published,
        canonical=article.canonical,
        captured=article.captured,
        left_out=article.left_out,
        publication=article.publication,
    )


def _checksum(data: bytes) -> str:
    from hashlib import sha256  # 8 ms

    return sha256(data).hexdigest()
