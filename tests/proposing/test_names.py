"""Names that a text pairs with their Latin form."""

import pytest

from briefing.proposing.names import names_in


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("إطلاق منتدى التعاون الصناعي الدفاعي والاستحواذ عليه (DICAS)، وهو", [
            ("التعاون الصناعي الدفاعي والاستحواذ عليه", "DICAS"),
        ]),
        ("قال جون سميث (John Smith) أمس", [("جون سميث", "John Smith")]),
        ("شركة «أوبن إيه آي» (OpenAI) الأميركية", [("آي", "OpenAI")]),
        ("أعلن Rahm Emanuel (رام إيمانويل) ذلك", [("رام إيمانويل", "Rahm Emanuel")]),
        ("في روما (Rome)", [("روما", "Rome")]),
        ("كما ذكرنا (في الفصل الأول)", []),
        ("ارتفع (x) إلى", []),
        ("رقم 5 (GDP)", []),
    ],
)  # fmt: skip
def test_a_pair_in_brackets_is_a_name(text: str, pairs: list[tuple[str, str]]) -> None:
    found = names_in(text)
    assert [(one.arabic, one.latin) for one in found] == pairs
    assert all(one.arabic in text and one.arabic in text[one.start : one.end] for one in found)


@pytest.mark.whole
def test_many_brackets_take_time_in_proportion() -> None:
    from tests.judges.ceiling import ceiling

    with ceiling():
        for piece in ("كلمة ", "كلمة (", "Aa ", "A (", "(Aa) ", "ا", "A"):
            names_in(piece * (40_000 // len(piece)))


@pytest.mark.parametrize(
    ("text", "arabic", "kind"),
    [
        ("قال البنك الدولي (World Bank) في تقرير", "البنك الدولي", "body"),
        ("وقال الرئيس الفرنسي إيمانويل ماكرون (Emmanuel Macron)", "إيمانويل ماكرون", "person"),
        ("وقال الرئيس الفرنسي ماكرون (Emmanuel Macron)", "ماكرون", "person"),
        ("رئيس الوزراء العراقي محمد السوداني (Mohammed Sudani)", "محمد السوداني", "person"),
        ("واليونيسف (UNICEF)", "اليونيسف", None),
        ("العراقي محمد شياع السوداني (Mohammed Shia al-Sudani)", "محمد شياع السوداني", None),
        ("شركة إنفيديا الأميركية (Nvidia)", "إنفيديا", "body"),
        ("في مدينة ليون الفرنسية (Lyon)", "ليون", "place"),
        ("الذكاء الاصطناعي (AI)", "الذكاء الاصطناعي", None),
        ("صواريخ باتريوت (Patriot)", "باتريوت", None),
        ("منظمة الصحة العالمية (WHO)", "منظمة الصحة العالمية", "body"),
        ("قال جون سميث (John Smith) أمس", "جون سميث", None),
        ("كتب Rahm Emanuel (رام إيمانويل) ذلك", "رام إيمانويل", None),
    ],
)
def test_a_kind_is_told_only_if_the_words_about_it_say_so(text: str, arabic: str, kind: str | None) -> None:
    (one,) = names_in(text)
    assert (one.arabic, one.kind) == (arabic, kind)


def test_a_nationality_alone_is_no_name() -> None:
    assert names_in("وصل حزب الله اللبناني (Hezbollah)") == []
