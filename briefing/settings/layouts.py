"""Keyboard layouts that are not Latin: which key of a US keyboard each of their letters stands on.

The tables follow the symbols files of xkeyboard-config (`/usr/share/X11/xkb/symbols`), which
`tests/settings/test_layouts.py` compares them with. `ara` is Windows' Arabic 101, `ara(mac)` macOS's Arabic,
`ir` ISIRI 9147. They hold letters, digits and the Arabic question mark. Vowel marks and punctuation are left
out, but for signs of ASCII that stand on a letter's key (`/` on that of Q, Hebrew), what stands on that
of N in Persian, hamza above, and what no Latin layout types and Shift makes of the keys that write.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: What the keys of a US keyboard type, from the upper left to the lower right; and with Shift.
KEYS: Final = ("`1234567890-=", "qwertyuiop[]", "asdfghjkl;'\\", "zxcvbnm,./")
SHIFTED_KEYS: Final = ("~!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"|', "ZXCVBNM<>?")
_NOTHING: Final = "·"
# Arabic letters, and those that are written for them where the former are there with Shift only.
_OWN_FORMS: Final = {"ي": "ی", "ك": "ک"}


@dataclass(frozen=True, eq=False)
class KeyboardLayout:
    """One layout: for each letter what its key types on a US keyboard.

    `plain` are those without Shift, `shifted` those with it. `name` is XKB's.
    """

    name: str
    plain: Mapping[str, str]
    shifted: Mapping[str, str]

    def place(self, letter: str) -> str | None:
        """What the letter's key types on a US keyboard; None for a letter that the layout lacks."""
        return self.plain.get(letter) or self.shifted.get(letter)

    def keeps(self, letter: str) -> bool:
        """Whether it has the letter with Shift, and none of its own that is written for it."""
        return letter in self.shifted and _OWN_FORMS.get(letter, "") not in self.plain


def same(letter: str) -> str:
    """The letter as the tables have it: what the lam-alef key sends is two letters, or one ligature."""
    return unicodedata.normalize("NFKC", letter) if "\ufe70" <= letter <= "\ufefc" else letter


def _layout(name: str, plain: Sequence[str], shifted: Sequence[str] = ()) -> KeyboardLayout:
    return KeyboardLayout(name, dict(_pairs(plain, KEYS)), dict(_pairs(shifted, SHIFTED_KEYS)))


def _pairs(rows: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    for letters, row in zip(rows, keys, strict=bool(rows)):
        for letter, key in zip(letters.split(), row, strict=True):
            if letter != _NOTHING:
                yield same(letter), key


ARABIC: Final = _layout(
    "ara(digits)",
    (
        "ذ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠ · ·",
        "ض ص ث ق ف غ ع ه خ ح ج د",
        "ش س ي ب ل ا ت ن م ك ط ·",
        "ئ ء ؤ ر ﻻ ى ة و ز ظ",
    ),
    (
        "· · · · · · · · · · · · ·",
        "· · \u064f \u064c ﻹ إ · · · · · ·",
        "\u0650 \u064d · · ﻷ أ ـ · · · · ·",
        "· · · · ﻵ آ · · · ؟",
    ),
)

MAC: Final = _layout(
    "ara(mac)",
    (
        "ـ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠ · ·",
        "ض ص ث ق ف غ ع ه خ ح ج ة",
        "ش س ي ب ل ا ت ن م ك · ·",
        "ظ ط ذ د ز ر و · · ·",
    ),
    (
        "· · · · · · · · · · · · ·",
        "· · \u0650 \u064d · \u064c \u0652 · · · · ·",
        "» « ى · · آ ٱ · · · · ·",
        "· · ئ ء أ إ ؤ · · ؟",
    ),
)

PERSIAN: Final = _layout(
    "ir",
    (
        "· ۱ ۲ ۳ ۴ ۵ ۶ ۷ ۸ ۹ ۰ · ·",
        "ض ص ث ق ف غ ع ه خ ح ج چ",
        "ش س ی ب ل ا ت ن م ک گ ·",
        "ظ ط ز ر ذ د پ و · ·",
    ),
    (
        "· · · · · · · · · · · ـ ·",
        "· · \u064d \u064b · \u0650 \u064e · · · · ·",
        "ؤ ئ ي إ أ آ ة · · · · ·",
        "ك · ژ \u0670 \u200c \u0654 ء · · ؟",
    ),
)

HEBREW: Final = _layout(
    "il",
    (
        "· · · · · · · · · · · · ·",
        "/ ' ק ר א ט ו ן ם פ · ·",
        "ש ד ג כ ע י ח ל ך ף · ·",
        "ז ס ב ה נ מ צ ת ץ ·",
    ),
)

RUSSIAN: Final = _layout(
    "ru",
    (
        "ё · · · · · · · · · · · ·",
        "й ц у к е н г ш щ з х ъ",
        "ф ы в а п р о л д ж э ·",
        "я ч с м и т ь б ю ·",
    ),
    (
        "Ё · · · · · · · · · · · ·",
        "Й Ц У К Е Н Г Ш Щ З Х Ъ",
        "Ф Ы В А П Р О Л Д Ж Э ·",
        "Я Ч С М И Т Ь Б Ю ·",
    ),
)

UKRAINIAN: Final = _layout(
    "ua",
    (
        "· · · · · · · · · · · · ·",
        "й ц у к е н г ш щ з х ї",
        "ф і в а п р о л д ж є ґ",
        "я ч с м и т ь б ю ·",
    ),
    (
        "· · · · · · · · · · · · ·",
        "Й Ц У К Е Н Г Ш Щ З Х Ї",
        "Ф І В А П Р О Л Д Ж Є Ґ",
        "Я Ч С М И Т Ь Б Ю ·",
    ),
)

GREEK: Final = _layout(
    "gr",
    (
        "· · · · · · · · · · · · ·",
        "; ς ε ρ τ υ θ ι ο π · ·",
        "α σ δ φ γ η ξ κ λ · · ·",
        "ζ χ ψ ω β ν μ · · ·",
    ),
    (
        "· · · · · · · · · · · · ·",
        "· · Ε Ρ Τ Υ Θ Ι Ο Π · ·",
        "Α Σ Δ Φ Γ Η Ξ Κ Λ · · ·",
        "Ζ Χ Ψ Ω Β Ν Μ · · ·",
    ),
)

#: All of them, those that more people type first: of two keys the first layout's is meant, if nothing tells.
LAYOUTS: Final = (ARABIC, PERSIAN, MAC, HEBREW, RUSSIAN, UKRAINIAN, GREEK)
