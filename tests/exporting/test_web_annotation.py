"""Web Annotation by the letter of the model, and each selector resolved by an own reading of it.

https://www.w3.org/TR/annotation-model/ says MUST; the terms are those of http://www.w3.org/ns/anno.jsonld.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim, Origin, Paragraph, Section, Title
from briefing.exporting.chosen import Chosen, chosen
from briefing.exporting.forms import json as json_form
from briefing.exporting.forms import web_annotation
from briefing.sources import load_bundled
from tests.exporting.samples import BARE, about, texts
from tests.sources.given_samples import briefings, opened
from tests.tiers import examples

_OA = "http://www.w3.org/ns/oa#"
_AS = "http://www.w3.org/ns/activitystreams#"
_DC = "http://purl.org/dc/elements/1.1/"
# What the context makes of the terms; the values of those in the second table are terms or IRIs.
TERMS = {
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "format": f"{_DC}format",
    "language": f"{_DC}language",
    "total": f"{_AS}totalItems",
    "startIndex": f"{_AS}startIndex",
    **{name: f"{_OA}{name}" for name in ("start", "end", "exact", "prefix", "suffix", "sourceDate")},
}
LINKS = {
    "body": f"{_OA}hasBody",
    "target": f"{_OA}hasTarget",
    "source": f"{_OA}hasSource",
    "selector": f"{_OA}hasSelector",
    "state": f"{_OA}hasState",
    "cached": f"{_OA}cachedSource",
    "motivation": f"{_OA}motivatedBy",
    "purpose": f"{_OA}hasPurpose",
    "first": f"{_AS}first",
    "items": f"{_AS}items",
}
TYPES = {
    **{
        name: f"{_OA}{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource", "TimeState"),
            *("TextQuoteSelector", "TextPositionSelector"),
        )
    },
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
}
MOTIVATIONS = ("describing", "identifying", "commenting", "tagging")
IRI = re.compile(r"(?:urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?://[^\s<>\"{}|\\^`]+)")


def collection(what: Chosen) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(web_annotation.written(what))
    return found


def prove(found: dict[str, Any], text: str) -> None:
    """Everything that the model demands of a collection, of which `text` is the article."""
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    page = found["first"]
    assert page["type"] == "AnnotationPage"
    assert (page["startIndex"], len(page["items"])) == (0, found["total"])
    ids = [found["id"], page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    assert all(map(IRI.fullmatch, ids))
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert item["body"]
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)
            assert body["purpose"] in MOTIVATIONS
            assert body.get("format", "text/plain") == "text/plain"
        assert item["target"]
        for target in item["target"]:
            assert target["type"] == "SpecificResource"
            assert IRI.fullmatch(target["source"])
            if state := target.get("state"):
                assert state["type"] == "TimeState"
                assert IRI.fullmatch(state["cached"])
                assert datetime.strptime(
                    state.get("sourceDate", "2026-01-01T00:00:00Z"), "%Y-%m-%dT%H:%M:%SZ"
                )
            select(text, target.get("selector", []))
    for key, value in walked(found):
        if key == "type":
            assert value in TYPES
        elif key in ("motivation", "purpose"):
            assert value in MOTIVATIONS
        else:
            assert key in ("@context", "id") or key in TERMS or key in LINKS


def walked(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from walked(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key, one
            yield from walked(one)


def select(text: str, selectors: list[dict[str, Any]]) -> str:
    """What selectors select in a text: code points from `start` to before `end`; `exact` in its context.

    The model has both select the same. Where a quote is not unique, the position must be one of its places.
    """
    points = [ord(one) for one in text]
    places: list[set[tuple[int, int]]] = []
    for one in selectors:
        if one["type"] == "TextPositionSelector":
            assert set(one) == {"type", "start", "end"}
            assert 0 <= one["start"] < one["end"] <= len(points)
            places.append({(one["start"], one["end"])})
            continue
        assert set(one) in ({"type", "exact", "prefix", "suffix"}, {"type", "exact"})
        exact, before, after = ([ord(c) for c in one.get(key, "")] for key in ("exact", "prefix", "suffix"))
        whole = [*before, *exact, *after]
        assert exact
        starts = [at for at in range(len(points)) if points[at : at + len(whole)] == whole]
        found = {(at + len(before), at + len(before) + len(exact)) for at in starts}
        assert found or "prefix" not in one
        places.append(found)
    if not places or not all(places):
        return ""
    same = set.intersection(*places)
    assert same
    start, end = min(same)
    return "".join(map(chr, points[start:end]))


def test_what_is_said_in_the_bundled_briefing_is_on_the_words_it_rests_on() -> None:
    bundled = load_bundled()
    whole = chosen(bundled)
    text = web_annotation.article_text(whole)
    found = collection(whole)
    prove(found, text)
    items = found["first"]["items"]
    claims = [claim for section in bundled.sections for claim in section.claims]
    assert len(items) == 1 + len(claims) + len(bundled.events) + len(bundled.names)
    assert items[0]["body"][0]["value"] == bundled.bottom_line
    assert "selector" not in items[0]["target"][0]
    for claim, item in zip(claims, items[1:], strict=False):
        assert item["body"][0]["value"] == claim.text
        quotes = [one.quote for one in claim.citations]
        assert [select(text, target["selector"]) for target in item["target"]] == quotes
    for event, item in zip(bundled.events, items[1 + len(claims) :], strict=False):
        said = {(body["purpose"], body["value"]) for body in item["body"]}
        assert {("describing", event.title), ("tagging", event.date), ("tagging", event.basis)} <= said
        assert ("commenting", event.note) in said or not event.note
        own = [bundled.paragraph(number).text for number in event.paragraphs]
        assert [select(text, target["selector"]) for target in item["target"]] == own
    for name, item in zip(bundled.names, items[1 + len(claims) + len(bundled.events) :], strict=True):
        assert (item["motivation"], item["body"][0]["value"]) == ("identifying", name.english)
        words = {select(text, target["selector"]) for target in item["target"] if "selector" in target}
        assert words <= set(name.arabic)
        assert words or not any(form in text for form in name.arabic)


def test_words_that_stand_twice_are_told_apart_by_those_around_them() -> None:
    same = "قال الوزير كلاما"
    paragraphs = tuple(
        Paragraph(n, one) for n, one in enumerate((same, "أولا", same, "ثانيا", f"{same} ثم"), 1)
    )
    claims = tuple(Claim(f"He spoke {n}", (Citation(n, same),)) for n in (1, 3, 5))
    briefing = Briefing(
        Title("", "ا"), "", None, paragraphs, (Section("a", "", "", (1, 2, 3, 4, 5), claims),), (), (), "a"
    )
    whole = chosen(briefing)
    found = collection(whole)
    text = web_annotation.article_text(whole)
    prove(found, text)
    for item, number in zip(found["first"]["items"], (1, 3, 5), strict=True):
        quote, position = item["target"][0]["selector"]
        once = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(once) == 1
        assert text.index(once) + len(quote["prefix"]) == position["start"]
        assert text[: position["start"]].count("\n\n") == number - 1


def test_ids_stay_when_something_else_is_said() -> None:
    bundled = load_bundled()
    more = replace(
        bundled.sections[0], claims=(Claim("New.", (Citation(1, "تجري"),)), *bundled.sections[0].claims)
    )
    again = replace(bundled, sections=(more, *bundled.sections[1:]))
    before, after = (
        [item["id"] for item in collection(chosen(one))["first"]["items"]] for one in (bundled, again)
    )
    assert set(before) < set(after)


def test_positions_are_of_the_text_that_was_read_at_an_address() -> None:
    origin = Origin("https://example.org/a b{نص}", "html", received="2026-11-27T09:00:00+03:00")
    briefing = replace(about("نص"), origin=origin, provenance=None)
    prove(collection(chosen(briefing)), web_annotation.article_text(chosen(briefing)))
    for item in collection(chosen(briefing))["first"]["items"]:
        for target in item["target"]:
            assert target["source"] == "https://example.org/a%20b%7Bنص%7D"
            assert target["state"]["sourceDate"] == "2026-11-27T06:00:00Z"
            assert target["state"]["cached"].startswith("urn:uuid:")


def test_of_a_part_that_was_given_out_no_position_is_known() -> None:
    bundled = load_bundled()
    for what in (chosen(bundled, 1), chosen(bundled, None, ["claims"])):
        part = chosen(opened(json_form.written(what)))
        text = web_annotation.article_text(chosen(bundled))
        items = collection(part)["first"]["items"]
        assert items
        for item in items:
            for target in item["target"]:
                for one in target.get("selector", []):
                    assert one["type"] == "TextQuoteSelector"
                    assert one.get("prefix", "") + one["exact"] + one.get("suffix", "") in text


@pytest.mark.parametrize("part", ["claims", "article", "timeline", "names"])
def test_only_what_is_chosen_is_annotated(part: Any) -> None:
    bundled = load_bundled()
    count = {"claims": 1 + sum(len(one.claims) for one in bundled.sections), "article": 0}
    count |= {"timeline": len(bundled.events), "names": len(bundled.names)}
    for quotes in (True, False):
        what = chosen(bundled, None, [part], quotes=quotes)
        found = collection(what)
        prove(found, web_annotation.article_text(what))
        assert found["total"] == count[part]
        if not quotes:
            assert "TextQuoteSelector" not in json.dumps(found)
            assert "exact" not in json.dumps(found)


@given(texts)
@settings(max_examples=examples(0.5))
def test_whatever_acts_is_only_text(text: str) -> None:
    for what in (chosen(about(text)), chosen(BARE)):
        prove(collection(what), web_annotation.article_text(what))


@pytest.mark.whole
@given(briefings())
@settings(max_examples=examples(0.7))
def test_any_briefing_is_annotated_by_the_letter_of_the_model(briefing: Briefing) -> None:
    whole = chosen(briefing)
    found, text = collection(whole), web_annotation.article_text(whole)
    prove(found, text)
    claims = [claim for section in briefing.sections for claim in section.claims]
    for claim, item in zip(claims, found["first"]["items"][bool(briefing.bottom_line) :], strict=False):
        quotes = [one.quote for one in claim.citations]
        assert [select(text, target["selector"]) for target in item["target"]] == quotes
