"""Plain text: where its paragraphs end. Nothing inside a paragraph is changed."""

from __future__ import annotations

import codecs

from briefing.document.errors import BriefingError
from briefing.machine.large_bytes import LargeBytes
from briefing.sources.article import Article
from briefing.sources.encodings import Decoded, decoded
from briefing.sources.material import Material
from briefing.sources.paragraphs import split_paragraphs


def read(material: Material) -> Article:
    """Return a plain text as an article: its title is its first line."""
    if material.large_bytes is not None:
        return _read_large(material, material.large_bytes)
    return _article(_decoded(material, material.data))


def _decoded(material: Material, data: bytes) -> Decoded:
    declared = (material.charset,) if material.charset else ()
    return decoded(data, material.name, asked=material.encoding, declared=declared)


def _article(found: Decoded) -> Article:
    text, encoding, known_from, lost = found
    paragraphs = split_paragraphs(text.replace("\r\n", "\n"))
    return Article(paragraphs, encoding=encoding, encoding_from=known_from, lost=lost)


def _read_large(material: Material, large_bytes: LargeBytes) -> Article:
    """The article of a text of which only the beginning is looked at: its encoding is found there."""
    from briefing.machine.files import LARGEST
    from briefing.sources.codec_names import codec_of
    from briefing.sources.large_text import LargeText, can_be_read_by_pieces, telling

    beginning = telling(material.data)
    if len(beginning) < material.size:
        beginning = _whole_characters(beginning)
    found = _decoded(material, beginning)
    codec = codec_of(found.encoding)
    if codec in ("utf-16", "utf-32"):
        codec += "-be" if beginning.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)) else "-le"
    if not can_be_read_by_pieces(codec):
        if material.size > LARGEST:
            what = f"is {found.encoding} of more than {LARGEST / 2**20:g} MiB"
            raise BriefingError(material.name, what, f"save it as UTF-8 (iconv -f {found.encoding} -t UTF-8)")
        return _article(_decoded(material, large_bytes.read(0, material.size)))
    declared = (material.charset,) if material.charset else ()
    text = LargeText(large_bytes, codec, found, name=material.name, declared=declared)
    return Article(text, encoding=found.encoding, encoding_from=found.known_from)


def _whole_characters(data: bytes) -> bytes:
    """The beginning of a longer text without the character that is cut at its end, if it is UTF-8."""
    try:
        return data[: codecs.utf_8_decode(data, "strict", False)[1]]
    except UnicodeDecodeError:
        return data
