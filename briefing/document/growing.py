"""Paragraphs of a text so large that they are counted while it is already read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import overload

from msgspec import Struct

from briefing.document.model import Paragraph


class ParagraphPart(Struct, frozen=True):
    """A paragraph, or a part of a very long one.

    `number` is that of the paragraph, `start` the characters of it before this part, `ends` whether it ends
    here. `line` is the index of the part in which the line begins that this part begins in: its own, if it
    begins with a line. `is_last`: nothing follows.
    """

    number: int
    text: str
    start: int
    ends: bool
    line: int
    is_last: bool = False


class Counted(Struct, frozen=True):
    """How far a text is counted: in `percent`, and the `parts` known.

    `number_digits` is how many digits the longest number of a paragraph is thought to have. `encoding`,
    `encoding_from` and `lost` are as in an `Origin`, as far as is known by now: until it `is_checked`, more
    may be found. `is_shorter`: some of the text was gone from its file when it was wanted.
    """

    percent: int
    parts: int
    number_digits: int
    encoding: str
    encoding_from: str
    lost: int
    is_checked: bool = True
    is_shorter: bool = False


class GrowingParagraphs(Sequence[Paragraph]):
    """The paragraphs that are counted, as a sequence; iterated over, all of them, counted or not.

    Where a paragraph is very long its parts are what does not take its whole length.
    """

    @property
    @abstractmethod
    def counted(self) -> Counted:
        """How far it is counted now."""

    @abstractmethod
    def count_on(self) -> bool:
        """Count some more, for some milliseconds at most; returns whether there is more to be done."""

    @abstractmethod
    def part(self, index: int) -> ParagraphPart:
        """Return a part that is counted, by its index. One that is gone from the file meanwhile is empty."""

    @abstractmethod
    def part_of(self, number: int, start: int = 0) -> int | None:
        """Return the index of the part with character `start` of a paragraph; None if it is not counted."""

    @abstractmethod
    def telling_pieces(self) -> tuple[int, tuple[bytes, ...]]:
        """Return the size in bytes, and pieces that tell the text from others without reading all of it."""

    @abstractmethod
    def parts(self) -> Iterator[ParagraphPart]:
        """Yield all parts from the first on, counted or not."""

    def __iter__(self) -> Iterator[Paragraph]:
        texts: list[str] = []
        for part in self.parts():
            texts.append(part.text)
            if part.ends:
                yield Paragraph(part.number, "".join(texts))
                texts.clear()


class GrowingNumbers(Sequence[int]):
    """The numbers of such paragraphs: as many as are counted, from 1; iterated over, all of them."""

    def __init__(self, paragraphs: GrowingParagraphs) -> None:
        self._paragraphs = paragraphs

    def __len__(self) -> int:
        return len(self._paragraphs)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> range: ...
    def __getitem__(self, index: int | slice) -> int | range:
        return range(1, len(self) + 1)[index]

    def __iter__(self) -> Iterator[int]:
        return (part.number for part in self._paragraphs.parts() if part.ends)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GrowingNumbers) and hash(other) == hash(self)

    def __hash__(self) -> int:
        return id(self._paragraphs)
