"""What switches a terminal's modes on and off, by name. What a terminal does not know, it ignores."""

from __future__ import annotations

from typing import Final

ENTER_SCREEN: Final = "\x1b[?1049h"
LEAVE_SCREEN: Final = "\x1b[?1049l"
HIDE_CURSOR: Final = "\x1b[?25l"
SHOW_CURSOR: Final = "\x1b[?25h"
NO_STYLE: Final = "\x1b[0m"
WRAP: Final = "\x1b[?7h"
#: The end of a frame that is shown at once.
FRAME_END: Final = "\x1b[?2026l"
#: Reports of the mouse, of whatever kind and in whatever writing, of pastes, of the focus, of the size.
NO_MOUSE: Final = "".join(f"\x1b[?{mode}l" for mode in (9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016))
NO_PASTES: Final = "\x1b[?2004l"
NO_FOCUS: Final = "\x1b[?1004l"
NO_SIZES: Final = "\x1b[?2048l"
