"""What a reader is told of a document that came damaged, once it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.document import Origin
from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.tui.textual_private.plain_app import PlainApp

#: Seconds that a notice stays which there is more to read of.
LONG_NOTICE: Final = 10


def tell_origin(app: PlainApp, origin: Origin) -> None:
    """Say what was changed since it was kept, and what of it could not be read as text."""
    if origin.is_altered:
        title = say("notice.altered.title")
        app.notify(say("notice.altered"), title=title, severity="warning", timeout=LONG_NOTICE)
    if origin.lost:
        what = say("notice.lost", encoding=origin.encoding, count=origin.lost)
        app.notify(what, title=say("notice.lost.title"), severity="warning", timeout=LONG_NOTICE)
