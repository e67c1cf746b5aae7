"""OSC 52: an escape sequence with a text that a terminal may put on its clipboard. It never says whether."""

import base64

#: What terminals commonly take at most: 100,000 bytes of sequence, 74,994 of text.
LIMIT = 74_994


class TooLongError(ValueError):
    """A text of more than LIMIT bytes, `size`, which terminals would cut or drop."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size:,} bytes are more than terminals take ({LIMIT:,})")
        self.size = size


def sequence(text: str) -> str:
    """The sequence that asks a terminal to set its clipboard to `text`; TooLongError if it would not fit."""
    data = text.encode()
    if len(data) > LIMIT:
        raise TooLongError(len(data))
    return f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a"
