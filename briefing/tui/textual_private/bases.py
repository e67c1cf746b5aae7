"""What stands beside a base of Textual's, as type checkers see it: a widget, a screen.

At runtime it is no class of Textual's, each of which takes a third of a millisecond to make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    AnyWidget = Widget
    AnyScreen = Screen[Any]
else:
    AnyWidget = AnyScreen = object
