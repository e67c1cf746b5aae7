"""Which of the formats of books and office programs a document is, told by its bytes."""

from __future__ import annotations

import re
from typing import Final

from briefing.sources.material import Material

_ZIP: Final = b"PK\x03\x04"
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument.text"
#: A PDF's own mark stands in its first bytes, not always at their beginning (ISO 32000-1, annex H, note 13).
_PDF: Final = rb"(?s:.{0,1024}?)%PDF-\d\.\d"


def is_epub(material: Material) -> bool:
    """Return whether it is a book: an archive with a container."""
    return "META-INF/container.xml" in material.members or b"mimetypeapplication/epub+zip" in material.head


def is_docx(material: Material) -> bool:
    """Return whether it is a document of Word: an archive of parts, those of a text among them."""
    return any(name.startswith("word/") and name.endswith(".xml") for name in material.members)


def is_odt(material: Material) -> bool:
    """Return whether it is an OpenDocument text, in an archive or as one file of XML."""
    if material.data.startswith(_ZIP):
        return b"mimetype" + _OPEN_DOCUMENT in material.head
    head = material.head
    return b"<office:document" in head and b'mimetype="' + _OPEN_DOCUMENT in head


def is_pdf(material: Material) -> bool:
    """Return whether it is a PDF."""
    return bool(re.match(_PDF, material.head))
