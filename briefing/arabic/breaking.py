"""Where the lines of a paragraph may end (UAX #14, as far as readers of running text meet it).

Lines break at spaces; not before closing punctuation nor after an opening bracket, even with a space between
(rules LB13, LB14); never at a no-break space (LB12). Latin words and addresses also break behind a hyphen or
a slash; words with right-to-left letters do not, so that a name or a date is not torn. Text in scripts that
put no spaces between words is left to a library. A word wider than a whole line breaks between clusters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.arabic.clusters import Clusters, text_width

_SPACES: Final = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_MARKS: Final = (
    "\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
)
_FORMAT: Final = "\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff"

# A word and the spaces behind it; the last space stays out if a mark stands on it, for they are one cluster.
_UNIT: Final = re.compile(rf"([^{_SPACES}]*)([{_SPACES}]+(?![{_MARKS}])|\Z|(?=[{_SPACES}]))")
# LB13: closing punctuation stays with what is before it; LB15b: so does a closing quotation mark.
_STARTS_CLOSED: Final = re.compile(
    rf"[{_FORMAT}]*(?:[)\]}}!?.,:;/\u060c\u061b\u061d-\u061f\u06d4\u2026\u3001\u3002\uff09\uff0c\uff0e]"
    rf"|[\u00bb\u2019\u201d\u203a](?:[)\]}}!?.,:;\u060c\u061b\u061f\u06d4]|\Z))"
)
# LB14 and LB15a: what is behind an opening bracket or quotation mark stays with it.
_ENDS_OPEN: Final = re.compile(
    rf"(?:[(\[{{\u00a1\u00bf\uff08]|(?:\A|[(\[{{])[\u00ab\u2018\u201c\u2039])[{_FORMAT}{_MARKS}]*\Z"
)
_LATIN_BREAK: Final = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])|(?<=[^\s/])[/?&]+(?=[^\W\d_])")
_RIGHT_TO_LEFT: Final = (
    *((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF)),
)
# Scripts that put no spaces between words, and signs that stand between words without any.
_NO_SPACES: Final = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2014, 0x2014), (0x2E80, 0xA4CF)),
    *((0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF00, 0xFF60), (0x1F000, 0x3FFFF)),
)


class Unit(NamedTuple):
    """What a line takes whole: `text[start:end]`, in cells `width`, then white space up to `next`."""

    start: int
    end: int
    next: int
    width: int
    spaces: int


def units(text: str, start: int = 0, stop: int | None = None) -> Iterator[Unit]:
    """The pieces of `text[start:stop]` between one place where a line may end and the next."""
    stop = len(text) if stop is None else stop
    begin = end = start
    for match in _UNIT.finditer(text, start, stop):
        if match.end() == match.start():
            if match.start() == stop:
                break
            continue
        if match.start() > begin and not _glued(text, begin, end, match):
            yield from _split(text, begin, end, match.start())
            begin = match.start()
        end = match.end(1)
    if begin < stop:
        yield from _split(text, begin, max(end, begin), stop)


def _glued(text: str, begin: int, end: int, following: re.Match[str]) -> bool:
    word = following.group(1)
    return bool(_STARTS_CLOSED.match(word) or _ENDS_OPEN.search(text[begin:end]))


def _split(text: str, start: int, end: int, following: int) -> Iterator[Unit]:
    """The unit `text[start:end]`, or its parts if it may break where no space is."""
    word = text[start:end]
    spaces = text_width(text[end:following])
    kinds = "" if word.isascii() else "".join(map(_kind, word))
    if "R" in kinds:
        cuts = []
    elif "N" in kinds:
        # Tables of 25 ms, for scripts that are rare here.
        from uniseg.linebreak import line_break_boundaries

        cuts = [start + cut for cut in line_break_boundaries(word) if 0 < cut < len(word)]
    else:
        cuts = [start + match.end() for match in _LATIN_BREAK.finditer(word)]
    for left, right in pairwise([start, *cuts, end]):
        width = text_width(text[left:right])
        yield (
            Unit(left, right, following, width, spaces)
            if right == end
            else Unit(left, right, right, width, 0)
        )


@cache
def _kind(character: str) -> str:
    """`R` for a character of a right-to-left script, `N` for one of `_NO_SPACES`, else nothing."""
    codepoint = ord(character)
    for kind, ranges in (("R", _RIGHT_TO_LEFT), ("N", _NO_SPACES)):
        if any(first <= codepoint <= last for first, last in ranges):
            return kind
    return ""


def fill(text: str, width: int, start: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
    """The lines of one paragraph `text[start:stop]`, each as the slice it takes, with the spaces at its end.

    `width` is in cells, at least 1. A line is filled as far as it goes; the spaces at its end hang over.
    """
    stop = len(text) if stop is None else stop
    lines: list[tuple[int, int]] = []
    begin = start
    used = 0  # cells of the line so far, and of the spaces behind it
    spaces = 0
    for unit in units(text, start, stop):
        if used + spaces + unit.width > width and unit.start > begin:
            lines.append((begin, unit.start))
            begin, used, spaces = unit.start, 0, 0
        if unit.width > width:
            *full, begin = _break_word(text, unit, width)
            lines.extend(pairwise([unit.start, *full, begin]) if begin > unit.start else ())
            used, spaces = text_width(text[begin : unit.end]), unit.spaces
            continue
        used += spaces + unit.width
        spaces = unit.spaces
    lines.append((begin, stop))
    return lines


def _break_word(text: str, unit: Unit, width: int) -> list[int]:
    """Where the lines begin over which a word wider than the line goes on, the last one last."""
    clusters = Clusters(text[unit.start : unit.end])
    cuts: list[int] = []
    used = 0
    for at, cells in zip(clusters.starts, clusters.widths, strict=False):
        if used and used + cells > width:
            cuts.append(unit.start + at)
            used = 0
        used += cells
    return cuts or [unit.start]
