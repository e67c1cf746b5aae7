"""What somebody gave to be read, before it is known what it is: bytes, and how they came."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import cached_property
from io import BytesIO
from pathlib import PurePath
from typing import Final

from msgspec import Struct

from briefing.machine.large_bytes import LargeBytes

#: Bytes from the beginning that are looked at where a format is recognised by what it is made of.
HEAD: Final = 4096
_ZIP: Final = b"PK\x03\x04"
#: Bytes at the end of an archive that may hold its list of names, where that list cannot be read.
_TAIL: Final = 1 << 16
_TELLING: Final = (b"word/document.xml", b"META-INF/container.xml")
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Material(Struct, frozen=True, dict=True):
    """A document's bytes as received.

    `name` is what it is called in messages (a path, an address, `standard input`). `media_type` and `charset`
    are what a server declared, in lower case; "" if nobody did. `encoding` is the text encoding that the
    reader asks for, whatever the document says; "" finds it. `asked` is the address before redirects, and
    `received` when the bytes came (ISO 8601 with its offset), where they came from an address; `status` and
    `headers` are the server's answer, `packed` the compression that was taken off. `is_altered`: it was kept,
    and the bytes are no longer those that were. Of a large plain text, `data` is the beginning only, and
    `large_bytes` all of it.
    """

    name: str
    data: bytes
    media_type: str = ""
    charset: str = ""
    encoding: str = ""
    asked: str = ""
    received: str = ""
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    packed: str = ""
    is_altered: bool = False
    large_bytes: LargeBytes | None = None

    @property
    def size(self) -> int:
        """The number of bytes of the whole document."""
        return self.large_bytes.size if self.large_bytes is not None else len(self.data)

    @property
    def head(self) -> bytes:
        """The first bytes."""
        return self.data[:HEAD]

    def beginning(self, most: int) -> bytes:
        """Return the first bytes of a text, at most so many, as a recogniser looks at them.

        Each character of ASCII has one, whatever the encoding: there is no byte order mark, and wide
        characters are in UTF-8. Lines end in LF.
        """
        start = self.data[:most]
        if self.wide_encoding:
            start = start.decode(self.wide_encoding, "ignore").encode("utf-8", "ignore")
        return start.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")[:most]

    @cached_property
    def wide_encoding(self) -> str:
        """The name of the encoding of a text in UTF-16 or UTF-32, with or without a mark; "" for others."""
        if b"\0" not in self.head and not self.data.startswith(_UTF16):
            return ""
        from briefing.machine.file_kinds import marked_or_wide_encoding  # most texts have no zeros

        return marked_or_wide_encoding(self.data)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names in an archive, () for another document; of one that is damaged, those in plain sight."""
        if not self.data.startswith(_ZIP):
            return ()
        import zipfile  # most documents are no archives, and the first frame does not wait for it

        try:
            with zipfile.ZipFile(BytesIO(self.data)) as archive:
                return tuple(archive.namelist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            seen = self.head + self.data[-_TAIL:]
            return tuple(name.decode() for name in _TELLING if name in seen)

    @property
    def suffix(self) -> str:
        """What its name ends in, in lower case (`.html`), or ""; of an address only its path counts."""
        address = re.match(r"(?i)https?://[^/?#]*([^?#]*)", self.name)
        return PurePath(address[1] if address else self.name).suffix.lower()


#: Returns a document as it came, all of it, and the format that was asked for ("": it was recognised).
MaterialOf = Callable[[], tuple[Material, str]]
