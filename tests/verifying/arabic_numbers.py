"""Arabic numbers in words, written by the rules of grammar: gender, case and both spellings of a hundred."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> list[str]:
    return text.split()


# The first is what counts masculine nouns.
_MASCULINE: Final = _words("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")
_FEMININE: Final = _words("صفر واحدة اثنتان ثلاث أربع خمس ست سبع ثمان تسع عشر")
_TENS: Final = _words("عشر ثلاث أربع خمس ست سبع ثمان تسع")
_HUNDREDS: Final = _words("ثلاث أربع خمس ست سبع ثمان تسع")


def in_words(
    number: int, *, is_feminine: bool = False, is_oblique: bool = False, hundred: str = "مئة"
) -> str:
    """Return a number from 0 to 9,999 as it counts nouns of that gender, in that case."""
    ending = "ين" if is_oblique else "ون"
    dual = "ين" if is_oblique else "ان"

    def below_hundred(rest: int) -> str:
        ones = _FEMININE if is_feminine else _MASCULINE
        if rest <= 10:
            return ones[rest].replace("ان", "ين") if is_oblique and rest == 2 else ones[rest]
        if rest < 20:
            unit = rest - 10
            first = {1: "إحدى" if is_feminine else "أحد"}.get(unit, ones[unit])
            if unit == 2:
                first = ("اثنت" if is_feminine else "اثن") + ("ي" if is_oblique else "ا")
            elif unit == 8 and is_feminine:
                first = "ثماني"
            return f"{first} {'عشرة' if is_feminine else 'عشر'}"
        tens = _TENS[rest // 10 - 2] + ending
        if not rest % 10:
            return tens
        first = "إحدى" if is_feminine and rest % 10 == 1 else below_hundred(rest % 10)
        return f"{first} و{tens}"

    parts = []
    thousands, hundreds, rest = number // 1000, number // 100 % 10, number % 100
    if thousands:
        few = f"{_MASCULINE[thousands]} آلاف"
        parts.append({1: "ألف", 2: "ألف" + dual}.get(thousands, few))
    if hundreds:
        many = _HUNDREDS[hundreds - 3] + hundred
        parts.append({1: hundred, 2: hundred[:-1] + "ت" + dual}.get(hundreds, many))
    if rest or not parts:
        parts.append(below_hundred(rest))
    return " و".join(parts)
