"""The window in which a slip is filled in: the Arabic words it is about, and its fields."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.arabic import Presentation
from briefing.reading.slips import Slip, SlipField
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.painting import line_segments, one_line
from briefing.tui.panes.choice import Choice
from briefing.tui.panes.quotes import Quotes
from briefing.tui.panes.row import Row, placed
from briefing.tui.screens.window import ListedWindow, mirror_titles
from briefing.tui.written_field import WrittenField

_ROOM_FOR_KEYS: Final = 60
_WIDEST: Final = 84  # columns of the window
_GAP: Final = 2  # columns between a label and its field
_MOST_ROWS: Final = 8  # of a field

#: Writes a slip with the values of its fields (`beside`: to the claim beside); returns whether it is written.
Send = Callable[[Slip, dict[str, str], bool], Awaitable[bool]]


class PaintedLine(Widget):
    """A line of words, cut where there is no room for more."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "PaintedLine { height: 1; width: 100%; }"

    words: reactive[str] = reactive("")
    look: reactive[str] = reactive("text")
    gap: ClassVar[int] = 0  # columns after the words that stay free

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        line = one_line(self.words, max(1, width - self.gap)) if self.words else None
        text = () if line is None else tuple(line_segments(line, looks[self.look]))
        return Strip(placed(Row((), text, blank=looks["text"]), width, mirrored=in_use().mirrored), width)


class _Label(PaintedLine):
    """What a field is called, and the gap between it and the field."""

    gap = _GAP


