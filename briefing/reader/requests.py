"""What the reader's screen asks of the application: what leaves the screen."""

from __future__ import annotations

from textual.message import Message


class CopyText(Message):
    """`text` is to go to the clipboard; `what` says what it is."""

    def __init__(self, text: str, what: str) -> None:
        self.text = text
        self.what = what
        super().__init__()


class KeepPreferences(Message):
    """`changes` (values by key) of the preferences, which `what` puts in words, are to last."""

    def __init__(self, changes: dict[str, str], what: str) -> None:
        self.changes = changes
        self.what = what
        super().__init__()


class SavePicture(Message):
    """The screen is to be saved as a picture; `key` is that of the section on show."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__()
