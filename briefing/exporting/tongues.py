"""Which language a text says it is in (`lang`), and which way it runs (`dir`), as its letters tell.

Where letters do not tell the language, only the script is named (`und-Arab`), and where not even that is
told, as in Latin ones, `lang` is empty, which in HTML means unknown. Letters cannot tell every language from
all others: a text is called Arabic or Persian if it has letters that these have and their neighbours lack.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from briefing.document import Briefing, Citation

TextDirection = Literal["ltr", "rtl"]

_SAMPLE: Final = 20_000  # characters that the language is told by
_LONGEST: Final = 2_000  # of one text
_SHARE: Final = 0.01  # of the letters, that tell-tale letters have at least
_ISOLATES: Final = "\u2066\u2067\u2068"
_PDI: Final = "\u2069"
_STRONG: Final = {"L": "ltr", "R": "rtl", "AL": "rtl"}
#: A letter from left to right, and none before it that could tell otherwise: most other texts begin so.
_ORDINARY: Final = re.compile(r"[ -@\[-`]*(?:([A-Za-z])|[\u0620-\u064a\u05d0-\u05ea])")
# Letters that a language has and others of its script lack, the more telling first.
_TELLING: Final = (
    ("ps", "ښټډړږځڅۍ"),
    ("ug", "ۇۈۋڭ"),
    ("ckb", "ەێۆڕڵ"),
    ("sd", "ڄڃڇٺڀڦ"),
    ("ur", "ٹڈڑےںہ"),
)
_HEBREW: Final = ("he", "yi")
_PERSIAN: Final = "پچژگکی"
_TEH_MARBUTA: Final = "ة"
_ARABIC: Final = "ةىيكأإ"
_YIDDISH: Final = "װױײ"


class Tongue(NamedTuple):
    """A BCP 47 tag (empty: unknown), and the direction of most letters."""

    lang: str
    direction: TextDirection


def direction(text: str) -> TextDirection | None:
    """Return the direction of a text by its first strong letter (UAX #9, P2 and P3); None if it has none."""
    if match := _ORDINARY.match(text):
        return "ltr" if match[1] else "rtl"
    depth = 0
    for character in text:
        if character in _ISOLATES:
            depth += 1
        elif character == _PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (found := _STRONG.get(unicodedata.bidirectional(character))):
            return "ltr" if found == "ltr" else "rtl"
    return None


def quoted_direction(briefing: Briefing, citation: Citation) -> TextDirection | None:
    """Return the direction of a quote: that of its paragraph, whatever the quote begins with."""
    paragraphs, number = briefing.paragraphs, citation.paragraph
    return direction(paragraphs[number - 1].text if 1 <= number <= len(paragraphs) else citation.quote)


def last_direction(text: str) -> TextDirection | None:
    """Return the direction of the last strong letter of a text: what follows it may be drawn into that."""
    for character in reversed(text):
        if found := _STRONG.get(unicodedata.bidirectional(character)):
            return "ltr" if found == "ltr" else "rtl"
    return None


def tongue(texts: Iterable[str]) -> Tongue:
    """Return the language of a text in pieces, and the direction of most of its letters, by its beginning."""
    letters: Counter[str] = Counter()
    seen = 0
    for text in texts:
        if seen >= _SAMPLE:
            break
        part = text[:_LONGEST]
        seen += len(part) + 1
        letters.update(part)
    ways: Counter[str] = Counter()
    for letter, count in letters.items():
        ways[_STRONG.get(unicodedata.bidirectional(letter), "")] += count
    return Tongue(_language(letters), "rtl" if ways["rtl"] > ways["ltr"] else "ltr")


def language(text: str) -> str:
    """Return the language of one text."""
    return _language(Counter(text[:_LONGEST]))


def language_in(article: Tongue, text: str) -> str:
    """Return the language of words of an article: its own, unless they run the other way."""
    return article.lang if direction(text) in (None, article.direction) else language(text)


def language_beside(article: Tongue, text: str) -> str:
    """Return the language of a text from right to left; what its letters leave open, the article tells."""
    own = language(text)
    told = own and (own != "und-Arab" or article.lang in _HEBREW)
    return own if told or article.direction == "ltr" else article.lang


def _language(characters: Counter[str]) -> str:
    letters = Counter({one: count for one, count in characters.items() if one.isalpha()})
    arabic = Counter({one: count for one, count in letters.items() if _is_arabic(one)})
    hebrew = Counter({one: count for one, count in letters.items() if "\u05d0" <= one <= "\u05f2"})
    most = letters.total() / 2
    if hebrew.total() > most:
        return "yi" if _share(hebrew, _YIDDISH) > _SHARE else "he"
    if not arabic.total() or arabic.total() < most:
        return ""
    for name, telling in _TELLING:
        if _share(arabic, telling) > _SHARE:
            return name
    if _share(arabic, _PERSIAN) > _SHARE and _share(arabic, _TEH_MARBUTA) < _SHARE:
        return "fa"
    return "ar" if _share(arabic, _ARABIC) > _SHARE else "und-Arab"


def _is_arabic(letter: str) -> bool:
    return "\u0620" <= letter <= "\u06d5" or "\ufb50" <= letter <= "\ufefc"


def _share(letters: Counter[str], telling: str) -> float:
    return sum(letters[one] for one in telling) / letters.total()
