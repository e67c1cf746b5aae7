"""The words of dates, folded (`compared`): months of all calendars; Arabic weekdays and numbers in words."""

from __future__ import annotations

from typing import Final

# By the number of the month: international names, the Levant's and Iraq's, the Maghreb's.
_MONTHS: Final = (
    ("يناير", "كانون الثاني", "كانون ثاني", "جانفي"),
    ("فبراير", "شباط", "فيفري"),
    ("مارس", "اذار"),
    ("ابريل", "نيسان", "افريل"),
    ("مايو", "ايار", "ماي"),
    ("يونيو", "يونيه", "حزيران", "جوان"),
    ("يوليو", "يوليه", "تموز", "جويليه", "يوليوز"),
    ("اغسطس", "اب", "اوت", "غشت"),
    ("سبتمبر", "ايلول", "شتنبر"),
    ("اكتوبر", "تشرين الاول", "تشرين اول"),
    ("نوفمبر", "تشرين الثاني", "تشرين ثاني", "نونبر"),
    ("ديسمبر", "كانون الاول", "كانون اول", "دجنبر"),
)
#: The number of the Gregorian month of that name.
MONTHS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

# In Persian and in Urdu.
_NEIGHBOURS: Final = (
    ("ژانويه", "جنوري"),
    ("فوريه", "فروري"),
    ("مارچ",),
    ("اوريل", "اپريل"),
    ("مه", "مي", "مئي"),
    ("ژوئن", "جون"),
    ("ژوئيه", "جولاي", "جولائي"),
    ("اگوست", "اگست"),
    ("سپتامبر", "ستمبر"),
    ("اكتبر",),
    ("نوامبر", "نومبر"),
    ("دسامبر", "دسمبر"),
)
_HEBREW: Final = (
    "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני",
    "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר",
)  # fmt: skip
#: The same in Persian, Urdu and Hebrew: months beside a day or a year, in a text of such letters.
NEIGHBOURS: Final = {
    **{name: number for number, names in enumerate(_NEIGHBOURS, 1) for name in names},
    **{name: number for number, name in enumerate(_HEBREW, 1)},
}
_IRANIAN: Final = (
    "فروردين", "ارديبهشت", "خرداد", "تير", "مرداد", "شهريور",
    "مهر", "ابان", "اذر", "دي", "بهمن", "اسفند",
)  # fmt: skip
#: The number of the Iranian month of that name.
IRANIAN_MONTHS: Final = {name: number for number, name in enumerate(_IRANIAN, 1)} | {"امرداد": 5}
#: Of these, those that are common words too: they are months beside a year only.
IRANIAN_COMMON: Final = frozenset(("تير", "مهر", "اذر", "دي", "بهمن", "ابان"))
#: Names that are common words or names of people too: they are months only beside a day, a year or a synonym.
COMMON: Final = frozenset(("اب", "ماي", "جوان", "اوت", "نيسان", "تموز"))
#: Words that are verbs as often: they are months after a preposition as well.
VERBS: Final = frozenset(("مارس",))

_HIJRI: Final = (
    ("محرم", "المحرم"),
    ("صفر",),
    ("ربيع الاول", "ربيع اول"),
    ("ربيع الاخر", "ربيع الثاني", "ربيع ثاني"),
    ("جمادي الاولي", "جمادي الاول"),
    ("جمادي الاخره", "جمادي الثانيه", "جمادي الاخر"),
    ("رجب",),
    ("شعبان",),
    ("رمضان",),
    ("شوال",),
    ("ذو القعده", "ذي القعده"),
    ("ذو الحجه", "ذي الحجه"),
)
#: The number of the Hijri month of that name.
HIJRI_MONTHS: Final = {name: number for number, names in enumerate(_HIJRI, 1) for name in names}

#: English names of the days by their Arabic ones.
WEEKDAYS: Final = {
    "الاحد": "Sunday",
    "الاثنين": "Monday",
    "الاتنين": "Monday",
    "الثلاثاء": "Tuesday",
    "الاربعاء": "Wednesday",
    "الخميس": "Thursday",
    "الجمعه": "Friday",
    "السبت": "Saturday",
}

_ONES: Final = (
    ("واحد", "احد", "احدي", "الحادي", "الاول", "الحاديه", "الاولي", "الفاتح"),
    ("اثنان", "اثنين", "اثنتين", "اثنا", "اثني", "اثنتي", "الثاني"),
    ("ثلاثه", "ثلاث", "الثالث"),
    ("اربعه", "اربع", "الرابع"),
    ("خمسه", "خمس", "الخامس"),
    ("سته", "ست", "السادس"),
    ("سبعه", "سبع", "السابع"),
    ("ثمانيه", "ثماني", "ثمان", "الثامن"),
    ("تسعه", "تسع", "التاسع"),
)
_TENS: Final = ("عشر", "عشرين", "ثلاثين", "اربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين")
_HUNDREDS: Final = ("مئه", "مئتين", "ثلاثمئه", "اربعمئه", "خمسمئه", "ستمئه", "سبعمئه", "ثمانمئه", "تسعمئه")
#: The value of a word of a number; those of thousands are multiplied by nothing: a year has one or two.
NUMBERS: Final = {
    **{word: value for value, words in enumerate(_ONES, 1) for word in words},
    **{word: value * 10 for value, word in enumerate(_TENS, 1)},
    **{f"ال{word}": value * 10 for value, word in enumerate(_TENS, 1)},
    **{word.replace("ين", "ون"): value * 10 for value, word in enumerate(_TENS, 1) if value > 1},
    "عشره": 10,
    "العاشر": 10,
    **{word: value * 100 for value, word in enumerate(_HUNDREDS, 1)},
    **{word.replace("مئ", "مائ"): value * 100 for value, word in enumerate(_HUNDREDS, 1)},
    "مئتان": 200,
    "مائتان": 200,
    "ثمانيمئه": 800,
    "ثمانيمائه": 800,
    "الف": 1000,
    "الفين": 2000,
    "الفان": 2000,
}


def value_of(words: str) -> int:
    """Return the number that folded words say (`الفين واربعه وعشرين` is 2024); 0 if they say none."""
    total = 0
    for word in words.split():
        value = NUMBERS.get(word) or NUMBERS.get(word.removeprefix("و"))
        if value is None:
            return 0
        total += value
    return total
