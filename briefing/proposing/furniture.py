"""What of a forum's post that was copied as plain text is no article: its poster's card, its buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.document.model import CapturedDetail

# What a poster's card calls its lines, and what that is in English.
_LABELS: Final = {
    "إنضم": "Joined", "انضم": "Joined", "تاريخ التسجيل": "Joined", "تاريخ الانضمام": "Joined",
    "المشاركات": "Posts", "الردود": "Replies", "التفاعلات": "Reactions", "النقاط": "Points",
    "مستوى التفاعل": "Reactions", "الإعجابات": "Likes", "الإقامة": "Place", "الدولة": "Country",
    "العمر": "Age", "Joined": "Joined", "Messages": "Posts", "Posts": "Posts",
    "Reaction score": "Reactions", "Points": "Points", "Location": "Place",
}  # fmt: skip
_BUTTONS: Final = frozenset(
    ("عودة", "أعلى", "الأعلى", "للأعلى", "إلى الأعلى", "رد", "اقتباس", "مشاركة", "إعجاب", "طباعة", "تعليق",
     "التعليقات", "شارك", "إبلاغ", "Top", "Back", "Reply", "Like", "Share", "Report", "Print", "Quote")
)  # fmt: skip
_FILE: Final = re.compile(r"[\w .()-]{1,100}\.(?:jpe?g|png|gif|webp|pdf|mp4)", re.IGNORECASE)
_AMONG: Final = 6  # paragraphs at the beginning, one of which may be a card
_SHORT: Final = 80  # characters of a line of a card
_UNKNOWN: Final = "Not told apart yet"


class Post(NamedTuple):
    """A post taken apart. `title` is "" if there is none; `kept` are indices of the article's paragraphs."""

    title: str
    kept: tuple[int, ...]
    details: tuple[CapturedDetail, ...]
    left_out: tuple[CapturedDetail, ...]


def post_in(paragraphs: Sequence[str]) -> Post:
    """Return what the paragraphs of a plain text are, if it is a post; else all of them are its article.

    A card is known by two lines at least that are called as a card's are. Every line is in the result.
    """
    card = next((at for at, one in enumerate(paragraphs[:_AMONG]) if _is_card(one)), None)
    if card is None or card == len(paragraphs) - 1:
        return Post("", tuple(range(len(paragraphs))), (), ())
    heads = [line for one in paragraphs[:card] for line in one.splitlines()]
    if any(len(line) > 2 * _SHORT for line in heads):
        return Post("", tuple(range(len(paragraphs))), (), ())
    end = len(paragraphs)
    while end > card + 2 and all(line.strip() in _BUTTONS for line in paragraphs[end - 1].splitlines()):
        end -= 1
    details = [CapturedDetail(_UNKNOWN if at else "Poster", (line,)) for at, line in enumerate(heads[1:])]
    left_out = [
        CapturedDetail("Page furniture", (line,)) for one in paragraphs[end:] for line in one.splitlines()
    ]
    return Post(
        heads[0] if heads else "",
        tuple(range(card + 1, end)),
        (*details, *_card(paragraphs[card].splitlines())),
        tuple(left_out),
    )


def _is_card(paragraph: str) -> bool:
    lines = paragraph.splitlines()
    labels = sum(line.strip(" :") in _LABELS for line in lines)
    return labels >= 2 and all(len(line) <= _SHORT for line in lines)


def _card(lines: Sequence[str]) -> list[CapturedDetail]:
    details = []
    at = 0
    while at < len(lines):
        line = lines[at]
        label = _LABELS.get(line.strip(" :"))
        if label and at + 1 < len(lines) and lines[at + 1].strip(" :") not in _LABELS:
            value = lines[at + 1]
            details.append(CapturedDetail(label, (line, value), value.strip() if value.isascii() else ""))
            at += 1
        elif _FILE.fullmatch(line.strip()):
            details.append(CapturedDetail("Attachment", (line,)))
        else:
            details.append(CapturedDetail(label or _UNKNOWN, (line,)))
        at += 1
    return details
