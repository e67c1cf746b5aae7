"""Patterns of dates in folded text (`compared`); each of them takes time linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.proposing.calendar_words import (
    HIJRI_MONTHS,
    IRANIAN_MONTHS,
    MONTHS,
    NEIGHBOURS,
    NUMBERS,
    WEEKDAYS,
)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_L: Final = r"[^\W\d_]"  # a letter
_AND: Final = r"[وفبلك]{0,2}"  # what is written in one with a word
_NO: Final = r"(?<![\w.,/:+%٪-])"  # where a number begins
_OFF: Final = r"(?![\w%٪]|[.,:/-]\d)"  # where it ends
_MONTH: Final = rf"(?:{_any(MONTHS)})(?!{_L})"
_SYNONYMS: Final = rf"(?P<m>{_MONTH})(?:(?: ?[/(] ?| )(?P<s>{_MONTH})\)?)?"
_WORD: Final = rf"و?(?:{_any(NUMBERS)})(?!{_L})"
_ORDINAL: Final = rf"(?:ال{_L}{{3,7}}(?: عشر| و(?:ال)?(?:عشرين|عشرون|ثلاثين|ثلاثون))?)(?!{_L})"
_DAY: Final = rf"(?:(?:{_NO}|(?<=[\s(][وفبلك]))\d{{1,2}}(?![\d.,%٪])|(?<!{_L}){_ORDINAL})"
_ERA: Final = rf"(?: ?(?:م|ميلاديه?|ه|هجريه?|ق\.? ?م\.?)(?!{_L}))?"
_SAID_YEAR: Final = r"(?:ل?لعام|العام|عام|سنه|لسنه)"
_MARKED: Final = rf"[,/-]? ?(?:من )?{_SAID_YEAR} (?:\d{{3,4}}|{_WORD}(?: {_WORD}){{0,6}}){_OFF}"
_PLAIN: Final = r"(?:[,/-]? ?|,? من )(?:1[2-9]|20|21)\d\d(?![\w%٪.,]*\d)"
_YEAR: Final = rf"(?:(?:{_MARKED}|{_PLAIN}(?!{_L}{{2}}|[%٪])){_ERA})"
_OF: Final = r" ?[/-]? ?(?:من )?(?:شهر )?"
_NUMBER_YEAR: Final = rf"(?:(?<![\d.,/:+])\d{{3,4}}(?![\w%٪]|[.,:/]\d)|{_WORD}(?: {_WORD}){{0,6}})"
_MODERN: Final = r"(?:19|20)\d\d"
_BEFORE_YEARS: Final = (
    "في|منذ|بحلول|حتي|مطلع|نهايه|اواخر|اوائل|بدايه|منتصف|خلال|قبل|بعد|ربيع|صيف|خريف|شتاء|بين|من|الفتره|موسم"
    "|تعداد"
)
# What a year is followed by, rather than a number of things: `في 2000 موقع` is none.
_BEHIND_YEARS: Final = (
    r"(?=\W*\Z| ?[.,؛:)\]»\"؟!-]| [وف]?(?:ال|في|من|الي|علي|عن|ان|هو|هي|كان|قد|لم|لا|بعد|قبل|حين|عندما|مع|خلال"
    r"|حيث|حتي|اذ|لل|بال|تم|او|ثم|ب|ل|و))"
)
_PARTS_OF_DAYS: Final = r"(?:يوم|ليله|مساء|صباح|ظهر|فجر|امس) "

_DAY_BEFORE: Final = r"(?:(?:(?<![\w.,/:+%٪-])|(?<=[\u05d0-\u05ea][-\u05be])|(?<=[\u05d0-\u05ea]))\d{1,2})"
_NEIGHBOUR_YEAR: Final = (
    r"(?: ?,? ?(?:سال |سنه |(?:ב?שנת )?)(?:1[2-9]|20|21)\d\d(?!\d)(?:ء| ?(?:م|ع|ميلادي|عيسوي)(?![^\W\d_]))?)"
)
#: A Gregorian month in Persian, Urdu or Hebrew, with the days before it and the year behind it.
NEIGHBOUR: Final = re.compile(
    rf"(?:(?:(?P<d1>{_DAY_BEFORE}) ?(?:-|تا|الي|سے|עד) ?(?P<d2>\d{{1,2}})|(?P<d3>{_DAY_BEFORE}))[ -]?)?"
    rf"(?<![^\W\d_])(?:(?<!\w)[בלמהו]{{0,2}})?(?P<m>{_any(NEIGHBOURS | MONTHS)})(?!{_L})"
    rf"(?P<y>{_NEIGHBOUR_YEAR})?"
)
#: An Iranian month, with the day before it and the year behind it.
IRANIAN: Final = re.compile(
    rf"(?:(?P<d>(?<![\w.,/:+%٪-])\d{{1,2}}) ?)?(?<!\w)(?P<m>{_any(IRANIAN_MONTHS)})(?!{_L})"
    r"(?P<y>(?: ماه)? ?,? ?(?:سال )?1[34]\d\d(?!\d))?"
)
#: A year after the word for it in Persian, Urdu or Hebrew.
NEIGHBOUR_YEAR: Final = re.compile(
    r"(?<!\w)(?:سال|ب?سنه|[בלמה]?שנת) (?P<y>(?:1[2-9]|20|21)\d\d)(?!\d|[.,/]\d|[%٪])"
)

#: What stands between the two ends of a range.
TO: Final = r" ?(?:-|الي غايه|الي|حتي|وحتي|و) ?(?:يوم )?"
#: A Gregorian month with its synonym (`s`) and the year (`y`) behind it.
NAMED: Final = re.compile(rf"(?<!\w){_AND}{_SYNONYMS}(?P<y>{_YEAR})?")
#: The day (`d3`) or the days (`d1`, `to`, `d2`) before a month.
BEFORE: Final = re.compile(
    rf"(?:(?P<d1>{_DAY})(?P<to>{TO})(?P<d2>\d{{1,2}}|{_ORDINAL})|(?P<d3>{_DAY})){_OF}\Z"
)
#: What makes a range of two dates with `and` between them.
BETWEEN: Final = re.compile(r"(?<!\w)[وف]?بين (?:يومي |شهري )?\Z")
#: A Hijri month, and the year behind it.
HIJRI: Final = re.compile(
    rf"(?<!\w){_AND}(?P<m>{_any(HIJRI_MONTHS)})(?!{_L})"
    rf"(?P<y>[,/-]? ?(?:من )?(?:{_SAID_YEAR} )?1[0-5]\d\d(?!\d)(?: ?(?:ه|هجريه?)(?!{_L}))?)?"
)
#: A Hijri year by itself.
HIJRI_YEAR: Final = re.compile(
    rf"(?<!\w){_AND}(?:ال)?(?:عام|سنه) (?P<y>\d{{1,4}}) ?(?:ه|هجريه?|للهجره)(?!{_L})"
)
#: A date in digits, day or year first; `e` is its era.
NUMERIC: Final = re.compile(
    r"(?<![\w./:+-])(?:(?P<d>\d{1,2})(?P<a>[/.-])(?P<m>\d{1,2})(?P=a)(?P<y>\d{4}|\d\d)"
    r"|(?P<y2>\d{4})(?P<b>[/.-])(?P<m2>\d{1,2})(?P=b)(?P<d2>\d{1,2}))"
    rf"(?P<e> ?(?:م|ه)(?!{_L}))?(?![\w/%٪-]|[.:]\d)"
)
#: One or two years after a word for year.
YEARS: Final = re.compile(
    rf"(?<!\w){_AND}(?:ال|ل)?(?:عام|عامي|عامين|سنه|سنتي|اعوام|سنوات|الاعوام|السنوات) "
    rf"(?P<y>{_NUMBER_YEAR})(?:{TO}(?:عام )?(?P<y2>{_NUMBER_YEAR}))?(?P<e>{_ERA})"
)
#: One or two years of the last century or this after a preposition or a part of a year.
BARE_YEAR: Final = re.compile(
    rf"(?<!\w)[وف]?(?:{_BEFORE_YEARS}) (?P<y>{_MODERN})(?!\d)(?:{TO}(?P<y2>{_MODERN})(?!\d))?"
    rf"(?P<e>{_ERA})(?![%٪]|[.,/]\d){_BEHIND_YEARS}"
)
#: A weekday that is plainly one.
WEEKDAY: Final = re.compile(rf"(?<!\w){_AND}{_PARTS_OF_DAYS}(?:يوم )?(?P<w>{_any(WEEKDAYS)})(?!{_L})")
#: A weekday right before a date.
WEEKDAY_BEFORE: Final = re.compile(rf"(?:يوم )?(?P<w>{_any(WEEKDAYS)}),? ?(?:الموافق )?(?:في )?\Z")
#: What says that a word is a month, and no verb of the same letters.
MONTH_FOLLOWS: Final = re.compile(
    r"(?<!\w)[وف]?(?:في|من|منذ|شهر|مطلع|نهايه|اواخر|اوائل|بدايه|منتصف|خلال|حتي|الي|قبل|بعد|بحلول|قمه|بين) "
    r"[وف]?\Z"
)
#: What makes a year that follows approximate.
ABOUT: Final = re.compile(r"(?<!\w)(?:حوالي|نحو|قرابه|زهاء|تقريبا) (?:في )?\Z")
#: What stands between a date and the same in another calendar.
SAME_DAY: Final = re.compile(r"[ ,(/-]*(?:ال|ي)?(?:موافق|وافق)?(?: ?ل| يوم)?[ ,(/-]*(?:يوم )?")
