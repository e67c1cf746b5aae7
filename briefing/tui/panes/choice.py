"""A field in which one of a few words is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.settings.words import in_use
from briefing.tui.looks import looks_of
from briefing.tui.panes.row import Row, placed


class Choice(Widget, can_focus=True):
    """`choices` are what can be chosen, `words` what stands for each; `at` is the index of the one chosen."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Choice { height: 1; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
        *(Binding(str(number), f"take({number})", show=False) for number in range(1, 10)),
        Binding("enter", "screen.send", show=False),
    ]

    at: reactive[int] = reactive(0)

    class Chosen(Message):
        """Another one is chosen."""

    def __init__(self, *, id: str, choices: Sequence[str], words: Sequence[str], value: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices, self._words = tuple(choices), tuple(words)
        self.set_reactive(Choice.at, self.choices.index(value) if value in self.choices else 0)

    @property
    def value(self) -> str:
        """What is chosen."""
        return self.choices[self.at]

    def choose(self, value: str) -> None:
        """Choose that one, if it is there."""
        if value in self.choices:
            self.at = self.choices.index(value)

    def watch_at(self) -> None:
        """Tell the window."""
        if self.is_mounted:
            self.post_message(self.Chosen())

    def action_step(self, step: int) -> None:
        """The next one on the right (1) or on the left (-1), round and round."""
        step = -step if in_use().mirrored else step
        self.at = (self.at + step) % len(self.choices)

    def action_take(self, number: int) -> None:
        """The one of that number, counted from 1."""
        if number <= len(self.choices):
            self.at = number - 1

    def on_click(self, event: Click) -> None:
        """Choose what was clicked on."""
        place = event.get_content_offset(self)
        if place is None:
            return
        column = self.size.width - 1 - place.x if in_use().mirrored else place.x
        start = 0
        for at, word in self._shown(self.size.width):
            if start <= column < start + cell_len(word) and at >= 0:
                self.at = at
            start += cell_len(word) + 1

    def _shown(self, width: int) -> list[tuple[int, str]]:
        """The words there is room for, the chosen one among them, with their indices; of an ellipsis -1."""
        words = list(enumerate(self._words))
        first, end = 0, len(words)
        while end > self.at + 1 and _width(words[first:end], end < len(words)) > width:
            end -= 1
        while first < self.at and _width(words[first:end], first > 0, end < len(words)) > width:
            first += 1
        before, after = [(-1, "…")] * (first > 0), [(-1, "…")] * (end < len(words))
        return [*before, *words[first:end], *after]

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        segments: list[Segment] = []
        for at, word in self._shown(width):
            chosen = "chosen-option" if self.has_focus else "title"
            segments += [
                Segment(word, looks[chosen if at == self.at else "quiet"]),
                Segment(" ", looks["text"]),
            ]
        row = Row(tuple(segments), blank=looks["text"])
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)


def _width(words: Sequence[tuple[int, str]], *cut: bool) -> int:
    """The cells of words with a blank between each, and of an ellipsis for each side that is cut."""
    return sum(cell_len(word) + 1 for _, word in words) - 1 + 2 * sum(cut)
