"""Words of numbers in Persian and Urdu, in folded letters; they are looked up in such texts only."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from briefing.arabic.folding import fold
from briefing.verifying.figures.number_words import Table, rows

_UNITS: Final = ["یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"]
_ORDINALS: Final = ["یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم"]
_TEENS: Final = ["یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"]
_TENS: Final = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS: Final = ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_URDU: Final = ["ایک", "دو", "تین", "چار", "پانچ", "چھ", "سات", "آٹھ", "نو"]
_URDU_TENS: Final = ["بیس", "تیس", "چالیس", "پچاس", "ساٹھ", "ستر", "اسی", "نوے"]

_WRITTEN: Final = (
    *rows("fa", "unit", enumerate(_URDU, 1)),
    *rows("fa", "unit", enumerate(_UNITS, 1)),
    *rows("fa", "unit", enumerate(_ORDINALS, 1), is_ordinal=True),
    *rows("fa", "teen", [(10, "ده دهم دس"), (11, "گیارہ"), (12, "بارہ"), (15, "پندرہ"), (18, "هیجده")]),
    *rows("fa", "teen", enumerate(_TEENS, 11)),
    *rows("fa", "tens", ((10 * at, word) for at, word in enumerate(_URDU_TENS, 2))),
    *rows("fa", "tens", ((10 * at, f"{word} {word}م") for at, word in enumerate(_TENS, 2))),
    *rows("fa", "hundred", [(100, "سو")]),
    *rows("fa", "hundreds", ((100 * at, word) for at, word in enumerate(_HUNDREDS, 1))),
    *rows("fa", "scale", [
        (10**3, "هزار ہزار"), (10**5, "لاکھ"), (10**6, "میلیون ملین"), (10**7, "کروڑ"),
        (10**9, "میلیارد بیلیون بلین ارب"), (10**12, "تریلیون ٹریلین"),
    ]),
    *rows("fa", "scales", [(10**3, "هزاران ہزاروں"), (10**6, "میلیون‌ها"), (10**5, "لاکھوں")]),
    *rows("fa", "part", [(Fraction(1, 2), "نصف نیم آدھا آدھے آدھی"), (Fraction(1, 4), "ربع چوتھائی")]),
    *rows("fa", "part", [(Fraction(1, 3), "ثلث یک‌سوم تہائی"), (Fraction(2, 3), "دوسوم دو‌سوم")]),
    *rows("fa", "part", [(Fraction(1, 4), "یک‌چهارم"), (Fraction(3, 4), "سه‌چهارم")]),
    *rows("fa", "other", [(0, "صفر"), (2, "دوبار دونوں")]),
)  # fmt: skip
PERSIAN: Final[Table] = {fold(word): entry for word, entry in _WRITTEN}
