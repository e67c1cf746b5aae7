"""A plain text of any size: its bytes stay where they are, and its paragraphs are counted piece by piece."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple, overload

from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.growing import Counted, GrowingParagraphs, ParagraphPart
from briefing.document.long_paragraphs import LENGTH, WHOLE, after_marks, cuts
from briefing.document.model import Paragraph
from briefing.machine.large_bytes import LargeBytes
from briefing.sources.counting import Counter
from briefing.sources.encodings import Decoded, decoded
from briefing.sources.paragraphs import boundary, paragraph_texts

#: Bytes of a chunk, about: what is read and parted at a time.
CHUNK: Final = 1 << 17
#: Bytes of the beginning that say what parts the paragraphs, blank lines or line ends.
RULE: Final = 1 << 20
#: Bytes at either end that tell a text from others of its size.
TELLING: Final = 1 << 16
_LOST: Final = "\ufffd"
_DENSER: Final = 4  # times as many paragraphs as in the beginning may follow, until numbers need more room
_SHORT: Final = 1 << 13  # bytes that tell an encoding if many of them are not ASCII
_ASCII: Final = bytes(range(128))
_OTHERS: Final = bytes(range(128, 256))
_KEPT: Final = 8  # chunks that are kept parted


class _Chunk(NamedTuple):
    """Where a chunk begins: its first byte, the index of its first part and the number of its paragraph.

    `inside` are the characters of that paragraph before it, 0 if the paragraph begins here; `line` is the
    index of the part that has the beginning of the line it begins in, None if it begins with a line.
    """

    byte: int
    part: int
    number: int
    inside: int = 0
    line: int | None = None


class LargeText(GrowingParagraphs):
    """The paragraphs of a plain text whose bytes are read when they are asked for.

    Paragraphs are those of `split_paragraphs`, with one difference: whether blank lines part them or line
    ends do is decided by the first `RULE` bytes. Where each chunk of some hundred paragraphs begins is all
    that is kept of it. The first chunk is counted at once, so that there is something to show.

    Args:
        large_bytes: The text's bytes.
        codec: The codec they are in, one of those that `can_be_read_by_pieces`.
        found: How that is known, and what is to be said of it; its text is not looked at.
        name: The document's name in messages.
        declared: Encodings that are declared for it, for where the beginning was ASCII only.
        chunk: Bytes of a chunk, about; None: `CHUNK`.
    """

    def __init__(
        self,
        large_bytes: LargeBytes,
        codec: str,
        found: Decoded,
        *,
        name: str,
        declared: Iterable[str] = (),
        chunk: int | None = None,
    ) -> None:
        self._bytes = large_bytes
        self._name = name
        self._declared = tuple(declared)
        self._chunk = chunk or CHUNK
        self._is_shorter = False
        self._take(codec, found)

    def _take(self, codec: str, found: Decoded) -> None:
        """Begin anew, in that encoding."""
        self._codec, self._found = codec, found._replace(text="", lost=0)
        self._size = self._bytes.size
        mark = "\ufeff".encode(codec) if codec.startswith("utf") else b""
        self._first = len(mark) if mark and self._bytes.read(0, len(mark)) == mark else 0
        self._chunks = [_Chunk(self._first, 0, 1)]  # the last one begins where the next to be counted does
        self._counter: Counter | None = None
        self._checked, self._pending, self._ascii = self._first, b"", codec == "utf-8"
        self._parted = lru_cache(_KEPT)(self._part_chunk)
        self._by_blank_lines = self._has_blank_lines()
        while not self._chunks[-1].part and not self._is_counted:
            self._advance()
        seen = max(1, self._chunks[-1].byte - self._first)
        likely = len(self) * (1 if self._is_counted else _DENSER * self._size // seen)
        self._digits = len(str(likely))

    def _has_blank_lines(self) -> bool:
        text = ""
        for count in (min(self._chunk, RULE), RULE):
            text = self._decode(self._bytes.read(self._first, count), final=False)[0]
            text = text.replace("\r\n", "\n")
            if len(paragraph_texts(text, by_blank_lines=True)) > 1:
                return True
        return False

    # Counting.

    @property
    def _is_counted(self) -> bool:
        return self._chunks[-1].byte >= self._size

    @property
    def counted(self) -> Counted:
        """How far it is counted now."""
        done, whole = self._chunks[-1].byte - self._first, max(1, self._size - self._first)
        percent = 100 if self._is_counted else min(99, 100 * done // whole)
        found = self._found
        digits = max(self._digits, len(str(len(self))))
        return Counted(
            percent,
            self._chunks[-1].part,
            digits,
            found.encoding,
            found.known_from,
            found.lost,
            is_checked=self._checked >= self._size,
            is_shorter=self._is_shorter,
        )

    def count_on(self) -> bool:
        """Count a chunk more; once all are, see whether a piece more of the text can be read."""
        if not self._is_counted:
            self._advance()
            return True
        self._check()
        return self._checked < self._size or not self._is_counted

    def __len__(self) -> int:
        """How many paragraphs are counted."""
        last = self._chunks[-1]
        return last.number - 1 if not last.inside else last.number

    def _advance(self) -> None:
        """Count the next chunk."""
        here, want = self._chunks[-1], self._chunk
        while True:
            data = self._bytes.read(here.byte, want)
            if len(data) < min(want, self._size - here.byte):
                self._size, self._is_shorter = here.byte + len(data), True
            at_end = here.byte + len(data) >= self._size
            if here.part and not at_end and (found := self._quickly(here, data)):
                break
            if found := self._thoroughly(here, data, at_end=at_end):
                break
            want *= 2
        self._chunks += found

    def _quickly(self, here: _Chunk, data: bytes) -> list[_Chunk]:
        """The next chunks, counted by the bytes alone; none where that cannot be done."""
        if self._counter is None:
            self._counter = Counter(self._codec, by_blank_lines=self._by_blank_lines)
        if here.inside:
            line = here.part if here.line is None else here.line
            return [
                _Chunk(here.byte + end, here.part + count, here.number, here.inside + characters, line)
                for count, (end, characters) in enumerate(self._counter.cut_line(data), 1)
            ]
        if (found := self._counter.count(data)) is None:
            return []
        count, end = found
        return [_Chunk(here.byte + end, here.part + count, here.number + count)]

    def _thoroughly(self, here: _Chunk, data: bytes, *, at_end: bool) -> list[_Chunk]:
        """The next chunk; none if more has to be read to know where this one ends."""
        text, _ = self._decode(data, final=at_end)
        end, is_cut = (len(text), False) if at_end else self._end_of_chunk(text)
        if not end and not at_end:
            return []
        parts = self._parts_of(text[:end], here, is_cut=is_cut)
        byte = self._size if at_end else here.byte + self._bytes_of(data, text, end)
        if not parts:
            return [here._replace(byte=byte)]
        last, count = parts[-1], here.part + len(parts)
        if not is_cut:
            return [_Chunk(byte, count, last.number + 1)]
        line = None
        if text[end - 1] != "\n":
            line = count - 1 if "\n" in last.text else last.line
        return [_Chunk(byte, count, last.number, last.start + len(last.text), line)]

    def _end_of_chunk(self, text: str) -> tuple[int, bool]:
        """Where a chunk of `text` ends, and whether that is within a paragraph; 0: that cannot be told."""
        if end := boundary(text, by_blank_lines=self._by_blank_lines):
            return end, False
        last = len(text.rstrip()) - LENGTH
        if last < 2 * WHOLE:
            return 0, False
        end = text.rfind("\n", last // 2, last) + 1 or text.rfind(" ", last // 2, last) + 1
        if not end:
            end = after_marks(text, last)
            end -= text[end - 1 : end + 1] == "\r\n"
        return end, True

    # Reading.

    def _decode(self, data: bytes, *, final: bool) -> tuple[str, int]:
        """The text of `data`, but for a character that is cut at its end; and the places that were lost."""
        try:
            return codecs.getincrementaldecoder(self._codec)().decode(data, final), 0
        except UnicodeError:
            text = codecs.getincrementaldecoder(self._codec)("replace").decode(data, final)
            return text, text.count(_LOST)

    def _bytes_of(self, data: bytes, text: str, end: int) -> int:
        """How many bytes of `data`, which is `text`, the first `end` characters are."""
        if _LOST not in text:
            encoded = text[:end].encode(self._codec, "surrogatepass")
            if data.startswith(encoded):
                return len(encoded)
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            if len(self._decode(data[:middle], final=False)[0]) < end:
                low = middle + 1
            else:
                high = middle
        return low

    def _parts_of(self, text: str, here: _Chunk, *, is_cut: bool) -> list[ParagraphPart]:
        """The parts of a chunk with that text; `is_cut`: its last paragraph goes on in the next."""
        text = text.replace("\r\n", "\n")
        # Where a paragraph goes on, nothing of it may be taken for what stands between paragraphs.
        before, after = "x" if here.inside else "", "x" if is_cut else ""
        texts = paragraph_texts(before + text + after, by_blank_lines=self._by_blank_lines)
        if before and texts:
            texts[0] = texts[0][1:]
        if after and texts:
            texts[-1] = texts[-1][:-1]
        parts: list[ParagraphPart] = []
        for at, one in enumerate(texts):
            number, index = here.number + at, here.part + len(parts)
            goes_on = is_cut and at == len(texts) - 1
            if at or not here.inside:
                parts += _parts_of_paragraph(one, number, index, goes_on=goes_on)
            else:
                parts += _parts_of_paragraph(one, number, index, here.inside, here.line, goes_on=goes_on)
        return parts

    def _part_chunk(self, at: int) -> list[ParagraphPart]:
        return self._read_chunk(at)[0]

    def _read_chunk(self, at: int) -> tuple[list[ParagraphPart], int]:
        """The parts of a chunk, and the places of it that were lost."""
        here, following = self._chunks[at], self._chunks[at + 1]
        data = self._bytes.read(here.byte, following.byte - here.byte)
        self._is_shorter = self._is_shorter or len(data) < following.byte - here.byte
        text, lost = self._decode(data, final=True)
        return self._parts_of(text, here, is_cut=following.inside > 0), lost

    def part(self, index: int) -> ParagraphPart:
        """Return a part that is counted, by its index. One that is gone from the file meanwhile is empty."""
        at = bisect_right(self._chunks, index, hi=len(self._chunks) - 1, key=lambda chunk: chunk.part) - 1
        here = self._chunks[at]
        parts = self._parted(at)
        if index - here.part < len(parts):
            is_last = self._is_counted and index == self._chunks[-1].part - 1
            return replace(parts[index - here.part], is_last=is_last)
        return ParagraphPart(here.number + index - here.part, "", 0, True, index)

    def part_of(self, number: int, start: int = 0) -> int | None:
        """Return the index of the part with character `start` of a paragraph; None if it is not counted."""
        if not 1 <= number <= len(self):
            return None
        place = (number, start)
        at = bisect_right(self._chunks, place, hi=len(self._chunks) - 1, key=lambda one: one[2:4]) - 1
        parts = self._parted(at)
        inside = bisect_right(parts, place, key=lambda one: (one.number, one.start)) - 1
        return self._chunks[at].part + max(0, inside)

    def telling_pieces(self) -> tuple[int, tuple[bytes, ...]]:
        """Return the size in bytes, and the first and the last `TELLING` bytes."""
        size = self._bytes.size
        return size, tuple(self._bytes.read(at, TELLING) for at in (0, max(0, size - TELLING)))

    def parts(self) -> Iterator[ParagraphPart]:
        """Yield all parts from the first on, counted or not; then it is known what of them was lost."""
        while self._ascii and self._checked < self._size:
            self._check()  # which encoding it is, may be seen only here
        at = lost = 0
        while at < len(self._chunks) - 1 or not self._is_counted:
            if at == len(self._chunks) - 1:
                self._advance()
            parts, lost_here = self._read_chunk(at)
            yield from parts
            at, lost = at + 1, lost + lost_here
        self._checked = self._size
        self._lose(lost)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...
    @overload
    def __getitem__(self, index: slice) -> list[Paragraph]: ...
    def __getitem__(self, index: int | slice) -> Paragraph | list[Paragraph]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        number = range(1, len(self) + 1)[index]
        first = self.part_of(number)
        assert first is not None
        texts = []
        for at in range(first, self._chunks[-1].part):
            part = self.part(at)
            texts.append(part.text)
            if part.ends:
                break
        return Paragraph(number, "".join(texts))

    # Whether it can be read.

    def _check(self) -> None:
        """See whether a piece more of the text can be read in its encoding."""
        data = self._bytes.read(self._checked, self._chunk)
        if not data:
            self._checked = self._size
            return
        self._checked += len(data)
        whole = self._pending + data
        if self._ascii and whole.isascii():
            return
        try:
            decoder = codecs.getincrementaldecoder(self._codec)()
            decoder.decode(whole, self._checked >= self._size)
        except UnicodeError:
            if self._ascii and self._found.known_from == "valid" and self._is_another(whole):
                return
            decoder = codecs.getincrementaldecoder(self._codec)("replace")
            lost = decoder.decode(whole, self._checked >= self._size).count(_LOST)
            self._lose(self._found.lost + lost)
        self._ascii = False
        self._pending = decoder.getstate()[0]

    def _lose(self, lost: int) -> None:
        """Take that so many places could not be read."""
        known_from = self._found.known_from
        if lost and known_from == "valid":
            known_from = "recognised"
        self._found = self._found._replace(lost=lost, known_from=known_from)

    def _is_another(self, data: bytes) -> bool:
        """Whether a text that was ASCII up to here is in another encoding than UTF-8; then it is taken."""
        from briefing.sources.codec_names import codec_of

        try:
            found = decoded(telling(data.lstrip(_ASCII)), self._name, declared=self._declared)
        except BriefingError:
            return False
        codec = codec_of(found.encoding)
        if codec == self._codec or not can_be_read_by_pieces(codec):
            return False
        self._take(codec, found)
        return True


def telling(data: bytes) -> bytes:
    """Return as much of the beginning of a text as tells its encoding: what is more takes longer."""
    short = data[:_SHORT]
    return short if len(short) - len(short.translate(None, _OTHERS)) > _SHORT // 4 else data


def can_be_read_by_pieces(codec: str) -> bool:
    """Return whether a text in that encoding can be read from any character on, whatever stands before it."""
    if codec.startswith("utf"):
        return codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ascii_bytes = bytes(range(128))
    if ascii_bytes.decode(codec, "replace") != ascii_bytes.decode("ascii"):
        return False
    others = bytes(range(128, 256)).decode(codec, "replace")
    return len(others) == 128 and set(others) != {_LOST}  # a character each, and not by escapes


def _parts_of_paragraph(
    text: str, number: int, index: int, inside: int = 0, line: int | None = None, *, goes_on: bool
) -> Iterator[ParagraphPart]:
    """The parts of a paragraph, or of what of it is in a chunk, the first of them at `index`.

    `inside` are its characters before that, `line` is as in `_Chunk`; `goes_on`: it does after that.
    """
    if not (inside or goes_on) and len(text) <= WHOLE:
        yield ParagraphPart(number, text, 0, True, index)
        return
    known, first = (0, line) if line is not None else (None, index)
    for at, cut in enumerate(cuts(text, in_line=line is not None), index):
        if cut.line != known:
            known, first = cut.line, at
        own = at if known is None or first is None else first
        yield ParagraphPart(
            number, text[cut.start : cut.end], inside + cut.start, cut.end == len(text) and not goes_on, own
        )
