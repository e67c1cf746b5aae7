"""Subtitles (SubRip, WebVTT): what is said as paragraphs, each with the time at which it begins before it.

Who begins to speak, if that is told, is a paragraph of its own before the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefing.document.controls import ORDERING
from briefing.document.errors import BriefingError
from briefing.document.model import Inline, Paragraph
from briefing.sources.article import Article, numbered
from briefing.sources.encodings import decoded
from briefing.sources.left_out import detail
from briefing.sources.material import Material
from briefing.sources.subtitle_words import Utterance, subtitles_in

# A paragraph ends with a sentence, where nothing is said for so many seconds, or with so many characters.
_ENDS: Final = (".", "!", "?", "…", "؟", "۔")
_CLOSING: Final = f"\"'»”’)] {ORDERING}"
_PAUSE: Final = 2.0
_LONG: Final = 500


def read(material: Material) -> Article:
    """Return what subtitles say as an article. Raises BriefingError if they say nothing."""
    declared = (material.charset,) if material.charset else ()
    found = decoded(material.data, material.name, asked=material.encoding, declared=declared)
    subtitles = subtitles_in(found.text)
    paragraphs = numbered(_paragraphs(subtitles.said))
    if not paragraphs:
        raise BriefingError(
            material.name, "is subtitles in which nothing is said", "give some that have text"
        )
    return Article(
        paragraphs,
        title=subtitles.title,
        encoding=found.encoding,
        encoding_from=found.known_from,
        lost=found.lost,
        left_out=(
            *detail("comments", "lines", subtitles.comments, sized=False),
            *detail("no-cue", "no-cue.says", subtitles.outside),
        ),
    )


def _parted(subtitles: Iterable[Utterance]) -> Iterator[list[Utterance]]:
    """Those that make a paragraph each: as long as one speaks on."""
    together: list[Utterance] = []
    size = 0
    for one in subtitles:
        if together and (one.is_turn or not _goes_on(together[-1], one) or size > _LONG):
            yield together
            together, size = [], 0
        together.append(one)
        size += len(one.text)
    if together:
        yield together


def _goes_on(before: Utterance, one: Utterance) -> bool:
    is_ended = before.text.rstrip(_CLOSING).endswith(_ENDS)
    is_at_once = before.start <= one.start < before.end + _PAUSE
    return one.voice == before.voice and is_at_once and not is_ended


def _paragraphs(said: Iterable[Utterance]) -> Iterator[Paragraph]:
    voice = ""
    for together in _parted(said):
        first = together[0]
        second = int(first.start)
        text = " ".join(one.text for one in together)
        if first.voice not in ("", voice):
            yield Paragraph(0, first.voice, inlines=(Inline(0, len(first.voice), "strong"),))
        voice = first.voice
        yield Paragraph(0, text, label=f"{second // 3600}:{second // 60 % 60:02}:{second % 60:02}")
