"""Quotes changed in many ways get the verdict that says what was done to them."""

from collections.abc import Callable

import pytest

from briefing.document.model import Paragraph
from briefing.sources import load_bundled
from briefing.verifying.verdict import Verdict
from briefing.verifying.verdicts import Judge

TEXTS = (
    "قالَ الوزيرُ إن المحادثات التي بدأت أمس «ستستمر» ١٨ شهرًا على الأقل، وفقًا لبيان رسمي صدر في القاهرة.",
    "وأعلنت الشركة يوم الاثنين أنها ستبني مصنعًا جديدًا في المدينة، على أن ينتهي العمل فيه خلال عامين.",
    "لا تعليق من الوزارة على هذه الأنباء حتى الآن.",
)
JUDGE = Judge([Paragraph(number, text) for number, text in enumerate(TEXTS, 1)])
QUOTE = "الوزيرُ إن المحادثات التي بدأت أمس «ستستمر» ١٨ شهرًا على الأقل"


def on(quote: str, paragraph: int = 1) -> Verdict:
    return JUDGE.verdict(quote, paragraph)


WAYS: dict[str, tuple[Callable[[str], str], str, str]] = {
    # what is done, the verdict, and what it says of it
    "nothing": (lambda q: q, "exact", ""),
    "harakat left out": (lambda q: q.replace("ُ", "").replace("ً", ""), "but for", "harakat"),
    "harakat added": (lambda q: q.replace("الم", "المُ"), "but for", "harakat"),
    "tatweel": (lambda q: q.replace("الت", "الـــت"), "but for", "tatweel"),
    "hamza": (lambda q: q.replace("أ", "ا").replace("إ", "ا"), "but for", "hamza"),
    "straight quotation marks": (
        lambda q: q.replace("«", '"').replace("»", '"'),
        "but for",
        "quotation marks",
    ),
    "no quotation marks": (lambda q: q.replace("«", "").replace("»", ""), "but for", "quotation marks"),
    "two spaces": (lambda q: q.replace(" ", "  ", 1), "but for", "white space"),
    "no-break space": (lambda q: q.replace(" ", "\u00a0", 2), "but for", "white space"),
    "line end": (lambda q: q.replace(" ", "\n", 1), "but for", "white space"),
    "a space left out": (lambda q: q.replace("التي ", "التي"), "but for", "white space"),
    "western digits": (lambda q: q.replace("١٨", "18"), "but for", "digits"),
    "Persian digits": (lambda q: q.replace("١٨", "۱۸"), "but for", "digits"),
    "Persian letters": (lambda q: q.replace("ي", "ی"), "but for", "letters written alike"),
    "a joiner": (lambda q: q.replace(" ", "\u200d ", 1), "but for", "invisible characters"),
    "a mark of direction": (lambda q: f"\u200f{q}", "but for", "invisible characters"),
    "presentation forms": (lambda q: q.replace("ا", "ﺍ"), "but for", "presentation forms"),
    "decomposed": (lambda q: q.replace("أ", "ا\u0654"), "but for", "its Unicode form (composed or not)"),
    "a word left out": (lambda q: q.replace("التي ", ""), "near", ""),
    "a word changed": (lambda q: q.replace("بدأت", "انتهت"), "near", ""),
    "a word put in": (lambda q: q.replace("التي", "لا التي"), "near", ""),
    "letters exchanged": (lambda q: q.replace("المحادثات", "المحاثدات"), "near", ""),
    "another number": (lambda q: q.replace("١٨", "١٢"), "near", ""),
    "an ellipsis": (lambda q: q.replace("التي بدأت أمس", "…"), "stitched", ""),
    "three dots in brackets": (lambda q: q.replace("التي بدأت أمس", "[...]"), "stitched", ""),
    "halves exchanged": (lambda q: " ".join((*q.split()[5:], *q.split()[:5])), "stitched", ""),
    "two paragraphs": (lambda q: " ".join((*q.split()[:5], *TEXTS[1].split()[5:12])), "stitched", ""),
    "another paragraph": (lambda q: TEXTS[1][2:60], "another paragraph", ""),
    "another paragraph, bare": (lambda q: TEXTS[1][2:60].replace("أ", "ا"), "another paragraph", "hamza"),
    "other words": (lambda q: "هبطت أسعار القمح في الأسواق العالمية بعد موسم وفير", "absent", ""),
    "English": (lambda q: "The minister said that talks would go on for 18 months", "absent", ""),
    "nothing at all": (lambda q: " ", "absent", ""),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_changed_quote_gets_its_verdict(way: str) -> None:
    change, kind, but_for = WAYS[way]
    verdict = on(change(QUOTE))
    assert (verdict.kind, ", ".join(verdict.but_for)) == (kind, but_for)


@pytest.mark.parametrize("way", [way for way, (_, kind, _) in WAYS.items() if kind == "but for"])
def test_what_is_to_be_put_is_what_the_article_says(way: str) -> None:
    verdict = on(WAYS[way][0](QUOTE))
    assert verdict.is_certain
    assert [place.words for place in verdict.places] == [QUOTE]
    place = verdict.places[0]
    assert TEXTS[place.paragraph - 1][place.start : place.end] == QUOTE


@pytest.mark.parametrize("way", [way for way, (_, kind, _) in WAYS.items() if kind == "near"])
def test_the_repair_of_a_near_quote_is_the_passage_itself(way: str) -> None:
    verdict = on(WAYS[way][0](QUOTE))
    assert verdict.places[0].words == QUOTE
    assert 75 <= verdict.score < 100
    assert not verdict.is_certain


def test_the_parts_of_a_stitched_quote_are_given_in_their_order() -> None:
    first, second = " ".join(QUOTE.split()[:5]), " ".join(TEXTS[1].split()[5:12])
    verdict = on(f"{first} {second}")
    assert [(place.paragraph, place.words) for place in verdict.places] == [(1, first), (2, second)]
    assert not verdict.is_certain


def test_a_near_passage_of_another_paragraph_is_told() -> None:
    verdict = on(TEXTS[1].replace("مصنعًا", "بيتًا"))
    assert (verdict.kind, verdict.places[0].paragraph) == ("near", 2)


def test_the_same_words_in_two_spellings_are_not_certain() -> None:
    judge = Judge([Paragraph(1, "كتب الوزير الكتاب، ثم كُتب الوزير الكتاب.")])
    verdict = judge.verdict("كتـب الوزير الكتاب", 1)
    assert (verdict.kind, len(verdict.places), verdict.is_certain) == ("but for", 2, False)


def test_the_inside_of_a_word_is_not_certain() -> None:
    judge = Judge([Paragraph(1, "المحادثات")])
    assert not judge.verdict("محـادث", 1).is_certain


@pytest.mark.parametrize(
    "quote", ["שלום עולם", "یک متن فارسی", "x", "١", "\u202e", "،", "…", "... ...", "\u064e"]
)
@pytest.mark.parametrize("number", [-1, 0, 1, 4, 10**400])
def test_any_quote_and_number_get_a_verdict(quote: str, number: int) -> None:
    assert JUDGE.verdict(quote, number).kind in ("absent", "another paragraph", "but for", "near", "exact")


def test_every_bundled_quote_is_exact_and_found_where_it_stands() -> None:
    briefing = load_bundled()
    judge = Judge(briefing.paragraphs)
    citations = [one for section in briefing.sections for claim in section.claims for one in claim.citations]
    for citation in citations:
        verdict = judge.verdict(citation.quote, citation.paragraph)
        assert verdict.kind == "exact"
        assert verdict.places[0].words == citation.quote
