"""A window that lists keys and what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from briefing.settings.words import in_use, say
from briefing.tui.screens.window import Window, mirror_titles
from briefing.tui.textual_private.mirrored_scroll import MirroredScroll

#: What is written at the start of a line, and the words beside it; a heading has no words.
KeyLine = tuple[str, str]

# Columns from which on keys and words stand in columns of their own; with fewer, words follow their keys.
_ROOM_FOR_COLUMNS: Final = 50
_INDENT: Final = 2  # of keys under their heading, and of words that go on in another row
_BETWEEN: Final = 2  # keys and words
_FEWEST: Final = 10  # columns that are worth beginning in beside keys


class KeysScreen(Window[None]):
    """Lies over what was there until it is closed. A subclass says what it lists."""

    DEFAULT_CSS = """
    #help {
        width: 90;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $border;
        border-title-color: $border;
        border-subtitle-color: $quiet;
        background: $surface;
        padding: 1 2;
        scrollbar-size-vertical: 1;
        scrollbar-color: $border-blurred;
        scrollbar-background: $surface;
    }
    #help-keys { height: auto; }
    KeysScreen.-low #help { padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "close", show=False),
        Binding("j", "scroll_keys(1)", show=False),
        Binding("k", "scroll_keys(-1)", show=False),
    ]

    _groups: Sequence[tuple[str, list[KeyLine]]] = ()

    def groups(self) -> Iterator[tuple[str, list[KeyLine]]]:
        """Return headings, and the lines under each."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One table of keys in a scrolling box."""
        with MirroredScroll(id="help") as box:
            box.border_title = Content(say("help.title"))
            box.border_subtitle = Content(say("help.close"))
            mirror_titles(box)
            self._groups = list(self.groups())
            yield Static(_Listed(self._rows), id="help-keys")

    def action_scroll_keys(self, step: int) -> None:
        """Scroll by `step` lines."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def _rows(self) -> Iterator[tuple[Text, Text]]:
        """The rows in the colours in force."""
        colours = self.app.theme_variables
        few = getattr(self.app, "depth", "") == "standard"  # bold letters may have another colour there
        heading, key = f"{'' if few else 'bold '}{colours['accent']}", colours["secondary"]
        for at, (title, lines) in enumerate(self._groups):
            if at:
                yield (Text(), Text())
            yield (Text(title, heading), Text())
            for written, words in lines:
                yield (Text(f"{' ' * _INDENT}{written}", key), Text(words))


class _Listed:
    """Keys and what they do, laid out at the width that there is; in a mirrored interface from the right.

    `rows` is asked whenever they are painted: the colours may be others by then.
    """

    def __init__(self, rows: Callable[[], Iterator[tuple[Text, Text]]]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width, rows = options.max_width, list(self._rows())
        if width >= _ROOM_FOR_COLUMNS:
            yield self._table(rows)
            return
        for keys, words in rows:
            for line in _flowed(keys, words, width, console):
                if in_use().mirrored:
                    line.pad_left(width - line.cell_len)
                yield line

    def _table(self, rows: list[tuple[Text, Text]]) -> Table:
        table = Table.grid(padding=(0, _BETWEEN), expand=True)
        if in_use().mirrored:
            table.add_column(ratio=1, justify="right")
            table.add_column(no_wrap=True)
            width = max(first.cell_len for first, _ in rows)
            for first, words in rows:
                table.add_row(words, _from_the_right(first, width))
            return table
        table.add_column(no_wrap=True)
        table.add_column(ratio=1)
        for row in rows:
            table.add_row(*row)
        return table


def _flowed(keys: Text, words: Text, width: int, console: Console) -> Iterator[Text]:
    """Keys, the words behind them, and those that have no room there indented in rows of their own."""
    room = width - keys.cell_len - _BETWEEN
    rest = words.plain
    if not rest:
        yield _in_order(keys.copy())
        return
    first = Text()
    if room >= min(_FEWEST, words.cell_len):
        first = words.wrap(console, room)[0]
        first.rstrip()
        rest = rest[len(first) :].lstrip()
    yield _in_order(keys.copy(), Text(" " * _BETWEEN), first)
    more = 2 * _INDENT
    for line in Text(rest).wrap(console, max(1, width - more)) if rest else ():
        line.rstrip()
        yield _in_order(Text(" " * more), line)


def _in_order(*pieces: Text) -> Text:
    """Pieces of a row, the first of them at its start; none is wrapped any more."""
    if in_use().mirrored:
        keys, *others = pieces
        pieces = (*reversed(others), _from_the_right(keys, keys.cell_len))
    row = Text(no_wrap=True, overflow="ellipsis")
    for piece in pieces:
        row.append_text(piece)
    return row


def _from_the_right(text: Text, width: int) -> Text:
    """A heading or keys in `width` cells, as far from the right as they were from the left."""
    indent = text.cell_len - len(text.plain.lstrip())
    own = Text(text.plain.strip(), text.style)
    own.pad_left(width - own.cell_len - indent)
    own.pad_right(indent)
    return own
