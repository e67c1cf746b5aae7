"""Names that a text itself pairs with their Latin form: one of the two stands in brackets."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.document.model import NameKind
from briefing.proposing.compared import folded
from briefing.proposing.name_kinds import TITLES, is_nationality, kind_of


class FoundName(NamedTuple):
    """An Arabic form as the text has it, the Latin one beside it, and the slice that both are in.

    `kind` is what the words about it say that it is, None if they do not.
    """

    start: int
    end: int
    arabic: str
    latin: str
    kind: NameKind | None = None


_ARABIC: Final = "\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff\u0640"
_BEFORE_IT: Final = 60  # characters before a name that are looked at
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
        if len(words) > 1 and _is_behind(words[-1], words[-2]):
            del words[-1]  # of what the name is, behind it: `إنفيديا الأميركية`
        latin = match["l"].strip(" .,-")
        most = _most(latin)
        kept: list[str] = []
        for word in reversed(words):
            plain = folded(word).text
            if len(kept) == most or plain in _OUTSIDE or (kept and plain.removeprefix("و") in TITLES):
                break
            kept.insert(0, word)
        while len(kept) > 1 and is_nationality(folded(kept[0]).text) and not kept[1].startswith("ال"):
            del kept[0]  # of what stands before the name: `الرئيس الفرنسي`
        if kept and re.match(r"وال\w{4}", folded(kept[0]).text):
            kept[0] = kept[0][max(0, kept[0].find("ا")) :]
        arabic = " ".join(kept)
        at = match["a"].rfind(arabic)
        is_whole = len(kept) > 1 or not kept or not is_nationality(folded(kept[0]).text)
        if kept and at >= 0 and is_whole and _is_name(latin):
            start = match.start("a") + at
            kind = kind_of(arabic, latin, text[max(0, start - _BEFORE_IT) : start])
            found.append(FoundName(start, match.end(), arabic, latin, kind))
    for match in _BEFORE.finditer(text):
        latin, arabic = match["l"].strip(" .,-"), match["a"].strip()
        if arabic and _is_name(latin) and folded(arabic.split()[0]).text not in _OUTSIDE:
            kind = kind_of(arabic, latin, text[max(0, match.start() - _BEFORE_IT) : match.start()])
            found.append(FoundName(match.start(), match.end(), arabic, latin, kind))
    return sorted(found, key=lambda one: one[:4])


def _is_behind(word: str, before: str) -> bool:
    """Whether a word is an adjective of a country behind a name; `السوداني` is as often part of one."""
    plain = folded(word).text
    return plain.endswith("ه") and is_nationality(plain) and not before.startswith("ال")


def _most(latin: str) -> int:
    """How many Arabic words a name has at most: an acronym stands for as many as it has letters."""
    words = [word for word in re.split(r"[ -]+", latin) if word.casefold() not in ("al", "el")] or [latin]
    return len(words[0].replace(".", "")) if len(words) == 1 and is_acronym(latin) else len(words)


def is_acronym(latin: str) -> bool:
    """Return whether a Latin form is an acronym: `DICAS`, `U.N.`."""
    letters = re.sub(r"[.&]", "", latin)
    return 2 <= len(letters) <= 10 and letters.isupper() and letters.isalpha()


def _is_name(latin: str) -> bool:
    return any(word[:1].isupper() for word in latin.split())
