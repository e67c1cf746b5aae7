"""Subtitles, SubRip's and WebVTT's, as cues: the lines that stand from when to when, and what is in none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

from briefing.document.controls import ORDERING
from briefing.document.line_ends import with_line_feeds

# Many programs put marks that order it around every line of Arabic.
_SPACE: Final = rf"[ \t{ORDERING}]{{0,20}}"
# Programs that translate whole files put blanks into times, and an arrow of one dash; players take that.
_COLON: Final = r"[ \t]?:[ \t]?"
_TIME: Final = rf"-?(?:(\d{{1,9}}){_COLON})?(\d{{1,2}}){_COLON}(\d{{1,2}})(?:[ \t]?[,.][ \t]?(\d{{1,9}}))?"
_TIMING: Final = re.compile(rf"{_SPACE}{_TIME}{_SPACE}-{{1,3}}[ \t]?>{_SPACE}{_TIME}")
# How a cue is placed: `line:0`, `X1:100`.
_SETTINGS: Final = re.compile(r"(?:\s{1,50}[\w.-]{1,50}:[^\s:]{1,200}){0,50}\s{0,50}\Z")
_NUMBER: Final = re.compile(rf"[\s{ORDERING}]{{0,20}}(\d{{1,9}})[\s{ORDERING}]{{0,20}}\Z")
# What is left of a time where a file was cut off.
_CUT_TIME: Final = re.compile(r"\s{0,20}\d{1,9}:[\d:.,> \t-]{0,60}\Z")


class _Timing(NamedTuple):
    """A line that says when something is shown, by its index, and what is said in it behind that."""

    at: int
    start: float
    end: float
    rest: str


class Cue(NamedTuple):
    """Lines that are shown from one second to another, as they stand in the file."""

    start: float
    end: float
    lines: list[str]


class Cues(NamedTuple):
    """The cues of a file in order; the title that WebVTT may have, its comments, what else is in none."""

    cues: list[Cue]
    is_web: bool
    title: str
    comments: list[str]
    outside: list[str]


def cues_in(text: str) -> Cues:
    """Return the cues in a text of SubRip or WebVTT, whatever numbers they have."""
    lines = with_line_feeds(text.removeprefix("\ufeff")).split("\n")
    is_web = lines[0].startswith("WEBVTT")
    timings = [*_timings(lines)]
    first = timings[0].at if timings else len(lines)
    before, number = _without_number(lines[is_web:first])
    outside = [*before, ""]
    cues: list[Cue] = []
    for timing, after in zip_longest(timings, timings[1:]):
        own = lines[timing.at + 1 : after.at if after else len(lines)]
        if is_web:
            own, rest = _until_empty(own)
            outside += [*_without_number(rest)[0], ""]
        elif after is None:
            own, rest = _until_cut(own, number)
            outside += rest
        elif number is not None:
            own, number = _without_number(own, number)
        cues.append(Cue(timing.start, timing.end, [line for line in (timing.rest, *own) if line.strip()]))
    title = lines[0].removeprefix("WEBVTT").strip(" \t-–—") if is_web else ""
    comments, others = _comments(outside) if is_web else ([], outside)
    return Cues(cues, is_web, title, comments, [line.strip() for line in others if line.strip()])


def _timings(lines: list[str]) -> Iterator[_Timing]:
    for at, line in enumerate(lines):
        found = _TIMING.match(line) if ">" in line else None
        if found is None:
            continue
        if None in found.group(4, 8) and at and lines[at - 1].strip() and not _NUMBER.match(lines[at - 1]):
            continue  # so rough a time may be said, in the middle of a cue
        rest = line[found.end() :]
        rest = "" if _SETTINGS.match(rest.strip(ORDERING)) else rest
        yield _Timing(at, _seconds(found, 1), _seconds(found, 5), rest)


def _seconds(timing: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = (timing[first + at] or "0" for at in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{parts}")


def _without_number(lines: list[str], before: int | None = None) -> tuple[list[str], int | None]:
    """Lines that stand above a time without the number of its cue, and that; None if there is none.

    Where an empty line parts it from its time, it is one if it follows `before`, the number of the last cue.
    """
    end = _end_of_text(lines)
    found = _NUMBER.match(lines[end - 1]) if end else None
    if found is None:
        return lines, before
    number = int(found[1])
    if end == len(lines) or before is None or number == before + 1:
        return lines[: end - 1], number
    return lines, before


def _end_of_text(lines: list[str]) -> int:
    """How many lines there are without empty ones at the end."""
    return next((at for at in range(len(lines), 0, -1) if lines[at - 1].strip()), 0)


def _until_empty(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of WebVTT's cue, and those after them: a line of blanks is one of its own."""
    end = lines.index("") if "" in lines else len(lines)
    return lines[:end], lines[end:]


def _until_cut(lines: list[str], number: int | None) -> tuple[list[str], list[str]]:
    """The lines of SubRip's last cue, and what is left behind it of one that is cut off in its time."""
    end = _end_of_text(lines)
    is_time = end > 0 and _CUT_TIME.match(lines[end - 1]) is not None
    at = end - 1 - is_time
    found = _NUMBER.match(lines[at]) if at > 0 and not lines[at - 1].strip() else None
    if found is None or number is None or int(found[1]) != number + 1:
        return lines, []
    return lines[:at], lines[at:]


def _comments(lines: Iterable[str]) -> tuple[list[str], list[str]]:
    """The comments of WebVTT among lines, from one that begins with NOTE to an empty one; and the others."""
    comments: list[str] = []
    others: list[str] = []
    is_comment, is_begun = False, True
    for line in lines:
        if not line.strip():
            is_comment, is_begun = False, True
            continue
        if is_begun and re.match(r"NOTE(?:\s|\Z)", line):
            is_comment, line = True, line[len("NOTE") :]
        is_begun = False
        if is_comment:
            comments += [line.strip()] * bool(line.strip())
        else:
            others.append(line)
    return comments, others
