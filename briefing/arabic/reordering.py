"""Resolves a paragraph and reorders its lines: levels in, visual order out (UAX #9)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Final

from briefing.arabic.characters import is_format as is_format
from briefing.arabic.levels import Direction, LevelRun, Levels, bidi_classes, paragraph_direction
from briefing.arabic.pieces import Piece, cut_paragraph

# Rule L1: characters up to a separator or the end of the line.
_UP_TO_SEPARATOR: Final = re.compile(r"([^sb]*)[sb]?")
_SEPARATOR: Final = re.compile("[sb]")
# What may have another level than the paragraph embedding level, by paragraph direction.
_MIXED: Final = {"L": re.compile(r"[radxiu]"), "R": re.compile(r"[^rawsbno]")}
_PIECES_KEPT: Final = 8
_piece_start: Final = attrgetter("start")

_is_hidden: Final = lru_cache(is_format)


class Resolved:
    """A paragraph with its levels resolved (UAX #9, rules X1 to I2), from which its lines are reordered.

    Levels are found when they are asked for, piece by piece if the paragraph is long.

    Args:
        text: The paragraph, without its separator.
        base: The paragraph direction (also called base direction, BD5), `"L"` or `"R"`; None finds it (rules
            P2, P3).

    Attributes:
        text: The paragraph.
        base: The paragraph direction, given or found.
    """

    def __init__(self, text: str, base: Direction | None = None) -> None:
        self.text = text
        self._classes = bidi_classes(text)
        self.base: Direction = base or paragraph_direction(text, self._classes)
        # Whether all of it is at the paragraph embedding level; if not, whether a separator (rule L1) is in
        # it.
        self._is_uniform = not _MIXED[self.base].search(self._classes)
        self._has_separators = not self._is_uniform and bool(_SEPARATOR.search(self._classes))
        if self._is_uniform:
            return
        self._pieces, unpaired_from = cut_paragraph(text, self._classes, self.base)
        self._levels = Levels(text, self._classes, unpaired_from)
        self._resolved_pieces: dict[int, tuple[list[int], list[LevelRun], list[int]]] = {}

    def _piece_runs(self, number: int) -> tuple[list[int], list[LevelRun], list[int]]:
        """Return where runs of a piece start, the runs, and their visual positions; all in logical order."""
        resolved = self._resolved_pieces.get(number)
        if resolved is None:
            if len(self._resolved_pieces) >= _PIECES_KEPT:
                self._resolved_pieces.clear()
            resolved = self._resolved_pieces[number] = self._resolve(self._pieces[number])
        return resolved

    def _resolve(self, piece: Piece) -> tuple[list[int], list[LevelRun], list[int]]:
        """Resolve a piece: the result is that of `_piece_runs`."""
        if _MIXED[self.base].search(self._classes, piece.start, piece.end):
            visual = self._levels.runs(piece.start, piece.end, self.base, piece.before, piece.after)
        else:
            visual = [LevelRun(piece.start, piece.end, self.base == "R")]
        positions = sorted(range(len(visual)), key=visual.__getitem__)
        runs = [visual[position] for position in positions]
        return [run.start for run in runs], runs, positions

    def visual_runs(self, start: int, end: int) -> list[LevelRun]:
        """Return the level runs of the line `text[start:end]` in visual order, left to right (rules L1, L2).

        The order of two characters is that which they have in the paragraph as one line: it depends only on
        the levels between them. White space at the end of the line, and before a tab, is at the paragraph
        embedding level (L1). Format characters are included.
        """
        rtl = self.base == "R"
        if self._is_uniform:
            end = min(end, len(self.text))
            return [LevelRun(start, end, rtl)] if start < end else []
        if not self._has_separators:
            end = min(end, len(self.text))
            split = start + len(self._classes[start:end].rstrip("wixzc"))
            runs = self._reordered_runs(start, split)
            if split < end:
                runs.insert(0 if rtl else len(runs), LevelRun(split, end, rtl))
            return runs
        segments: list[list[LevelRun]] = []
        for segment in _UP_TO_SEPARATOR.finditer(self._classes, start, end):
            first, last = segment.span()
            split = first + len(segment.group(1).rstrip("wixzc"))
            segments.append(self._reordered_runs(first, split))
            if split < last:
                segments.append([LevelRun(split, last, rtl)])
        if rtl:
            segments.reverse()
        return [run for one in segments for run in one]

    def _reordered_runs(self, start: int, end: int) -> list[LevelRun]:
        """Return the level runs of `text[start:end]` in visual order, from left to right (rule L2 only).

        Pieces begin and end at the paragraph embedding level, so that whole pieces are reordered.
        """
        reordered: list[LevelRun] = []
        first = bisect_right(self._pieces, start, key=_piece_start) - 1 if len(self._pieces) > 1 else 0
        for number in range(max(0, first), len(self._pieces)):
            if self._pieces[number].start >= end:
                break
            starts, runs, positions = self._piece_runs(number)
            low, high = bisect_right(starts, start), bisect_left(starts, end)
            if low and runs[low - 1].end > start:  # `start` is in the middle of a run
                low -= 1
            if low == high:
                continue
            part = runs[low:high]
            if part[0].start < start:
                part[0] = LevelRun(start, part[0].end, part[0].rtl)
            if part[-1].end > end:
                part[-1] = LevelRun(part[-1].start, end, part[-1].rtl)
            if high - low > 1:
                part = [run for _, run in sorted(zip(positions[low:high], part, strict=True))]
            reordered = part + reordered if self.base == "R" else reordered + part
        return reordered

    def reorder_line(self, start: int, end: int) -> list[int]:
        """Return the visual order of a line of the paragraph (UAX #9, rules L1, L2).

        Args:
            start: The index in `text` where the line begins.
            end: The index where it ends (exclusive).

        Returns:
            Indices into `text` from left to right, without format characters; none if the slice is empty.
        """
        visual_order: list[int] = []
        for run in self.visual_runs(start, end):
            indices = range(run.end - 1, run.start - 1, -1) if run.rtl else range(run.start, run.end)
            visual_order.extend(at for at in indices if not _is_hidden(self.text[at]))
        return visual_order

    @cached_property
    def visual_order(self) -> list[int]:
        """The visual order of the paragraph as one line: indices into `text`, without format characters."""
        return self.reorder_line(0, len(self.text))

    @cached_property
    def rtl(self) -> list[bool]:
        """Whether the level of each character is odd, in the paragraph as one line.

        A character that rule X9 removes has no level: the value of the character before it is repeated.
        """
        rtl: list[bool | None] = [None] * len(self.text)
        for run in self.visual_runs(0, len(self.text)):
            rtl[run.start : run.end] = [run.rtl] * (run.end - run.start)
        result: list[bool] = []
        before = self.base == "R"
        for value in rtl:
            before = before if value is None else value
            result.append(before)
        return result


def resolve(text: str, base: Direction | None = None) -> Resolved:
    """Resolve the levels of one paragraph (UAX #9, rules P2 to I2); its lines can be reordered then (L1, L2).

    Args:
        text: The paragraph in logical order. A paragraph separator in it does not end it: split before
            (rule P1).
        base: The paragraph direction, `"L"` or `"R"`; None finds it: that of the first strong character
            outside of isolates, or `"L"` (rules P2, P3).

    Returns:
        The paragraph, with the direction, the visual order and the level runs of any line of it.
    """
    return Resolved(text, base)
