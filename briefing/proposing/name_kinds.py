"""What kind of thing a name is, where the words about it say so; nothing is guessed."""

from __future__ import annotations

import re
from typing import Final

from briefing.document.model import NameKind
from briefing.proposing.compared import folded

# In folded letters, without the article.
_BODIES: Final = frozenset((
    "شركه", "مجموعه", "منظمه", "مؤسسه", "وزاره", "بنك", "مصرف", "جامعه", "حزب", "مجلس", "هيئه", "وكاله",
    "اتحاد", "لجنه", "صندوق", "مركز", "معهد", "حركه", "تحالف", "محكمه", "جمعيه", "قناه", "صحيفه", "حلف",
))  # fmt: skip
_PLACES: Final = frozenset(("مدينه", "محافظه", "قريه", "جزيره", "بلده", "نهر", "بحيره", "مطار", "ميناء"))
#: Titles of people, which stand before a name and are no part of it.
TITLES: Final = frozenset((
    "الرئيس", "رئيس", "رئيسه", "الرئيسه", "السيد", "السيده", "الدكتور", "الدكتوره", "الوزير", "الوزيره",
    "وزير", "وزيره", "النائب", "الجنرال", "الكاتب", "الكاتبه", "الباحث", "الباحثه", "المتحدث", "المتحدثه",
    "الصحفي", "الصحفيه", "السفير", "سفير", "المدير", "مدير", "الامير", "الملك", "الشيخ", "البروفيسور",
    "العقيد", "اللواء", "القاضي", "المحلل",
))  # fmt: skip
_LATIN_BODIES: Final = frozenset((
    "agency", "association", "authority", "bank", "board", "commission", "committee", "company", "corp",
    "corporation", "council", "court", "foundation", "fund", "group", "inc", "institute", "ltd", "ministry",
    "organisation", "organization", "party", "union", "university",
))  # fmt: skip
_ARTICLE: Final = re.compile(r"\A(?:و|ب|ل)?(?:ال)?")


def is_nationality(word: str) -> bool:
    """Return whether a folded word is formed as an adjective of a country: `الفرنسي`, `الاميركيه`."""
    return re.fullmatch(r"ال\w{3,}(?:ي|يه|يين|يون|يان)", word) is not None


def kind_of(arabic: str, latin: str, before: str) -> NameKind | None:
    """Return what a name is by its first word, its Latin form or the words `before` it, else None."""
    first = _bare(folded(arabic.split()[0]).text)
    words = [folded(word).text for word in before.split()[-3:]]
    while words and is_nationality(words[-1]):
        words.pop()
    last = words[-1] if words else ""
    latin_words = {word.casefold().strip(".,") for word in latin.split()}
    if first in _BODIES or _bare(last) in _BODIES or latin_words & _LATIN_BODIES:
        return "body"
    if first in _PLACES or _bare(last) in _PLACES:
        return "place"
    title = words[-2] if len(words) > 1 and last.startswith("ال") and last not in TITLES else last
    is_title = any(title.removeprefix(prefix) in TITLES for prefix in ("", "و", "ل", "ب"))
    return "person" if is_title and len(latin.split()) > 1 else None


def _bare(word: str) -> str:
    return word[match.end() :] if word and (match := _ARTICLE.match(word)) else word
