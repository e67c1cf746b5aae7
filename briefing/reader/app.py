"""The Textual application: themes, palette, clipboard; the reader itself is its one screen."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import msgspec
from rich.console import RenderableType
from textual import on
from textual._compositor import CompositorUpdate
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import get_current_worker

from briefing.document import Briefing, BriefingError
from briefing.faults.debug_log import note
from briefing.preferences import Preferences
from briefing.reader.ending_app import EndingApp
from briefing.reader.reader_screen import ReaderScreen
from briefing.reader.requests import CopyText, KeepPreferences, SavePicture
from briefing.reader.themes import DARK, LIGHT
from briefing.terminal import Search, Terminal

if TYPE_CHECKING:
    from briefing.preferences.keeping import Keeper
    from briefing.reader.sending import SentRows


# Seconds that the program waits at its end for preferences to be saved.
_LAST_SAVE = 1.0


class BriefingApp(EndingApp):
    """Shows one briefing on `terminal`, as `preferences` have it; `complaint` is what is wrong with them.

    What `search` finds out about the terminal later is taken into account.
    """

    CSS_PATH = Path(__file__).with_name("reader.tcss")  # a plain name is looked for beside a subclass
    ALLOW_SELECT = False  # what Textual would select is painted shapes, not the author's words
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "palette", "Palette", show=False, priority=True),
    ]

    def __init__(
        self,
        briefing: Briefing,
        section: int = 0,
        *,
        light: bool = False,
        preferences: Preferences | None = None,
        complaint: str = "",
        terminal: Terminal | None = None,
        search: Search | None = None,
    ) -> None:
        super().__init__()
        self.briefing = briefing
        self._preferences = preferences
        self._complaint = complaint
        self._kept = preferences or Preferences()
        self._keeper: Keeper | None = None
        self._reader: ReaderScreen | None = None
        self._section = section
        self.terminal = terminal or Terminal()
        self._search = search
        self._sent = self._new_rows()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Nothing is styled yet: so the colours are set without styling everything anew.
        self.set_reactive(BriefingApp.theme, LIGHT.name if light else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The reader."""
        self._reader = ReaderScreen(
            self.briefing, self._section, self.size, self._preferences, self.terminal.shows_marks
        )
        return self._reader

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver; ours in its place where it is the one for a terminal of Unix."""
        driver = super().get_driver_class()
        if driver.__module__ == "textual.drivers.linux_driver":
            from briefing.reader.driver import TerminalDriver

            return TerminalDriver
        return driver

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        if driver.__class__.__module__ == "briefing.reader.driver":  # not in the browser, nor in tests
            setattr(driver, "strategy", self.terminal.strategy)  # noqa: B010
            setattr(driver, "search", self._search)  # noqa: B010
        return driver

    def _new_rows(self) -> SentRows | None:
        """What completes and treats the rows for a terminal that needs other than what was painted."""
        treatment = self.terminal.strategy.row_treatment()
        if treatment is None:
            return None
        from briefing.reader.sending import SentRows

        return SentRows(treatment)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        # All that is ever painted comes through here, whichever widget it is from.
        if self._sent is not None and isinstance(renderable, CompositorUpdate):
            renderable = self._sent.treated(renderable)
        super()._display(screen, renderable)

    def on_terminal_answered(self) -> None:
        """Go over to what the terminal needs, as it says only now."""
        if self._search is None or self._driver is None:
            return
        before, self.terminal = self.terminal.strategy, self._search.terminal
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.shows_marks = self.terminal.shows_marks
        if (strategy := self.terminal.strategy) == before:
            return
        self._sent = self._new_rows()
        setattr(self._driver, "strategy", strategy)  # noqa: B010 - ours has one
        self._driver.write(strategy.late)
        self.refresh(layout=True)

    @on(Driver.SignalResume)
    def _repaint(self) -> None:
        # Back from the shell (Ctrl+Z): nothing is left of what was painted.
        self.refresh(layout=True)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for any other theme that a reader picks."""
        own = DARK if self.current_theme.dark else LIGHT
        return {
            name: own.variables[name] for name in ("quiet", "mark", "evidence", "evidence-text", "cursor")
        }

    def on_ready(self) -> None:
        """The first frame is out: what lives now lives on, and need not be looked through for what died."""
        gc.freeze()
        gc.enable()
        if self._complaint:
            self.notify(self._complaint, title="Preferences", severity="error")

    async def action_palette(self) -> None:
        """Open the palette, or close it; what is typed from now on is for it."""
        from briefing.reader.palette import open_palette  # not on the way to the first frame

        await open_palette(self)

    def on_save_picture(self, message: SavePicture) -> None:
        """Save the screen, then say where."""
        from briefing.reader.picture import picture  # not on the way to the first frame

        self.hand_out_picture(picture(self, self.briefing.title.english), f"briefing-{message.key}")

    def hand_out_picture(self, svg: str, stem: str) -> None:
        """Save a picture in the folder that the program was started in, over nothing that is there."""
        from briefing.reader.saving import save_new

        try:
            path = save_new(Path.cwd(), stem, ".svg", svg.encode())
        except (BriefingError, OSError) as error:  # OSError: the folder is gone
            self.notify(str(error), title="Picture not saved", severity="error")
        else:
            self.notify(str(path), title="Picture saved")

    def on_copy_text(self, message: CopyText) -> None:
        """Copy what was asked for."""
        self.hand_out_text(message.text, message.what)

    def hand_out_text(self, text: str, what: str) -> None:
        """Put text on the clipboard in the background, then say what became of it."""
        self.run_worker(partial(self._copy, text, what), thread=True, group="clipboard")

    def _copy(self, text: str, what: str) -> None:
        from briefing.clipboard import copy  # not on the way to the first frame

        worker = get_current_worker()
        outcome = copy(text, osc52=partial(self.call_from_thread, self._ask_terminal, text))
        if not outcome.certain:
            note(f"copied by {outcome.way or 'no way'}")
        if not worker.is_cancelled:
            self.notify(
                outcome.message,
                title=what,
                severity="information" if outcome.way else "error",
                timeout=None if outcome.certain else 10,  # there is more to read
            )

    def _ask_terminal(self, text: str, sequence: str) -> None:
        if sequence.startswith("\x1bP") and self._driver is not None:
            self._driver.write(sequence)  # wrapped, for GNU screen
        else:
            self.copy_to_clipboard(text)

    def on_keep_preferences(self, message: KeepPreferences) -> None:
        """Say what has changed, and keep it for the next start."""
        self.clear_notifications()
        self.notify(message.what)
        self._keep(message.changes)

    def _keep(self, changes: dict[str, str]) -> None:
        if self._keeper is None:
            from briefing.preferences.keeping import Keeper  # not on the way to the first frame

            self._keeper = Keeper(self._not_kept)
        self._kept = msgspec.structs.replace(self._kept, **changes)
        self._keeper.keep(changes)

    def _not_kept(self, why: str) -> None:
        note("preferences were not saved")
        self.notify(f"Only until you quit: {why}", severity="warning")

    def on_unmount(self) -> None:
        """Let what was preferred last be saved, unless that takes long: an end is an end."""
        if self._reader is not None:
            now, kept = (msgspec.structs.asdict(each) for each in (self._reader.preferences, self._kept))
            # Typed together with the key that ends, so that nobody was told any more.
            if late := {key: value for key, value in now.items() if value != kept[key]}:
                self._keep(late)
        if self._keeper is not None:
            self._keeper.flush(_LAST_SAVE)
