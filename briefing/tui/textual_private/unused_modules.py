"""Modules that Textual imports and the reader never uses, left out: a tenth of the time to the first frame.

While `textual.app` is imported, names without content stand in the place of the command palette (the reader
has its own, and Textual's loads a dozen widgets), of the folders for saved screenshots (the reader's pictures
have another way) and of the table that Textual prints its colours in. asyncio does without TLS where there is
none: what is fetched is fetched without asyncio. What is called seldom (texts with markup, what styles hold
for a mouse, lines between widgets) is imported when it is called.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any, Final

#: What Textual imports of each.
STAND_INS: Final = {
    "textual.command": (
        "CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider", "SimpleProvider",
    ),
    "platformdirs": ("user_downloads_path",),
    "rich.table": ("Table",),
}  # fmt: skip

#: Of each, the functions and classes that Textual and rich call, if at all, after the first frame.
CALLED_LATER: Final = {
    "pickle": ("dumps", "loads"),
    "textual.markup": ("parse_style",),
    "textual.canvas": ("Canvas", "Rectangle"),
}

#: By module that can do without it, what is as if it was not there.
ABSENT: Final = {"asyncio": "ssl"}


@contextmanager
def without_unused_modules() -> Iterator[None]:
    """Leave those modules out of what is imported inside; whoever imports them afterwards gets them whole.

    A module that is loaded already stays; where `textual.app` is, nothing is done.
    """
    if "textual.app" in sys.modules:
        yield
        return
    placed: dict[str, ModuleType | None] = {}
    for module, names in STAND_INS.items():
        if module not in sys.modules:
            placed[module] = stand_in = ModuleType(module)
            for name in names:
                setattr(stand_in, name, type(name, (), {}))
    for module, names in CALLED_LATER.items():
        if module not in sys.modules:
            placed[module] = stand_in = ModuleType(module)
            for name in names:
                setattr(stand_in, name, partial(_called, module, name))
    placed |= {module: None for user, module in ABSENT.items() if not {user, module} & sys.modules.keys()}
    sys.modules.update(placed)  # type: ignore[arg-type]  # None: the import statement raises ImportError
    try:
        yield
    finally:
        for module, stood in placed.items():
            if module in sys.modules and sys.modules[module] is stood:
                del sys.modules[module]


def _called(module: str, name: str, *arguments: Any, **named: Any) -> Any:
    """Call what has that name in the module itself."""
    return getattr(import_module(module), name)(*arguments, **named)
