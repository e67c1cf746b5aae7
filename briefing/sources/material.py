"""What somebody gave to be read, before it is known what it is: bytes, and how they came."""

from __future__ import annotations

from typing import NamedTuple

#: Bytes from the beginning that are looked at where a format is recognised by what it is made of.
HEAD = 4096


class Material(NamedTuple):
    """A document's bytes as received.

    `name` is what it is called in messages (a path, an address, `standard input`). `media_type` and `charset`
    are what a server declared, in lower case; "" if nobody did. `encoding` is the text encoding that the
    reader asks for, whatever the document says; "" finds it. `asked` is the address before redirects, and
    `received` when the bytes came (ISO 8601 with its offset), where they came from an address.
    """

    name: str
    data: bytes
    media_type: str = ""
    charset: str = ""
    encoding: str = ""
    asked: str = ""
    received: str = ""

    @property
    def head(self) -> bytes:
        """The first bytes."""
        return self.data[:HEAD]
