"""English words of numbers, casefolded."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from briefing.verifying.figures.number_words import Table, rows


def _words(text: str) -> list[str]:
    return text.split()


_UNITS: Final = _words("one two three four five six seven eight nine")
_TEENS: Final = _words("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS: Final = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS: Final = _words("first second third fourth fifth sixth seventh eighth ninth")
_TEENTHS: Final = _words(
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_DENOMINATORS: Final = _words("thirds fourths fifths sixths sevenths eighths ninths tenths")
_SCALES: Final = (
    (12, "dozen"),
    (10**3, "thousand"),
    (10**5, "lakh"),
    (10**6, "million mn mln"),
    (10**7, "crore"),
    (10**9, "billion bn bln bcm milliard"),
    (10**12, "trillion trn tn"),
)

ENGLISH: Final[Table] = dict((
    *rows("en", "unit", enumerate(_UNITS, 1)),
    *rows("en", "unit", enumerate(_ORDINALS, 1), is_ordinal=True),
    *rows("en", "teen", [(10, "ten tenth")]),
    *rows("en", "teen", enumerate(_TEENS, 11)),
    *rows("en", "teen", enumerate(_TEENTHS, 11)),
    *rows("en", "tens", ((10 * at, word) for at, word in enumerate(_TENS, 2))),
    *rows("en", "tens", ((10 * at, f"{word[:-1]}ieth") for at, word in enumerate(_TENS, 2))),
    *rows("en", "decade", ((10 * at, f"{word[:-1]}ies") for at, word in enumerate(_TENS, 2))),
    *rows("en", "hundred", [(100, "hundred hundredth")]),
    *rows("en", "scale", _SCALES),
    *rows("en", "scale", ((value, f"{words.split()[0]}th") for value, words in _SCALES[1:])),
    *rows("en", "scales", ((value, f"{words.split()[0]}s") for value, words in _SCALES)),
    *rows("en", "part", [(Fraction(1, 2), "half"), (Fraction(1, 4), "quarter")]),
    *rows("en", "parts", [(Fraction(1, 2), "halves"), (Fraction(1, 4), "quarters")]),
    *rows("en", "parts", ((Fraction(1, at), word) for at, word in enumerate(_DENOMINATORS, 3))),
    *rows("en", "other", [(0, "zero nil"), (2, "twice both")]),
))  # fmt: skip
