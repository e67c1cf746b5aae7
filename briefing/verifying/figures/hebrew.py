"""Hebrew words of numbers, without points."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from briefing.verifying.figures.number_words import NumberWord, Table, rows

_UNITS: Final = (
    (1, "אחד אחת"), (2, "שתיים שניים שתים שנים שני שתי"), (3, "שלוש שלושה שלושת"), (4, "ארבע ארבעה ארבעת"),
    (5, "חמש חמישה חמשה חמשת"), (6, "שש שישה ששה ששת"), (7, "שבע שבעה שבעת"), (8, "שמונה שמונת"),
    (9, "תשע תשעה תשעת"),
)  # fmt: skip
_ORDINALS: Final = (
    (1, "ראשון ראשונה"), (2, "שנייה שניה"), (3, "שלישי שלישית"), (4, "רביעי רביעית"), (5, "חמישי חמישית"),
    (6, "שישי שישית"), (7, "שביעי שביעית"), (8, "שמיני שמינית"), (9, "תשיעי תשיעית"),
)  # fmt: skip
_TENS: Final = ["עשרים", "שלושים", "ארבעים", "חמישים", "שישים", "שבעים", "שמונים", "תשעים"]
_PREFIX: Final = re.compile(r"(?P<and>ו?)(?P<apart>[בלכמ]?)(?P<the>[הש]?)")

_TABLE: Final[Table] = dict((
    *rows("he", "unit", _UNITS),
    *rows("he", "unit", _ORDINALS, is_ordinal=True),
    *rows("he", "ten", [(10, "עשר עשרה עשרת עשירי עשירית")]),
    *rows("he", "tens", ((10 * at, word) for at, word in enumerate(_TENS, 2))),
    *rows("he", "tens", [(60, "ששים")]),
    *rows("he", "hundred", [(100, "מאה מאות")]),
    *rows("he", "hundreds", [(200, "מאתיים")]),
    *rows("he", "scale", [(10**3, "אלף"), (10**6, "מיליון מליון"), (10**9, "מיליארד"), (10**12, "טריליון")]),
    *rows("he", "dual", [(10**3, "אלפיים")]),
    *rows("he", "scales", [
        (10**3, "אלפים אלפי"),
        (10**6, "מיליונים מיליוני"), (10**9, "מיליארדים מיליארדי"), (10**12, "טריליוני"),
    ]),
    *rows("he", "part", [(Fraction(1, 2), "חצי מחצית"), (Fraction(1, 3), "שליש"), (Fraction(1, 4), "רבע")]),
    *rows("he", "parts", [(Fraction(1, 3), "שלישים"), (Fraction(1, 4), "רבעים רבעי")]),
    *rows("he", "other", [(0, "אפס"), (2, "פעמיים יומיים שבועיים חודשיים שנתיים שעתיים")]),
))  # fmt: skip


def hebrew(word: str) -> NumberWord | None:
    """Return what a folded word stands for with what is written together with it, None if it is no number."""
    if found := _TABLE.get(word):
        return found
    for end in range(min(3, len(word) - 2), 0, -1):
        prefix = _PREFIX.fullmatch(word, 0, end)
        if prefix and (found := _TABLE.get(word[end:])):
            return found._replace(
                is_joined=bool(prefix["and"]), is_apart=bool(prefix["apart"]), is_definite=bool(prefix["the"])
            )
    return None
