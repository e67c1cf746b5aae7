"""The reader's application: it carries out what a reading asks for beside being shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, assert_never

import msgspec
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.geometry import Region
from textual.screen import Screen

from briefing.document import Briefing, BriefingError
from briefing.document.given import arrival
from briefing.machine.faults.debug_log import note
from briefing.machine.terminal import Terminal, TerminalSearch
from briefing.machine.terminal.depth import Depth
from briefing.machine.terminal.ground import Ground
from briefing.reading import (
    Copy,
    Do,
    Effect,
    Keep,
    LookUp,
    Notify,
    Reading,
    Reveal,
    SavePicture,
    answering_first,
    open_reading,
)
from briefing.reading.effects import Written
from briefing.settings import Preferences
from briefing.settings.words import in_use, say
from briefing.tui.arrangement import shows_one_pane
from briefing.tui.bindings import app_bindings
from briefing.tui.origin_told import tell_origin
from briefing.tui.screens.reader_screen import ReaderScreen
from briefing.tui.textual_private.terminal_app import TerminalApp
from briefing.tui.themes import AUTO, DARK, LIGHT, OWN, theme_named

if TYPE_CHECKING:
    from briefing.machine.lookup.process import Program
    from briefing.settings.keeping import Keeper
    from briefing.settings.position_keeper import PositionKeeper
    from briefing.sources.material import MaterialOf
    from briefing.sources.reopening import AskedFor
    from briefing.tui.desk import Desk
    from briefing.tui.file_at_hand import FileAtHand

# Seconds that the program waits at its end for preferences to be saved, and for where it was left.
_LAST_SAVE = 1.0
_LAST_POSITION = 0.3


class BriefingApp(TerminalApp):
    """The reader: shows one briefing, and carries out the effects of what is done in it.

    Args:
        briefing: What is read.
        section: The index of the section to open, as in `document.sections_shown`; None: where it is
            preferred.
        light: Dark letters on a light ground.
        theme: One of `themes.NAMES`, over `light` and over what is preferred; None: as preferred.
        preferences: How the text is painted; None: the defaults.
        complaint: One line on what is wrong with the preferences' file, shown as a notice; may be empty.
        terminal: What the screen is shown on; None: one that shows what it is sent.
        search: Finds out more about the terminal while the reader runs; None: nothing is found out.
        depth: How many colours are sent; None: as many as there are.
        ready: Is called once the first frame is out.
        asked: How what is read was asked for, to read it anew; None: by its path.
        keeper: Knows where the document was left, and keeps where it is left now; None: nothing is kept.
        material: Returns a document's bytes as they came, of which a briefing can be begun; None: it cannot.
    """

    CSS_PATH = Path(__file__).with_name("reader.tcss")  # a plain name is looked for beside a subclass
    ALLOW_SELECT = False  # what Textual would select is painted shapes, not the author's words
    BINDINGS: ClassVar[list[BindingType]] = app_bindings()

    wanted_theme = ""  # until it is chosen

    def __init__(
        self,
        briefing: Briefing,
        section: int | None = None,
        *,
        light: bool = False,
        theme: str | None = None,
        preferences: Preferences | None = None,
        complaint: str = "",
        terminal: Terminal | None = None,
        search: TerminalSearch | None = None,
        depth: Depth | None = None,
        ready: Callable[[], None] | None = None,
        keeper: PositionKeeper | None = None,
        material: MaterialOf | None = None,
        asked: AskedFor | None = None,
    ) -> None:
        super().__init__(terminal or Terminal(), search, depth)
        self._program: Program | None = None  # that words are looked up with
        self._is_back = False  # whether it opens where the document was left
        self.briefing = briefing
        self._first = open_reading(
            briefing, section, preferences or Preferences(), shows_marks=self.terminal.shows_marks
        )
        self._positions = keeper
        self._asked = asked
        self._file: FileAtHand | None = None  # once it is edited or watched
        if keeper is not None and keeper.found is not None:
            from briefing.reading.returning import returned  # who was here before

            self._first = returned(self._first, keeper.found, asked=section is not None)
            self._is_back = section is None
        self._complaint = complaint
        self._kept = preferences or Preferences()
        self._keeper: Keeper | None = None
        self._reader: ReaderScreen | None = None
        self._tell_ready = ready
        self.material = material
        self._desk: Desk | None = None
        if in_use().mirrored:
            self.add_class("-mirrored")
        self._register_own_themes()
        self.wanted_theme = theme or ("light" if light else self._kept.theme)
        # Nothing is styled yet: so the colours are set without styling everything anew.
        self.set_reactive(BriefingApp.theme, self._theme_wanted())
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The reader."""
        anew = shows_one_pane(self.size.width) and not self._is_back
        first = answering_first(self._first) if anew else self._first
        self._reader = ReaderScreen(first, self.carry_out)
        return self._reader

    @property
    def reading(self) -> Reading:
        """The reading as it is now."""
        return self._reader.reading if self._reader is not None else self._first.reading

    def reload(self, briefing: Briefing) -> None:
        """Put another state of the briefing under what is read: the reader stays where they are."""
        self.briefing = briefing
        if self._positions is not None:
            self._positions.take(briefing)
        if self._reader is not None:
            self._reader.reload(briefing)

    def count_no_further(self) -> None:
        """Leave a large text as far as it is counted, for a picture of its beginning."""
        if self._reader is not None:
            self._reader.counting.stop()

    def terminal_known(self, terminal: Terminal) -> None:
        """Show harakat or hide them, as the terminal that it turns out to be needs it."""
        if self._reader is not None:
            self._reader.do("terminal-known", terminal.shows_marks)

    # Colours.

    def _register_own_themes(self) -> None:
        own = (DARK, LIGHT)
        if self.depth == "standard":
            from briefing.tui import few_colours

            own = (few_colours.DARK, few_colours.LIGHT)
        for theme in own:
            self.register_theme(theme)

    def _theme_wanted(self) -> str:
        """The theme to use now; with few colours there are only the reader's own."""
        name = theme_named(self.wanted_theme, self.search.ground if self.search is not None else None)
        if self.depth == "standard" and name not in OWN:
            return theme_named("dark" if self.available_themes[name].dark else "light", None)
        return name

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours by name; those of a theme that is not the reader's own made legible."""
        if not self.wanted_theme:
            return {}  # Textual's constructor asks, which knows only its own theme; ours asks again
        variables = super().get_css_variables()
        if self.theme in OWN:
            return variables
        from briefing.tui.own_colours import own_colours

        self.theme_variables = variables | own_colours(variables)
        return self.theme_variables

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the reader's own colour variables, which Textual's themes lack."""
        return {
            name: DARK.variables[name]
            for name in ("quiet", "mark", "strong-mark", "evidence", "evidence-text", "cursor")
        }

    def choose_theme(self, name: str) -> None:
        """Use one of `themes.NAMES` from now on, and the next time too."""
        self.wanted_theme = name
        if name == AUTO and self.search is not None:
            self.send(self.search.follow())
        self.theme = self._theme_wanted()
        if self._reader is not None:
            self._reader.do("prefer", {"theme": name})
        self._keep({"theme": name})

    def ground_known(self, ground: Ground) -> None:
        """Be as dark or as light as the terminal."""
        if self.wanted_theme == AUTO:
            self.theme = self._theme_wanted()

    def depth_known(self) -> None:
        """Take the themes for that many colours."""
        self._register_own_themes()
        self.theme = self._theme_wanted()
        self.refresh_css(animate=False)  # a theme of that name may be another now
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.notify_style_update()
                widget.refresh()  # the same styles are sent otherwise, and rows keep what is sent for them

    def on_ready(self) -> None:
        """Say that the first frame is out, and what is wrong with the preferences."""
        if self._tell_ready is not None:
            self._tell_ready()
        if self._asked is not None and self._asked.watches:
            self.use_file("watch")
        if self._complaint:
            self.notify(self._complaint, title=say("notice.preferences"), severity="error")
        if self._positions is not None and self._positions.complaint:
            self.notify(self._positions.complaint, title=say("notice.positions"), severity="warning")
        if (origin := arrival(self.briefing)) is not None:
            tell_origin(self, origin)

    # What a reading asks for.

    def carry_out(self, effect: Effect) -> Awaitable[object] | None:
        """Carry out an effect of an action, before any key that was typed after it.

        Returns what a key that was typed after it has to wait for, if there is anything.
        """
        if isinstance(effect, Copy):
            self.hand_out_text(effect)
        elif isinstance(effect, Keep):
            self.clear_notifications()
            self.notify(effect.words)
            self._keep({**effect.changes})
        elif isinstance(effect, Notify):
            self.notify(effect.words)
        elif isinstance(effect, SavePicture):
            self._save_picture(effect.key)
        elif isinstance(effect, LookUp):
            self.look_up(effect)
        elif isinstance(effect, Do):
            self._do(effect)
        elif not isinstance(effect, Reveal):
            return self.write(effect)
        return None

    def write(self, effect: Written) -> Awaitable[object] | None:
        """Have something filled in and written, or undone."""
        if self._desk is None:
            from briefing.tui.desk import Desk

            self._desk = Desk(self)
        return self._desk.carry_out(effect)

    def act(self, name: str, *arguments: Any) -> None:
        """Do an action of the reading."""
        if self._reader is not None:
            self._reader.do(name, *arguments)

    @property
    def row_of_word(self) -> int:
        """The row of the screen in which the word stands that the reader stands on in the article."""
        return self._reader.row_of_word if self._reader is not None else 0

    def beside_the_article(self) -> Region:
        """Return where the summary stands beside the article; an empty region if it does not."""
        return self._reader.beside_the_article if self._reader is not None else Region()

    def look_up(self, effect: LookUp) -> None:
        """Open a window with what is said of a word."""
        from briefing.tui.looked_up import open_lookup

        self._program = open_lookup(self, effect, self._program)

    def _do(self, effect: Do) -> None:
        match effect.what:
            case "help":
                from briefing.tui.screens.help_screen import HelpScreen  # not on the way to the first frame

                self.push_screen(HelpScreen(self.reading.outline, self.reading.focus))
            case "links" | "source" | "names" | "copy-menu":
                from briefing.tui.windows import open_window

                open_window(self, effect.what)
            case "editor" | "watch":
                self.use_file(effect.what)
            case "search":
                self.call_later(self.action_search)
            case "palette":
                self.call_later(self.action_palette)
            case "suspend":
                self.action_suspend_process()
            case "quit":
                self.exit()
            case "paragraph":
                pass  # the reader's screen asks for it
            case what:
                assert_never(what)

    def use_file(self, what: str) -> None:
        """Open the file that is read in an editor ("editor"), or watch it, or no longer ("watch")."""
        if self._file is None:
            from briefing.tui.file_at_hand import FileAtHand

            self._file = FileAtHand(self, self._asked)
        self._file.do(what)

    async def action_palette(self) -> None:
        """Open the palette, or close it; what is typed from now on is for it."""
        from briefing.tui.palette import open_palette

        await open_palette(self)

    async def action_search(self) -> None:
        """Open the field of the search; what is typed from now on is for it.

        A key that opens it is text to whatever is typed into already.
        """
        if self._reader is None or self.screen is not self._reader or self._reader.is_searching:
            raise SkipAction
        await self._reader.open_search()

    # Pictures.

    def _save_picture(self, key: str) -> None:
        """Save the screen without the notices on it, then say where."""
        self.clear_notifications()
        self.screen.call_after_refresh(self.call_later, self._draw_picture, f"briefing-{key}")

    def _draw_picture(self, stem: str) -> None:
        from briefing.tui.picture.svg import picture

        self.hand_out_picture(picture(self, self.briefing.title.shown), stem)

    def hand_out_picture(self, svg: str, stem: str) -> None:
        """Save a picture in the folder that the program was started in, over nothing that is there."""
        from briefing.machine.saving import save_new

        try:
            path = save_new(Path.cwd(), stem, ".svg", svg.encode())
        except (BriefingError, OSError) as error:  # OSError: the folder is gone
            self.notify(str(error), title=say("notice.no-picture"), severity="error")
        else:
            self.notify(str(path), title=say("notice.picture"))

    # The clipboard.

    def hand_out_text(self, effect: Copy) -> None:
        """Make a text and put it on the clipboard, in the background, then say what became of it."""
        from briefing.tui.copied import put_on_clipboard

        self.run_worker(partial(put_on_clipboard, self, effect), thread=True, group="clipboard")

    # Preferences.

    def _keep(self, changes: dict[str, str]) -> None:
        if self._keeper is None:
            from briefing.settings.keeping import Keeper

            self._keeper = Keeper(self._not_kept)
        self._kept = msgspec.structs.replace(self._kept, **changes)
        self._keeper.keep(changes)

    def _not_kept(self, why: str) -> None:
        note("preferences were not saved")
        self.notify(say("notice.not-kept", why=why), severity="warning")

    def on_unmount(self) -> None:
        """Save the last change of preferences, and where the document is left; a short time is waited."""
        for each in (self._program, self._file):
            if each is not None:
                each.close()
        leaving = None
        if self._positions is not None and self._reader is not None:
            leaving = self._positions.keep(self._reader.position(self._positions.blank))
        now, kept = (msgspec.structs.asdict(each) for each in (self.reading.preferences, self._kept))
        # Typed together with the key that ends, so that nobody was told any more.
        if late := {key: value for key, value in now.items() if value != kept[key]}:
            self._keep(late)
        if self._keeper is not None:
            self._keeper.flush(_LAST_SAVE)
        if self._desk is not None:
            self._desk.unsent.flush(_LAST_SAVE)
        if leaving is not None:
            leaving.join(_LAST_POSITION)
