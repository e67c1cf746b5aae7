"""Each form, read by a program that is not this one, says every word of a hard briefing, and no other."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

import docx
import icalendar
from bibtexparser.entrypoint import parse_string
from lxml import etree

from briefing.document import visible_controls
from briefing.document.line_ends import with_line_feeds
from briefing.exporting.chosen import chosen
from briefing.exporting.forms import bibtex, csl_json, markdown, tmx
from briefing.exporting.forms import csv as csv_form
from briefing.exporting.forms import docx as docx_form
from briefing.exporting.forms import icalendar as calendar_form
from briefing.exporting.forms import text as text_form
from briefing.exporting.word.elements import carried
from tests.exporting.hard import BRIEFING, CLAIMS, EVENTS, NAMES, PARAGRAPHS
from tests.exporting.test_markdown_form import RENDERER

_WHOLE = chosen(BRIEFING)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _shown(text: str) -> str:
    return visible_controls(with_line_feeds(text))


def _words(text: str) -> list[str]:
    return text.split()


def _article() -> Iterator[str]:
    """The words of the article behind their numbers and what else stands before them, but for bullets."""
    for one in PARAGRAPHS:
        yield f"¶{one.number}"
        yield from _words(one.label) if one.label != "•" else ()
        yield from _words(_shown(one.text))


def _summary(*, quotes_inside: bool) -> Iterator[str]:
    for section in BRIEFING.sections:
        yield from _words(" · ".join(filter(None, (section.title, section.arabic))))
        for claim in section.claims:
            judged = " (likely, low confidence)" if claim.likelihood else ""
            yield from _words(f"{'[draft] ' * claim.drafted}{claim.text}{judged}")
            yield from (f"¶{number}" for number in claim.paragraphs)
            for citation in claim.citations if quotes_inside else ():
                yield from _words(f"¶{citation.paragraph} «{citation.quote}»")


def test_markdown() -> None:
    page = RENDERER.render(markdown.written(_WHOLE).decode())
    page = re.sub(r'<sup class="footnote-ref">.*?</sup>|<a [^>]*"footnote-backref">.*?</a>', "", page)
    page = re.sub(r"<(?:br|br /|/(?:p|h[1-6]|t[hd]|li|pre|div))>", "\n", page)
    page_words = _words(unescape(re.sub("<[^>]*>|&lrm;|\u200e(?= ¶)", "", page)))
    quotes = [one for claim in CLAIMS for one in claim.citations]
    wanted = [
        *_words(f"{BRIEFING.title.english} {BRIEFING.title.arabic} {BRIEFING.bottom_line} Summary"),
        *_summary(quotes_inside=False),
        *("Article", *_article(), "Timeline", "Date", "Basis", "Event", "Original", "Paragraphs"),
        "Note",
    ]
    for event in EVENTS:
        numbers = " ".join(f"¶{number}" for number in event.paragraphs)
        wanted += _words(f"{event.date} {event.basis} {event.title} {event.arabic} {numbers} {event.note}")
    wanted += ["Names", "Name", "Kind", "Role", "Original"]
    for name in NAMES:
        wanted += _words(f"{name.english} {name.kind} {name.role} {' / '.join(name.arabic)}")
    assert BRIEFING.provenance is not None
    wanted += _words(BRIEFING.provenance.source)
    for quote in quotes:
        wanted += _words(f"¶{quote.paragraph} «{quote.quote}»")
    assert page_words == wanted


def test_text() -> None:
    text = text_form.written(_WHOLE).decode()
    summary = text.partition("SUMMARY")[2].partition("ARTICLE")[0]
    assert [word for word in _words(summary) if word != "-"] == [
        word for word in _summary(quotes_inside=True) if word != "-"
    ]
    lines = text.partition("ARTICLE\n\n")[2]
    for one in PARAGRAPHS:
        _, _, after = lines.partition(f"¶{one.number}")
        assert after.partition(_shown(one.text))[0].strip(" \n#>") == one.label
    for event in EVENTS:
        parts = (event.title, event.arabic, event.note, event.date)
        assert all(_shown(part).replace("\n", " ") in text for part in parts)  # an event takes one line


def test_word() -> None:
    data = docx_form.written(_WHOLE)
    document = docx.Document(io.BytesIO(data))
    claims = [one.text for one in document.paragraphs if one.style and one.style.name == "Claim"]
    for found, claim in zip(claims, CLAIMS, strict=True):
        numbers = " ".join(f"¶{one.paragraph}" for one in claim.citations)
        said = "(likely, low confidence)" if claim.likelihood else ""
        wanted = f"{'Draft: ' * claim.drafted}{claim.text} {said} {numbers}"
        assert _words(found.replace("\u200e", "")) == _words(wanted)
    article = [
        one.text
        for one in document.paragraphs
        if one.style and str(one.style.name).startswith("Article ") and one.style.name != "Article Title"
    ]
    assert article == [carried(one.text) for one in PARAGRAPHS if one.kind != "row"]
    rows, timeline, names = document.tables
    assert ["\t".join(cell.text for cell in row.cells) for row in rows.rows] == [
        one.text for one in PARAGRAPHS if one.kind == "row"
    ]
    assert [[row.cells[1].text, row.cells[2].text] for row in timeline.rows[1:]] == [
        ["\n".join(filter(None, (event.title, event.note))), event.arabic] for event in EVENTS
    ]
    assert [[cell.text for cell in row.cells] for row in names.rows[1:]] == [
        [name.english, "\n".join(name.arabic), name.kind, name.role] for name in NAMES
    ]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        notes: Any = etree.fromstring(package.read("word/footnotes.xml"))
    quoted = ["".join(one.itertext(f"{_W}t")).strip() for one in notes if one.get(f"{_W}type") is None]
    assert quoted == [f"¶{one.paragraph} {one.quote}" for claim in CLAIMS for one in claim.citations]


def test_memory_of_translations() -> None:
    body: Any = etree.fromstring(tmx.written(_WHOLE)).find("body")
    units = [tuple(seg.text for seg in unit.iter("seg")) for unit in body]
    claims = [
        (" […] ".join(one.quote for one in claim.citations), claim.text)
        for claim in CLAIMS
        if claim.citations
    ]
    notes = [unit.findtext("note") for unit in body]
    assert notes[:4] == ["¶2", "¶3, likely, low confidence, draft", "¶4 ¶5", "¶7"]
    assert units == [*claims, *((form, name.english) for name in NAMES for form in name.arabic)]


def test_calendar() -> None:
    entries = icalendar.Calendar.from_ical(calendar_form.written(_WHOLE)).walk("VEVENT")
    for entry, event in zip(entries, EVENTS, strict=True):
        assert str(entry["SUMMARY"]).startswith(event.title)
        assert str(entry["DESCRIPTION"]).startswith("\n".join(filter(None, (event.arabic, event.note))))
        assert f"EDTF {event.date}" in str(entry["DESCRIPTION"])


def test_sheet() -> None:
    rows = csv.DictReader(io.StringIO(csv_form.written(_WHOLE).decode(), newline=""))
    for row, event in zip(rows, EVENTS, strict=True):
        assert [
            row["date"],
            row["event"].removeprefix("'"),
            row["original"],
            row["note"].removeprefix("'"),
        ] == [*(event.date, event.title, event.arabic, event.note)]


def test_references() -> None:
    (item,) = json.loads(csl_json.written(_WHOLE))
    assert [item["title"], item["URL"]] == [BRIEFING.title.arabic, "https://example.org/a_(b)"]
    assert BRIEFING.title.english in item["note"]
    (entry,) = parse_string(bibtex.written(_WHOLE).decode()).entries
    plain = {name: re.sub(r"\\(.)", r"\1", field.value) for name, field in entry.fields_dict.items()}
    assert plain["title"] == f"{{{BRIEFING.title.arabic}}}"
    assert plain["titleaddon"] == f"{{{BRIEFING.title.english}}}"
    assert plain["url"] == item["URL"]
