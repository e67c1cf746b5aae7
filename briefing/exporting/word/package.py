"""The file of a Word document: the same document is the same bytes, whenever it is written."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document

# The earliest time that a ZIP file can say of an entry.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


def packed(document: Document) -> bytes:
    """Return a document as a file whose parts are of no time: python-docx writes that of the moment."""
    as_saved, held = BytesIO(), BytesIO()
    document.save(as_saved)
    with ZipFile(as_saved) as parts, ZipFile(held, "w") as file:
        for part in parts.infolist():
            file.writestr(ZipInfo(part.filename, _NO_TIME), parts.read(part), ZIP_DEFLATED)
    return held.getvalue()
