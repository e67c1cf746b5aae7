"""The Word form: read back by python-docx, and by what opens Word documents here."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph
from briefing.document.model import Inline
from briefing.exporting.forms.docx import written
from briefing.sources import load
from tests.exporting.pages import made, one, whole

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_VOCALISED = "قَالَ الوَزِيرُ إِنَّ المُحَادَثَاتِ بَدَأَتْ في 29/9/2021، لأنَّ F-15 (بنسبة 10%) مهمّة."


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load(Path(__file__).parents[2] / "assets" / "us-japan-dicas")


def _opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def _article(data: bytes) -> list[Any]:
    """The paragraphs of the article, in order: those that have a number."""
    body: Any = _opened(data).element.body
    return [
        paragraph
        for paragraph in body.iter(f"{_W}p")
        if any(mark.get(f"{_W}name").startswith("paragraph") for mark in paragraph.iter(f"{_W}bookmarkStart"))
    ]


def _text(element: Any) -> str:
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return "".join(
        signs.get(piece.tag, piece.text if piece.tag == f"{_W}t" else "") for piece in element.iter()
    )


def _links(element: Any) -> list[Any]:
    return [*element.iter(f"{_W}hyperlink")]


def _texts(data: bytes) -> list[str]:
    return [*map(_text, _article(data))]


def _footnotes(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        if "word/footnotes.xml" not in package.namelist():
            return []
        root = ElementTree.fromstring(package.read("word/footnotes.xml"))
    return [
        "".join(
            run.findtext(f"{_W}t", "")
            for run in note.iter(f"{_W}r")
            if (style := run.find(f"{_W}rPr/{_W}rStyle")) is not None
            and style.get(f"{_W}val") == "EvidenceQuote"
        )
        for note in root
        if note.get(f"{_W}type") is None
    ]


def test_a_briefing_is_whole_in_word(bundled: Briefing, tmp_path: Path) -> None:
    data = written(whole(bundled))
    assert _texts(data) == [paragraph.text for paragraph in bundled.paragraphs]

    claims = [claim for section in bundled.sections for claim in section.claims]
    quotes = [citation.quote for claim in claims for citation in claim.citations]
    assert _footnotes(data) == quotes

    document = _opened(data)
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2", "Claim", "Article Paragraph", "Bottom Line"} <= styles
    timeline, names = document.tables
    assert [row.cells[2].text for row in timeline.rows[1:]] == [event.arabic for event in bundled.events]
    assert [row.cells[1].text.split("\n") for row in names.rows[1:]] == [[*n.arabic] for n in bundled.names]
    assert document.core_properties.title == bundled.title.english
    assert document.core_properties.author == ""
    assert document.core_properties.language == "ar"
    assert (document.sections[0].page_width or 0) // 36_000 == 210  # A4

    (tmp_path / "a.docx").write_bytes(data)
    again = [paragraph.text for paragraph in load(tmp_path / "a.docx").paragraphs]
    start = again.index("Article") + 1
    assert again[start : start + len(bundled.paragraphs)] == [one.text for one in bundled.paragraphs]


def test_paragraphs_and_runs_have_their_own_direction() -> None:
    (paragraph,) = _article(written(whole(made([Paragraph(1, _VOCALISED)]))))
    assert paragraph.find(f"{_W}pPr/{_W}bidi").get(f"{_W}val") == "1"
    runs = [(_text(run), run.find(f"{_W}rPr/{_W}rtl") is not None) for run in paragraph.iter(f"{_W}r")]
    assert runs == [
        ("قَالَ الوَزِيرُ إِنَّ المُحَادَثَاتِ بَدَأَتْ في 29/9/2021، لأنَّ ", True),
        ("F-15", False),
        (" (بنسبة 10%) مهمّة.", True),
    ]
    languages = {lang.get(f"{_W}bidi") for lang in paragraph.iter(f"{_W}lang")}
    assert languages == {"ar-SA"}

    (english,) = _article(written(whole(made([Paragraph(1, "A word, الحرب 12 والسلام, in English")]))))
    assert english.find(f"{_W}pPr/{_W}bidi").get(f"{_W}val") == "0"
    runs = [(_text(run), run.find(f"{_W}rPr/{_W}rtl") is not None) for run in english.iter(f"{_W}r")]
    assert runs == [("A word, ", False), ("الحرب 12 والسلام", True), (", in English", False)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("این گزارش دربارهٔ می‌خواهم گچ پژ است", "fa-IR"), ("שלום עולם", "he-IL"), ("یہ اردو متن ہے", "ur-PK")],
)
def test_the_language_is_that_of_the_letters(text: str, language: str) -> None:
    (paragraph,) = _article(written(whole(made([Paragraph(1, text)]))))
    assert _text(paragraph) == text
    assert {lang.get(f"{_W}bidi") for lang in paragraph.iter(f"{_W}lang")} == {language}


def test_kinds_of_paragraphs_and_words_stay(tmp_path: Path) -> None:
    paragraphs = [
        Paragraph(1, "عنوان", "heading", 2),
        Paragraph(2, "بند أول", "item", 1, "•"),
        Paragraph(3, "بند ثان", "item", 2, "3.)"),
        Paragraph(4, "قول", "quote", 2),
        Paragraph(5, "a = 1\n\tb  = 2", "code"),
        Paragraph(6, "خلية\tcell\tثالثة", "row"),
        Paragraph(7, "وحيدة", "row"),
        Paragraph(
            8,
            "كلمة قوية ورابط",
            inlines=(
                Inline(5, 9, "strong"),
                Inline(7, 15, "emphasis"),
                Inline(10, 15, "link", "https://example.org/a?b=1&c=2"),
            ),
        ),
        Paragraph(9, "هامش", "note", 0, "[1]"),
        Paragraph(10, "b = 2", "code"),
        Paragraph(11, "c = 3", "code"),
    ]
    data = written(whole(made(paragraphs)))
    assert _texts(data)[:5] == [paragraph.text for paragraph in paragraphs[:5]]
    styles = [paragraph.style.name for paragraph in _opened(data).paragraphs if paragraph.style]
    assert [name for name in styles if name.startswith("Article ")] == [
        *("Article Heading 2", "Article Item", "Article Item", "Article Quote", "Article Code"),
        *("Article Paragraph", "Article Note", "Article Code", "Article Code"),
    ]
    (tmp_path / "a.docx").write_bytes(data)
    read = load(tmp_path / "a.docx").paragraphs
    start = [paragraph.text for paragraph in read].index("Article") + 1
    again = read[start : start + len(paragraphs)]
    assert [paragraph.text for paragraph in again] == [paragraph.text for paragraph in paragraphs]
    assert again[7].inlines == paragraphs[7].inlines
    assert [(one.kind, one.level) for one in again] == [
        *(("heading", 3), ("item", 1), ("item", 2), ("quote", 1), ("code", 0)),
        *(("row", 0), ("row", 0), ("text", 0), ("note", 0), ("code", 0), ("code", 0)),
    ]
    labels = ["¶1", "¶2 · •", "¶3 · 3.)", "¶4", "¶5", "", "", "¶8", "¶9 · [1]", "¶10", "¶11"]
    assert [one.label for one in again] == labels


def test_passages_and_claims_lead_to_each_other() -> None:
    text = "قال الوزير في F-15 إن المحادثات بدأت"
    paragraph = Paragraph(1, text, inlines=(Inline(22, 31, "link", "https://example.org/"),))
    claims = [
        Claim("It began.", (Citation(1, "الوزير في F-15 إن"), Citation(1, "لا يوجد"))),
        Claim("He said.", (Citation(1, "قال الوزير في F"),)),
    ]
    data = written(whole(made([paragraph], claims)))
    (found,) = _article(data)
    assert _text(found) == text
    links = [(_text(one), one.get(f"{_W}anchor"), one.get(f"{_W}tooltip")) for one in _links(found)]
    assert links == [
        ("قال ", "claim2", "Claim 2"),
        ("الوزير في F", "claim2", "Claims 1, 2"),
        ("-15 إن", "claim1", "Claim 1"),
        ("المحادثات", None, None),
    ]
    body: Any = _opened(data).element.body
    marks = {mark.get(f"{_W}name"): mark.getparent() for mark in body.iter(f"{_W}bookmarkStart")}
    assert _text(marks["claim1"]).startswith("It began.")
    assert _text(marks["claim2"]).startswith("He said.")
    assert {one.get(f"{_W}anchor") for one in _links(marks["claim1"])} == {"paragraph1"}
    # Digits run as the words that they belong to, though a quote ends between them.
    runs = {_text(run): run.find(f"{_W}rPr/{_W}rtl") is not None for run in found.iter(f"{_W}r")}
    assert (runs["F"], runs["-15"], runs[" إن"]) == (False, False, True)


def test_events_lead_to_their_paragraphs() -> None:
    event = Event("2024", "It began.", "بدأ", (1, 2))
    briefing = made([Paragraph(1, "قد بدأ"), Paragraph(2, "الأمر")], events=[event])
    for data, anchors in (
        (written(whole(briefing)), ["paragraph1", "paragraph2"]),
        (written(whole(briefing, frozenset(("timeline",)))), []),
    ):
        known = _opened(data).tables[0].rows[1].cells[3]
        assert known.text == "stated\n¶1 ¶2"
        assert [one.get(f"{_W}anchor") for one in _links(known._tc)] == anchors


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/قهوة_(مشروب)?a=1&b=2", "https://example.org/قهوة_(مشروب)?a=1&b=2"),
        ("https://example.org/a|b", "https://example.org/a%7Cb"),
        ("https://example.org/a b", ""),
        ("https://example.org/" + "a" * 3000, ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_what_word_takes_for_an_address_is_linked(address: str, target: str) -> None:
    data = written(whole(made([Paragraph(1, "رابط", inlines=(Inline(0, 4, "link", address),))])))
    assert _texts(data) == ["رابط"]
    (paragraph,) = _article(data)
    relations = _opened(data).part.rels
    keys = [one.get(_ID) for one in _links(paragraph)]
    assert [relations[key].target_ref for key in keys] == [target] * bool(target)


def test_what_xml_cannot_hold_is_shown_and_said() -> None:
    data = written(whole(made([Paragraph(1, "ا\x1bب\x00\ud800ج\uffff\u202dد\r\nه\u0085و")])))
    assert _texts(data) == ["ا␛ب␀\ufffdج\ufffd\u202dد\nه\u0085و"]
    said = [paragraph.text for paragraph in _opened(data).paragraphs]
    assert "Not carried: 4 characters that a Word document cannot hold; a picture stands for each" in said


def test_a_draft_says_so_and_quotes_may_stay_out() -> None:
    claim = Claim("It began.", (Citation(1, "بدأ"), Citation(1, "")), "likely", "low", drafted=True)
    chosen = whole(made([Paragraph(1, "قد بدأ الأمر")], [claim]))
    data = written(chosen)
    texts = [paragraph.text for paragraph in _opened(data).paragraphs]
    assert "Draft: It began. (likely, low confidence) ¶1 ¶1" in texts
    assert _footnotes(data) == ["بدأ"]
    assert _footnotes(written(replace(chosen, quotes=False))) == []


def test_only_what_is_chosen_is_in_it(bundled: Briefing) -> None:
    data = written(whole(bundled, frozenset(("names",))))
    assert _texts(data) == []
    assert _footnotes(data) == []
    assert len(_opened(data).tables) == 1
    key = bundled.sections[0].key
    texts = [bundled.paragraph(number).text for number in bundled.sections[0].paragraphs]
    assert _texts(written(one(bundled, key))) == texts


def test_hostile_and_empty_briefings_are_documents_too() -> None:
    nasty = "<w:p/>&amp;\x0b]]>\u202e"
    briefing = replace(
        made([Paragraph(1, nasty)], [Claim(nasty, (Citation(1, nasty),))], [Event("nonsense", nasty, nasty)]),
        names=(Name("person", nasty, (nasty, ""), nasty),),
    )
    shown = nasty.replace("\x0b", "␋")
    data = written(whole(briefing))
    assert _texts(data) == [shown]
    assert _footnotes(data) == [shown]
    assert _texts(written(whole(made([])))) == []
    assert _texts(written(whole(made([Paragraph(1, "")])))) == [""]


def test_a_quote_runs_as_its_paragraph_whatever_it_begins_with() -> None:
    text = "كتب Growth 2023 في لندن"
    claims = [Claim("It did.", (Citation(1, "Growth 2023 في لندن"),))]
    data = written(whole(made([Paragraph(1, text)], claims=claims)))
    with zipfile.ZipFile(BytesIO(data)) as package:
        notes = package.read("word/footnotes.xml").decode()
    note = notes[notes.index("w:footnoteRef/") - 300 :]
    assert '<w:bidi w:val="1"/>' in note
    assert _footnotes(data) == ["Growth 2023 في لندن"]
