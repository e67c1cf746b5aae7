"""The bundled briefing: sections, claims, events and names as the product lists them, tied to the article."""

from datetime import date

import pytest

from briefing.document import Briefing, full_article
from briefing.document.dates import event_date
from briefing.sources import load_bundled


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


def test_sections_group_the_paragraphs_as_listed(bundled: Briefing) -> None:
    assert {section.key: section.paragraphs for section in bundled.sections} == {
        "background": (1, 2, 6, 7, 10, 12, 14),
        "goals": (3, 4, 5, 13),
        "groups": (8, 9),
        "criticism": (11,),
    }
    assert all(section.title and section.arabic for section in bundled.sections)


def test_each_section_makes_three_to_six_claims_and_uses_every_paragraph(bundled: Briefing) -> None:
    for section in bundled.sections:
        assert 3 <= len(section.claims) <= 6, section.key
        used = {number for claim in section.claims for number in claim.paragraphs}
        assert used == set(section.paragraphs), section.key


def test_every_quote_stands_in_its_paragraph_once(bundled: Briefing) -> None:
    for claim in full_article(bundled).claims:
        assert claim.citations, claim.text
        for citation in claim.citations:
            # Once: were it there twice, which of the two is the evidence would be a guess.
            assert bundled.paragraph(citation.paragraph).text.count(citation.quote) == 1, citation


def test_claims_and_bottom_line_are_single_lines(bundled: Briefing) -> None:
    for text in (bundled.bottom_line, *(claim.text for claim in full_article(bundled).claims)):
        assert "\n" not in text
        assert "  " not in text
        assert text == text.strip()
    assert 2 <= bundled.bottom_line.count(". ") + 1 <= 3


def test_events_as_listed(bundled: Briefing) -> None:
    assert [(event.date, event.basis, event.paragraphs) for event in bundled.events] == [
        ("2014", "stated", (14,)),
        ("2024?-03", "inferred", (2,)),
        ("2024?-04", "inferred", (12, 14)),
        ("2024?-06-09/2024?-06-10", "inferred", (2, 8)),
        ("2024?-06-10", "inferred", (2, 6, 8)),
        ("2024?-06-11", "inferred", (9,)),
        ("2025?-~12/2026?-~06", "projected", (7,)),
    ]
    assert all(event.title and event.arabic and event.note for event in bundled.events)


def test_only_dates_without_a_stated_year_are_uncertain_and_only_the_projection_is_approximate(
    bundled: Briefing,
) -> None:
    for event in bundled.events:
        parsed = event_date(bundled, event)
        assert parsed.uncertain == (() if event.basis == "stated" else ("year",))
        assert bool(parsed.approximate) == (event.basis == "projected")


def test_projection_is_eighteen_to_twenty_four_months_from_the_talks(bundled: Briefing) -> None:
    projection = event_date(bundled, bundled.events[-1])
    talks = event_date(bundled, bundled.events[3])
    assert talks.end == (2024, 6, 10)
    assert projection.start == (2025, 12, 1)  # June 2024 and 18 months
    assert projection.end == (2026, 6, 30)  # and 24


def test_the_monday_the_year_is_inferred_from(bundled: Briefing) -> None:
    assert "يوم الاثنين" in bundled.paragraph(6).text
    launch = event_date(bundled, bundled.events[4])
    assert launch.start is not None
    assert date(*launch.start).strftime("%A") == "Monday"


def test_names_are_people_bodies_and_weapons_in_forms_the_article_uses(bundled: Briefing) -> None:
    text = "\n".join([bundled.title.arabic, *(paragraph.text for paragraph in bundled.paragraphs)])
    assert {name.kind for name in bundled.names} == {"person", "body", "weapon"}
    for name in bundled.names:
        assert name.english
        assert name.role
        for form in name.arabic:
            assert form in text, form
    people = {name.english for name in bundled.names if name.kind == "person"}
    assert people == {
        "Rahm Emanuel",
        "William LaPlante",
        "Masaki Fukasawa",
        "Misato Matsuoka",
        "Joe Biden",
        "Fumio Kishida",
    }
    dicas = next(name for name in bundled.names if name.english.startswith("DICAS"))
    assert {"DICAS", "ديكاس"} <= set(dicas.arabic)


def test_provenance_names_poster_counts_and_what_is_not_known(bundled: Briefing) -> None:
    provenance = bundled.provenance
    assert provenance is not None
    assert {detail.label: detail.captured[-1] for detail in provenance.details} == {
        "Poster": "صبيان نجد",
        "Motto": "التحالف يجمعنا",
        "Role": "مشرف",
        "Joined": "29/9/21",
        "Posts": "4,747",
        "Reactions": "13,094",
        "Attachment": "1000279983.jpg",
    }
    assert "صبيان نجد" in provenance.source
    assert any("capture" in unknown for unknown in provenance.unknown)
    assert "http" not in provenance.source


def test_full_article_is_every_paragraph_and_every_claim(bundled: Briefing) -> None:
    full = full_article(bundled)
    assert full.key == "full"
    assert full.paragraphs == tuple(range(1, 15))
    assert len(full.claims) == sum(len(section.claims) for section in bundled.sections)


def test_asking_for_what_is_not_there_is_a_key_error(bundled: Briefing) -> None:
    assert bundled.section("goals").title == "DICAS goals"
    assert bundled.paragraph(14).number == 14
    with pytest.raises(KeyError):
        bundled.section("full")
    for number in (0, 15, -1):
        with pytest.raises(KeyError):
            bundled.paragraph(number)
