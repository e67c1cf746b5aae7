"""A text parted into what its numbers are put together of, and all else."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from briefing.arabic.folding import fold
from briefing.proposing.calendar_words import MONTHS
from briefing.verifying.figures.arabic import arabic
from briefing.verifying.figures.digits import NUMBER, values
from briefing.verifying.figures.english import ENGLISH
from briefing.verifying.figures.hebrew import hebrew
from briefing.verifying.figures.number_words import NumberWord
from briefing.verifying.figures.persian import PERSIAN

#: digits; word: of a number; and; to: what stands in a range; article: "a", which may stand in a number;
#: percent; minus; year: what a year follows; between; less: "but for" a part; other: no part of a number.
Sort = Literal[
    "digits", "word", "and", "to", "article", "percent", "minus", "year", "between", "less", "comma", "other"
]


class Token(NamedTuple):
    """`[start:end]` of a text. `text` is folded; `values` are those of digits, `word` that of a number."""

    start: int
    end: int
    sort: Sort
    text: str
    values: frozenset[Fraction] = frozenset()
    word: NumberWord | None = None


_MARKS: Final = r"\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_TOKEN: Final = re.compile(
    rf"(?P<digits>{NUMBER})|(?P<part>[\u00bc-\u00be\u2150-\u215e])"
    rf"|(?P<word>[^\W\d_\u00bc-\u00be\u2150-\u215e](?:[^\W\d_\u00bc-\u00be\u2150-\u215e]|[{_MARKS}])*)"
    r"|(?P<other>\S)"
)
_PERSIAN: Final = re.compile(
    "[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06be\u06c1\u06d2\u0679\u0688\u0691\u06ba]"
)
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff]")
_TANWIN: Final = "\u064b"
_BEFORE_AND_ONE: Final = ("hundred", "hundreds", "scale", "scales", "dual")
_TWO_THIRDS: Final = Fraction(2, 3)
_SORTS: Final[tuple[tuple[Sort, str], ...]] = (
    ("and", "و and ו"),
    ("to", "الى او حتى لغاية to or through تا يا سے עד או -"),
    ("article", "a an of"),
    ("percent", "% percent pct بالمئة بالمائة درصد فيصد אחוז אחוזים"),
    ("minus", "minus ناقص سالب منفى מינוס"),
    ("year", "عام العام لعام بعام عامى سنة السنة لسنة بسنة سال سن שנת בשנת משנת لשנת"),
    ("between", "بين between מבין בין"),
    ("less", "الا"),
    ("comma", ","),
)
_SORT_OF: Final[dict[str, Sort]] = {
    **dict.fromkeys((name for name in MONTHS if " " not in name), "year"),
    **{word: sort for sort, words in _SORTS for word in fold(words).split()},
}
_HUNDRED: Final = tuple(map(fold, ("المئة", "المائة", "المية")))
# What stands right behind digits.
_SUFFIXES: Final = {"k": 10**3, "bn": 10**9, "b": 10**9, "mn": 10**6, "m": 10**6, "tn": 10**12, "t": 10**12}


def tokens(text: str) -> list[Token]:
    """Return the words, numbers and signs of a text, in order, without controls and what is invisible."""
    is_english = not _RIGHT_TO_LEFT.search(text)
    table = PERSIAN if _PERSIAN.search(text) else {}
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end, whole = match.start(), match.end(), match.group()
        if match.lastgroup == "digits":
            found.append(Token(start, end, "digits", whole, values(whole, is_english=is_english)))
        elif match.lastgroup == "part":
            part = NumberWord("part", Fraction(unicodedata.numeric(whole)).limit_denominator(16), "en")
            found.append(Token(start, end, "word", whole, word=part))
        elif unicodedata.category(whole[0]) != "Cf":
            found.append(_of_word(found[-1] if found else None, start, end, whole, table))
    return found


def _of_word(last: Token | None, start: int, end: int, whole: str, persian: dict[str, NumberWord]) -> Token:
    text = fold(whole)
    is_behind = last is not None and last.sort == "digits" and last.end == start
    if is_behind and text in _SUFFIXES:
        scale = NumberWord("either" if text == "m" else "scale", Fraction(_SUFFIXES[text]), "en")
        return Token(start, end, "word", text, word=scale)
    if (last and text in _HUNDRED and last.text == "في") or (last and text == "cent" and last.text == "per"):
        return Token(start, end, "percent", text)
    if _SORT_OF.get(text) == "percent":
        return Token(start, end, "percent", text)
    word = persian.get(text) or ENGLISH.get(text) or arabic(text) or hebrew(text)
    is_and_one = text == "واحد" and last and last.word and last.word.kind in _BEFORE_AND_ONE
    if word and is_and_one:  # وأحد عشر
        word = word._replace(is_joined=True)
    elif word and word.kind == "either" and _TANWIN in whole:
        word = word._replace(kind="scale")
    elif word and word.value == _TWO_THIRDS and _TANWIN in whole:
        word = word._replace(value=_TWO_THIRDS / 2)
    sort: Sort = "word" if word else _SORT_OF.get(text, "other")
    return Token(start, end, sort, text, word=word)
