"""Slices that are marked: joined where they touch, and every place where a name stands."""

from briefing.document import Citation, Claim, Paragraph
from briefing.reading.marks import evidence, marks_of_event, marks_of_evidence, merged, occurrences
from tests.reading.conftest import claim, event, small


def test_slices_that_touch_or_lie_in_each_other_are_one() -> None:
    assert merged([(4, 8), (0, 5), (2, 3)]) == ((0, 8),)
    assert merged([(0, 2), (2, 4), (5, 6)]) == ((0, 4), (5, 6))
    assert merged([(1, 9), (2, 4), (10, 12), (11, 12)]) == ((1, 9), (10, 12))
    assert merged([]) == ()


def test_every_place_of_every_form_is_found() -> None:
    from msgspec.structs import replace

    briefing = replace(small(), paragraphs=(Paragraph(1, "ابابا اب"), Paragraph(2, "اب"), Paragraph(3, "لا")))
    assert occurrences(briefing, ["ابا"]) == {}, "inside another word"
    assert occurrences(briefing, ["اب", "لا"]) == {1: ((6, 8),), 2: ((0, 2),), 3: ((0, 2),)}
    assert occurrences(briefing, []) == {}


def test_a_quote_that_is_not_there_lights_nothing() -> None:
    assert evidence(small(), claim("One.", (1, "كتب"), (2, "لا شيء"))) == {1: ((5, 8),)}
    assert evidence(small(), Claim("One.", (Citation(1, "أولا"),))) == {1: ((0, 4),)}
    assert evidence(small(), None) == {}


def test_marks_by_their_roles() -> None:
    assert marks_of_evidence({1: ((0, 4),)}) == {"evidence": {1: ((0, 4),)}, "citation": {1: ()}}
    assert marks_of_evidence({}) == {}
    assert marks_of_event(event("2010", "A", 2, 4)) == {"citation": {2: (), 4: ()}}
