"""Names that a text itself pairs with their Latin form: one of the two stands in brackets."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.proposing.folding import folded


class FoundName(NamedTuple):
    """An Arabic form as the text has it, the Latin one beside it, and the slice that both are in."""

    start: int
    end: int
    arabic: str
    latin: str


_ARABIC: Final = "\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff\u0640"
_LATIN: Final = r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9&.,'’/ -]{1,80}"
_WORDS: Final = rf"(?:[{_ARABIC}]+[ \u00a0]){{0,7}}[{_ARABIC}]+"
_BEHIND: Final = re.compile(rf"(?<![{_ARABIC}])(?P<a>{_WORDS})[»\"”]? ?\((?P<l>{_LATIN})\)")
_BEFORE: Final = re.compile(
    r"(?<!\w)(?P<l>[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f0-9&.'’ -]{1,80}?) ?"
    rf"\((?P<a>[{_ARABIC} \u00a0]{{2,80}})\)"
)
# Words that begin no name: prepositions, verbs of saying, relatives.
_OUTSIDE: Final = frozenset((
    "في", "من", "الي", "علي", "عن", "ان", "مع", "هو", "هي", "او", "ثم", "بين", "خلال", "بعد", "قبل", "عند",
    "لدي", "قال", "قالت", "وقال", "وقالت", "ذكر", "ذكرت", "واعلن", "اعلن", "اعلنت", "واعلنت", "اكد",
    "اكدت", "واكد", "الذي", "التي", "هذا", "هذه", "ذلك", "تلك", "كما", "حيث", "عبر", "ضد", "نحو", "منذ",
    "حتي", "باسم", "اسم", "يسمي", "تسمي", "يدعي", "تدعي", "المعروف", "المعروفه", "وهو", "وهي", "كان",
    "كانت", "اطلاق", "تم", "به", "له", "لها", "بها", "عليها", "يعرف", "تعرف", "مثل", "بواسطه", "وصف",
    "استخدم", "استخدمت", "زار", "زارت", "التقي", "حذر", "افاد", "افادت", "نشر", "نشرت", "بحسب", "وفق",
    "قرب", "مدينه", "بمدينه", "اسمها", "اسمه",
))  # fmt: skip


def names_in(text: str) -> list[FoundName]:
    """Return the names that brackets pair in a text, in their order; their Arabic form is a proposal."""
    found = []
    for match in _BEHIND.finditer(text):
        words = match["a"].split()
        latin = match["l"].strip(" .,-")
        most = _most(latin)
        kept: list[str] = []
        for word in reversed(words):
            if len(kept) == most or folded(word).text in _OUTSIDE:
                break
            kept.insert(0, word)
        arabic = " ".join(kept)
        at = match["a"].rfind(arabic)
        if kept and at >= 0 and _is_name(latin):
            found.append(FoundName(match.start("a") + at, match.end(), arabic, latin))
    for match in _BEFORE.finditer(text):
        latin, arabic = match["l"].strip(" .,-"), match["a"].strip()
        if arabic and _is_name(latin) and folded(arabic.split()[0]).text not in _OUTSIDE:
            found.append(FoundName(match.start(), match.end(), arabic, latin))
    return sorted(found)


def _most(latin: str) -> int:
    """How many Arabic words a name has at most: an acronym stands for as many as it has letters."""
    words = re.split(r"[ -]+", latin)
    return len(words[0].replace(".", "")) if len(words) == 1 and is_acronym(latin) else len(words)


def is_acronym(latin: str) -> bool:
    """Return whether a Latin form is an acronym: `DICAS`, `U.N.`."""
    letters = re.sub(r"[.&]", "", latin)
    return 2 <= len(letters) <= 10 and letters.isupper() and letters.isalpha()


def _is_name(latin: str) -> bool:
    return any(word[:1].isupper() for word in latin.split())
