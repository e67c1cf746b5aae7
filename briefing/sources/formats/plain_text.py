"""Plain text: where its paragraphs end. Nothing inside a paragraph is changed."""

from __future__ import annotations

from briefing.sources.article import Article
from briefing.sources.encodings import decoded
from briefing.sources.material import Material
from briefing.sources.paragraphs import split_paragraphs


def read(material: Material) -> Article:
    """Return a plain text as an article: its title is its first line."""
    declared = (material.charset,) if material.charset else ()
    text, encoding, known_from, lost = decoded(
        material.data, material.name, asked=material.encoding, declared=declared
    )
    paragraphs = split_paragraphs(text.replace("\r\n", "\n"))
    return Article(paragraphs, encoding=encoding, encoding_from=known_from, lost=lost)
