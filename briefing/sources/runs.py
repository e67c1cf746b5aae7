"""The text of a paragraph that is gathered piece by piece, and what is set in it in a way of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.document.model import Inline, InlineKind, Paragraph, ParagraphKind

_SPACES: Final = " \t\n\r"


class Runs:
    """Text and inlines of one paragraph."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._inlines: list[Inline] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Append `text`."""
        if text:
            self._parts.append(text)
            self.length += len(text)

    @property
    def last(self) -> str:
        """The last character, "" if there is none."""
        return self._parts[-1][-1] if self._parts else ""

    def drop_spaces(self) -> None:
        """Take the spaces off the end, as a line end does that follows them."""
        while self._parts and self._parts[-1].endswith(" "):
            last = self._parts.pop()
            shorter = last.rstrip(" ")
            self.length -= len(last) - len(shorter)
            if shorter:
                self._parts.append(shorter)
        for at in range(len(self._inlines) - 1, -1, -1):  # these may have ended with the spaces
            if self._inlines[at].end <= self.length:
                break
            one = self._inlines.pop(at)
            if one.start < self.length:
                self._inlines.insert(at, Inline(one.start, self.length, one.kind, one.address))

    @property
    def held(self) -> tuple[str, tuple[Inline, ...]]:
        """The text so far, and its inlines."""
        return "".join(self._parts), tuple(self._inlines)

    def join(self, other: Runs) -> None:
        """Append what another one holds."""
        text, inlines = other.held
        start = self.length
        self.add(text)
        self.take(Inline(start + one.start, start + one.end, one.kind, one.address) for one in inlines)

    def mark(self, start: int, kind: InlineKind, address: str = "") -> None:
        """Set what was added since the length was `start`; a link without an address is none."""
        if start < self.length and (kind != "link" or address):
            self._inlines.append(Inline(start, self.length, kind, address))

    def take(self, inlines: Iterable[Inline]) -> None:
        """Take inlines over, which count characters of what was added."""
        self._inlines += inlines

    def trimmed(self, spaces: str) -> tuple[str, tuple[Inline, ...]]:
        """Return the text without these characters at its ends, and its inlines.

        A line of nothing but white space at its end goes as well.
        """
        text = "".join(self._parts)
        first = len(text) - len(text.lstrip(spaces))
        text = text.strip(spaces)
        shorter = text.rstrip()
        if "\n" in text[len(shorter) :]:  # as one of no-break spaces
            text = shorter
        return text, clipped(_joined(self._inlines), first, len(text))

    def finished(self, *, kept: bool = False) -> tuple[str, tuple[Inline, ...]]:
        """Return the text without white space at its ends (if `kept`, only at its end), and its inlines."""
        text = "".join(self._parts).rstrip()
        first = 0 if kept else len(text) - len(text.lstrip())
        text = text[first:]
        return text, clipped(_joined(self._inlines), first, len(text))


def row_of(cells: Iterable[Iterable[Paragraph]]) -> Paragraph | None:
    """Return the paragraphs in the cells of a table's row as one paragraph, None if they have no text."""
    row = Runs()
    for number, cell in enumerate(cells):
        row.add("\t" * (number > 0))
        for at, paragraph in enumerate(cell):
            row.add(" " * (at > 0))
            row.join(_in_one_line(paragraph))
    text, inlines = row.trimmed("")
    text = text.rstrip("\t")
    return Paragraph(0, text, "row", inlines=inlines) if text.strip() else None


def _in_one_line(paragraph: Paragraph) -> Runs:
    """A paragraph whose tabs and line ends are spaces, no two of them next to each other."""
    line, at = Runs(), []
    for one in paragraph.text:
        at.append(line.length)
        if one not in _SPACES:
            line.add(one)
        elif line.last != " ":
            line.add(" ")
    at.append(line.length)
    line.take(Inline(at[i.start], at[i.end], i.kind, i.address) for i in paragraph.inlines)
    return line


def clipped(inlines: Iterable[Inline], first: int, length: int) -> tuple[Inline, ...]:
    """Return what of `inlines` lies in the `length` characters from `first` on, counted from there."""
    inside = ((max(0, one.start - first), min(length, one.end - first), one) for one in inlines)
    return tuple(Inline(start, end, one.kind, one.address) for start, end, one in inside if start < end)


def _joined(inlines: list[Inline]) -> list[Inline]:
    """Neighbours of one kind as one: a sentence in bold is often many runs."""
    found: list[Inline] = []
    for one in sorted(inlines, key=lambda inline: (inline.kind, inline.address, inline.start, inline.end)):
        last = found[-1] if found else None
        if last and (last.kind, last.address) == (one.kind, one.address) and one.start <= last.end:
            found[-1] = Inline(last.start, max(last.end, one.end), one.kind, one.address)
        else:
            found.append(one)
    return sorted(found, key=lambda inline: (inline.start, inline.end))


def with_whole_code(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Join lines of code, each of which is a paragraph in its document; one with a label begins anew."""
    found: list[Paragraph] = []
    for one in paragraphs:
        kind: ParagraphKind = one.kind
        if kind == "code" and not one.label and found and found[-1].kind == "code":
            found[-1] = Paragraph(0, f"{found[-1].text}\n{one.text}", "code", 0, found[-1].label)
        else:
            found.append(one)
    return found
