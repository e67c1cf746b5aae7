"""The row that a search is typed into: `/`, the query, where one is, and how it is looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.reading.contents import SearchContents
from briefing.settings.words import in_use, say
from briefing.tui.field import Field
from briefing.tui.looks import looks_of
from briefing.tui.painting import label
from briefing.tui.panes.row import Row, placed

# Cells of the field that are worth more than what is said beside it, and queries that are remembered.
_LEAST: Final = 16
_REMEMBERED: Final = 50


class SearchField(Field):
    """The field; its keys are those of every terminal, over SSH too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
        Binding("ctrl+t", "choose('words')", show=False),
        Binding("ctrl+r", "choose('regex')", show=False),
    ]

    def __init__(self, bar: SearchBar) -> None:
        super().__init__(id="search-field", placeholder=say("search.placeholder"))
        self._bar = bar

    def action_leave(self) -> None:
        """Go back to where one was."""
        self._bar.leave(stays=False)

    def action_recall(self, step: int) -> None:
        """The query before this one (-1), or the one after it."""
        self._bar.recall(step)

    def action_choose(self, what: str) -> None:
        """Whole words, or a regular expression; or no longer."""
        self._bar.choose(what)


class Said(Widget):
    """What is said beside the field: a few words in the look of quiet text, each key in that of keys.

    A gap is a part of its own: in a mirrored interface it stands on the other side of the words.
    """

    ALLOW_SELECT = False

    parts: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    def get_content_width(self, container: object, viewport: object) -> int:
        """As many cells as the words take."""
        return sum(cell_len(text) for text, _ in self.parts)

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        segments = tuple(Segment(text, looks[look]) for text, look in self.parts)
        row = Row(segments, blank=looks["text"])
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)


class SearchBar(Horizontal):
    """`look_for` is told what is typed and how it is looked for, `leave` whether the reader stays there.

    `at_once`: with each key; else only what stands in the field once what was typed is on the screen.
    """

    DEFAULT_CSS = """
    SearchBar { dock: bottom; height: 1; padding: 0 1; background: $background; }
    SearchBar Field, SearchBar Field:focus { width: 1fr; padding: 0; }
    SearchBar .input--placeholder { color: $quiet; }
    SearchBar Said { width: auto; height: 1; }
    """

    def __init__(
        self,
        history: list[str],
        look_for: Callable[[str, bool, bool], None],
        leave: Callable[[bool], None],
        *,
        at_once: bool = True,
    ) -> None:
        super().__init__()
        self._history = history
        self._at = len(history)
        self._draft = ""
        self._look_for, self._leave = look_for, leave
        self._options = {"words": False, "regex": False}
        self._done = self._is_due = False
        self._at_once = at_once
        self.field = SearchField(self)
        self._slash, self._said = Said(id="search-sign"), Said(id="search-said")

    def compose(self) -> ComposeResult:
        """The sign, the field, and what is said."""
        self._slash.parts = (("/", "key"),)
        row = (self._slash, self.field, self._said)
        yield from reversed(row) if in_use().mirrored else row

    def show(self, contents: SearchContents | None) -> None:
        """Say where the reader is in what was found, and which keys choose how it is looked for."""
        keys = (("words", "^T"), ("regex", "^R"))
        parts: list[tuple[str, str]] = []
        room = self.size.width - _LEAST - 3
        said = label(contents.said) if contents is not None else ""
        for what, key in keys:
            is_on = self._options[what]
            parts += [
                ("  ", "key"),
                (key, "key"),
                (" ", "key"),
                (say(f"search.{what}"), "chosen-option" if is_on else "quiet"),
            ]
        wide = sum(cell_len(text) for text, _ in parts) + cell_len(said) + 1
        if wide > room:
            chosen = [key for what, key in keys if self._options[what]]
            parts = [part for key in chosen for part in ((" ", "chosen-option"), (key, "chosen-option"))]
        self._said.parts = ((" ", "text"), (said, "text"), *parts) if said else tuple(parts)

    @on(Field.Changed)
    def _typed(self, event: Field.Changed) -> None:
        event.stop()
        if self._done or self._is_due:
            return
        if self._at_once:
            self._search()
        else:
            self._is_due = True
            self.call_after_refresh(self._search_due)

    def _search_due(self) -> None:
        if self._is_due and not self._done:
            self._search()

    @on(Field.Submitted)
    def _submitted(self, event: Field.Submitted) -> None:
        event.stop()
        self.leave(stays=True)

    def _search(self) -> None:
        self._is_due = False
        self._look_for(self.field.value, self._options["words"], self._options["regex"])

    def leave(self, *, stays: bool) -> None:
        """Close, once; what was typed is remembered."""
        if self._done:
            return
        if stays:
            self._search()  # what is just typed, whose message may still be on its way
        self._done = True
        if typed := self.field.value:
            remember(self._history, typed)
        self._leave(stays)

    def recall(self, step: int) -> None:
        """Put a query of the history into the field; behind the last, what was being typed."""
        at = self._at + step
        if not 0 <= at <= len(self._history):
            return
        if self._at == len(self._history):
            self._draft = self.field.value
        self._at = at
        self.field.value = self._draft if at == len(self._history) else self._history[at]
        self.field.cursor_position = len(self.field.value)

    def choose(self, what: str) -> None:
        """Look for it in another way, or no longer so."""
        self._options[what] = not self._options[what]
        self._search()


def remember(history: list[str], typed: str, most: int = _REMEMBERED) -> None:
    """Keep a query, the last one last and each once, `most` of them."""
    kept: Sequence[str] = [one for one in history if one != typed][-most + 1 :]
    history[:] = [*kept, typed]
