"""Parts of an event's date that none of the paragraphs it cites carries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefing.arabic.folding import fold
from briefing.document.date_names import ENGLISH_MONTHS
from briefing.proposing.calendar_words import MONTHS, NEIGHBOURS
from briefing.verifying.figures.figures_in_text import numbers_in

# Beside a word of the Hijri or the Iranian calendar nothing can be told.
_OTHERS: Final = (
    *("محرم", "جمادي", "رجب", "شعبان", "رمضان", "شوال", "القعده", "الحجه", "هجري", "هجريه"),
    *("فروردين", "ارديبهشت", "خرداد", "مرداد", "شهريور", "بهمن", "اسفند"),
)
_SEPARATORS: Final = re.compile(r"[^\w]+")
_PREFIXES: Final = ("", "و", "ب", "ل", "ف", "وب", "ول", "ال", "لل")
_PART: Final = re.compile(r"(?P<before>[?~%]?)(?P<number>[0-9X]+)(?P<behind>[?~%]?)")
_KINDS: Final = ("year", "month", "day")


def uncarried_parts(date: str, paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield, as `year 2024`, what an EDTF `date` says unqualified and no text of `paragraphs` does."""
    texts = [fold(text) for text in paragraphs]
    words = {word for text in texts for word in _SEPARATORS.split(text)}
    if any(_has(words, other) for other in _OTHERS):
        return
    numbers = {number for text in paragraphs for number in numbers_in(text)}
    told: set[str] = set()
    for side in re.split(r"/|\.\.|,", date.strip("[]{}")):
        for kind, number in _plain_parts(side.partition("T")[0]):
            if kind == "month" and not 1 <= number <= 12:
                continue
            is_there = (
                _has_month(number, texts, words, numbers) if kind == "month" else str(number) in numbers
            )
            said = f"{kind} {number}"
            if not is_there and said not in told:
                told.add(said)
                yield said


def _plain_parts(date: str) -> Iterator[tuple[str, int]]:
    """The parts of one date that are neither qualified nor left open."""
    parts = [_PART.fullmatch(part) for part in date.removeprefix("-").split("-")]
    last_qualified = max((at for at, part in enumerate(parts) if part and part["behind"]), default=-1)
    for at, (kind, part) in enumerate(zip(_KINDS, parts, strict=False)):
        if part and at > last_qualified and not part["before"] and "X" not in part["number"]:
            yield kind, int(part["number"])


def _has_month(number: int, texts: Sequence[str], words: set[str], numbers: set[str]) -> bool:
    neighbours = (fold(name) for name, month in NEIGHBOURS.items() if month == number)
    arabic = (name for name, month in MONTHS.items() if month == number)
    for name in (ENGLISH_MONTHS[number - 1].lower(), *arabic, *neighbours):
        if " " in name:
            if any(name in " ".join(text.split()) for text in texts):
                return True
        elif _has(words, name):
            return True
    # 10/6/2024
    return any(re.search(rf"\d[/.-]0?{number}[/.-]\d|\b0?{number}[/.-]\d{{4}}", text) for text in texts) and (
        str(number) in numbers
    )


def _has(words: set[str], name: str) -> bool:
    return any(prefix + name in words for prefix in _PREFIXES)
