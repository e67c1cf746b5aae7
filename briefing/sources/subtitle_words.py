"""What is said in subtitles, from when to when, and by whom if that is said: without how it is set."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.document.controls import ORDERING
from briefing.document.line_ends import on_one_line
from briefing.sources.subtitle_cues import Cue, cues_in

# How words are set; what else stands between such signs is said.
_TAG: Final = re.compile(
    r"</?(?:[bcisuv]|lang|ruby|rt|font|span)(?:[. \t][^<>]{0,300})?>|\{\\[^{}]{1,300}\}", re.I
)
_VOICE: Final = re.compile(r"<v(?:\.[^ \t<>]{0,100})?[ \t]{1,20}([^<>]{1,200})>")
# Words of a line that come one by one.
_STAMP: Final = re.compile(r"<(?:\d{1,4}:)?\d\d:\d\d[.,]\d{3}>")
_DASH: Final = re.compile(rf"[\s{ORDERING}]{{0,20}}[-–—](?![-–—])")
# A cue that lasts no longer only carries a line over.
_FLASH: Final = 0.1


class Utterance(NamedTuple):
    """What is said from one second to another. `voice` is who says it, "" if that is not told; `is_turn`: a
    dash before it says that another speaks.
    """

    start: float
    end: float
    text: str
    voice: str = ""
    is_turn: bool = False


class Subtitles(NamedTuple):
    """All of them in order; the title that WebVTT may have, its comments, and what else is in no cue."""

    said: list[Utterance]
    title: str
    comments: list[str]
    outside: list[str]


def subtitles_in(text: str) -> Subtitles:
    """Return the subtitles in a text of SubRip or WebVTT. Lines of one that no dash begins are joined."""
    found = cues_in(text)
    said = [one for cue in _each_line_once(found.cues) for one in _said(cue, is_web=found.is_web)]
    return Subtitles(said, found.title, found.comments, found.outside)


def _each_line_once(cues: list[Cue]) -> Iterator[Cue]:
    """The cues, of captions that roll without the lines that come again above the next."""
    carried = [False, *(_carries(before, cue) for before, cue in pairwise(cues))][: len(cues)]
    rolls = sum(carried) * 2 > len(cues) or any(_STAMP.search(line) for cue in cues for line in cue.lines)
    for cue, is_carried in zip(cues, carried, strict=True):
        yield cue._replace(lines=cue.lines[rolls and is_carried :])


def _carries(before: Cue, cue: Cue) -> bool:
    """Whether a cue begins with the line that the one before ended with, and not because it is said again."""
    if not before.lines or not cue.lines or _STAMP.search(cue.lines[0]):
        return False
    is_over_another = len(cue.lines) > 1 or cue.end - cue.start < _FLASH
    return is_over_another and _plain(cue.lines[0]) == _plain(before.lines[-1])


def _said(cue: Cue, *, is_web: bool) -> Iterator[Utterance]:
    voice, before = "", list[str]()
    is_turn = False
    for line in cue.lines:
        for at, part in enumerate(_VOICE.split(line)):
            is_voice = at % 2 == 1
            dashed = not is_voice and _DASH.match(_TAG.sub("", part)) is not None
            if is_voice or (at == 0 and dashed):
                yield from _joined(cue, before, voice, is_turn=is_turn, is_web=is_web)
                before = []
            if is_voice:
                voice, is_turn = " ".join(_characters(part, is_web=is_web).split()), False
            else:
                is_turn = is_turn if before else dashed
                before.append(part)
    yield from _joined(cue, before, voice, is_turn=is_turn, is_web=is_web)


def _joined(
    cue: Cue, lines: Iterable[str], voice: str, *, is_turn: bool, is_web: bool
) -> Iterator[Utterance]:
    """What lines of a cue say, if they do."""
    text = _characters(" ".join(found for line in lines if (found := _plain(line))), is_web=is_web)
    if text.strip(f"{ORDERING} \t\xa0"):
        yield Utterance(cue.start, cue.end, text, voice, is_turn)


def _plain(line: str) -> str:
    return _TAG.sub("", _STAMP.sub("", line)).strip()


def _characters(text: str, *, is_web: bool) -> str:
    """A text with the characters that WebVTT names; a line end among them is none of the paragraph's."""
    return on_one_line(html.unescape(text)) if is_web else text
