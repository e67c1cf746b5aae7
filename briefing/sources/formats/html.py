"""HTML: the article of a web page, as it was sent or as SingleFile and browsers save it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail, Paragraph
from briefing.sources.article import Article, numbered
from briefing.sources.codec_names import codec_of
from briefing.sources.encodings import Decoded, decoded
from briefing.sources.extras import require
from briefing.sources.html_blocks import hides_itself, paragraphs_of
from briefing.sources.left_out import detail
from briefing.sources.material import Material

if TYPE_CHECKING:
    from briefing.sources.page_article import ArticleElements

_DECLARED: Final = re.compile(
    rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml\s[^>]{0,100}?encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_HEAD: Final = 1 << 15  # bytes in which a page declares its encoding
# What servers and editors declare for want of better; bytes of any language fit them.
_LATIN: Final = frozenset(("iso8859-1", "cp1252", "ascii"))
_ARABIC: Final = frozenset(("windows-1256", "ISO-8859-6"))
_LOST: Final = 0.01  # of a text's characters that may be damaged where it is declared to be UTF-8
_PICTURES: Final = 400  # whose descriptions are kept


def read(material: Material) -> Article:
    """Return the article of a web page, without the furniture around and inside it.

    Raises BriefingError if readability-lxml is not installed, for an encoding that cannot be found, and for
    a page that is too large.
    """
    return read_page(material, material.name)


def read_page(material: Material, place: str) -> Article:
    """Return the article of a web page as `read` does; `place` is where it is from, an address or not."""
    require(material.name, "readability", "readability-lxml", "pages")
    from briefing.sources.page_article import ArticleElements, article_in
    from briefing.sources.page_facts import facts_of
    from briefing.sources.page_notes import notes_in
    from briefing.sources.page_tree import page_of

    text, encoding, known_from, lost = decoded_page(material)
    page = page_of(text, material.name)
    facts = facts_of(page, place)
    notes = notes_in(page.root)
    found = article_in(page.root).with_notes(notes.labels)
    left_out = found.furniture | found.unseen | notes.links_back
    paragraphs = [
        one
        for root in found.roots
        for one in paragraphs_of(root, base=facts.base, left_out=left_out, notes=notes.labels)
    ]
    if not paragraphs:
        found = ArticleElements((page.root,), frozenset(), frozenset())
        paragraphs = paragraphs_of(page.root, base=facts.base)
    return Article(
        numbered(paragraphs),
        title=facts.title,
        author=facts.author,
        published=facts.published,
        publication=facts.publication,
        canonical=facts.canonical,
        captured=facts.captured,
        encoding=encoding,
        encoding_from=known_from,
        lost=lost,
        left_out=tuple(_left_out(page.root, found)),
    )


def paragraphs_of_whole_page(text: str, name: str) -> list[Paragraph]:
    """Return all paragraphs of a page, such as the text of an e-mail, that has no furniture to leave out.

    Raises BriefingError, naming it as `name`, if lxml is not installed, and for a page that is too large.
    """
    require(name, "lxml", "lxml", "pages")
    from briefing.sources.page_furniture import unseen_in
    from briefing.sources.page_tree import page_of

    root = page_of(text, name).root
    return paragraphs_of(root, left_out=frozenset(unseen_in(root)))


def decoded_page(material: Material) -> Decoded:
    """Return a page's text. What is declared is weighed: many declare what nobody thought about."""
    data, name = material.data, material.name
    if material.encoding:
        return decoded(data, name, asked=material.encoding)
    inside = (one.decode("ascii", "replace") for found in _DECLARED.findall(data[:_HEAD]) for one in found)
    declared = [one for one in (material.charset, *inside) if codec_of(one)]
    codecs = [codec_of(one) for one in declared]
    if "utf-8" in codecs and (damaged := _damaged(data)) is not None:
        return damaged
    better = [one for one, codec in zip(declared, codecs, strict=True) if codec not in _LATIN]
    found = decoded(data, name, declared=better)
    if len(better) < len(declared) and found.known_from == "recognised" and found.encoding not in _ARABIC:
        return decoded(data, name, declared=[*better, "windows-1252"])
    return found


def _damaged(data: bytes) -> Decoded | None:
    """The text of a page that is UTF-8 but for a few bytes, None for any other."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if not 0 < lost <= max(1, _LOST * sum(not one.isascii() for one in text[: 1 << 20])):
        return None
    return Decoded(text.removeprefix("\ufeff"), "UTF-8", "declared", lost)


def _left_out(root: Any, found: ArticleElements) -> Iterator[CapturedDetail]:
    body = next(root.iter("body"), root)
    if body not in found.roots and root not in found.roots:
        outside = paragraphs_of(body, left_out={*found.roots, *found.unseen})
        yield from _detail("outside", "outside.says", outside)
    in_order = (one for one in body.iter() if one in found.furniture)
    inside = [one for element in in_order for one in paragraphs_of(element, left_out=found.unseen)]
    yield from _detail("inside", "inside.says", inside)
    hidden = (one for one in body.iter() if hides_itself(one) or one in found.unseen)
    lines = [
        one
        for element in hidden
        if not any(hides_itself(outer) or outer in found.unseen for outer in element.iterancestors())
        for one in paragraphs_of(element)
    ]
    yield from _detail("hidden", "hidden.browser", lines)
    pictures = [(one.get("alt") or "").strip() for one in body.iter("img")]
    if pictures:
        alternatives = [one for one in dict.fromkeys(pictures) if one][:_PICTURES]
        yield left_out("pictures", "pictures.says", len(pictures), alternatives)
    programs = sum(1 for _ in root.iter("script", "style"))
    if programs:
        yield left_out("scripts", "scripts.says", programs)


def _detail(label: str, says: str, paragraphs: Iterable[Paragraph]) -> Iterator[CapturedDetail]:
    return detail(label, says, (one.text for one in paragraphs))
