"""Textual's command palette left out: the reader has its own, and Textual's loads a dozen widgets.

`textual.app` and `textual.theme` import it in any case, for 20 ms of the first frame's 350. For as long as
they are imported, names without content stand in its place.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

_MODULE: Final = "textual.command"
#: What Textual imports of it. `App.ENABLE_COMMAND_PALETTE` is off, so none of it is ever used.
NAMES: Final = (
    "CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider",
)  # fmt: skip


@contextmanager
def left_out() -> Iterator[None]:
    """Leave Textual's palette out of what is imported inside; whoever imports it afterwards gets it whole.

    Where it or `textual.app` is loaded already, nothing is done.
    """
    if _MODULE in sys.modules or "textual.app" in sys.modules:
        yield
        return
    empty = ModuleType(_MODULE)
    for name in NAMES:
        setattr(empty, name, type(name, (), {}))
    sys.modules[_MODULE] = empty
    try:
        yield
    finally:
        if sys.modules.get(_MODULE) is empty:
            del sys.modules[_MODULE]
