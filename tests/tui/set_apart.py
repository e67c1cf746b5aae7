"""A document with everything: every kind of paragraph and of words, both ways, and tables of any width."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Briefing, Origin, Paragraph, Section, Title
from briefing.document.model import Inline, InlineKind

LINK = "https://example.org/dicas?x=1"


def words(text: str, *set_apart: tuple[str, InlineKind]) -> tuple[Inline, ...]:
    """Return the first of each of these words as inlines of a text."""
    found = [(text.index(word), word, kind) for word, kind in set_apart]
    return tuple(
        Inline(at, at + len(word), kind, LINK if kind == "link" else "") for at, word, kind in sorted(found)
    )


_TEXT = (
    "مقدمة فيها كلمات غامقة وكلمات مائلة وأخرى مشطوبة و code --flag ورابط إلى صفحة المؤتمر، ثم بقية "
    "السطر حتى يلتف النص على أكثر من سطر في العرض الضيق. الأعوام 2024-2026 و(DICAS) لا كما كانت."
)
_LONG = "بند طويل بما يكفي ليلتف على سطر ثان أو ثالث في نافذة ضيقة حتى يظهر التعليق كما ينبغي (نعم)."
_CODE = (
    "def greet(name):  # مرحبا\n"
    '\treturn f"Hello, {name}" + "سطر طويل من الشيفرة لا بد أن يلتف في النافذة"\n\n\nx = 1'
)
_ENGLISH = "An English item that is long enough to wrap onto a second row here, I think."
_NOTE = "نص الحاشية الأولى، وهو طويل بعض الشيء حتى يلتف على سطر آخر في نافذة ضيقة."

PARAGRAPHS = (
    Paragraph(0, "تقرير عن صناعة الأسلحة", "heading", 1),
    Paragraph(
        0,
        _TEXT,
        inlines=words(
            _TEXT,
            ("كلمات غامقة", "strong"),
            ("مائلة", "emphasis"),
            ("مشطوبة", "struck"),
            ("code --flag", "code"),
            ("صفحة المؤتمر", "link"),
            ("لا كما", "strong"),
        ),
    ),
    Paragraph(0, "القوائم", "heading", 2),
    Paragraph(0, _LONG, "item", 1, "•", words(_LONG, ("سطر", "strong"))),
    Paragraph(0, "بند داخلي أول", "item", 2, "1."),
    Paragraph(0, _LONG, "item", 2, "2."),
    Paragraph(0, "فقرة ثانية من البند نفسه", "item", 2),
    Paragraph(0, "عاشر", "item", 2, "10."),
    Paragraph(0, _ENGLISH, "item", 1, "•"),
    Paragraph(0, "اقتباسات", "heading", 3),
    Paragraph(0, _LONG, "quote", 1),
    Paragraph(0, "اقتباس داخل اقتباس", "quote", 2, inlines=words("اقتباس داخل", ("داخل", "link"))),
    Paragraph(0, "شيفرة", "heading", 4),
    Paragraph(0, _CODE, "code"),
    Paragraph(0, "جداول", "heading", 5),
    Paragraph(0, "الاسم\tالدور\tالسنة", "row"),
    Paragraph(0, "أحمد بن محمد\tوزير\t2024", "row", inlines=words("أحمد بن محمد\tوزير", ("وزير", "strong"))),
    Paragraph(0, "DICAS\tمجموعة عمل (لجنة)\t2026", "row"),
    Paragraph(0, "\tلا\t", "row"),
    Paragraph(0, "English\tArabic", "row"),
    Paragraph(0, f"a long English cell that will not fit into any pane\t{_LONG}", "row"),
    Paragraph(0, "الحواشي", "heading", 6),
    Paragraph(
        0, "نص الحاشية الأولى، وهو طويل بعض الشيء حتى يلتف على سطر آخر في نافذة ضيقة.", "note", 0, "[1]"
    ),
    Paragraph(0, "Second note, in English.", "note", 0, "[2]"),
)


def everything() -> Briefing:
    """Return it as a briefing of one section, as another document is read."""
    paragraphs = tuple(replace(one, number=number) for number, one in enumerate(PARAGRAPHS, 1))
    section = Section("text", "", "", tuple(one.number for one in paragraphs))
    title = Title("", "تقرير عن صناعة الأسلحة")
    origin = Origin("all.md", "markdown", title=title.arabic)
    return Briefing(title, "", None, paragraphs, (section,), (), (), "all.md", origin)


def unset(briefing: Briefing) -> Briefing:
    """Return the same words with nothing set apart."""
    paragraphs = tuple(Paragraph(one.number, one.text) for one in briefing.paragraphs)
    return replace(briefing, paragraphs=paragraphs)
