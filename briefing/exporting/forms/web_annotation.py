"""Web Annotation (W3C Recommendation, JSON-LD): each claim on the words of the article that it cites.

Positions count Unicode code points (as the model's note on text demands) in the article as the text of its
paragraphs in order, two LF between them; `briefing export -f text` numbers the same paragraphs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from briefing.document import Claim
from briefing.exporting.bibliography import source_of
from briefing.exporting.chosen import Chosen
from briefing.exporting.tongues import tongue

_BETWEEN: Final = "\n\n"  # what stands between two paragraphs where positions are counted
_CONTEXT: Final = 32  # characters of a prefix and a suffix


def written(chosen: Chosen) -> bytes:
    """Return an annotation collection with one page as UTF-8. Claims without citations have no target."""
    items = list(_annotations(chosen))
    page: dict[str, Any] = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
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
    return _BETWEEN.join(paragraph.text for paragraph in chosen.briefing.paragraphs)


def _annotations(chosen: Chosen) -> Iterator[dict[str, Any]]:
    text = article_text(chosen)
    starts: list[int] = []
    at = 0
    for paragraph in chosen.briefing.paragraphs:
        starts.append(at)
        at += len(paragraph.text) + len(_BETWEEN)
    source = source_of(chosen.briefing).address or f"urn:uuid:{uuid5(NAMESPACE_URL, _utf8(text))}"
    language = tongue(one.text for one in chosen.briefing.paragraphs).lang
    for number, (section, claim) in enumerate(chosen.claims, 1):
        body = {
            "type": "TextualBody",
            "value": claim.text,
            "format": "text/plain",
            "language": "en",
            "purpose": "describing",
        }
        yield {
            "id": _id(chosen, f"{section.key} {number} {claim.text}"),
            "type": "Annotation",
            "motivation": "describing",
            "body": [body, *_tags(claim)],
            "target": _targets(chosen, claim, text, starts, source, language) or source,
        }


def _tags(claim: Claim) -> Iterator[dict[str, str]]:
    said = (
        "draft" if claim.drafted else "",
        claim.likelihood,
        claim.confidence and f"{claim.confidence} confidence",
    )
    for tag in filter(None, said):
        yield {"type": "TextualBody", "value": tag, "purpose": "tagging"}


def _targets(
    chosen: Chosen, claim: Claim, text: str, starts: list[int], source: str, language: str
) -> list[dict[str, Any]]:
    targets = []
    for citation in claim.citations:
        selectors: list[dict[str, Any]] = []
        start = -1
        if 1 <= citation.paragraph <= len(starts):
            begins = starts[citation.paragraph - 1]
            ends = begins + len(chosen.briefing.paragraph(citation.paragraph).text)
            start = text.find(citation.quote, begins, ends)
        end = start + len(citation.quote)
        if chosen.quotes:
            quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": citation.quote}
            if start >= 0:
                quote |= {
                    "prefix": text[max(0, start - _CONTEXT) : start],
                    "suffix": text[end : end + _CONTEXT],
                }
            selectors.append(quote)
        if start >= 0:
            selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
        said = {"language": language} if language else {}
        targets.append({"source": source, **said, "selector": selectors})
    return targets


def _id(chosen: Chosen, what: str) -> str:
    """A name that stays the same as long as what it names does."""
    title = chosen.briefing.title
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _utf8(f'{title.english} {title.arabic} {what}'))}"


def _utf8(text: str) -> str:
    return text.encode(errors="replace").decode()
