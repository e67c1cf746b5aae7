"""One visitor's reader: a process of its own that the server starts.

What is copied or saved goes to the browser; what is preferred lasts as long as the visit.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from io import StringIO
from pathlib import Path

from textual.driver import Driver

from briefing.document import Briefing, BriefingError, one_line, section_index
from briefing.machine.ending.leaving import leave
from briefing.machine.ending.signals import take_over
from briefing.machine.faults.last_handler import guarded
from briefing.reading import Copy, LookUp
from briefing.reading.effects import Written
from briefing.settings.words import say
from briefing.sources import load, load_bundled
from briefing.tui import BriefingApp
from briefing.tui.textual_private.visitor_driver import VisitorDriver
from briefing.web.limits import keep_within_limits


class VisitorApp(BriefingApp):
    """The reader as it is in a browser."""

    def get_driver_class(self) -> type[Driver]:
        """The pipe to the server, whatever the environment says."""
        return VisitorDriver

    def hand_out_text(self, effect: Copy) -> None:
        """Give the browser text for its clipboard: no tool of the host ever gets it."""
        self.copy_to_clipboard(effect.text)
        self.notify(say("notice.browser"), title=effect.what)

    def look_up(self, effect: LookUp) -> None:
        """Look nothing up: no visitor starts a program of the host's."""
        self.notify(say("lookup.visitor"))

    def write(self, effect: Written) -> None:
        """Write nothing, and ask for nothing to be written: no visitor's word gets onto the host's disk."""
        self.notify(say("desk.visitor"))

    def use_file(self, what: str) -> None:
        """Open no file and watch none: no visitor starts a program of the host's."""
        self.notify(say("file.visitor"))

    def hand_out_picture(self, svg: str, stem: str) -> None:
        """Give the browser a picture to save."""
        name = f"{stem}.svg"
        self.deliver_text(StringIO(svg), save_directory=".", save_filename=name, mime_type="image/svg+xml")
        self.notify(say("notice.browser-picture", name=name), title=say("notice.browser-picture.title"))


def main(arguments: Sequence[str]) -> int:
    """Let one visitor read: path, format, encoding, section's key, dark or light.

    An empty path is the bundled briefing; an empty format or encoding is to be found.
    """
    path, source, encoding, section, theme = arguments
    keep_within_limits()
    try:
        briefing = load(path, asked=source, encoding=encoding) if path else load_bundled()
    except BriefingError as error:  # it was right when the server started
        print(one_line(str(error)), file=sys.stderr)
        return _turn_away("This briefing cannot be read at the moment. Reload the page later.")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        os.environ["BRIEFING_PREFERENCES"] = str(Path(folder, "preferences.toml"))
        app = VisitorApp(briefing, _index(briefing, section), light=theme == "light")
        return app.read()


def _index(briefing: Briefing, section: str) -> int:
    try:
        return section_index(briefing, section)
    except LookupError:  # it was there when the server started
        return section_index(briefing, None)


def _turn_away(message: str) -> int:
    """Show a line in place of the reader, until the visitor goes."""
    packet = message.encode()
    os.write(1, b"__GANGLION__\n" + b"D" + len(packet).to_bytes(4, "big") + packet)
    while (data := os.read(0, 65536)) and b'"quit"' not in data:
        pass
    return 1


if __name__ == "__main__":
    take_over()
    leave(guarded(partial(main, sys.argv[1:])))
