"""The forms that other programs read, read by such programs: each says just what the briefing says."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from lxml import etree
from msgspec.structs import replace

from briefing.document import (
    Briefing,
    Citation,
    Claim,
    Event,
    Origin,
    Paragraph,
    Provenance,
    Section,
    Title,
    visible_controls,
)
from briefing.document.line_ends import with_line_feeds
from briefing.exporting.chosen import Chosen, chosen
from briefing.exporting.forms import FORMS, bibtex, csl_json, markdown, ris, tmx, web_annotation
from briefing.exporting.forms import csv as csv_form
from briefing.exporting.forms import icalendar as calendar_form
from briefing.sources import load_bundled
from tests.exporting.hard import BRIEFING as HARD
from tests.exporting.samples import BARE, about, texts
from tests.tiers import examples

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


def read_calendar(data: bytes) -> Any:
    """What a program that people use makes of a calendar."""
    return icalendar.Calendar.from_ical(data)


def annotated(what: Chosen) -> list[dict[str, Any]]:
    """The annotations of claims, which come after that of the bottom line."""
    items: list[dict[str, Any]] = json.loads(web_annotation.written(what))["first"]["items"]
    return items[bool(what.bottom_line) :][: len([*what.claims])]


def selected(text: str, target: dict[str, Any]) -> tuple[str, str]:
    """What the two selectors of a target select in a text: by its words, and by its position."""
    quote, position = target["selector"]
    assert text[: position["start"]].endswith(quote["prefix"])
    assert text[position["end"] :].startswith(quote["suffix"])
    return quote["exact"], text[position["start"] : position["end"]]


def test_annotations_select_the_quotes_in_the_article(bundled: Briefing) -> None:
    text = web_annotation.article_text(chosen(bundled))
    claims = [claim for section in bundled.sections for claim in section.claims]
    for claim, item in zip(claims, annotated(chosen(bundled)), strict=True):
        assert item["body"][0]["value"] == claim.text
        quotes = [citation.quote for citation in claim.citations]
        assert [selected(text, target) for target in item["target"]] == [(one, one) for one in quotes]
    ids = [item["id"] for item in annotated(chosen(bundled))]
    assert len(set(ids)) == len(ids)
    first = next(iter(annotated(chosen(bundled, quotes=False))))
    assert [one["type"] for one in first["target"][0]["selector"]] == ["TextPositionSelector"]


@given(texts)
@settings(max_examples=examples())
def test_any_words_leave_as_they_are(text: str) -> None:
    what = chosen(about(text))
    first = annotated(what)[0]
    assert first["body"][0]["value"] == text
    assert selected(web_annotation.article_text(what), first["target"][0]) == (text, text)

    shown = re.sub("[\ufffe\uffff]", "\ufffd", visible_controls(text))
    body = etree.fromstring(tmx.written(what)).find("body")
    assert body is not None
    both = {one.get(LANG): one.findtext("seg") for one in body[0].findall("tuv")}
    assert list(both.values()) == [f"{shown} […] نص" if text != "نص" else shown, shown]

    lines = calendar_form.written(what).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    calendar = read_calendar(calendar_form.written(what))
    said = visible_controls(with_line_feeds(text))
    entries = calendar.walk("VEVENT")
    assert str(entries[0]["SUMMARY"]) == said
    assert said in str(entries[0]["DESCRIPTION"])
    assert len(entries) == 3

    rows = list(csv.reader(io.StringIO(csv_form.written(what).decode(), newline="")))
    cell = visible_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    assert rows[1][4].removeprefix("'") == cell.removeprefix("'")
    assert not rows[1][4].startswith(("=", "+", "-", "@", "\t", "\n"))

    (item,) = json.loads(csl_json.written(what))
    assert item["title"] == "نص"
    library = parse_string(bibtex.written(what).decode())
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry["title"] == "{نص}"


def test_days_of_a_calendar(bundled: Briefing) -> None:
    dates = {
        "2024-06-10": (date(2024, 6, 10), date(2024, 6, 11), "CONFIRMED", "x"),
        "2024?-06": (date(2024, 6, 1), date(2024, 7, 1), "TENTATIVE", "x (Jun 2024?)"),
        "2024-06-09/2024-06-10": (date(2024, 6, 9), date(2024, 6, 11), "CONFIRMED", "x (9–10 Jun 2024)"),
        "2024-06-09/..": (date(2024, 6, 9), date(2024, 6, 10), "CONFIRMED", None),
        "../2024-06-09": (date(2024, 6, 9), date(2024, 6, 10), "CONFIRMED", None),
        "9999-12-31": (date(9999, 12, 31), None, "CONFIRMED", "x"),
    }
    nowhere = ("XXXX-06-10", "-0044-03-15", "no date")
    events = tuple(Event(one, "x") for one in (*dates, *nowhere, *nowhere))
    briefing = Briefing(bundled.title, "", None, bundled.paragraphs, bundled.sections, events, (), "a")
    data = calendar_form.written(chosen(briefing))
    calendar = read_calendar(data)
    for entry, (first, end, status, summary) in zip(calendar.walk("VEVENT"), dates.values(), strict=True):
        assert entry["DTSTART"].dt == first
        assert ("DTEND" in entry and entry["DTEND"].dt) == (end or False)
        assert str(entry["STATUS"]) == status
        assert summary in (None, str(entry["SUMMARY"]))
    journal = calendar.walk("VJOURNAL")
    assert len(journal) == 2 * len(nowhere)
    assert all("DTSTART" not in entry and "No day" in entry["DESCRIPTION"] for entry in journal[:1])
    uids = [str(entry["UID"]) for entry in calendar.walk() if "UID" in entry]
    assert len(set(uids)) == len(events)
    assert data == calendar_form.written(chosen(briefing))


def test_a_page_as_a_reference() -> None:
    origin = Origin(
        "https://example.org/a_b?c={1}",
        "html",
        title="عنوان & 100% {x}",
        author="صبيان نجد",
        published="2024-06-11T10:00:00Z",
        received="2026-11-27T06:00:00+00:00",
    )
    what = chosen(Briefing(BARE.title, "", None, BARE.paragraphs, BARE.sections, (), (), "a", origin))
    (item,) = json.loads(csl_json.written(what))
    assert (item["type"], item["URL"]) == ("webpage", origin.place)
    assert item["issued"] == {"date-parts": [[2024, 6, 11]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 27]]}
    assert item["author"] == [{"literal": origin.author}]
    (entry,) = parse_string(bibtex.written(what).decode()).entries
    assert entry.entry_type == "online"
    assert entry["title"] == r"{عنوان \& 100\% \{x\}}"
    assert "note" not in entry.fields_dict  # all that is known has a field of its own
    assert entry["date"] == "2024-06-11"
    assert entry["url"] == "https://example.org/a_b?c=%7B1%7D"
    assert ris.written(what).decode().split("\r\n") == [
        "TY  - ELEC",
        f"ID  - {item['id']}",
        f"TI  - {origin.title}",
        "AU  - صبيان نجد,",
        "PY  - 2024",
        "DA  - 2024/06/11/",
        "Y2  - 2026/11/27/",
        f"UR  - {origin.place}",
        f"LA  - {item['language']}",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize(
    ("published", "issued", "date", "day"),
    [
        ("2025-03", {"date-parts": [[2025, 3]]}, "2025-03", "2025/03//"),
        (
            "2025?-03-18",
            {"date-parts": [[2025, 3, 18]], "circa": True},
            "2025-03-18?",
            "2025/03/18/uncertain",
        ),
        (
            "2025-03-18/2025-04",
            {"date-parts": [[2025, 3, 18], [2025, 4]]},
            "2025-03-18/2025-04",
            "2025/03/18/",
        ),
        ("2025/..", None, None, None),
        ("XXXX-03-18", None, None, None),
        ("2025-03-18T10:00:00Z", {"date-parts": [[2025, 3, 18]]}, "2025-03-18", "2025/03/18/"),
    ],
)
def test_a_date_of_a_persons_own_in_a_reference(
    published: str, issued: Any, date: str | None, day: str | None
) -> None:
    provenance = Provenance("Source: x", published=published, author="A & B", publication="P_1")
    what = chosen(replace(BARE, provenance=provenance))
    (item,) = json.loads(csl_json.written(what))
    assert item.get("issued") == issued
    assert (item["author"], item["container-title"]) == ([{"literal": "A & B"}], "P_1")
    (entry,) = parse_string(bibtex.written(what).decode()).entries
    assert (entry.fields_dict["date"].value if "date" in entry.fields_dict else None) == date
    assert (entry["author"], entry["organization"]) == (r"{A \& B}", r"{P\_1}")
    told = re.findall("(?m)^(DA|PY|AU|T2)  - (.*)\r$", ris.written(what).decode())
    assert told[:2] == [("AU", "A & B,"), ("T2", "P_1")]
    assert dict(told[2:]) == ({"PY": "2025", "DA": day} if day else {})


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("}{ x", r"{\textbraceright{}\textbraceleft{} x}"), ("{ x", r"{\textbraceleft{} x}")],
)
def test_a_brace_alone_ends_no_field(title: str, wanted: str) -> None:
    data = bibtex.written(chosen(replace(BARE, title=Title(arabic=title)))).decode()
    (entry,) = parse_string(data).entries
    assert entry["title"] == wanted


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("Source: X (https://example.org/a).", "https://example.org/a"),
        ("Source: https://ar.wikipedia.org/wiki/قهوة_(مشروب)، accessed", "https://ar.wikipedia.org/wiki/قهوة_(مشروب)"),
        ("Source: [X](https://example.org/a_(b)_c).", "https://example.org/a_(b)_c"),
    ],
)  # fmt: skip
def test_the_address_in_a_source_line_keeps_its_brackets(source: str, address: str) -> None:
    what = chosen(replace(BARE, provenance=Provenance(source)))
    (item,) = json.loads(csl_json.written(what))
    assert item["URL"] == address


@pytest.mark.parametrize(
    ("date", "start", "said"),
    [
        ("2024-06-10T12:30:05", datetime(2024, 6, 10, 12, 30, 5), ""),
        ("2024-06-10T01:00:00+03:00", datetime(2024, 6, 9, 22, tzinfo=UTC), ""),
        ("2024-06-10T23:59:59Z", datetime(2024, 6, 10, 23, 59, 59, tzinfo=UTC), ""),
        ("2024-06-09?/2024-06-10", date(2024, 6, 9), ""),
        ("2024-06/2024-08", date(2024, 6, 1), "From the first day that it may be to the last."),
        ("2025/..", date(2025, 1, 1), "This is the first day that it may have begun on; "),
        ("2025-02-03/..", date(2025, 2, 3), "This is the first day; "),
        ("../2025", date(2025, 12, 31), "This is the last day that it may have ended on; "),
    ],
)
def test_a_calendar_says_what_its_days_are(date: str, start: Any, said: str, bundled: Briefing) -> None:
    data = calendar_form.written(chosen(replace(bundled, events=(Event(date, "x"),))))
    (entry,) = read_calendar(data).walk("VEVENT")
    assert entry["DTSTART"].dt == start
    assert said in entry["DESCRIPTION"]
    assert ("first" in entry["DESCRIPTION"] or "last" in entry["DESCRIPTION"]) == bool(said)


def test_a_sheet_for_excel(bundled: Briefing) -> None:
    data = csv_form.written(chosen(bundled), bom=True)
    assert data.startswith(b"\xef\xbb\xbfdate,from,to,")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["original"] for row in rows] == [event.arabic for event in bundled.events]
    assert (rows[0]["from"], rows[0]["to"]) == ("2014-01-01", "2014-12-31")


#: TMX 1.4b's (tmx14.dtd), without the elements inside of segments that this program never writes.
_TMX = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED
  creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT note (#PCDATA)> <!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
<!ELEMENT ude EMPTY>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED datatype CDATA #IMPLIED srclang CDATA #IMPLIED
  segtype (block | paragraph | sentence | phrase) #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED datatype CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
"""


