"""Characters whose mirror image is another character (Bidi_Mirroring_Glyph), such as `(` and `)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.arabic.unicode_tables import MIRRORED

#: The mirror image of each such character.
MIRROR: Final[Mapping[str, str]] = dict(zip(MIRRORED[::2], MIRRORED[1::2], strict=True))

_TABLE: Final = str.maketrans(dict(MIRROR))

_MIRRORED: Final = frozenset(MIRRORED)


def has_mirrored(text: str) -> bool:
    """Return whether one of them is in a text."""
    return not _MIRRORED.isdisjoint(text)


def mirror(text: str) -> str:
    """Return a text with its mirrored characters exchanged for their mirror images (UAX #9, rule L4)."""
    return text.translate(_TABLE)
