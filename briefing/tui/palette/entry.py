"""What the palette lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class PaletteEntry(NamedTuple):
    """`name` is searched, as the Arabic `forms` are; `detail` and `arabic` are only shown; `run` does it.

    All texts are the document's, character for character.
    """

    name: str
    run: Callable[[], object]
    detail: str = ""
    forms: tuple[str, ...] = ()
    arabic: str = ""
