"""Characters whose mirror image is another character (Bidi_Mirroring_Glyph), such as `(` and `)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from briefing.arabic.unicode_tables import MIRRORED

#: The mirror image of each such character.
MIRROR: Final[Mapping[str, str]] = dict(zip(MIRRORED[::2], MIRRORED[1::2], strict=True))

#: Matches one of them.
MIRRORS: Final = re.compile(f"[{re.escape(MIRRORED)}]")

_TABLE: Final = str.maketrans(dict(MIRROR))


def mirror(text: str) -> str:
    """Return a text with its mirrored characters exchanged for their mirror images (UAX #9, rule L4)."""
    return text.translate(_TABLE)
