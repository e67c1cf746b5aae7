"""Judges rows of text on the screen: each must be FriBidi's line for the words that come next.

It knows the paragraphs as they were written and what is painted, nothing of the engine: for every painted row
it looks for the slice of the paragraph, from where the row above ended, of which FriBidi makes that very row.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tests.judges import fribidi

#: What a tab is painted as.
TAB = "    "

# UAX #9 rule P1: each of these ends a paragraph of the algorithm, also inside a paragraph of the document.
_SEPARATOR = re.compile("\r\n|[\n\r\x1c-\x1e\x85\u2029]")
# What hangs over the end of a line.
_HANGING = " \t\v\f\u2028\u3000\u200b"
# The controls that are boundary neutral.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_ALEFS = "\u0622\u0623\u0625\u0627"
# Lam-alef by the lam's form (isolated or initial, medial or final) and the alef.
_LAM_ALEF = {"\ufedd": "\ufef5\ufef7\ufef9\ufefb", "\ufede": "\ufef6\ufef8\ufefa\ufefc"}
_LAM_ALEF |= {"\ufedf": _LAM_ALEF["\ufedd"], "\ufee0": _LAM_ALEF["\ufede"]}


class Row(NamedTuple):
    """One row as it is seen: `text` without the blanks around it, from column `start` to before `end`.

    `number` is the paragraph's, on its first row. A blank row has the columns 0 and 0.
    """

    text: str
    number: int | None = None
    start: int = 0
    end: int = 0


@dataclass
class Verdict:
    """How many rows were looked at, and what is wrong with them, one line a fault."""

    rows: int = 0
    faults: list[str] = field(default_factory=list)


def judge(rows: Sequence[Row], paragraphs: Mapping[int, str]) -> Verdict:
    """Look at all rows of a text, top to bottom: right, in reading order, flush with their side, complete.

    `paragraphs` holds the text by number, in the order in which it must appear.
    """
    verdict = Verdict()
    blocks = list(_blocks(rows))
    numbers = [number for number, _ in blocks]
    if numbers != list(paragraphs):
        verdict.faults.append(f"the paragraphs shown are {numbers}, not {list(paragraphs)}")
    edges: dict[int, set[int]] = {0: set(), 1: set()}
    for number, block in blocks:
        if number is not None and number in paragraphs:
            _judge_block(verdict, f"¶{number}", block, paragraphs[number], edges)
    for base, what in ((0, "left-to-right rows begin"), (1, "right-to-left rows end")):
        if len(edges[base]) > 1:
            verdict.faults.append(f"{what} in different columns: {sorted(edges[base])}")
    return verdict


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[int | None, list[Row]]]:
    """The rows of each paragraph, the blank ones left out."""
    block: list[Row] = []
    number = None
    for row in rows:
        if row.number is not None:
            if block:
                yield number, block
            number, block = row.number, []
        if row.text:
            block.append(row)
    if block:
        yield number, block


def _judge_block(
    verdict: Verdict, name: str, rows: Sequence[Row], text: str, edges: Mapping[int, set[int]]
) -> None:
    """Match rows with the words of one paragraph of the document; the first fault in it ends it."""
    waiting = list(rows)
    for part in _SEPARATOR.split(text):
        at = 0
        while _has_ink(part, at) and waiting:
            row = waiting.pop(0)
            verdict.rows += 1
            found = next_line(part, at, row.text)
            if found is None:
                verdict.faults.append(f"{name} at {at}: {row.text!r} is no line of {part[at : at + 120]!r}")
                return
            base = fribidi.base_level(part)
            if not _is_indented(part, at, found[0]):
                edges[base].add(row.end if base else row.start)
            at = found[1]
        if _has_ink(part, at):
            verdict.faults.append(f"{name} ends too soon: {part[at:]!r} is not shown")
            return
    if waiting:
        verdict.faults.append(f"{name} shows more than it has: {waiting[0].text!r}")


def next_line(text: str, index: int, painted: str) -> tuple[int, int] | None:
    """Return the slice of the paragraph `text`, from `index` on, that looks like `painted`, or None.

    It begins at `index`, or behind blanks and format characters there, which may belong to the line above.
    """
    for start in range(index, len(text)):
        end = _find_end(text, start, painted)
        if end is not None:
            return start, end
        if not text[start].isspace() and not fribidi.is_format(text[start]):
            return None
    return None


def _find_end(text: str, start: int, painted: str) -> int | None:
    wanted, size = _plain(painted), len(painted.replace(" ", ""))
    counts = _counts(text)
    for end in range(start + 1, len(text) + 1):
        found = counts[end] - counts[start]
        if found > size + 1:  # one more: a lam counts until its alef comes
            return None
        if found == size and _plain(seen(text, start, end)) == wanted:
            return end
    return None


def seen(text: str, start: int = 0, end: int | None = None, base: int | None = None) -> str:
    """Return how the line `text[start:end]` of a paragraph must look, the blanks around it left out.

    FriBidi's line, and what it leaves to others: lam and alef with marks between them are one ligature too,
    at every level; white space is blank; a control is shown as a picture, and no letter joins across it.
    """
    # To FriBidi letters do join across a control; across a noncharacter, as boundary neutral, they do not.
    asked = _CONTROL.sub("\ufdd0", text)
    line = fribidi.paragraph(asked, base).line(start, len(text) if end is None else end)
    return "".join(_shown(painted, text[index]) for painted, index in _ligated(line, text)).strip()


def _ligated(line: fribidi.Line, text: str) -> Iterator[tuple[str, int]]:
    """The characters of a line, lam and alef joined where only marks part them (`fribidi` says why)."""
    forms = {index: character for character, index in zip(line.visual, line.order, strict=True)}
    joined: dict[int, str] = {}
    gone: set[int] = set()
    for lam, form in forms.items():
        alef = _past_marks(text, lam + 1)
        if form in _LAM_ALEF and alef in forms and text[alef] in _ALEFS:
            end = _past_marks(text, alef + 1)
            marks = text[lam + 1 : alef] + text[alef + 1 : end]
            joined[lam] = _LAM_ALEF[form][_ALEFS.index(text[alef])] + marks
            gone.update(range(lam + 1, end))
    for character, index in zip(line.visual, line.order, strict=True):
        if index not in gone:
            yield joined.get(index, character), index


def _past_marks(text: str, index: int) -> int:
    while index < len(text) and unicodedata.category(text[index]) in ("Mn", "Me"):
        index += 1
    return index


def _shown(painted: str, written: str) -> str:
    """What stands in the cell of a character that FriBidi leaves as it is."""
    category = unicodedata.category(written)
    if written == "\t":
        return TAB
    if category == "Cc":
        code = ord(written)
        return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
    if category == "Zs":
        return "  " if written == "\u3000" else " "
    return "" if category in ("Zl", "Zp") else painted


@lru_cache(maxsize=64)
def _counts(text: str) -> list[int]:
    """For each place in the text how many characters before it are painted."""
    return list(accumulate(_inked(text), initial=0))


def _inked(text: str) -> Iterator[int]:
    """For each character how many more are painted, blanks not counted: an alef behind a lam is none."""
    lam = False
    for character in text:
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            yield 1
            continue
        blank = category in ("Zs", "Zl", "Zp") or character == "\t" or fribidi.is_format(character)
        yield 0 if blank or (lam and character in _ALEFS) else 1
        lam = character == "\u0644"


def _is_indented(text: str, index: int, start: int) -> bool:
    """Whether a line from `start` on may have blanks of its own before its first letter."""
    while start and start < len(text) and (text[start] in _HANGING or fribidi.is_format(text[start])):
        start += 1
    return text[start].isspace() or (index == 0 and text[0].isspace())


def _has_ink(text: str, start: int) -> bool:
    counts = _counts(text)
    return counts[-1] > counts[start]


def _plain(painted: str) -> str:
    """Isolated hamza has two codes for one look."""
    return painted.replace("\ufe80", "\u0621")