class SlipScreen(ListedWindow[None]):
    """Lies over the reader until the slip is written (Enter), or left for later (Esc).

    `kept` are values that were typed before and not written; `keep` is told what is typed.
    """

    DEFAULT_CSS = """
    #slip {
        width: 84; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $border; border-title-color: $border; border-subtitle-color: $quiet;
        background: $background; overflow: hidden;
    }
    #slip Horizontal { height: auto; }
    #slip WrittenField { width: 1fr; }
    #slip .input--placeholder { color: $quiet; }
    SlipScreen ToastRack { margin-bottom: 0; }
    SlipScreen.-with-quotes ToastRack { dock: top; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("enter", "send", show=False),
        Binding("ctrl+l", "send_beside", show=False),
        Binding("tab,down", "move_field(1)", show=False),
        Binding("shift+tab,up", "move_field(-1)", show=False),
        Binding("pagedown", "scroll_quotes(1)", show=False),
        Binding("pageup", "scroll_quotes(-1)", show=False),
        Binding("f1", "keys", show=False),
    ]
    window = "slip"

    def __init__(
        self,
        slip: Slip,
        kept: Mapping[str, str],
        presentation: Presentation,
        *,
        keep: Callable[[Slip, dict[str, str]], None],
        send: Send,
    ) -> None:
        super().__init__()
        self.set_class(bool(slip.citations), "-with-quotes")  # a notice covers those, and no field
        self.slip = slip
        self._keep, self._send = keep, send
        self._quotes = Quotes(slip.citations, presentation) if slip.citations else None
        self._beside = PaintedLine(id="beside")
        self._said = PaintedLine(id="said")
        values = {**slip.values, **{name: value for name, value in kept.items() if name in slip.values}}
        self._was_kept = values != slip.values
        self._fields = {field.name: _field(field, values[field.name]) for field in slip.fields}
        self._labels = {name: _Label() for name in self._fields}

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields, by name."""
        return {name: field.value for name, field in self._fields.items()}

    def compose(self) -> ComposeResult:
        """The words, the fields, and what is wrong with them."""
        with Vertical(id="slip") as box:
            title = say(f"slip.{self.slip.kind}", number=self.slip.paragraph)
            box.border_title = Content(f"{title} ({say('slip.kept')})" if self._was_kept else title)
            mirror_titles(box)
            if self._quotes is not None:
                yield self._quotes
            if self.slip.beside is not None:
                self._beside.look = "quiet"
                self._beside.words = f"{say('slip.beside')} {self.slip.beside_text}"
                yield self._beside
            for name, field in self._fields.items():
                row = (self._labels[name], field)
                with Horizontal():
                    yield from reversed(row) if in_use().mirrored else row
            yield self._said

    def on_mount(self) -> None:
        """Stand in the field to begin in."""
        for name, label in self._labels.items():
            label.words = say(f"slip.field.{name}")
        self._fields[self.slip.first].focus()
        self._arrange()
        self._judge()

    def on_resize(self) -> None:
        """Share the room out anew."""
        self._arrange()

    def on_descendant_focus(self) -> None:
        """Show which field has the keys."""
        for name, field in self._fields.items():
            self._labels[name].look = "key" if field is self.focused else "quiet"

    def _arrange(self) -> None:
        """Give the fields the rows they need, and the words what is left, of the window's height."""
        columns, rows = self.app.size.width, self.room
        box = self.query_one("#slip")
        narrow = ".narrow" if columns < _ROOM_FOR_KEYS else ""
        keys = "slip.keys.beside" if self.slip.beside is not None else "slip.keys"
        box.border_subtitle = Content(say(f"{keys}{narrow}"))
        label_width = min(_label_width(), max(_GAP + 1, min(columns, _WIDEST) * 2 // 5))
        for label in self._labels.values():
            label.styles.width = label_width
        room = rows - 2 - 1 - (self.slip.beside is not None) - len(self._fields)
        least = self._least(rows, room)
        long = max(1, min(_MOST_ROWS, 1 + room - least))
        used = 0
        for field in self._fields.values():
            if isinstance(field, WrittenField):
                field.rows = long if field is self.focused or len(self._fields) == 1 else 1 + (room > 12)
                used += field.get_content_height(self.size, self.size, field.content_size.width or 60) - 1
                field.refresh(layout=True)
        if self._quotes is not None:
            self._quotes.rows = max(1, room - used)
            self._quotes.refresh(layout=True)

    def _least(self, rows: int, room: int) -> int:
        """The rows of `room` that no field takes: as many as keep it from under a notice of several lines."""
        notice = rows // 4  # at the upper edge, over the words, or at the lower
        if self._quotes is None:
            return max(0, 2 * notice - 5)
        return max(2, notice - 1) if room > 2 else 1

    @on(WrittenField.Changed)
    @on(Choice.Chosen)
    def _changed(self) -> None:
        self._keep(self.slip, self.values)
        self._judge()
        self._arrange()

    def _judge(self) -> None:
        """Say what is wrong so far."""
        fault = self.slip.fault(self.values, typing=True)
        self._say(fault.words if fault is not None else "")

    def _say(self, words: str) -> None:
        self._said.look, self._said.words = "bright", words

    def action_move_field(self, step: int) -> None:
        """The next field (1), or the one before (-1), round and round."""
        fields = list(self._fields.values())
        at = next((at for at, field in enumerate(fields) if field is self.focused), 0)
        self.set_focus(fields[(at + step) % len(fields)])
        self._arrange()

    def action_scroll_quotes(self, step: int) -> None:
        """Show more of the words."""
        if self._quotes is not None:
            self._quotes.scroll_rows(step)

    async def action_send(self) -> None:
        """Have it written; if that cannot be, everything stays as it is and it is said why."""
        fault = self.slip.fault(self.values)
        if fault is not None:
            self._say(fault.words)
            self.set_focus(self._fields[fault.field])
            return
        if await self._send(self.slip, self.values, False) and self.is_attached:
            self.dismiss(None)

    async def action_send_beside(self) -> None:
        """Add the words to the claim beside."""
        if self.slip.beside is None:
            return
        if await self._send(self.slip, self.values, True) and self.is_attached:
            self.dismiss(None)


def _label_width() -> int:
    """The columns that every label of the language has room in, of this slip or another, with the gap."""
    labels = (words for name, words in in_use().words.items() if name.startswith("slip.field."))
    return max(map(cell_len, labels)) + _GAP


def _field(field: SlipField, value: str) -> WrittenField | Choice:
    if field.choices:
        words = [say(f"{field.name}.{one}") for one in field.choices]
        return Choice(id=f"slip-{field.name}", choices=field.choices, words=words, value=value)
    return WrittenField(id=f"slip-{field.name}", value=value, placeholder=say(f"slip.hint.{field.name}"))
