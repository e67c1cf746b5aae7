"""A terminal that exists in memory: the bytes a program sends in, cells out.

pyte does the work; what it cannot take is put right here:

- it composes marks with their base (NFC) and gives up on a piece of text at a zero-width character that is
  not a combining mark: here every zero-width character stays in its cell, as it was sent;
- it mistakes some sequences for others (`CSI < u`, `CSI > 4 m`, strings such as DCS): here only what it knows
  reaches it;
- it has no alternate screen: `?1049` saves and restores the cells here.
"""

import codecs
import copy
import re
from typing import Any, NamedTuple

import pyte
from wcwidth import wcwidth

# ECMA-48: text, CSI sequences, strings (OSC, DCS, SOS, PM, APC) and other escape sequences.
TOKEN = re.compile(
    r"(?P<text>[^\x1b]+)"
    r"|\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b(?P<kind>[]PX^_])(?P<string>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<escape>[ -/]*[0-OQ-WYZ\\`-~])"
)
KNOWN_CSI = re.compile(r"\??[0-9;]*[@ABCDEFGHJKLMPX`adefghlmr]")
ALTERNATE_SCREEN = {47, 1047, 1049}


class Cell(NamedTuple):
    """One cell: its character with everything of no width behind it, and its attributes.

    `text` is "" in the second cell of a wide character. Colours are "default", a name, or six hex digits.
    """

    text: str
    fg: str
    bg: str
    bold: bool
    italic: bool
    underline: bool
    reverse: bool


class Emulator:
    """A screen of `columns` by `rows` cells to which a program's output is fed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = _Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        #: Bodies of the OSC strings received, in order ("52;c;...").
        self.osc: list[str] = []
        #: Control sequences without effect here, less their ESC (queries, kitty's keyboard, "P..." for DCS).
        self.ignored: list[str] = []

    def feed(self, data: bytes) -> None:
        """Take in output; a sequence or character cut in two waits for its other half."""
        text = self._rest + self._decoder.decode(data)
        end = 0
        while token := TOKEN.match(text, end):
            end = token.end()
            self._take(token)
        self._rest = text[end:]

    def _take(self, token: re.Match[str]) -> None:
        csi = token["csi"]
        if token["text"] or token["escape"] or (csi is not None and KNOWN_CSI.fullmatch(csi)):
            self._stream.feed(token[0])
        elif token["kind"] == "]":
            self.osc.append(token["string"])
        else:
            self.ignored.append(token[0][1:])

    def resize(self, columns: int, rows: int) -> None:
        """Give the screen another size; what no longer fits is lost."""
        self._screen.resize(rows, columns)

    @property
    def columns(self) -> int:
        """The width in cells."""
        return int(self._screen.columns)

    @property
    def private_modes(self) -> frozenset[int]:
        """The DEC private modes now set (25 the cursor, 1049 the alternate screen, 1006 the mouse...)."""
        return frozenset(self._screen.private_modes)

    @property
    def modes(self) -> frozenset[int]:
        """The ECMA-48 modes now set (8, at first: BDSM, the terminal orders right-to-left text itself)."""
        return frozenset(self._screen.ansi_modes)

    @property
    def cursor(self) -> tuple[int, int]:
        """The cursor's column and row, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def stray(self) -> tuple[str, ...]:
        """Zero-width characters that came at the beginning of a row, where no cell can hold them."""
        return tuple(self._screen.stray)

    def cells(self) -> list[list[Cell]]:
        """All cells, row by row."""
        columns, rows = self._screen.columns, self._screen.lines
        buffer = self._screen.buffer
        return [[_cell(buffer[row][column]) for column in range(columns)] for row in range(rows)]

    def rows(self) -> list[str]:
        """The text of each row, from left to right, without the blanks at its end."""
        columns, rows = self._screen.columns, self._screen.lines
        buffer = self._screen.buffer
        return [
            "".join(buffer[row][column].data for column in range(columns)).rstrip() for row in range(rows)
        ]


def _cell(char: Any) -> Cell:
    return Cell(char.data, char.fg, char.bg, char.bold, char.italics, char.underscore, char.reverse)


class _Screen(pyte.Screen):
    def __init__(self, columns: int, rows: int) -> None:
        self.private_modes: set[int] = {7, 25}
        self.ansi_modes: set[int] = {8}
        self.stray: list[str] = []
        self._main: Any = None
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        for character in data:
            width = wcwidth(character)
            if width > 0:
                self._place(character, width)
            else:
                self._attach(character)

    def _place(self, character: str, width: int) -> None:
        if self.cursor.x + width > self.columns:
            if 7 in self.private_modes:
                self.carriage_return()
                self.linefeed()
            else:
                self.cursor.x = self.columns - width
        row, attributes = self.buffer[self.cursor.y], self.cursor.attrs
        row[self.cursor.x] = attributes._replace(data=character)
        if width == 2:
            row[self.cursor.x + 1] = attributes._replace(data="")
        self.cursor.x += width

    def _attach(self, character: str) -> None:
        row, column = self.buffer[self.cursor.y], self.cursor.x - 1
        if column > 0 and row[column].data == "":
            column -= 1
        if column < 0:
            self.stray.append(character)
        else:
            row[column] = row[column]._replace(data=row[column].data + character)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        kept = self.private_modes if kwargs.get("private") else self.ansi_modes
        kept.update(modes)
        if kwargs.get("private") and ALTERNATE_SCREEN.intersection(modes) and self._main is None:
            self._main = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        kept = self.private_modes if kwargs.get("private") else self.ansi_modes
        kept.difference_update(modes)
        if kwargs.get("private") and ALTERNATE_SCREEN.intersection(modes) and self._main is not None:
            (self.buffer, self.cursor), self._main = self._main, None
        super().reset_mode(*modes, **kwargs)
