"""Which text it is, wherever it lies and whatever it is called: told by the text alone."""

from __future__ import annotations

from briefing.document.growing import GrowingParagraphs
from briefing.document.model import Briefing


def text_size(briefing: Briefing) -> int:
    """Return how long the article is: equal texts have equal sizes, and it costs hardly anything.

    Characters of all paragraphs; of a text that is counted while it is read, bytes, below 0.
    """
    paragraphs = briefing.paragraphs
    if isinstance(paragraphs, GrowingParagraphs):
        return -paragraphs.telling_pieces()[0]
    return sum(len(paragraph.text) for paragraph in paragraphs)


def text_sha256(briefing: Briefing) -> str:
    """Return the SHA-256 of the article's paragraphs, in hexadecimal digits.

    A text that is counted while it is read is never read as a whole for this: its size, its beginning and
    its end stand for it.
    """
    from hashlib import sha256  # takes OpenSSL: only for who has been here before, and at the end

    paragraphs, found = briefing.paragraphs, sha256()
    if isinstance(paragraphs, GrowingParagraphs):
        size, pieces = paragraphs.telling_pieces()
        found.update(f"large {size}\n".encode())
        for piece in pieces:
            found.update(piece)
        return found.hexdigest()
    for paragraph in paragraphs:
        text = paragraph.text.encode("utf-8", "surrogatepass")
        found.update(f"{len(text)}\n".encode())  # so that no two partings of a text are alike
        found.update(text)
    return found.hexdigest()
