"""A briefing whose words are hard to give out: each form is read by another program and compared with it."""

from __future__ import annotations

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph, Provenance, Section, Title
from briefing.document.model import Inline, InlineKind


def _set(text: str, words: str, kind: InlineKind, address: str = "") -> Inline:
    at = text.index(words)
    return Inline(at, at + len(words), kind, address)


_VOCALISED = "قَالَ الوَزِيرُ إِنَّ المُحَادَثَاتِ «بَدَأَتْ»، في 29/9/2021، بنسبة 10% (F-15)؛ راجع الرابط."
_PERSIAN = "این گزارش می‌گوید که خانه‌های آن‌ها پُر از گل‌های «ژاله» است؛ کتاب‌هایی."

#: Article: what readers trip over, in every kind of paragraph.
PARAGRAPHS = (
    Paragraph(1, "عُنْوَانٌ: «الحَرْبُ» — ٢٠٢٤-٢٠٢٦", "heading", 1),
    Paragraph(
        2,
        _VOCALISED,
        inlines=(
            _set(_VOCALISED, "الوَزِيرُ", "strong"),
            _set(_VOCALISED, "«بَدَأَتْ»", "emphasis"),
            _set(_VOCALISED, "الرابط", "link", "https://ar.wikipedia.org/wiki/قهوة_(مشروب)?a=1&b=2"),
        ),
    ),
    Paragraph(3, _PERSIAN, inlines=(_set(_PERSIAN, "می‌گوید که", "strong"), _set(_PERSIAN, "ژاله", "code"))),
    Paragraph(4, "یہ اردو متن ہے، جس میں ٹھیک ڈیڑھ سو ۱۵۰ الفاظ ہیں۔"),
    Paragraph(5, 'שָׁלוֹם עולם: 12–15 אנשים (ראו "Briefing") ב־2024.', inlines=(Inline(0, 7, "struck"),)),
    Paragraph(6, "# ليس عنوانًا", "item", 1, "•"),
    Paragraph(7, "* نجمة _خط_ `شفرة` [قوس](x) <b>وسم</b> | خط # مربع &amp; &lt;", "item", 2, "3."),
    Paragraph(8, "1. رقم في أول السطر", "item", 1, "•"),
    Paragraph(9, "2024. وكان عامًا صعبًا", "quote", 1),
    Paragraph(10, "+ زائد ثم - ناقص ثم = يساوي @ جملة", "quote", 2),
    Paragraph(11, 'if a[i] < b && c > 1:\n\tprint(`x`, "**y**")  # «تعليق»', "code"),
    Paragraph(12, "الاسم\tCount | n\tملاحظة", "row"),
    Paragraph(13, "علي\t-1\t=SUM(A1)", "row", inlines=(Inline(0, 3, "strong"),)),
    Paragraph(14, "In English, with https://example.org/a_(b)?c=1&d=[2] and a@example.org (twice)."),
    Paragraph(15, "سطر أول\nسطر ثان\u200f ‏مع \u2067عزل\u2069 وعلامات\u200e."),
    Paragraph(16, "تحكم \x1b[31m أحمر \x07 و\x00 و\x85 نهاية"),
    Paragraph(
        17,
        "<script>alert('نص')</script> \\end{document} $x$ %% {{ }} ~~ ^^ == :smile: @user #12",
        "note",
        0,
        "[1]",
    ),
    Paragraph(18, "كلمة"),
    Paragraph(19, "ﷲ 😀 𐎠 — ﻻ ـــ لله"),
)

_CLAIMS = (
    Claim(
        'The minister said that talks "began" *now*, on 29/9/2021 [sic].',
        (Citation(2, "المُحَادَثَاتِ «بَدَأَتْ»"), Citation(2, "في 29/9/2021، بنسبة 10% (F-15)")),
    ),
    Claim(
        "Houses full of flowers; 1. <b>not bold</b> | #tag.",
        (Citation(3, "خانه‌های آن‌ها پُر از گل‌های «ژاله»"),),
        "likely",
        "low",
        drafted=True,
    ),
    Claim(
        "=1+1 is what 12–15 people said (שלום).",
        (Citation(5, '12–15 אנשים (ראו "Briefing")'), Citation(4, "ڈیڑھ سو ۱۵۰")),
    ),
    Claim("- A list, at its start.", (Citation(7, "* نجمة _خط_ `شفرة` [قوس](x) <b>وسم</b> | خط #"),)),
    Claim("Nothing carries this.", ()),
)

EVENTS = (
    Event(
        "2024-06-10",
        '=Talks, in "Tokyo"; end',
        "محادثات، في «طوكيو»؛ انتهت",
        (2,),
        "stated",
        "-note\nof two lines",
    ),
    Event("2024-06~", "Vote: 50% | <half>", "تصويت", (3, 4), "inferred"),
    Event("2021-09-29/2021-10-02", "\\n is no line end, {x}", "می‌خواهم", (5,), "projected", "@later"),
    Event("2025/..", "Open", "שָׁלום", ()),
)

NAMES = (
    Name("person", 'O\'Neil, "Al" & Co <x>', ("عَلِيّ", "عليّ بن أحمد"), "Chair | #1"),
    Name("place", "+Jerusalem", ("ירושלים", "القدس"), "=city"),
)

BRIEFING = Briefing(
    title=Title("Talks: 10% & *more* {x}", "مُحَادَثَاتٌ: «10%» و*أكثر*"),
    bottom_line='Talks "began" in [Tokyo] | 50% <sure>.',
    provenance=Provenance("Source: صحيفة «الخبر» & Co_*, https://example.org/a_(b)."),
    paragraphs=PARAGRAPHS,
    sections=(
        Section("first", "First *part*", "القسم الأول", tuple(range(1, 9)), _CLAIMS[:3]),
        Section("second", "Second", "", tuple(range(9, 20)), _CLAIMS[3:]),
    ),
    events=EVENTS,
    names=NAMES,
    path="hard/briefing.toml",
)

#: All claims, in order.
CLAIMS = _CLAIMS
