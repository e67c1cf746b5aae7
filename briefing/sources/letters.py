"""An old encoding, told by the letters that it makes of the bytes: how likely each text of them is.

Each candidate reads the bytes as one language in one encoding. What speaks for it is how often its letters
occur in that language, and what against it is what no text has: letters of two scripts in one word, a capital
after a small letter, a teh marbuta inside a word. All of it is added up as natural logarithms of
probabilities; the candidates compare because each has to account for the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import exp, log
from typing import Final, NamedTuple

_SAMPLE: Final = 1 << 15  # bytes that are looked at
_BEFORE: Final = 64  # bytes before the first that is not ASCII
_LATIN: Final = re.compile(rb"[A-Za-z]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
# A letter's share of its language falls by this with each place in their order.
_FALL: Final = 8.5
_PUNCTUATION: Final = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022«»‹›·°€£©®™§\u00a0¿¡"
_ARABIC_SIGNS: Final = _PUNCTUATION + "،؛؟٪٠١٢٣٤٥٦٧٨٩\u200c\u200d\u200e\u200fـ"
_HARAKAT: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_NIQQUD: Final = "\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb\u05bc\u05bf\u05c1\u05c2"
_ACCENTED: Final = "éüäàèöçêßñóâáíîôûëïœúùåøæ"
_SIGN, _MARK, _NEVER = log(0.01), log(0.03), log(1e-5)
_ODD, _USUAL = -5.0, 2.0  # what a text hardly has, and what it is full of, each time

_ARABIC_LETTER: Final = "[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]"
_LATIN_LETTER: Final = "[A-Za-zÀ-ÖØ-öø-ÿœŒ]"


class _Language(NamedTuple):
    """Its letters, the most frequent first; signs and marks beside them; and what it does not have."""

    letters: str
    signs: str
    odd: re.Pattern[str]
    marks: str = ""
    accented: str = ""
    usual: re.Pattern[str] | None = None


def _mixed(letter: str) -> str:
    return f"{letter}(?={_LATIN_LETTER})|{_LATIN_LETTER}(?={letter})"


_ARABIC_ODD: Final = re.compile(
    f"{_mixed(_ARABIC_LETTER)}"
    f"|[ةى][{_HARAKAT}]*(?={_ARABIC_LETTER})|(?<![\u0621-\u06d3])[ةىؤ]"
    f"|(?<![\u0621-\u06d3])[{_HARAKAT}]"
)
# The article and the shortest words speak for Arabic more than their letters do one by one.
_ARABIC_USUAL: Final = re.compile(
    f"(?<!{_ARABIC_LETTER})(?:[وفبك]?ال(?={_ARABIC_LETTER})"
    f"|(?:في|من|على|عن|إلى|أن|إن|ما|لا|هذا|التي|الى)(?!{_ARABIC_LETTER}))"
)
_PERSIAN_ODD: Final = re.compile(f"{_mixed(_ARABIC_LETTER)}|(?<![\u0621-\u06d3])[ةىؤ{_HARAKAT}]")
_CYRILLIC_ODD: Final = re.compile(f"[а-яё](?=[А-ЯЁ])|{_mixed('[А-яЁё]')}")
_HEBREW_ODD: Final = re.compile(f"[םןךףץ](?=[א-ת])|(?<![א-ת{_NIQQUD}])[{_NIQQUD}]|{_mixed('[א-ת]')}")
_GREEK_ODD: Final = re.compile(f"[α-ώ](?=[Α-Ω])|ς(?=[α-ώ])|{_mixed('[Α-ώ]')}")
_ACCENTS_ODD: Final = re.compile(
    r"[\u00df-\u00f6\u00f8-\u017f]{2}(?=[\u00df-\u00f6\u00f8-\u017f])"
    r"|[a-z\u00df-\u00f6\u00f8-\u00ff](?=[\u00c0-\u00d6\u00d8-\u00deĄĘŁŚŻŠČŘŽĞİŞ])"
    r"|(?<![^\W\d_])[^\W\d_a-zA-Z](?![a-zA-Z\s])|(?<=\w)[^\w\s\x00-\x7f’](?=\w)"
)
_LATIN_ODD: Final = re.compile(
    "[à-ÿœ]{2}(?=[à-ÿœ])|[a-zà-ÿ](?=[À-Þ])|(?<![A-ZÀ-Þ'’])[À-Þ](?![A-Za-zà-ÿ' ])"
    "|(?<![A-Za-z'’])[ß-ÿ](?![A-Za-z ])|[ßÀ-Þ](?=[ßÀ-Þ])(?![À-Þ][A-Z])|(?<=[a-z])[¿¡£©](?=[a-z])"
)

_ARABIC: Final = "اليمونرتبةعدسفهقكأحجشصطخىإضثذزغئظءآؤ"
_PERSIAN: Final = "اينردمهتوشبسلکزگفخعقپچجحصكطآضژغذظثءئأى"
_URDU: Final = "ايکرہےونمتسلںبپھدجگئٹعچحشقفزخڑآطصڈغضذظژثۂأء"
_RUSSIAN: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_GREEK: Final = "αοιετσνηυρπκμλςωίόάέδγχθήφύβξζώψϊϋΐΰ"
_CENTRAL: Final = "ąęłóśżíáéěščřžýćńőúůäöüźűďťňßâôëçțș"
_TURKISH: Final = "ıüşçğöâîû"
_HEBREW: Final = "יוהלאמרתבשנדעחפקכםטזגצןסךץף"

_LANGUAGES: Final = {
    "ar": _Language(_ARABIC, _ARABIC_SIGNS, _ARABIC_ODD, _HARAKAT, _ACCENTED, _ARABIC_USUAL),
    "fa": _Language(_PERSIAN, _ARABIC_SIGNS, _PERSIAN_ODD, _HARAKAT, _ACCENTED),
    "ur": _Language(_URDU, _ARABIC_SIGNS, _PERSIAN_ODD, _HARAKAT, _ACCENTED),
    "ru": _Language(_RUSSIAN, _PUNCTUATION + "№", _CYRILLIC_ODD),
    "he": _Language(_HEBREW, _PUNCTUATION + "₪\u200e\u200f", _HEBREW_ODD, _NIQQUD),
    "quotes": _Language("’“”–—…‘£€", _PUNCTUATION, _LATIN_ODD, accented=_ACCENTED),
    "el": _Language(_GREEK, _PUNCTUATION, _GREEK_ODD),
    "central": _Language(_CENTRAL, _PUNCTUATION, _ACCENTS_ODD),
    "tr": _Language(_TURKISH, _PUNCTUATION, _ACCENTS_ODD),
    "fr": _Language("éèàçêîùôâûëïœæ", _PUNCTUATION, _LATIN_ODD, accented=_ACCENTED),
    "de": _Language("üäöß", _PUNCTUATION, _LATIN_ODD, accented=_ACCENTED),
    "es": _Language("óíáéñú¿¡üçãõà", _PUNCTUATION, _LATIN_ODD, accented=_ACCENTED),
}  # fmt: skip
# It is met so seldom that it has to be certain.
_RARE: Final = "mac-arabic"
_RARE_FLOOR: Final = -4.2
# Codecs, languages, and what is added for how often they are met by readers of this program.
_CANDIDATES: Final = (
    ("cp1252", ("fr", "de", "es", "quotes"), 3.0),
    ("cp1256", ("ar", "fa", "ur"), 1.0),
    ("iso8859-6", ("ar",), 0.5),
    (_RARE, ("ar", "fa", "ur"), -3.0),  # letters alone are the same text in ISO-8859-6
    ("cp1251", ("ru",), 0.0),
    ("koi8-r", ("ru",), -0.5),
    ("iso8859-5", ("ru",), -1.0),
    ("cp866", ("ru",), -1.0),
    ("cp1255", ("he",), 0.0),
    ("cp1253", ("el",), 0.0),
    ("iso8859-7", ("el",), -0.5),
    ("cp1250", ("central",), -1.0),
    ("iso8859-2", ("central",), -1.5),
    ("cp1254", ("tr",), -1.0),
)
#: The codecs that can be told by letters.
CODECS: Final = frozenset(codec for codec, _, _ in _CANDIDATES)

# MacArabic has ASCII's signs twice: above 0x7f for text from right to left, its spaces among them.
_TWICE: Final = log(0.02)
_FLOOR: Final = -4.6  # for each byte that is not ASCII: below that it is another language than these
_SURE: Final = 3.0  # how much likelier than the next text the likeliest has to be
_LETTERS: Final = 3  # of any kind, without which nothing can be told
_FEW: Final = 3  # bytes that are not ASCII, which have to be surer
# A sign or an accent here and there in a text of Latin letters is hardly ever anything but Western.
_MOSTLY: Final = 25
_LATIN_TEXT: Final = 3.0
_DECLARED: Final = 8.0  # what a declaration adds for its encoding


def recognised(data: bytes, declared: Iterable[str] = ()) -> str:
    """Return the codec (Python's name) that makes the likeliest text of `data`; "" if none does, or two may.

    Candidates among the `declared` codecs are likelier by that.
    """
    sample = _sample(data)
    high = len(_HIGH.findall(sample))
    if not high:
        return ""
    favoured = set(declared)
    is_latin = len(_LATIN.findall(sample)) > _MOSTLY * high
    texts: dict[str, tuple[float, float, str]] = {}  # by what is read: likeliest, for what it is, in which
    for codec, languages, prior in _CANDIDATES:
        text = sample.decode(codec, "replace")
        odds = max(_likelihood(text, _LANGUAGES[language]) for language in languages)
        odds += _TWICE * (high - sum(one > "\x7f" for one in text))
        if codec == _RARE and odds < _RARE_FLOOR * high:
            continue
        total = (
            odds + prior + _DECLARED * (codec in favoured) + _LATIN_TEXT * (is_latin and codec == "cp1252")
        )
        if text not in texts or total > texts[text][0]:
            texts[text] = total, odds, codec
    (total, odds, codec), *others = sorted(texts.values(), reverse=True)
    text = sample.decode(codec, "replace")
    if (
        sum(map(str.isalpha, text)) < _LETTERS
        or odds < _FLOOR * high
        or (others and total - others[0][0] < (_SURE if high > _FEW else 2 * _SURE))
    ):
        return ""
    return codec


def _sample(data: bytes) -> bytes:
    first = _HIGH.search(data)
    start = max(0, first.start() - _BEFORE) if first else 0
    return data[start : start + _SAMPLE]


def _likelihood(text: str, language: _Language) -> float:
    shares = _SHARES[id(language)]
    counted = Counter(text)
    total = sum(count * shares.get(one, _NEVER) for one, count in counted.items() if one > "\x7f")
    total += _ODD * len(language.odd.findall(text))
    return total + _USUAL * len(language.usual.findall(text)) if language.usual else total


def _shares(language: _Language) -> dict[str, float]:
    """The logarithm of the share of each letter, sign and mark."""
    whole = sum(exp(-place / _FALL) for place in range(len(language.letters)))
    shares = {letter: log(0.05 / len(_ACCENTED)) for letter in language.accented}
    for place, letter in enumerate(language.letters):
        share = log(exp(-place / _FALL) / whole)
        shares.setdefault(letter.upper(), share + log(0.05))
        shares[letter] = share
    return {**dict.fromkeys(language.signs, _SIGN), **dict.fromkeys(language.marks, _MARK), **shares}


_SHARES: Final = {id(language): _shares(language) for language in _LANGUAGES.values()}
