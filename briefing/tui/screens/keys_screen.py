"""A window that lists keys and what they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

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
Line = tuple[str, str]


class KeysScreen(Window[None]):
    """Lies over what was there until it is closed. A subclass says what it lists."""

    DEFAULT_CSS = """
    #help {
        width: 72;
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
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "close", show=False),
        Binding("j", "scroll_keys(1)", show=False),
        Binding("k", "scroll_keys(-1)", show=False),
    ]

    def groups(self) -> Iterator[tuple[str, list[Line]]]:
        """Return headings, and the lines under each."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One table of keys in a scrolling box."""
        with MirroredScroll(id="help") as box:
            box.border_title = Content(say("help.title"))
            box.border_subtitle = Content(say("help.close"))
            mirror_titles(box)
            yield Static(self._table(), id="help-keys")

    def action_scroll_keys(self, step: int) -> None:
        """Scroll by `step` lines."""
        self.query_one("#help").scroll_relative(y=step, animate=False)

    def _table(self) -> Table:
        """Keys and what they do; in a mirrored interface the keys are on the right."""
        table = Table.grid(padding=(0, 2), expand=True)
        rows = [*self._rows()]
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

    def _rows(self) -> Iterator[tuple[Text, Text]]:
        colours = self.app.theme_variables
        few = getattr(self.app, "depth", "") == "standard"  # bold letters may have another colour there
        heading, key = f"{'' if few else 'bold '}{colours['accent']}", colours["secondary"]
        for at, (title, lines) in enumerate(self.groups()):
            if at:
                yield (Text(), Text())
            yield (Text(title, heading), Text())
            for written, words in lines:
                yield (Text(f"  {written}", key), Text(words))


def _from_the_right(text: Text, width: int) -> Text:
    """A heading or keys in `width` cells, as far from the right as they were from the left."""
    indent = text.cell_len - len(text.plain.lstrip())
    own = Text(text.plain.strip(), text.style)
    own.pad_left(width - own.cell_len - indent)
    own.pad_right(indent)
    return own
