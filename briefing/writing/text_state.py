"""The bytes of a `briefing.toml`, with all that is found out about them, once."""

from __future__ import annotations

from typing import Any

from briefing.document.errors import FAULTS, refused
from briefing.document.toml_text import parsed
from briefing.machine.files import decode
from briefing.sources.prose import joined_lines
from briefing.writing.edits import Edit

_MARK = "\ufeff"


class TextState:
    """A TOML text, and its data, which are parsed when it is first asked for.

    `text` has its byte order mark and its line ends; `data` are its bytes.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._joined: dict[str, Any] | None = None

    @classmethod
    def of(cls, data: bytes, file: str) -> TextState:
        """Return the state of a file's bytes. Raises BriefingError, naming `file`, if they are no UTF-8."""
        decode(data, file)
        return cls(data.decode())

    @property
    def data(self) -> bytes:
        """The text as the file's bytes."""
        return self.text.encode()

    @property
    def plain(self) -> str:
        """The text without a byte order mark."""
        return self.text.removeprefix(_MARK)

    def with_plain(self, plain: str) -> TextState:
        """Return the state of another text, given without the byte order mark that this one may have."""
        return TextState(_MARK + plain if self.text.startswith(_MARK) else plain)

    def joined(self, file: str) -> dict[str, Any]:
        """Return its data, the lines of prose joined; it is not to be changed.

        Raises BriefingError, naming `file`, if the text is no TOML.
        """
        if self._joined is None:
            data = parsed(self.plain.replace("\r\n", "\n"), file)
            try:
                self._joined = joined_lines(data)
            except FAULTS as error:
                raise refused(file, error) from None
        return self._joined

    def with_text(self, text: str) -> TextState:
        """Return the state of another text: itself if it is the same, or one that was made of it before."""
        if text == self.text:
            return self
        made: TextState | None = getattr(self, "_made", None)
        return made if made is not None and made.text == text else TextState(text)

    def edited(self, edit: Edit, file: str, paragraphs: int = 0) -> TextState:
        """Return the state after an edit, as `toml_edits.edited` makes it; it is kept for `with_text`."""
        from briefing.writing.toml_edits import edited_state

        self._made = edited_state(self, edit, file, paragraphs)
        return self._made