def test_a_memory_of_translations_is_valid(bundled: Briefing) -> None:
    rules = etree.DTD(io.StringIO(_TMX))
    for what in (chosen(bundled), chosen(BARE), chosen(about("\x00<seg>&")), chosen(HARD)):
        assert rules.validate(etree.fromstring(tmx.written(what))), rules.error_log


@pytest.mark.parametrize("form", [form for form in FORMS if form.module and not form.extra], ids=str)
def test_every_form_of_next_to_nothing_and_of_a_part(form: Any, bundled: Briefing) -> None:
    for what in (chosen(BARE), chosen(bundled, 2, ["names"]), chosen(about("\ud800\x00"))):
        assert form.written()(what), "of nothing, too, it says what it is of: an empty file looks lost"


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("تجري السلطات الأميركية محادثات", "ar"),
        ("این یک نوشته‌ی فارسی است که می‌خوانیم", "fa"),
        ("ئەم دەقە بە کوردی نووسراوە", "ckb"),
        ("Les États-Unis se tournent vers le Japon", ""),
    ],
)
def test_each_form_says_of_the_language_what_the_letters_tell(said: str, lang: str) -> None:
    claim = Claim("What it says.", (Citation(1, said),))
    briefing = replace(
        BARE,
        paragraphs=(Paragraph(1, said),),
        sections=(Section("one", paragraphs=(1,), claims=(claim,)),),
    )
    whole = chosen(briefing)
    (item,) = json.loads(csl_json.written(whole))
    page = json.loads(web_annotation.written(whole))
    (target,) = page["first"]["items"][0]["target"]
    assert item.get("language", "") == target.get("language", "") == lang
    assert f'srclang="{lang or "und"}"' in tmx.written(whole).decode()
    assert (f'lang: "{lang}"' in markdown.written(whole).decode()) == bool(lang)


def test_a_name_with_a_comma_of_its_own_gets_no_other_in_ris() -> None:
    provenance = Provenance("Source: x", author="Salem, Layla")
    assert b"AU  - Salem, Layla\r\n" in ris.written(chosen(replace(BARE, provenance=provenance)))
