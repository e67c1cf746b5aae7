"""Arabic words of numbers, in folded letters: every form that case, gender and spelling give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from briefing.verifying.figures.number_words import NumberWord, NumberWordKind, Table, rows

_STEMS: Final = {3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_ORDINALS: Final = {2: "ثاني", 3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع"}
_TENS: Final = {
    20: "عشر", 30: "ثلاث", 40: "اربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع",
}  # fmt: skip
_HUNDREDS: Final = ("ميه", "مايه", "مءه")
_SCALES: Final = (
    (10**3, "الف", "الاف الوف"),
    (10**6, "مليون", "ملايين"),
    (10**9, "مليار", "مليارات ملايير"),
    (10**9, "بليون", "بلايين"),
    (10**12, "تريليون", "تريليونات"),
    (10**12, "ترليون", "ترليونات"),
)
_PARTS: Final = ((2, "نصف", "انصاف"), (3, "ثلث", "اثلاث"), (4, "ربع", "ارباع"), (8, "ثمن", "اثمان"))
_BROKEN: Final = ((5, "اخماس"), (6, "اسداس"), (7, "اسباع"), (9, "اتساع"), (10, "اعشار"))
_PREFIX: Final = re.compile(r"(?P<and>و?)(?P<apart>ف?[بلك]?|لل)(?P<the>(?:ال)?)")
_SHORTEST: Final = 2  # letters that a prefix leaves of a word


def _units() -> Iterator[tuple[int, str]]:
    yield 1, "واحد واحده واحدا احد احدي حادي حاديه اول اولي اولا"
    yield 2, "اثنان اثنين اثنا اثني اثنتان اثنتين اثنتا اثنتي ثنتان ثنتين ثان ثانيا"
    for value, stem in _STEMS.items():
        yield value, f"{stem} {stem}ه {stem}ا"
    yield 8, "ثماني ثمانيه ثمانيا"
    for value, stem in _ORDINALS.items():
        yield value, f"{stem} {stem}ه {stem}ا"


def _hundreds() -> Iterator[tuple[int, str]]:
    for hundred in _HUNDREDS:
        stem = hundred[:-1]
        yield 200, f"{stem}تان {stem}تين {stem}تا {stem}تي"
        for value, unit in (*_STEMS.items(), (3, "ثلث"), (8, "ثماني")):
            yield value * 100, f"{unit}{hundred} {unit}{stem}"


def _table() -> Iterator[tuple[str, NumberWord]]:
    yield from rows("ar", "unit", _units())
    yield from rows("ar", "ten", [(10, "عشر عشره عشرا عاشر عاشره عاشرا")])
    yield from rows("ar", "tens", ((value, f"{stem}ون {stem}ين") for value, stem in _TENS.items()))
    yield from rows("ar", "decade", ((value, f"{stem}ينيات {stem}ينات") for value, stem in _TENS.items()))
    yield from rows("ar", "hundred", ((100, one) for one in _HUNDREDS))
    yield from rows("ar", "hundreds", _hundreds())
    scales: tuple[tuple[NumberWordKind, str], ...] = (
        ("scale", "{0}"),
        ("either", "{0}ا"),
        ("dual", "{0}ان {0}ين {0}ي"),
    )
    for value, one, many in _SCALES:
        for kind, forms in scales:
            yield from rows("ar", kind, [(value, forms.format(one))])
        yield from rows("ar", "scales", [(value, many)])
    yield from rows("ar", "scale", [(12, "دزينه دسته")])
    for of, one, many in _PARTS:
        yield from rows(
            "ar", "part", [(Fraction(1, of), f"{one} {one}ا"), (Fraction(2, of), f"{one}ي {one}ين {one}ان")]
        )
        yield from rows("ar", "parts", [(Fraction(1, of), many)])
    yield from rows("ar", "part", [(Fraction(2, 3), "ثلثا"), (Fraction(1, 6), "سدس")])
    yield from rows("ar", "parts", ((Fraction(1, of), many) for of, many in _BROKEN))
    yield from rows(
        "ar",
        "other",
        [(0, "صفر"), (2, "مرتان مرتين ضعف ضعفي ضعفين ضعفا كلا كلتا كلاهما كليهما كلتاهما كلتيهما")],
    )


_TABLE: Final[Table] = dict(_table())
for _fifth in ("خمس", "سبع", "تسع", "عشر"):
    _TABLE[_fifth] = _TABLE[_fifth]._replace(is_ordinal=True)


def arabic(word: str) -> NumberWord | None:
    """Return what a folded word stands for, with what is written together with it, or None."""
    if found := _TABLE.get(word):
        return found
    for end in range(min(4, len(word) - _SHORTEST), 0, -1):
        prefix = _PREFIX.fullmatch(word, 0, end)
        if prefix and (found := _TABLE.get(word[end:])):
            is_definite = bool(prefix["the"]) or prefix["apart"] == "لل"
            return found._replace(
                is_joined=bool(prefix["and"]), is_apart=bool(prefix["apart"]), is_definite=is_definite
            )
    return None
