"""E-mail: its text, what it quotes as quotes; subject, author and date out of its headers."""

from __future__ import annotations

from briefing.document.errors import BriefingError
from briefing.document.model import Paragraph
from briefing.sources.article import Article, numbered
from briefing.sources.encodings import Decoded, decoded
from briefing.sources.mail_headers import author, header, own_address, published
from briefing.sources.mail_parts import MailPart, left_out, message_of, texts_of
from briefing.sources.mail_text import paragraphs_of_mail
from briefing.sources.material import Material


def read(material: Material) -> Article:
    """Return the text of an e-mail as an article; what is attached to it is named and not read.

    Raises BriefingError for one that is encrypted, has no text, or is larger than any sensible one, and for
    an encoding that cannot be found.
    """
    message = message_of(material)
    parts, attached = texts_of(message, material.name)
    paragraphs: list[Paragraph] = []
    texts: list[Decoded] = []
    for part in parts:
        text, found = _read(part, material)
        texts.append(text)
        paragraphs += found
    if not paragraphs:
        what = "is an e-mail without text" + (f", with {attached[0]}" if attached else "")
        raise BriefingError(material.name, what, "save what is attached to it, and give that")
    charset = parts[0].charset
    return Article(
        numbered(paragraphs),
        title=header(message, "subject", charset),
        author=author(message, charset),
        published=published(message),
        canonical=own_address(message),
        encoding=texts[0].encoding,
        encoding_from=texts[0].known_from,
        lost=sum(text.lost for text in texts),
        left_out=tuple(left_out(message, attached, charset, material)),
    )


def _read(part: MailPart, material: Material) -> tuple[Decoded, list[Paragraph]]:
    inner = Material(material.name, part.data, charset=part.charset, encoding=material.encoding)
    if part.is_page:
        from briefing.sources.formats.html import decoded_page, paragraphs_of_whole_page

        text = decoded_page(inner)
        return text, paragraphs_of_whole_page(text.text, inner.name)
    declared = (part.charset,) if part.charset else ()
    text = decoded(part.data, inner.name, asked=inner.encoding, declared=declared)
    return text, paragraphs_of_mail(text.text, flowed=part.flowed, deletes_space=part.deletes_space)
