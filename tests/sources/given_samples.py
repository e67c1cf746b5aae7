"""Briefings as JSON, whole and damaged, and any briefing that a folder could hold."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from briefing.document import Briefing, Citation, Claim, Event, Name, Origin, Paragraph, Section, Title
from briefing.document.model import CapturedDetail, Inline, Provenance
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import written
from briefing.sources import Material, briefing_of, load_bundled

BUNDLED = written(chosen(load_bundled())).decode()

#: What upsets programs that deal with text, among plain words.
_ODD = (
    "\u202eعكس\u202c",
    "\u2067عزل\u2069\u200f",
    "قَالَ الوَزِيرُ\u0670",
    "e\u0301\u0327\u0300",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U00010300 \U000e0041",
    "سطر\r\nسطر\rسطر\nسطر",
    "\u2028\u2029\x85\v\f\x1c",
    "\x00\x1b[31m\x7f\x9b",
    "\ud800 \udc00\ud800",
    "\ufeff\ufffe\uffff\u00ad\u200b",
    '\\u0041 " \\ / </script>',
    "یک متن فارسی",
    "שלום עולם",
    "ﷲ ﻻ لا",
)
odd = st.one_of(st.sampled_from(_ODD), st.text(st.characters(), min_size=1, max_size=20))
some = odd.filter(str.strip)


def opened(data: str | bytes, name: str = "a.json") -> Briefing:
    """The briefing that a document is."""
    return briefing_of(Material(name, data.encode() if isinstance(data, str) else data))


def changed(change: Callable[[Any], object]) -> str:
    """The bundled briefing's JSON, changed."""
    data = copy.deepcopy(json.loads(BUNDLED))
    change(data)
    return json.dumps(data, ensure_ascii=False, indent=2)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Any briefing that is true to its article, of a folder or of a document."""
    texts = draw(st.lists(some, min_size=1, max_size=5))
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    if draw(st.booleans()):
        first, end = paragraphs[0], len(texts[0])
        inline = Inline(0, end, draw(st.sampled_from(["strong", "link"])), draw(odd))
        item = Paragraph(1, first.text, "item", 2, draw(odd), (inline,))
        paragraphs = (item, *paragraphs[1:])
    numbers = st.integers(1, len(texts))

    def citation(number: int) -> st.SearchStrategy[Citation]:
        text = texts[number - 1]
        cuts = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
        words = cuts.map(lambda cut: text[cut[0] : max(cut)]).filter(str.strip)
        return words.map(lambda quote: Citation(number, quote))

    citations = st.lists(numbers.flatmap(citation), min_size=1, max_size=3).map(tuple)
    claims = st.builds(Claim, text=some, citations=citations, drafted=st.booleans())
    events = st.builds(
        Event,
        date=st.sampled_from(["2024-06-10", "2024?-06", "XXXX-06-10", "../2024-06-09"]),
        title=some,
        arabic=odd,
        paragraphs=st.lists(numbers, min_size=1, max_size=3, unique=True).map(tuple),
        note=odd,
    )
    names = st.builds(
        Name, kind=st.just("body"), english=some, arabic=st.tuples(st.sampled_from(texts)), role=odd
    )
    detail = CapturedDetail(draw(odd), (draw(odd),), draw(odd))
    given = draw(st.booleans())
    return Briefing(
        Title(draw(odd), draw(odd)),
        draw(odd),
        Provenance(draw(some), draw(odd), (detail,), (detail,), (draw(odd),)) if given else None,
        paragraphs,
        (
            Section("a", draw(odd), draw(odd), tuple(range(1, len(texts) + 1)), (draw(claims), draw(claims))),
            Section("2", "", draw(odd), (1,)),
        ),
        tuple(draw(st.lists(events, max_size=2))),
        tuple(draw(st.lists(names, max_size=2))),
        draw(odd),
        None if given else Origin(draw(odd), "html", title=draw(odd), author=draw(odd), lost=3),
    )
