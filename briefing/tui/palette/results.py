"""The list under the field: what was found, painted row by row, one of them under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.arabic.folding import fold, origins
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.painting import Highlight, label, line_segments, one_line
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.matching import TypedWord, fitting_slices
from briefing.tui.panes.row import Row, in_order, placed
from briefing.tui.scrolling import WheelScrolled, thumb

# Characters of a text that can matter in one row; cells that a detail is worth being shown in.
_LONGEST = 1000
_LEAST = 6
_BETWEEN = 2


class Results(WheelScrolled):
    """Shows `entries`, of which there are any number. `cursor` is the index of the one that Enter takes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Results { height: 1fr; }"

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """The entry was clicked on."""

        def __init__(self, entry: PaletteEntry) -> None:
            self.entry = entry
            super().__init__()

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._entries: Sequence[PaletteEntry] = ()
        self._found: Sequence[int] = ()
        self._wanted: tuple[TypedWord, ...] = ()

    def show(
        self, entries: Sequence[PaletteEntry], found: Sequence[int], wanted: tuple[TypedWord, ...]
    ) -> None:
        """List those of `entries` whose indices are `found`, marking what fits the words `wanted`."""
        self._entries, self._found, self._wanted = entries, found, wanted
        self.cursor = self.top = 0
        self.refresh()

    @property
    def entry(self) -> PaletteEntry | None:
        """The entry under the cursor."""
        return self._entries[self._found[self.cursor]] if self._found else None

    # Moving.

    def validate_cursor(self, cursor: int) -> int:
        """Stay on what there is."""
        return max(0, min(cursor, len(self._found) - 1))

    def validate_top(self, top: int) -> int:
        """Keep the last rows at the lower edge."""
        return max(0, min(top, len(self._found) - self.page))

    def watch_cursor(self, cursor: int) -> None:
        """Keep it in sight."""
        self.top = max(min(self.top, cursor), cursor - self.page + 1)

    @property
    def page(self) -> int:
        """Rows in sight: one at least, whether or not there is room for it yet."""
        return max(1, self.size.height)

    def move(self, step: int) -> None:
        """So many entries on, or back; from one end to the other with a single step."""
        last = len(self._found) - 1
        if abs(step) == 1 and not 0 <= self.cursor + step <= last:
            self.cursor = last if step < 0 else 0
        else:
            self.cursor += step

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.watch_cursor(self.cursor)

    def on_click(self, event: Click) -> None:
        """Take the entry."""
        place = event.get_content_offset(self)
        index = place.y + self.top if place is not None else len(self._found)
        if index < len(self._found):
            self.cursor = index
            self.post_message(self.Chosen(self._entries[self._found[index]]))
        event.stop()

    # Painting.

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        index = y + self.top
        if index >= len(self._found):
            text = f" {say('palette.none')}" if not y and not self._found else ""
            words = tuple(line_segments(one_line(text, max(1, width), "L"), looks["quiet"]))
            return self._strip(Row(words, blank=looks["quiet"]), width)
        bar = looks["thumb" if y in self._thumb() else "text"]
        entry = self._entries[self._found[index]]
        own = entry_row(entry, self._wanted, max(0, width - 1), looks, index == self.cursor)
        return self._strip(replace(own, end=(*own.end, Segment(" ", bar))), width)

    def _strip(self, row: Row, width: int) -> Strip:
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)

    def _thumb(self) -> range:
        return thumb(len(self._found), self.page, self.top)


def entry_row(
    entry: PaletteEntry, wanted: tuple[TypedWord, ...], width: int, looks: Mapping[str, Style], current: bool
) -> Row:
    """An entry in `width` cells: its name, at the end its Arabic form, what there is room for between."""
    text, quiet = looks["text"], looks["quiet"]
    if current:
        text, quiet = (style + looks["under-cursor"] for style in (looks["heading"], quiet))
    mark = Segment("▌" if current else " ", text)
    room = width - 2
    if room < 1:
        return Row((mark,), blank=text)
    shown = _shown(entry.name)
    name = one_line(shown, room, "L")
    pieces = [line_segments(name, text, _highlights(shown, wanted, looks["found"]))]
    form = _shown(_form(entry, wanted))
    room -= name.width
    arabic = one_line(form, max(1, room - _BETWEEN), "R") if form and room - _BETWEEN >= _LEAST else None
    if arabic is not None:
        room -= arabic.width + _BETWEEN
    if entry.detail and room - _BETWEEN >= _LEAST:
        detail = one_line(_shown(entry.detail), room - _BETWEEN, "L")
        pieces += [iter((Segment(" " * _BETWEEN, text),)), line_segments(detail, quiet)]
        rest = Segment(" " * (room - _BETWEEN - detail.width), quiet)
    else:
        rest = Segment(" " * room, text)
    pieces.append(iter((rest,)))
    if arabic is not None:
        highlights = _highlights(form, wanted, looks["found"])
        pieces += [iter((Segment(" " * _BETWEEN, text),)), line_segments(arabic, quiet, highlights)]
    return Row((mark,), in_order(pieces, mirrored=in_use().mirrored), (Segment(" ", text),), blank=text)


def _form(entry: PaletteEntry, wanted: tuple[TypedWord, ...]) -> str:
    """The Arabic to show: the first form that fits, or the first there is, or what is only shown."""
    forms = [form[:_LONGEST] for form in entry.forms[:_LONGEST]]
    return next(
        (form for form in forms if wanted and any(fitting_slices(wanted, fold(form)))),
        (*forms, entry.arabic)[0],
    )


@lru_cache(maxsize=1024)
def _shown(text: str) -> str:
    """A document's text as one line without controls."""
    cut = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
    return " ".join(label(cut).split())


def _highlights(shown: str, wanted: tuple[TypedWord, ...], style: Style) -> list[Highlight]:
    """What fits, as slices of what is shown."""
    if not wanted:
        return []
    places = origins(shown)
    spans = fitting_slices(wanted, fold(shown))
    return [Highlight(places[start], places[end - 1] + 1, style) for start, end in spans]
