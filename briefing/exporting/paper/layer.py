"""Lines of Arabic on paper that say what stands in them: they are searched and copied as they were written.

typst shows glyphs from left to right, marks on baselines of their own; programs make of that what they can.
Here each line gets its characters a second time, unseen, one by one (`slots`), in the order from which each
program finds the author's (`orders`). What is seen stays, and stands for nothing: by an empty ActualText; to
PDFium, which does not know an empty one, by one that cannot be shown; to others by a mark without a width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from briefing.exporting.paper.authors import Authors
from briefing.exporting.paper.objects import Objects, stream
from briefing.exporting.paper.operators import Block, FontUse, Glyph, blocks, tokens
from briefing.exporting.paper.orders import RLM, Slot, has_right_to_left, is_latin, slots
from briefing.exporting.paper.slots import Slots, text_map

_REFERENCE: Final = rb"\s*(\d+) 0 R"
_ROW: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_FONT_NAME: Final = re.compile(rb"/(\w+)\s+(\d+) 0 R")
_NOTHING: Final = b"/Span<</ActualText()>>BDC/Unseen<</ActualText<FEFF0001>>>BDC "
_CONTROL: Final = 0xFFFF  # the code of the character that PDFium is told
_RIGHT_TO_LEFT: Final = ("ar", "fa", "ur", "he", "ps", "ckb", "ku", "ug", "sd", "yi", "dv", "syr")


class _Part(NamedTuple):
    """Some characters that stand between two places, in points."""

    characters: str
    left: float
    right: float


def readable(pdf: bytes, texts: Iterable[str]) -> bytes:
    """Return a PDF of typst's whose lines from right to left are read as the texts they are of.

    A line that is found in none of them stays as it is; so does a PDF that is laid out in another way.
    """
    try:
        return _Layer(Objects(pdf), Authors(texts)).written()
    except (ValueError, KeyError, IndexError, AttributeError):
        return pdf


class _Layer:
    def __init__(self, objects: Objects, authors: Authors) -> None:
        self._objects, self._authors = objects, authors
        self._slots = Slots()
        self._uses: dict[int, FontUse] = {}
        self._unseen: dict[int, int] = {}
        self._slots_object = objects.add(b"")

    def written(self) -> bytes:
        pages = [
            n
            for n in range(1, len(self._objects) + 1)
            if re.search(rb"/Type/Page\b(?!s)", self._objects[n][:200])
        ]
        kids = re.search(rb"/Kids\s*\[([^\]]*)\]", self._objects[1])
        order = [int(one) for one in re.findall(_REFERENCE, kids[1])] if kids else []
        resources: list[int] = []
        for page in [one for one in order if one in pages] or pages:
            found = self._number(self._objects[page], b"Resources")
            self._page(page, found)
            if found not in resources:
                resources.append(found)
        if not self._unseen:
            raise ValueError("nothing to say")
        made = self._slots.rows(self._objects)
        self._objects[self._slots_object] = self._objects[made]
        for number in resources:
            self._name_fonts(number)
        return self._objects.written()

    def _page(self, page: int, resources: int) -> None:
        fonts = self._fonts(resources)
        content_at = self._number(self._objects[page], b"Contents")
        content = self._objects.stream(content_at)
        if b"/Lang" not in content:
            return
        found = [*blocks(content, fonts)]
        changes: list[tuple[Block, bytes]] = []
        for whole in _lines(found):
            text = None
            for line in _candidates(whole):
                parts = _parts([glyph for block in line for glyph in block.glyphs])
                characters = "".join(part.characters for part in parts)
                text = self._authors.line(characters) if has_right_to_left(characters) else None
                if text is not None:
                    break
            if text is None or is_latin(text):
                continue
            glyph = next(glyph for block in line for glyph in block.glyphs if glyph.width)
            said = self._said(text, parts, glyph)
            for at, block in enumerate(line):
                self._hide(block.fonts)
                shown = _hidden(content[block.start : block.end], fonts)
                changes.append((block, (self._placed(said, block) if at == 0 else b"") + shown))
        parts_of, at = [], 0
        for block, change in sorted(changes):
            parts_of += [content[at : block.start], change]
            at = block.end
        if changes:
            self._objects[content_at] = stream(b"".join([*parts_of, content[at:]]))

    def _said(
        self, text: str, parts: Sequence[_Part], glyph: Glyph
    ) -> list[tuple[str, str, float, float, float, float]]:
        """Return the objects to show: characters, what PDFium is told, x, y, size, width of each."""
        places = _places(parts)
        ordered = slots(text)
        if len(places) != len(text):
            first, last = parts[0].left, parts[-1].right
            step = (last - first) / len(text)
            places = [(first + step * at, first + step * (at + 1)) for at in range(len(text))]
        return [*_shown(text, ordered, places, glyph)]

    def _placed(self, said: Sequence[tuple[str, str, float, float, float, float]], block: Block) -> bytes:
        out = [b"BT 3 Tr "]
        row: list[bytes] = []
        pen = 0.0
        for character, told, x, y, size, width in said:
            code, wide = self._slots.code(character, width * 1000 / size)
            if told or not row:
                if row:
                    out.append(b"[%b]TJ " % b"".join(row))
                    row = []
                where = b"/Slots %.4f Tf 1 0 0 -1 %.4f %.4f Tm" % (size, x - block.left, block.baseline - y)
                if told:
                    self._slots.code(told, 0)
                    told_hex = told.encode("utf-16-be").hex().upper().encode()
                    out.append(b"/Unseen<</ActualText<FEFF%b>>>BDC %b<%04X>Tj EMC " % (told_hex, where, code))
                    continue
                out.append(where)
                pen = x
            if abs(x - pen) > 0.01:
                row.append(b"%.1f" % ((pen - x) * 1000 / size))
                pen = x
            row.append(b"<%04X>" % code)
            pen += wide * size / 1000
        if row:
            out.append(b"[%b]TJ " % b"".join(row))
        self._slots.code("\x01", 0)
        return b"".join([*out, b"ET "])

    def _fonts(self, resources: int) -> dict[bytes, FontUse]:
        fonts = {}
        for name, number in self._named(resources):
            if number not in self._uses:
                self._uses[number] = self._use(name, number)
            fonts[b"/" + name] = self._uses[number]
        return fonts

    def _named(self, resources: int) -> list[tuple[bytes, int]]:
        found = re.search(rb"/Font\s*<<(.*?)>>", self._objects[resources], re.DOTALL)
        return [(name, int(number)) for name, number in _FONT_NAME.findall(found[1])] if found else []

    def _use(self, name: bytes, number: int) -> FontUse:
        body = self._objects[number]
        below = self._objects[self._number(body, rb"DescendantFonts\s*\[")]
        rows = self._objects.stream(self._number(body, b"ToUnicode")).partition(b"endcodespacerange")[2]
        texts = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
            for code, text in _ROW.findall(rows)
        }
        usual = re.search(rb"/DW\s+([\d.]+)", below)
        return FontUse(name, number, _widths(below), float(usual[1]) if usual else 1000, texts)

    def _hide(self, fonts: Iterable[int]) -> None:
        for number in fonts:
            if number not in self._unseen:
                nothing = dict.fromkeys(self._uses[number].texts, "\ufeff") | {_CONTROL: "\x01"}
                texts = self._objects.add(stream(text_map(nothing)))
                self._unseen[number] = self._objects.add(
                    re.sub(rb"/ToUnicode\s+\d+ 0 R", b"/ToUnicode %d 0 R" % texts, self._objects[number])
                )

    def _name_fonts(self, resources: int) -> None:
        more = b"/Slots %d 0 R" % self._slots_object
        for name, number in self._named(resources):
            if number in self._unseen:
                more += b"/%bu %d 0 R" % (name, self._unseen[number])
        self._objects[resources] = re.sub(
            rb"/Font\s*<<", lambda found: found[0] + more, self._objects[resources], count=1
        )

    @staticmethod
    def _number(body: bytes, key: bytes) -> int:
        found = re.search(b"/" + key + _REFERENCE, body)
        if not found:
            raise ValueError(f"no {key.decode()}")
        return int(found[1])


def _lines(found: Sequence[Block]) -> Iterable[list[Block]]:
    """Yield the blocks on one baseline, some from right to left; marks are with the letters after them."""
    line: list[list[Block]] = []
    waiting: list[Block] = []
    for block in (one for one in found if one.glyphs):
        if not any(glyph.width for glyph in block.glyphs):
            waiting.append(block)
            continue
        if line and abs(_height(block) - _height(line[-1][-1])) >= 0.1:
            yield _from_left(line)
            line = []
        line.append([*waiting, block])
        waiting = []
    if line:
        yield _from_left(line)


def _from_left(line: list[list[Block]]) -> list[Block]:
    return [block for some in sorted(line, key=lambda one: _left(one[-1])) for block in some]


def _is_ours(block: Block) -> bool:
    """By its language, which typst does not say in footnotes and cells, or by its letters."""
    named = block.language.partition("-")[0] in _RIGHT_TO_LEFT
    return named or any(has_right_to_left(glyph.text) for glyph in block.glyphs)


def _candidates(line: list[Block]) -> Iterable[list[Block]]:
    """Yield a line, then what of it is between its first and last block from right to left.

    Of a footnote then what is left of its number: it begins with that, in the words that a block holds.
    """
    ours = [at for at, block in enumerate(line) if _is_ours(block)]
    if ours:
        yield line
        if ours[0] or ours[-1] < len(line) - 1:
            yield line[ours[0] : ours[-1] + 1]
        for at, block in enumerate(line):
            if at and block.glyphs[0].text.startswith("¶"):
                yield line[:at]
                while line[at - 1 :] and at and not "".join(one.text for one in line[at - 1].glyphs).strip():
                    at -= 1
                yield line[:at]


def _height(block: Block) -> float:
    return next(glyph.y for glyph in block.glyphs if glyph.width)


def _left(block: Block) -> float:
    return next(glyph.x for glyph in block.glyphs if glyph.width)


def _parts(glyphs: Sequence[Glyph]) -> list[_Part]:
    """The clusters of a line from left to right, those without a width with the next that has one."""
    parts: list[_Part] = []
    waiting: list[str] = []
    former = ""
    for glyph in glyphs:
        if glyph.text != former:
            waiting.append(glyph.text)
        former = "" if glyph.width else glyph.text
        if glyph.width:
            characters = "".join(text[::-1] if has_right_to_left(text) else text for text in waiting)
            parts.append(_Part(characters, glyph.x, glyph.x + glyph.width))
            waiting = []
    if waiting and parts:
        characters = "".join(text[::-1] if has_right_to_left(text) else text for text in waiting)
        parts[-1] = parts[-1]._replace(characters=parts[-1].characters + characters)
    return parts


def _places(parts: Sequence[_Part]) -> list[tuple[float, float]]:
    places = []
    for part in parts:
        count = max(1, len(part.characters))
        width = part.right - part.left
        small = min(0.06 * width, width / count)
        at = part.left
        for number in range(len(part.characters)):
            end = part.right if number == count - 1 else at + small
            places.append((at, end))
            at = end
    return places


def _shown(
    text: str, ordered: Sequence[Slot], places: Sequence[tuple[float, float]], glyph: Glyph
) -> Iterable[tuple[str, str, float, float, float, float]]:
    """What to show: the characters, and behind them the marks."""
    marks = []
    for slot in ordered:
        left, right = places[slot.rank]
        yield text[slot.place], slot.mirrored, left, glyph.y, glyph.size, right - left
        if slot.is_marked:
            marks.append((RLM, "\x01", left - 0.03 * glyph.size, glyph.y, glyph.size, 0.02 * glyph.size))
    yield from marks


def _hidden(shown: bytes, fonts: Mapping[bytes, FontUse]) -> bytes:
    """The same glyphs, which stand for no text."""
    out: list[bytes] = []
    operands: list[bytes] = []
    for _, _, token in tokens(shown):
        if token in (b"BDC", b"BMC", b"EMC"):
            operands = []
            continue
        operands.append(token + b"u" if token in fonts else token)
        if token.isalpha() or token in (b"Tj", b"TJ"):
            out.append(b" ".join(operands))
            operands = []
    return _NOTHING + b"\n".join(out) + b" EMC EMC "


def _widths(font: bytes) -> dict[int, float]:
    """The widths that a font's W gives: from a code to a code, as typst writes it."""
    found = re.search(rb"/W\s*\[([^\]\[]*)\]", font)
    numbers = found[1].split() if found else []
    return {
        code: float(numbers[at + 2])
        for at in range(0, len(numbers) - 2, 3)
        for code in range(int(numbers[at]), int(numbers[at + 1]) + 1)
    }
