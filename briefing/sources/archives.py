"""Documents that are ZIP archives, read within limits: a member's size is counted, not believed."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from briefing.document.errors import BriefingError
from briefing.sources.material import Material

#: Bytes of one member, unpacked, and of all that are read of one archive; members of an archive.
LARGEST_MEMBER: Final = 64 << 20
LARGEST_SUM: Final = 256 << 20
MOST_MEMBERS: Final = 20_000
_CHUNK: Final = 1 << 16
_SPLIT: Final = "split the document, or save its text as a text file"
# What zipfile and zlib raise for archives that are damaged, or packed as nobody packs documents.
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    KeyError,
    ValueError,
)


class Archive:
    """The members of a document that is a ZIP archive. Nothing of it is ever written to disk."""

    def __init__(self, material: Material) -> None:
        self._name = material.name
        self._read = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(material.data))
        except _DAMAGED as error:
            raise self._damaged(error) from None
        if len(self._zip.filelist) > MOST_MEMBERS:
            raise BriefingError(self._name, f"is an archive of more than {MOST_MEMBERS} files", _SPLIT)

    def __contains__(self, member: str) -> bool:
        return member in self._zip.NameToInfo

    def read(self, member: str) -> bytes:
        """Return what a member holds. Raises BriefingError if it is missing, damaged, locked or too large."""
        info = self._zip.NameToInfo.get(member)
        if info is None:
            raise BriefingError(
                self._name, f"has no {member}", "save it again with the program it comes from"
            )
        if info.flag_bits & 1:
            raise locked_error(self._name)
        parts, size = [], 0
        try:
            with self._zip.open(info) as file:
                while part := file.read(_CHUNK):
                    parts.append(part)
                    size += len(part)
                    if size > LARGEST_MEMBER or self._read + size > LARGEST_SUM:
                        raise BriefingError(self._name, f"unpacks to more than {size >> 20} MiB", _SPLIT)
        except _DAMAGED as error:
            raise self._damaged(error) from None
        self._read += size
        return b"".join(parts)

    def _damaged(self, error: Exception) -> BriefingError:
        return BriefingError(
            self._name, f"is damaged ({error or type(error).__name__})", "fetch or save it once more"
        )


def locked_error(name: str) -> BriefingError:
    """Return the error for a document that a password locks."""
    return BriefingError(name, "is locked with a password", "save it without one")
