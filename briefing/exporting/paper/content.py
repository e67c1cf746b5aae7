"""All that stands on paper, as data that typst reads as JSON: no word of it is ever read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.document import (
    Briefing,
    CapturedDetail,
    Citation,
    Claim,
    Event,
    Name,
    Paragraph,
    visible_controls,
)
from briefing.document.dates import date_in_words
from briefing.document.line_ends import with_line_feeds
from briefing.exporting.chosen import Chosen
from briefing.exporting.inlines import inline_stretches
from briefing.exporting.page.evidence import QuotedWords, quoted_stretches, quotes_by_paragraph
from briefing.exporting.paper.timeline import drawn
from briefing.exporting.paragraphs import begins_with
from briefing.exporting.phrases import judgement
from briefing.exporting.plain import source_line
from briefing.exporting.tongues import direction, quoted_direction, tongue
from briefing.exporting.tracing import trace_of

#: What JSON holds.
PaperData = dict[str, object]

_DEEPEST: Final = 10


class Content:
    """What is chosen, as data."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._paragraphs = tuple(chosen.paragraphs) if "article" in chosen.parts else ()
        self._tongue = tongue(one.text for one in self._paragraphs or chosen.briefing.paragraphs)
        self._numbers = {one.number for one in self._paragraphs}
        sections = chosen.sections if "claims" in chosen.parts else ()
        claims = [claim for section in sections for claim in section.claims]
        self._quotes = quotes_by_paragraph(claims, {one.number: one for one in self._paragraphs})
        texts = {one.number: one.text for one in self._paragraphs if one.kind == "row"}
        self._lit = {  # all but what begins between two cells, where nothing can be led to
            quote[2:]
            for number, quotes in self._quotes.items()
            for quote in quotes
            if texts.get(number, "")[quote.start : quote.start + 1] != "\t"
        }
        self._claims = 0

    def data(self) -> PaperData:
        """Return it all; a part that is not chosen, or has nothing in it, is empty."""
        chosen, briefing = self._chosen, self._chosen.briefing
        sections = [section for section in chosen.sections if section.claims]
        has_claims = "claims" in chosen.parts
        bottom_line = briefing.bottom_line if has_claims and chosen.is_whole else ""
        return {
            "lang": self._tongue.lang.partition("-")[0] or "und",
            "direction": self._tongue.direction,
            "properties": self._properties(briefing),
            "titles": self._titles(briefing),
            "source": said(source_line(briefing), "ltr"),
            "bottom_line": said(bottom_line, "ltr") if bottom_line else None,
            "sections": [
                {
                    "title": said(section.title or section.arabic, "ltr"),
                    "arabic": self._foreign(section.arabic) if section.title and section.arabic else None,
                    "claims": [self._claim(claim) for claim in section.claims],
                }
                for section in (sections if has_claims else ())
            ],
            "article": [self._paragraph(one) for one in self._paragraphs],
            "events": self._events(chosen.events if "timeline" in chosen.parts else ()),
            "chart": drawn(chosen.events if "timeline" in chosen.parts else ()),
            "names": self._names(chosen.names if "names" in chosen.parts else ()),
            "trace": self._trace(briefing),
        }

    def _properties(self, briefing: Briefing) -> PaperData:
        author = briefing.origin.author if briefing.origin else ""
        return {
            "title": shown(" ".join(briefing.title.shown.split())),
            "author": [shown(" ".join(author.split()))] if author.strip() else [],
            "description": shown(source_line(briefing)),
        }

    def _titles(self, briefing: Briefing) -> list[PaperData]:
        numbers = [one.number for one in self._paragraphs[:8]]
        if briefing.provenance is None and begins_with(briefing, numbers, briefing.title.shown):
            return []
        titles = (briefing.title.english, briefing.title.arabic)
        return [said(title, self._tongue.direction) for title in titles if title]

    def _claim(self, claim: Claim) -> PaperData:
        self._claims += 1
        return {
            **said(claim.text, "ltr"),
            "number": self._claims,
            "is_draft": claim.drafted,
            "sure": judgement(claim),
            "citations": [
                {
                    "paragraph": one.paragraph,
                    "is_here": one.paragraph in self._numbers,
                    "at": f"e{self._claims}-{at}" if (self._claims, at) in self._lit else "",
                    "quote": self._quote(one) if self._chosen.quotes and one.quote else None,
                }
                for at, one in enumerate(claim.citations, 1)
            ],
        }

    def _quote(self, citation: Citation) -> PaperData:
        """A quote runs as its paragraph does, whatever it begins with."""
        way = quoted_direction(self._chosen.briefing, citation) or self._tongue.direction
        return {**said(citation.quote, way), "direction": way}

    def _paragraph(self, one: Paragraph) -> PaperData:
        way = direction(one.text) or ("ltr" if one.kind == "code" else self._tongue.direction)
        quotes = self._quotes.get(one.number, [])
        return {
            "number": one.number,
            "kind": one.kind,
            "level": min(max(1, one.level), _DEEPEST),
            "label": shown(" ".join(one.label.split())),
            "direction": way,
            "name": shown(" ".join(one.text.split()))[:100],
            "claims": sorted({quote.claim for quote in quotes}),
            "cells": [
                {
                    "direction": direction(one.text[start:end]) or way,
                    "pieces": [*self._pieces(one, quotes, start, end)],
                }
                for start, end in _cells(one)
            ],
        }

    def _pieces(
        self, one: Paragraph, quotes: Sequence[QuotedWords], start: int, end: int
    ) -> Iterable[PaperData]:
        for stretch in inline_stretches(one.text, one.inlines):
            first, last = max(start, stretch.start), min(end, stretch.end)
            if first >= last:
                continue
            for piece in quoted_stretches(quotes, first, last):
                if piece.start < piece.end:
                    begun = [quote.id for quote in piece.quotes if quote.start == piece.start]
                    yield {
                        "lines": shown(one.text[piece.start : piece.end]).split("\n"),
                        "kinds": sorted(stretch.kinds),
                        "address": _address(stretch.address),
                        "is_evidence": bool(piece.quotes),
                        "begins": begun,
                    }

    def _events(self, events: Iterable[Event]) -> list[PaperData]:
        return [
            {
                "when": date_in_words(event),
                "date": event.date,
                "title": said(event.title, "ltr"),
                "note": said(event.note, "ltr"),
                "arabic": self._foreign(event.arabic),
                "basis": event.basis,
                "paragraphs": [
                    {"paragraph": number, "is_here": number in self._numbers} for number in event.paragraphs
                ],
            }
            for event in events
        ]

    def _names(self, names: Iterable[Name]) -> list[PaperData]:
        return [
            {
                "english": said(name.english, "ltr"),
                "arabic": [self._foreign(form) for form in name.arabic],
                "kind": name.kind,
                "role": said(name.role, "ltr"),
            }
            for name in names
        ]

    def _trace(self, briefing: Briefing) -> PaperData:
        trace = trace_of(briefing).elsewhere()
        return {
            "facts": [[fact.label, said(fact.text, "ltr")] for fact in trace.facts],
            "details": [*map(self._detail, trace.details)],
            "left_out": [*map(self._detail, trace.left_out)],
            "unknown": [said(unknown, "ltr") for unknown in trace.unknown],
        }

    def _detail(self, detail: CapturedDetail) -> PaperData:
        captured = [self._foreign(line) for line in detail.captured if line.strip()]
        return {"label": said(detail.label, "ltr"), "said": said(detail.english, "ltr"), "captured": captured}

    def _foreign(self, text: str) -> PaperData:
        return said(text, self._tongue.direction)


def said(text: str, way: str) -> PaperData:
    """Return a text as lines and its direction: `way` if it has no letters."""
    return {"lines": shown(text).split("\n"), "direction": direction(text) or way}


def shown(text: str) -> str:
    """Return a text whose lines end in LF, with a picture for each control character."""
    return visible_controls(with_line_feeds(text))


def _address(address: str) -> str:
    is_followed = address.lower().startswith(("http://", "https://", "mailto:"))
    return visible_controls(address) if is_followed and len(address) < 2000 else ""


def _cells(one: Paragraph) -> Iterable[tuple[int, int]]:
    if one.kind != "row":
        yield 0, len(one.text)
        return
    at = 0
    for cell in one.text.split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1
