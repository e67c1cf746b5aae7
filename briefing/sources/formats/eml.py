"""E-mail: its text, what it quotes as quotes; subject, author and date out of its headers."""

from __future__ import annotations

from briefing.document.errors import BriefingError
from briefing.document.model import Paragraph
from briefing.sources.article import Article, numbered
from briefing.sources.encodings import Decoded, decoded
from briefing.sources.mail_headers import author, header, own_address, published
from briefing.sources.mail_parts import MailPart, message_of, narrowed, parts_left_out, texts_of
from briefing.sources.mail_text import paragraphs_of_mail
from briefing.sources.material import Material


def read(material: Material) -> Article:
    """Return the text of an e-mail as an article; what is attached to it is named and not read.

    Raises BriefingError for one that is encrypted, has no text, or is larger than any sensible one, and for
    an encoding that cannot be found.
    """
    material, whole = narrowed(material)
    message = message_of(material)
    parts, attached = texts_of(message, material.name)
    paragraphs: list[Paragraph] = []
    texts: list[Decoded] = []
    for part in parts:
        text, found = _read(part, material, whole)
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
        left_out=tuple(parts_left_out(message, attached, charset, material)),
    )


def _read(part: MailPart, material: Material, whole: Decoded | None) -> tuple[Decoded, list[Paragraph]]:
    text = _decoded(part, material, whole)
    if part.is_page:
        from briefing.sources.formats.html import paragraphs_of_whole_page

        return text, paragraphs_of_whole_page(text.text, material.name)
    return text, paragraphs_of_mail(text.text, flowed=part.flowed, deletes_space=part.deletes_space)


def _decoded(part: MailPart, material: Material, whole: Decoded | None) -> Decoded:
    """The text of a part; what it declares does not count where the file has an encoding of its own."""
    if whole is not None and not part.is_packed:
        text = part.data.decode("utf-8", "replace")
        return whole._replace(text=text, lost=text.count("\ufffd"))
    if part.is_page:
        from briefing.sources.formats.html import decoded_page

        return decoded_page(
            Material(material.name, part.data, charset=part.charset, encoding=material.encoding)
        )
    declared = (part.charset,) if part.charset else ()
    return decoded(part.data, material.name, asked=material.encoding, declared=declared)
