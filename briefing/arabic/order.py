"""The order of a paragraph's characters on the screen, line by line (UAX #9)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Final

from briefing.arabic.characters import is_format as is_format
from briefing.arabic.levels import Direction, Levels, Run, bidi_classes, first_strong
from briefing.arabic.pieces import Piece, cut

# Rule L1: a stretch up to a separator or the line's end.
_SEGMENT: Final = re.compile(r"([^sb]*)[sb]?")
_SEPARATOR: Final = re.compile("[sb]")
# What may have another level than the paragraph's.
_MIXED: Final = {"L": re.compile(r"[radxiu]"), "R": re.compile(r"[^rawsbno]")}
_PIECES_KEPT: Final = 8
_start_of: Final = attrgetter("start")

_is_hidden: Final = lru_cache(is_format)


class Resolved:
    """The resolved levels of one paragraph (UAX #9, rules X1 to I2), from which its lines are ordered.

    Args:
        text: The paragraph, without its separator.
        base: Its direction, `"L"` or `"R"`; None finds it by rules P2 and P3, and keeps it here.
    """

    def __init__(self, text: str, base: Direction | None = None) -> None:
        self.text = text
        self._classes = bidi_classes(text)
        self.base: Direction = base or first_strong(text, self._classes)
        # Whether all of it is at the paragraph's level; whether a separator is in it.
        self._plain = not _MIXED[self.base].search(self._classes)
        self._separated = not self._plain and bool(_SEPARATOR.search(self._classes))
        if self._plain:
            return
        self._pieces, unpaired = cut(text, self._classes, self.base)
        self._levels = Levels(text, self._classes, unpaired)
        self._resolved: dict[int, tuple[list[int], list[Run], list[int]]] = {}

    def _runs(self, number: int) -> tuple[list[int], list[Run], list[int]]:
        """Of one piece in logical order: where runs start, the runs, the visual position of each."""
        resolved = self._resolved.get(number)
        if resolved is None:
            if len(self._resolved) >= _PIECES_KEPT:
                self._resolved.clear()
            resolved = self._resolved[number] = self._resolve(self._pieces[number])
        return resolved

    def _resolve(self, piece: Piece) -> tuple[list[int], list[Run], list[int]]:
        if _MIXED[self.base].search(self._classes, piece.start, piece.end):
            visual = self._levels.runs(piece.start, piece.end, self.base, piece.before, piece.behind)
        else:
            visual = [Run(piece.start, piece.end, self.base == "R")]
        positions = sorted(range(len(visual)), key=visual.__getitem__)
        runs = [visual[position] for position in positions]
        return [run.start for run in runs], runs, positions

    def line_runs(self, start: int, end: int) -> list[Run]:
        """The runs of the line `text[start:end]` from left to right (rules L1, L2), with format characters.

        Two characters stand to each other as they do in the whole paragraph, since that depends only on the
        levels between them. White space at the line's end, and before a tab, goes to the paragraph's level.
        """
        rtl = self.base == "R"
        if self._plain:
            end = min(end, len(self.text))
            return [Run(start, end, rtl)] if start < end else []
        if not self._separated:
            end = min(end, len(self.text))
            split = start + len(self._classes[start:end].rstrip("wixzc"))
            runs = self._clip(start, split)
            if split < end:
                runs.insert(0 if rtl else len(runs), Run(split, end, rtl))
            return runs
        stretches: list[list[Run]] = []
        for segment in _SEGMENT.finditer(self._classes, start, end):
            first, last = segment.span()
            split = first + len(segment.group(1).rstrip("wixzc"))
            stretches.append(self._clip(first, split))
            if split < last:
                stretches.append([Run(split, last, rtl)])
        if rtl:
            stretches.reverse()
        return [run for stretch in stretches for run in stretch]

    def _clip(self, start: int, end: int) -> list[Run]:
        """The runs of `text[start:end]` from left to right; pieces begin and end at the paragraph's level."""
        clipped: list[Run] = []
        first = bisect_right(self._pieces, start, key=_start_of) - 1 if len(self._pieces) > 1 else 0
        for number in range(max(0, first), len(self._pieces)):
            if self._pieces[number].start >= end:
                break
            starts, runs, positions = self._runs(number)
            low, high = bisect_right(starts, start), bisect_left(starts, end)
            if low and runs[low - 1].end > start:  # it begins in the middle of a run
                low -= 1
            if low == high:
                continue
            part = runs[low:high]
            if part[0].start < start:
                part[0] = Run(start, part[0].end, part[0].rtl)
            if part[-1].end > end:
                part[-1] = Run(part[-1].start, end, part[-1].rtl)
            if high - low > 1:
                part = [run for _, run in sorted(zip(positions[low:high], part, strict=True))]
            clipped = part + clipped if self.base == "R" else clipped + part
        return clipped

    def line_order(self, start: int, end: int) -> list[int]:
        """Indices into `text` of the line `text[start:end]` from left to right, format characters left out.

        UAX #9 rules L1 and L2. Raises nothing: an empty or reversed slice gives an empty list.
        """
        order: list[int] = []
        for run in self.line_runs(start, end):
            indices = range(run.end - 1, run.start - 1, -1) if run.rtl else range(run.start, run.end)
            order.extend(at for at in indices if not _is_hidden(self.text[at]))
        return order

    @cached_property
    def order(self) -> list[int]:
        """Indices into `text` from left to right were the paragraph one line, format characters left out."""
        return self.line_order(0, len(self.text))

    @cached_property
    def rtl(self) -> list[bool]:
        """For each character of `text`, were the paragraph one line: is its level odd?

        A character that rule X9 removes has no level and takes that of the one before it.
        """
        rtl: list[bool | None] = [None] * len(self.text)
        for run in self.line_runs(0, len(self.text)):
            rtl[run.start : run.end] = [run.rtl] * (run.end - run.start)
        result: list[bool] = []
        before = self.base == "R"
        for value in rtl:
            before = before if value is None else value
            result.append(before)
        return result


def resolve(text: str, base: Direction | None = None) -> Resolved:
    """Resolve one paragraph (UAX #9, rules P2 to L2).

    `base` is the paragraph's direction, `"L"` or `"R"`; None finds it (rules P2, P3: the first strong
    character, isolates skipped, else `"L"`). Paragraph separators do not end it: split before (rule P1).
    """
    return Resolved(text, base)
