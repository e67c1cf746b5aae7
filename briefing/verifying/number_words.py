"""Numbers that a text gives, in digits of any kind or in plain words, English or Arabic."""

from __future__ import annotations

import re
from typing import Final

from briefing.arabic.folding import fold
from briefing.verifying.amounts import amounts_in

_ENGLISH: Final = {
    word: value
    for value, words in {
        2: "two twice both", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
# In folded letters, without the endings that number and gender give.
_ARABIC: Final = {
    "واحد": 1, "احد": 1, "احدي": 1, "اول": 1,
    "اولي": 1, "اثن": 2, "اثنا": 2, "اثنتا": 2, "اثني": 2, "ثاني": 2,
    "اثنين": 2, "اثنان": 2, "كلا": 2, "كلتا": 2,
    "مرت": 2, "ثلاث": 3, "ثالث": 3, "اربع": 4, "رابع": 4, "خمس": 5,
    "خامس": 5, "ست": 6, "سادس": 6, "سبع": 7, "سابع": 7, "ثمان": 8, "ثماني": 8, "ثامن": 8, "تسع": 9, "تاسع": 9,
    "عشر": 10, "عاشر": 10, "عشرين": 20, "عشرون": 20, "ثلاثين": 30, "ثلاثون": 30, "اربعين": 40, "اربعون": 40,
    "خمسين": 50, "خمسون": 50, "ستين": 60, "ستون": 60, "سبعين": 70, "سبعون": 70, "ثمانين": 80, "ثمانون": 80,
    "تسعين": 90, "تسعون": 90, "مي": 100, "ماي": 100, "ميتين": 200, "مايتين": 200, "ميتان": 200, "مايتان": 200,
}  # fmt: skip
_SCALES: Final = {
    "الف": 1000,
    "الاف": 1000,
    "مليون": 10**6,
    "ملايين": 10**6,
    "مليار": 10**9,
    "مليارات": 10**9,
}
_DIGITS: Final = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
_GROUPED: Final = re.compile(
    r"(?P<whole>\d{1,3}(?P<by>[.,])\d{3}(?:(?P=by)\d{3})*)(?:(?!(?P=by))[.,](?P<fraction>\d+))?"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_WORD_WITH_MARKS: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0610-\u061a\u064b-\u065f\u0670])*")
_ENDINGS: Final = ("ه", "ا", "ات")
_DUAL: Final = re.compile(r"\w{2,}(?:ين|ان|تا)$")


def digit_numbers(text: str) -> list[re.Match[str]]:
    """Return the numbers that stand in digits, in order, each as its match in the text."""
    return list(_DIGITS.finditer(text))


def readings(written: str) -> set[str]:
    """Return what a number in digits may mean, in digits 0 to 9 and a point: `1.2`; `4747` for `٤٬٧٤٧`.

    Where one sign parts it, that may be of thousands or of a fraction (`4,747`); the Arabic signs are plain.
    """
    plain = fold(written).replace("\u066c", ",").replace("\u066b", ".")
    parts = re.split("[.,]", plain)
    found = set()
    match = _GROUPED.fullmatch(plain)
    if match and not ("\u066b" in written and match["by"] == "."):
        found.add(_number(re.sub("[.,]", "", match["whole"]), match["fraction"] or ""))
    if len(parts) == 2 and "\u066c" not in written:
        found.add(_number(*parts))
    return found or {_number("".join(parts), "")}


def _number(whole: str, fraction: str) -> str:
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def english_word_numbers(text: str) -> list[re.Match[str]]:
    """Return the words of an English text that are plain numbers, from two on."""
    return [match for match in _WORD.finditer(text) if match.group().casefold() in _ENGLISH]


def arabic_word_numbers(text: str) -> list[re.Match[str]]:
    """Return the words of an Arabic text that are plain numbers, from three on, each as its match there."""
    found = []
    for match in _WORD_WITH_MARKS.finditer(text):
        value, scale = _arabic(fold(match.group()))
        if value > 2 or scale:
            found.append(match)
    return found


def value_of(word: str) -> int:
    """Return what an English word of `english_word_numbers` stands for."""
    return _ENGLISH[word.casefold()]


def numbers_in(text: str) -> set[str]:
    """Return every number that a text may be said to give, in digits 0 to 9: what is in doubt is given."""
    found = amounts_in(fold(text), lambda word: _arabic(word)[0])
    for match in digit_numbers(text):
        found |= readings(match.group())
        found |= {part for whole in re.split(r"\D", match.group()) if whole for part in readings(whole)}
    sum_, last = 0, 0
    for match in _WORD.finditer(fold(text)):
        value, scale = _arabic(match.group())
        if word := _ENGLISH.get(match.group()):
            found.add(str(word))
        if scale:
            sum_, last = (sum_ or 1) * scale, 0
            found.add(str(scale))
        elif value:
            is_hundreds = value == 100 and 0 < last < 10
            sum_, last = (sum_ - last + last * 100, last * 100) if is_hundreds else (sum_ + value, value)
            found.add(str(value))
        else:
            if _DUAL.search(match.group()):
                found.add("2")
            sum_ = last = 0
        if sum_:
            found.add(str(sum_))
    return found


def _arabic(word: str) -> tuple[int, int]:
    """A word's value, and what it multiplies by; 0 for what it is not."""
    for prefix in ("", "و", "ال", "وال", "ب", "ل", "لل", "بال", "ف", "ك"):
        if not word.startswith(prefix):
            continue
        bare = word[len(prefix) :]
        if bare in _SCALES:
            return 0, _SCALES[bare]
        if bare in ("الفين", "الفان"):
            return 0, 2000
        for ending in ("", *_ENDINGS):
            stem = bare.removesuffix(ending) if ending else bare
            if stem in _ARABIC:
                return _ARABIC[stem], 0
            for hundred in ("ماي", "مي"):
                if stem.endswith(hundred) and (unit := _ARABIC.get(stem[: -len(hundred)], 0)) in range(3, 10):
                    return unit * 100, 0
    return 0, 0
