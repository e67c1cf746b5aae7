"""Three texts made one: a change taken over into a text that another has changed elsewhere."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple


class _Hunk(NamedTuple):
    """Lines `[start:end]` of the old text, and what stands there instead."""

    start: int
    end: int
    lines: list[str]


def merged_text(old: str, new: str, other: str) -> str | None:
    """Return `other` with the lines changed in it that differ between `old` and `new`.

    None if `other` differs from `old` in one of these lines, or puts lines where `new` puts some.
    """
    before = old.splitlines(keepends=True)
    ours = _hunks(before, new.splitlines(keepends=True))
    theirs = _hunks(before, other.splitlines(keepends=True))
    made: list[str] = []
    at = 0
    for hunk in sorted([*ours, *theirs]):
        if hunk.start < at:
            return None
        made += before[at : hunk.start]
        made += hunk.lines
        at = hunk.end
    if any(one.start == one.end == two.start == two.end for one in ours for two in theirs):
        return None
    return "".join(made + before[at:])


def _hunks(old: list[str], new: list[str]) -> list[_Hunk]:
    """The least that differs, in order; what is common at both ends is not looked through twice."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    one, two = old[start : len(old) - end], new[start : len(new) - end]
    codes = SequenceMatcher(None, one, two).get_opcodes()
    hunks = [_Hunk(start + a, start + b, two[c:d]) for tag, a, b, c, d in codes if tag != "equal"]
    ends = [*(hunk.start for hunk in hunks[1:]), len(old)]
    return [_slid(hunk, old, least) for hunk, least in zip(hunks, ends, strict=True)]


def _slid(hunk: _Hunk, old: list[str], most: int) -> _Hunk:
    """The same change as far down as it can stand: of lines that repeat, any may be the new ones."""
    start, end, lines = hunk
    if lines and start == end:
        turned = 0
        while end < most and old[end] == lines[turned % len(lines)]:
            turned, end = turned + 1, end + 1
        turned %= len(lines)
        return _Hunk(end, end, lines[turned:] + lines[:turned])
    while not lines and end < most and old[end] == old[start]:
        start, end = start + 1, end + 1
    return _Hunk(start, end, lines)
