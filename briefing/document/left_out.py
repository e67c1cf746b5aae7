"""What of a document is not shown: ids and counts, which can be put into the words of any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from briefing.document.counted import counted
from briefing.document.model import CapturedDetail

ENGLISH: Final[Mapping[str, str]] = {
    "left-out.pictures": "Pictures",
    "left-out.pictures.says": "{count:,} pictures",
    "left-out.pictures.says.1": "{count:,} picture",
    "left-out.front-matter": "Front matter",
    "left-out.comments": "Comments",
    "left-out.deletions": "Tracked deletions",
    "left-out.deletions.says": "{count:,} deleted passages",
    "left-out.deletions.says.1": "{count:,} deleted passage",
    "left-out.hidden": "Hidden text",
    "left-out.hidden.word": "text that Word does not show",
    "left-out.hidden.browser": "text that a browser does not show",
    "left-out.contents": "Table of contents",
    "left-out.contents.pages": "{count} pages of links",
    "left-out.contents.pages.1": "{count} page of links",
    "left-out.missing": "Missing pages",
    "left-out.missing.says": "{count} pages that the book names and does not hold",
    "left-out.missing.says.1": "{count} page that the book names and does not hold",
    "left-out.outside": "Outside the article",
    "left-out.outside.says": "menus, links and other furniture of the page",
    "left-out.inside": "Inside the article",
    "left-out.inside.says": "links to other pages, buttons, notices and the like",
    "left-out.scripts": "Scripts and styles",
    "left-out.scripts.says": "{count:,}, none of which was run",
    "left-out.headers": "Headers",
    "left-out.headers.says": "{count} headers",
    "left-out.headers.says.1": "{count} header",
    "left-out.further": "Further e-mails",
    "left-out.further.says": "{count} in the same file; only the first is read",
    "left-out.attachments": "Attachments",
    "left-out.attachments.says": "{count} attachments",
    "left-out.attachments.says.1": "{count} attachment",
    "left-out.heads": "Running heads",
    "left-out.heads.says": "lines at the edges of pages that come again and again, or that a browser prints",
    "left-out.textless": "Pages without text",
    "left-out.textless.says": "{count} of {pages} pages: {numbers}",
    "left-out.letters": "Unknown letters",
    "left-out.letters.says": (
        "{count} letters of which the document does not say what they are, shown as {sign}"
    ),
    "left-out.letters.says.1": (
        "{count} letter of which the document does not say what it is, shown as {sign}"
    ),
    "left-out.no-cue": "Outside the subtitles",
    "left-out.no-cue.says": "names of subtitles, styles, and what else has no time at which it is said",
    "left-out.lines": "{count:,} lines",
    "left-out.lines.1": "{count:,} line",
    "left-out.characters": "{count:,} characters",
    "left-out.characters.1": "{count:,} character",
    "left-out.sized": "{lines}, {characters}: {what}",
    "left-out.first": "{said} (the first {count})",
}

# Of these words others are made.
_FRAMES: Final = ("sized", "first")
_SAID: Final = [name for key in ENGLISH if (name := key.removeprefix("left-out.")) not in _FRAMES]
_LABELS: Final = [name for name in _SAID if "." not in name and "{" not in ENGLISH[f"left-out.{name}"]]
# Digits of a number that is read again, and characters of words.
_DIGITS: Final = 12
_LONGEST: Final = 2000


class LeftOut(CapturedDetail, frozen=True, forbid_unknown_fields=True, eq=False):
    """A detail that the program found: its `label` and `english` are what is given out of it.

    `label_id` and `says` are ids of words without `left-out.`, `count` is how many there are, and `values`
    are what else stands in the words. With `characters` the words say what so many lines are. `first`: only
    so many lines are kept (0: all).
    """

    label_id: str = ""
    says: str = ""
    count: int = 0
    values: tuple[tuple[str, str | int], ...] = ()
    characters: int | None = None
    first: int = 0

    def __eq__(self, other: object) -> bool:
        """Equal is what is equal once it is given out: what was read again has no ids."""
        return isinstance(other, CapturedDetail) and _given_out(self) == _given_out(other)

    def __hash__(self) -> int:
        return hash(_given_out(self))

    def said(self, words: Mapping[str, str]) -> CapturedDetail:
        """Return the detail in the words of a language."""
        said = counted(words, f"left-out.{self.says}", self.count, **dict(self.values))
        if self.characters is not None:
            said = words["left-out.sized"].format(
                lines=counted(words, "left-out.lines", self.count),
                characters=counted(words, "left-out.characters", self.characters),
                what=said,
            )
        if self.first:
            said = words["left-out.first"].format(said=said, count=self.first)
        return CapturedDetail(words[f"left-out.{self.label_id}"], self.captured, said)


def left_out(
    label_id: str,
    says: str,
    count: int,
    captured: Iterable[str] = (),
    *,
    characters: int | None = None,
    first: int = 0,
    **values: str | int,
) -> LeftOut:
    """Return what is not shown, which can be said in English and in any other language: see `LeftOut`."""
    found = LeftOut("", tuple(captured), "", label_id, says, count, tuple(values.items()), characters, first)
    english = found.said(ENGLISH)
    return LeftOut(
        english.label, found.captured, english.english, label_id, says, count, found.values, characters, first
    )


def _given_out(detail: CapturedDetail) -> tuple[str, tuple[str, ...], str]:
    return detail.label, detail.captured, detail.english


def in_words(details: Iterable[CapturedDetail], words: Mapping[str, str]) -> tuple[CapturedDetail, ...]:
    """Return details in the words of a language.

    Those that were given out, and were read again, are known by their English; what else somebody wrote stays
    as it is.
    """
    found = ((one, one if isinstance(one, LeftOut) else _known_again(one)) for one in details)
    return tuple(one if known is None else known.said(words) for one, known in found)


def _known_again(detail: CapturedDetail) -> LeftOut | None:
    """What was given out in English as what it was; None if the program does not say so."""
    label_id = next((name for name in _LABELS if ENGLISH[f"left-out.{name}"] == detail.label), "")
    if not label_id or len(detail.english) > _LONGEST:
        return None
    for says, count, characters, first, values in _parts_of(detail.english):
        made = left_out(
            label_id, says, count, detail.captured, characters=characters, first=first, **dict(values)
        )
        if made == detail:
            return made
    return None


_Parts = tuple[str, int, int | None, int, Mapping[str, str | int]]


def _parts_of(english: str) -> Iterator[_Parts]:
    """What words may say: the id, how many, how many characters in them, how many are kept, other values."""
    first = _values("first", english)
    said, kept = (str(first["said"]), _number(first["count"])) if first else (english, 0)
    if sized := _values("sized", said):
        size = [_counted(what, str(sized[what])) for what in ("lines", "characters")]
        for says, _, values in _said(str(sized["what"])):
            yield says, size[0], size[1], kept, values
    for says, count, values in _said(said):
        yield says, count, None, kept, values


def _said(words: str) -> Iterator[tuple[str, int, Mapping[str, str | int]]]:
    """The ids whose words these may be, with the number and the other values in them."""
    for says in _SAID:
        values = _values(says, words)
        if values is not None:
            count = _number(values.pop("count", 1))
            yield re.sub(r"\.\d+$", "", says), count, values


def _counted(says: str, words: str) -> int:
    found = (count for name, count, _ in _said(words) if name == says)
    return next(found, 0)


def _values(says: str, words: str) -> dict[str, str | int] | None:
    """What stands in the places of the words of an id; None if these are not its words."""
    pattern = re.escape(ENGLISH[f"left-out.{says}"])
    pattern = re.sub(r"\\\{(\w+)(?::,)?\\\}", r"(?P<\1>.+?)", pattern)
    found = re.fullmatch(pattern, words)
    return None if found is None else dict(found.groupdict())


def _number(written: str | int) -> int:
    plain = str(written).replace(",", "")
    return int(plain) if plain.isdecimal() and len(plain) < _DIGITS else 0
