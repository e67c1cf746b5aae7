"""Subtitles, SubRip's and WebVTT's, as what is said from when to when, and by whom if that is said."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.document.line_ends import with_line_feeds

_TIME: Final = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMING: Final = re.compile(rf"[ \t]{{0,20}}{_TIME}[ \t]{{0,20}}-->[ \t]{{0,20}}{_TIME}")
_NUMBER: Final = re.compile(r"\s{0,20}\d{1,9}\s{0,20}\Z")
# How words are set; what else stands between such signs is said.
_TAG: Final = re.compile(
    r"</?(?:[bcisuv]|lang|ruby|rt|font|span)(?:[. \t][^<>]{0,300})?>|\{\\[^{}]{1,300}\}", re.I
)
_VOICE: Final = re.compile(r"<v(?:\.[^ \t<>]{0,100})?[ \t]{1,20}([^<>]{1,200})>")
# Words of a line that come one by one: where there are some, each line comes again under the next.
_STAMP: Final = re.compile(r"<(?:\d{1,4}:)?\d\d:\d\d\.\d{3}>")
_DASH: Final = re.compile(r"\s{0,20}[-–—](?![-–—])")


class Said(NamedTuple):
    """What is said from one second to another. `voice` is who says it, "" if that is not told; `is_turn`: a
    dash before it says that another speaks.
    """

    start: float
    end: float
    text: str
    voice: str = ""
    is_turn: bool = False


class Subtitles(NamedTuple):
    """All of them in order; the title that WebVTT may have, and its comments."""

    said: list[Said]
    title: str
    comments: list[str]


def subtitles_in(text: str) -> Subtitles:
    """Return the subtitles in a text of SubRip or WebVTT. Lines of one that no dash begins are joined."""
    lines = with_line_feeds(text.removeprefix("\ufeff")).split("\n")
    is_web = lines[0].startswith("WEBVTT")
    rolls = is_web and _STAMP.search(text) is not None
    starts = [at for at, line in enumerate(lines) if "-->" in line and _TIMING.match(line)]
    said: list[Said] = []
    last = ""
    for at, after in pairwise([*starts, len(lines)]):
        own = _own_lines(lines[at + 1 : after], is_web=is_web, is_last=after == len(lines))
        if rolls:
            own = [plain for line in own if (plain := _STAMP.sub("", line)).strip()]
            own, last = own[bool(own and _plain(own[0]) == last) :], _plain(own[-1]) if own else last
        said += _said(lines[at], own, is_web=is_web)
    title = lines[0].removeprefix("WEBVTT").strip(" \t-–—") if is_web else ""
    return Subtitles(said, title, [*_comments(lines)] if is_web else [])


def _own_lines(lines: list[str], *, is_web: bool, is_last: bool) -> list[str]:
    """The lines of a cue among those that stand before the next. In SubRip some may be empty."""
    if is_web:
        return lines[: lines.index("")] if "" in lines else lines  # a line of blanks is one of its lines
    end = len(lines)
    if not is_last and end and _NUMBER.match(lines[-1]):  # the next one's
        end -= 1
    return [line for line in lines[:end] if line.strip()]


def _said(timing: str, lines: list[str], *, is_web: bool) -> Iterator[Said]:
    found = _TIMING.match(timing)
    if found is None:
        return
    start, end = _seconds(found, 1), _seconds(found, 5)
    voice, before = "", list[str]()
    is_turn = False
    for line in lines:
        parts = _VOICE.split(line) if is_web else [line]
        for at, part in enumerate(parts):
            other = at % 2 == 1
            if (other or (at == 0 and _DASH.match(_TAG.sub("", part)))) and any(map(str.strip, before)):
                yield Said(start, end, _joined(before, is_web=is_web), voice, is_turn)
                before = []
            if other:
                voice, is_turn = " ".join(part.split()), False
            else:
                is_turn = is_turn if before else _DASH.match(_TAG.sub("", part)) is not None
                before.append(part)
    if any(map(str.strip, before)):
        yield Said(start, end, _joined(before, is_web=is_web), voice, is_turn)


def _joined(lines: list[str], *, is_web: bool) -> str:
    plain = " ".join(found for line in lines if (found := _plain(line)))
    return html.unescape(plain) if is_web else plain


def _plain(line: str) -> str:
    return _TAG.sub("", line).strip()


def _seconds(timing: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = (timing[first + at] or "0" for at in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1000


def _comments(lines: list[str]) -> Iterator[str]:
    """The comments of WebVTT: from a line that begins with NOTE to an empty one."""
    is_comment, is_begun = False, True
    for line in lines:
        if not line.strip():
            is_comment, is_begun = False, True
            continue
        if is_begun and re.match(r"NOTE(?:\s|\Z)", line):
            is_comment, line = True, line[len("NOTE") :]
        is_begun = False
        if is_comment and line.strip():
            yield line.strip()
