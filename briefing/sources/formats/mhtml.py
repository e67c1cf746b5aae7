"""MHTML: a web page that a browser saved with its pictures in one file, as an e-mail of parts."""

from __future__ import annotations

import re
from email.message import Message
from typing import Any

from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.sources.article import Article
from briefing.sources.mail_headers import header, published
from briefing.sources.mail_parts import is_packed, message_of, narrowed
from briefing.sources.material import Material


def read(material: Material) -> Article:
    """Return the article of a page saved as MHTML, and from where and when it was saved.

    Raises BriefingError if it holds no page, and whatever reading a page raises.
    """
    from briefing.sources.formats.html import read_page

    material, whole = narrowed(material)
    message = message_of(material)
    page = _page(message)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes):
        raise BriefingError(material.name, "is an archive of a page without the page", "save the page again")
    said = (
        header(message, "snapshot-content-location"),
        header(page, "content-location"),
        header(message, "content-location"),
    )
    address = next((one for one in said if re.match(r"https?://\S+$", one)), "")
    charset = page.get_content_charset("")
    is_in_whole = whole is not None and not is_packed(page)
    encoding = "utf-8" if is_in_whole else material.encoding
    article = read_page(Material(material.name, data, charset=charset, encoding=encoding), address)
    if whole is not None and is_in_whole:
        article = replace(article, encoding=whole.encoding, encoding_from=whole.known_from)
    saved = published(message)
    return replace(article, canonical=article.canonical or address, captured=article.captured or saved)


def _page(message: Message[Any, Any]) -> Message[Any, Any] | None:
    """Its page: the part that is named as the start, or the first that is HTML."""
    start = message.get_param("start", "")
    pages = [
        one for one in message.walk() if one.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    named = (one for one in pages if isinstance(start, str) and start and header(one, "content-id") == start)
    return next(named, pages[0] if pages else None)
