"""Web Annotation (W3C Recommendation, JSON-LD): what is said of the article, on the words that it rests on.

Each claim is on what it cites, each event on its paragraphs, each name where it stands; the bottom line is
on the whole. `exporting.selecting` says how positions are counted.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from briefing.document import Claim, Event, Name
from briefing.document.given import GivenBriefing
from briefing.exporting.bibliography import source_of
from briefing.exporting.chosen import Chosen
from briefing.exporting.phrases import judgements
from briefing.exporting.selecting import Selecting, Span, text_of
from briefing.exporting.tongues import tongue

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_NO_IRI: Final = r"[\s<>\"{}|\\^`]"  # what an IRI may not have (RFC 3987)
_MOST: Final = 200  # places of one name
_Json = dict[str, Any]


def written(chosen: Chosen) -> bytes:
    """Return an annotation collection with one page as UTF-8. What cites nothing is on the whole article."""
    items = list(_Annotations(chosen))
    page: _Json = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": _CONTEXT,
        "id": _id(chosen, "collection"),
        "type": "AnnotationCollection",
        "label": chosen.briefing.title.shown,
        "total": len(items),
        "first": {"id": _id(chosen, "page"), **page},
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text).encode() + b"\n"


def article_text(chosen: Chosen) -> str:
    """Return the text in which positions are counted: all paragraphs, two LF between them."""
    return text_of(chosen.briefing.paragraphs)


class _Annotations:
    """The annotations of what is chosen, to be gone through once."""

    def __init__(self, chosen: Chosen) -> None:
        briefing = chosen.briefing
        omitted = briefing.omitted if isinstance(briefing, GivenBriefing) else frozenset()
        self._chosen, self._omitted = chosen, omitted
        self._selecting = Selecting(briefing.paragraphs, has_quotes=chosen.quotes, is_whole=not omitted)
        self._known: Counter[str] = Counter()
        article = f"urn:uuid:{uuid5(NAMESPACE_URL, _utf8(self._selecting.text))}"
        address = re.sub(_NO_IRI, lambda one: quote(one[0]), source_of(briefing).address)
        self._whole: _Json = {"source": address or article}
        if language := tongue(one.text for one in briefing.paragraphs).lang:
            self._whole["language"] = language
        if address:  # selectors are those of the text that was read there
            self._whole["state"] = {"type": "TimeState", **_received(chosen), "cached": article}

    def __iter__(self) -> Iterator[_Json]:
        chosen = self._chosen
        if chosen.bottom_line:
            yield self._annotation("describing", [_body(chosen.bottom_line, "describing")], [])
        for section, claim in chosen.claims:
            yield self._claim(section.key, claim)
        for event in chosen.events:
            yield self._event(event)
        for name in chosen.names:
            yield self._name(name)

    def _claim(self, key: str, claim: Claim) -> _Json:
        said = [*(["draft"] if claim.drafted else []), *judgements(claim)]
        bodies = [_body(claim.text, "describing"), *map(_tag, said)]
        selectors = [self._cited(one.paragraph, one.quote) for one in claim.citations]
        return self._annotation("describing", bodies, selectors, key)

    def _cited(self, number: int, quote: str) -> list[_Json]:
        """The selectors of a quote; of the whole paragraph if quotes were not given out."""
        if quote:
            return self._selecting.quote(0 if number in self._omitted else number, quote)
        return self._paragraph(number)

    def _event(self, event: Event) -> _Json:
        bodies = [_body(event.title, "describing"), _tag(event.date), _tag(event.basis)]
        bodies[1:1] = [_body(event.note, "commenting")] if event.note else []
        return self._annotation("describing", bodies, [self._paragraph(one) for one in event.paragraphs])

    def _paragraph(self, number: int) -> list[_Json]:
        return [] if number in self._omitted else self._selecting.paragraph(number)

    def _name(self, name: Name) -> _Json:
        bodies = [_body(name.english, "identifying"), _tag(name.kind)]
        bodies[1:1] = [_body(name.role, "commenting")] if name.role else []
        places = (self._selecting.span(number, span) for number, span in self._places(name))
        selectors = [found for found, _ in zip(places, range(_MOST), strict=False)]
        return self._annotation("identifying", bodies, selectors)

    def _places(self, name: Name) -> Iterator[tuple[int, Span]]:
        """Where a name stands in any of the forms that the briefing gives: by itself, else inside words."""
        forms = sorted((re.escape(form) for form in name.arabic if form.strip()), key=len, reverse=True)
        some = "|".join(forms)
        for pattern in (rf"(?<!\w)(?:{some})(?!\w)", some) if forms else ():
            found = False
            for paragraph in self._chosen.briefing.paragraphs:
                if paragraph.number not in self._omitted:
                    for match in re.finditer(pattern, paragraph.text):
                        found = True
                        yield paragraph.number, match.span()
            if found:
                return

    def _annotation(
        self, motivation: str, bodies: list[_Json], selectors: list[list[_Json]], key: str = ""
    ) -> _Json:
        """An annotation on what the selectors select; on the whole article if they select nothing."""
        targets = [
            {"type": "SpecificResource", **self._whole, "selector": one} for one in selectors if one
        ] or [{"type": "SpecificResource", **self._whole}]
        what = f"{motivation} {key} {bodies[0]['value']}"
        self._known[what] += 1
        return {
            "id": _id(self._chosen, f"{what} {self._known[what]}"),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": targets,
        }


def _body(text: str, purpose: str) -> _Json:
    return {
        "type": "TextualBody",
        "value": text,
        "format": "text/plain",
        "language": "en",
        "purpose": purpose,
    }


def _tag(text: str) -> _Json:
    return {"type": "TextualBody", "value": text, "purpose": "tagging"}


def _received(chosen: Chosen) -> _Json:
    """When the source was received, in UTC, as the model demands; nothing if that is not known."""
    origin = chosen.briefing.origin
    try:
        moment = datetime.fromisoformat(origin.received if origin else "")
    except ValueError:
        return {}
    if moment.tzinfo is None:
        return {}
    return {"sourceDate": moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def _id(chosen: Chosen, what: str) -> str:
    """A name that stays the same as long as what it names does."""
    title = chosen.briefing.title
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _utf8(f'{title.english} {title.arabic} {what}'))}"


def _utf8(text: str) -> str:
    return text.encode(errors="replace").decode()
