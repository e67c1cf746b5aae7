"""Characters whose mirror images are characters too (Bidi_Mirroring_Glyph): `(` and `)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from briefing.arabic.unicode_tables import MIRRORED

#: Each such character's mirror image.
MIRROR: Final[Mapping[str, str]] = dict(zip(MIRRORED[::2], MIRRORED[1::2], strict=True))

#: Finds any of them.
MIRRORS: Final = re.compile(f"[{re.escape(MIRRORED)}]")

_TABLE: Final = str.maketrans(dict(MIRROR))


def mirror(text: str) -> str:
    """Return a text with every mirrored character exchanged for its mirror image (UAX #9, L4)."""
    return text.translate(_TABLE)
