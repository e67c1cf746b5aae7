"""The Textual application: themes, palette, clipboard; the reader itself is its one screen."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.screen import Screen
from textual.worker import get_current_worker

from briefing.arabic import layout
from briefing.document import Briefing, BriefingError
from briefing.reader.painting import label
from briefing.reader.reader_screen import ReaderScreen
from briefing.reader.themes import DARK, LIGHT


def _places() -> type[Provider]:
    from briefing.reader.places import Places

    return Places


class BriefingApp(App[None]):
    """Shows one briefing."""

    TITLE = "briefing"
    CSS_PATH = "reader.tcss"
    ALLOW_SELECT = False  # what Textual would select is painted shapes, not the author's words
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {_places}
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, briefing: Briefing, section: int = 0, *, light: bool = False) -> None:
        super().__init__()
        self.briefing = briefing
        self._section = section
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Nothing is styled yet: so the colours are set without styling everything anew.
        self.set_reactive(App.theme, LIGHT.name if light else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The reader."""
        return ReaderScreen(self.briefing, self._section, self.size)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for any other theme that a reader picks."""
        own = DARK if self.current_theme.dark else LIGHT
        return {
            name: own.variables[name] for name in ("quiet", "mark", "evidence", "evidence-text", "cursor")
        }

    def on_mount(self) -> None:
        """Be told to end, and end with the terminal as it was."""
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError):  # a platform without signals in its event loop
                    asyncio.get_running_loop().add_signal_handler(
                        number, partial(self.exit, return_code=128 + number)
                    )

    def on_ready(self) -> None:
        """The first frame is out: what lives now lives on, and need not be looked through for what died."""
        gc.freeze()
        gc.enable()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers beside places: of Textual's own what fits a reader."""
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Quit"):
                yield command

    def on_reader_screen_picture(self, message: ReaderScreen.Picture) -> None:
        """Save the screen, then say where."""
        from briefing.reader.picture import picture  # not on the way to the first frame

        self.hand_out_picture(picture(self, self.briefing.title.english), f"briefing-{message.key}")

    def hand_out_picture(self, svg: str, stem: str) -> None:
        """Save a picture in the folder that the program was started in, over nothing that is there."""
        from briefing.reader.saving import save_new

        try:
            path = save_new(Path.cwd(), stem, ".svg", svg.encode())
        except (BriefingError, OSError) as error:  # OSError: the folder is gone
            self.tell_of_file(str(error), "Picture not saved", failed=True)
        else:
            self.tell_of_file(str(path), "Picture saved")

    def tell_of_file(self, text: str, title: str, *, failed: bool = False) -> None:
        """Show a notice that names a file, whose name may well be Arabic."""
        lines = layout(label(text), max(1, min(60, self.size.width // 2) - 6), "L")
        painted = "\n".join("".join(cell.text for cell in line.cells) for line in lines)
        self.notify(painted, title=title, severity="error" if failed else "information", markup=False)

    def on_reader_screen_copy(self, message: ReaderScreen.Copy) -> None:
        """Put text on the clipboard in the background, then say what became of it."""
        self.run_worker(partial(self._copy, message.text, message.what), thread=True, group="clipboard")

    def _copy(self, text: str, what: str) -> None:
        from briefing.clipboard import copy  # not on the way to the first frame

        worker = get_current_worker()
        outcome = copy(text, osc52=lambda _: self.call_from_thread(self.copy_to_clipboard, text))
        if not worker.is_cancelled:
            severity = "information" if outcome.way else "error"
            self.call_from_thread(self.notify, outcome.message, title=what, severity=severity)
