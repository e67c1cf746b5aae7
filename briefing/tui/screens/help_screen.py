"""What can be done in the pane at hand, then all keys, grouped, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, get_args

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.document.citing import cited
from briefing.reading import ACTIONS, Outline
from briefing.reading.offering import offered, say_for, words_for
from briefing.reading.state import PaneName
from briefing.settings.keymap import KEYMAP, Bound
from briefing.settings.words import in_use, say
from briefing.tui.textual_private.mirrored_scroll import MirroredScroll
from briefing.tui.textual_private.own_size import OwnSizeScreen


class HelpScreen(OwnSizeScreen[None], ModalScreen[None]):
    """Lies over the reader until a key closes it."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
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
        Binding("escape,question_mark,q,enter", "dismiss", show=False),
        Binding("j", "scroll_keys(1)", show=False),
        Binding("k", "scroll_keys(-1)", show=False),
    ]

    def __init__(self, outline: Outline, pane: PaneName) -> None:
        super().__init__()
        self._outline = outline
        self._pane = pane

    def compose(self) -> ComposeResult:
        """One table of keys in a scrolling box."""
        with MirroredScroll(id="help") as box:
            box.border_title = Content(say("help.title"))
            box.border_subtitle = Content(say("help.close"))
            if in_use().mirrored:
                box.styles.border_title_align, box.styles.border_subtitle_align = "right", "left"
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

    def _rows(self) -> Iterator[tuple[Text, ...]]:
        colours = self.app.theme_variables
        few = getattr(self.app, "depth", "") == "standard"  # bold letters may have another colour there
        heading, key = f"{'' if few else 'bold '}{colours['accent']}", colours["secondary"]
        here = offered(self._outline)
        groups = [
            (say_for(group.words, self._outline), [one for one in group.bound if one.action in here])
            for group in KEYMAP
        ]
        own = [one for _, bound in groups for one in bound if _is_of(one, self._pane)]
        here_first = (say("help.here", pane=say(f"pane.{self._pane}")), own)
        for at, (title, bound) in enumerate((here_first, *((title, some) for title, some in groups if some))):
            if at:
                yield (Text(), Text())
            yield (Text(title, heading), Text())
            for one in bound:
                if one.listed:
                    words = words_for(one.action, self._outline)
                    yield (Text(f"  {one.written}  ".rstrip(), key), Text(words))
        yield (Text(f"  {say('help.layouts.keys')}", key), Text(say("help.layouts")))
        for title, signs in self._signs():
            yield (Text(), Text())
            yield (Text(title, heading), Text())
            for sign, meaning in signs:
                yield (Text(f"  {sign}", key), Text(meaning))

    def _signs(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """The signs that the panes of this briefing may show, and what each means."""
        from briefing.tui.panes.article_sheet import BARE
        from briefing.tui.panes.sidebar_sheet import SOME_SEEN
        from briefing.tui.panes.summary_sheet import CLAIM, CURRENT, LINKED, WEAK

        panes: list[tuple[str, str]] = []
        if self._outline.has_claims:
            panes += [
                (CLAIM, "claim"),
                (LINKED, "linked"),
                (CURRENT, "current"),
                (cited([6]), "citation"),
                (BARE, "bare"),
                (WEAK, "weak"),
            ]
        if self._outline.has_choice:
            panes.append((SOME_SEEN, "seen"))
        if panes:
            yield say("help.signs.panes"), [(sign, say(f"sign.{name}")) for sign, name in panes]
        if self._outline.has_events:
            from briefing.tui.timeline.legend import whole_legend

            yield say("help.signs"), [*whole_legend()]


def _is_of(one: Bound, pane: PaneName) -> bool:
    """Whether keys do something in that pane, and not in every other."""
    where = ACTIONS[one.action].where
    return pane in where and len(where) < len(get_args(PaneName))


def _from_the_right(text: Text, width: int) -> Text:
    """A heading or keys in `width` cells, as far from the right as they were from the left."""
    indent = text.cell_len - len(text.plain.lstrip())
    own = Text(text.plain.strip(), text.style)
    own.pad_left(width - own.cell_len - indent)
    own.pad_right(indent)
    return own
