"""The PDF form: read by PDFium, which browsers show PDFs with."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from ctypes import byref, c_int
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from msgspec.structs import replace

from briefing.commands.giving import data_of
from briefing.document import Briefing, BriefingError, Citation, Claim, Event, Name, Paragraph
from briefing.document.model import Inline, ParagraphKind
from briefing.exporting.chosen import Chosen
from briefing.exporting.forms import form_named, pdf
from briefing.exporting.paper.timeline import drawn
from briefing.machine.assets import fonts
from briefing.sources import load_bundled
from tests.exporting.pages import made, one, whole
from tests.judges.surroundings import environment


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


@pytest.fixture(scope="module")
def paper(bundled: Briefing) -> pypdfium2.PdfDocument:
    """All of the bundled briefing."""
    return _opened(whole(bundled))


def _opened(chosen: Chosen) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf.written(chosen, fonts().regular.parent))


def _text(document: pypdfium2.PdfDocument) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _words(text: str) -> Counter[str]:
    bare = (word.strip(".,;:()[]\"'«»،؛؟%-") for word in re.split(r"[\s\u200e\u200f\u202a-\u202e]+", text))
    return Counter(word for word in bare if word)


def _outline(document: pypdfium2.PdfDocument) -> list[tuple[int, str]]:
    return [(mark.level, mark.get_title()) for mark in document.get_toc()]


def _links(document: pypdfium2.PdfDocument) -> int:
    """How many links lead to a place in the document."""
    found = 0
    for page in document:
        at, link = c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, byref(at), byref(link)):
            found += bool(raw.FPDFLink_GetDest(document, link))
    return found


def test_a_briefing_is_whole_on_paper(bundled: Briefing, paper: pypdfium2.PdfDocument) -> None:
    document = paper
    assert document.get_metadata_value("Title") == bundled.title.english
    assert [round(side) for side in document[0].get_size()] == [595, 842]  # A4, in points

    found = _outline(document)
    assert [title for level, title in found if level == 0] == [
        *("Summary", "Article", "Timeline", "Names", "Source")
    ]
    assert [title for level, title in found if level == 1][: len(bundled.sections)] == [
        section.title for section in bundled.sections if section.claims
    ]
    cited = {(claim.text, one.paragraph) for _, claim in whole(bundled).claims for one in claim.citations}
    quotes = sum(len(claim.citations) for _, claim in whole(bundled).claims)
    # From a claim to paragraphs, from its footnotes to the words, and from paragraphs back to claims.
    assert _links(document) >= 2 * quotes + len(cited)
    text = " ".join(_text(document).split())
    for section in bundled.sections:
        for claim in section.claims:
            assert not _words(claim.text) - _words(text)


def test_arabic_is_searched_and_copied_as_it_is_written(bundled: Briefing) -> None:
    """All words but those with tanwin, whose mark PDFium puts elsewhere than it stands."""
    found = _words(_text(_opened(whole(bundled, frozenset(("article",))))))
    wanted = _words(" ".join(paragraph.text for paragraph in bundled.paragraphs))
    assert {word for word in wanted - found if "\u064b" not in word} == set()
    assert (wanted - found).total() <= 6


def test_lam_alef_digits_and_other_languages_come_back() -> None:
    texts = (
        "لا إله ولأن الآلات الإبل والأمر",
        "في ١٢ و 2014 عام",
        "این گچ پژ است",
        "یہ اردو متن ہے ٹڈڑ",
        "שלום עולם",
    )
    text = _text(_opened(whole(made([Paragraph(at, text) for at, text in enumerate(texts, 1)]))))
    for wanted in texts:
        assert not _words(wanted) - _words(text)


def test_vocalised_words_come_back_mark_by_mark() -> None:
    texts = (
        "كِتَابٌ جَمِيلٌ جِدًّا",
        "إِنَّ اللَّهَ غَفُورٌ رَّحِيمٌ",
        "هٰذَا الرَّحْمٰنُ لَا إِلٰهَ إِلَّا اللّٰهُ",
        "أيضًا شكرًا وأهلاً وسهلًا",
        "می‌خواهم کتاب‌ها را بخوانم",
        "اِسے کُچھ",
        "שָׁלוֹם עוֹלָם בְּרֵאשִׁית",
        "كتــــاب طويـــل",
    )
    text = _text(_opened(whole(made([Paragraph(at, text) for at, text in enumerate(texts, 1)]))))
    for wanted in texts:
        assert wanted in text
    assert "\ufeff" not in text


def test_the_sign_of_a_paragraph_is_before_its_number_everywhere(paper: pypdfium2.PdfDocument) -> None:
    """In footnotes and tables of Arabic too, where it would go behind it."""
    signs = 0
    for page in paper:
        text = page.get_textpage()
        boxes = {at: text.get_charbox(at) for at in range(text.count_chars())}
        found = {at: text.get_text_range(at, 1) for at in boxes}
        for at in (at for at, character in found.items() if character == "¶"):
            signs += 1
            right, bottom = boxes[at][2], boxes[at][1]
            beside = min(
                (abs(box[0] - right), other)
                for other, box in boxes.items()
                if other != at and found[other].strip() and box[0] >= right - 1 and abs(box[1] - bottom) < 3
            )[1]
            assert found[beside].isdecimal()
    assert signs > 60


def test_kinds_inlines_and_drafts_are_set() -> None:
    linked = (Inline(0, 4, "link", "https://example.org/?a=1"), Inline(2, 9, "strong"))
    struck = (Inline(0, 3, "struck"), Inline(2, 5, "emphasis"), Inline(4, 7, "code"))
    paragraphs = [
        Paragraph(1, "عنوان", "heading", 2),
        Paragraph(2, "بند", "item", 2, "3.)"),
        Paragraph(3, "قول", "quote", 2),
        Paragraph(4, "a = 1\n\tb  = 2", "code"),
        Paragraph(5, "خلية\tcell\tثالثة", "row"),
        Paragraph(6, "وحيدة", "row"),
        Paragraph(7, "كلمة قوية", inlines=linked),
        Paragraph(8, "هامش", "note", 0, "[1]"),
        Paragraph(9, "بدأ بدأ", inlines=struck),
    ]
    claims = [
        Claim("It began.", (Citation(9, "بدأ"), Citation(9, "أ ب"), Citation(9, "")), "likely", drafted=True),
        Claim("It began again.", (Citation(9, "بدأ"),)),
    ]
    document = _opened(whole(made(paragraphs, claims)))
    text = _text(document)
    assert "Draft: It began. (likely)" in " ".join(text.split())
    assert not _words(" ".join(paragraph.text for paragraph in paragraphs[:6])) - _words(text)
    assert (1, "عنوان") in _outline(document)  # below "Article"


def test_what_is_written_is_never_markup() -> None:
    nasty = '#panic("a") $x$ *b* `c` @d <e> // f \\ #include "/etc/passwd" \x1b\x00\ud800\u202e "]'
    briefing = replace(
        made([Paragraph(1, nasty)], [Claim(nasty, (Citation(1, nasty),))], [Event("nonsense", nasty, nasty)]),
        names=(Name("person", nasty, (nasty, ""), nasty),),
        bottom_line=nasty,
    )
    text = _text(_opened(whole(briefing)))
    assert '#panic("a") $x$ *b* `c` @d <e> // f' in " ".join(text.split())
    assert "root:" not in text


@pytest.mark.whole
def test_empty_texts_and_odd_quotes_are_set_too() -> None:
    kinds: tuple[ParagraphKind, ...] = ("heading", "item", "quote", "code", "row", "note", "text")
    paragraphs = [Paragraph(at, "", kind) for at, kind in enumerate(kinds, 1)]
    paragraphs += [Paragraph(8, "\t\t", "row"), Paragraph(9, "أ\tب", "row"), Paragraph(10, "\n\n", "code")]
    paragraphs += [Paragraph(11, "م" * 3000), Paragraph(12, "1\n" * 200, "heading", 99)]
    quoted = [Citation(9, "\tب"), Citation(9, "أ\tب"), Citation(12, "1\n1"), Citation(11, "مم")]
    chosen = whole(made(paragraphs, [Claim("", tuple(quoted)), Claim("م", (quoted[3], quoted[3]))]))
    assert len(_opened(chosen))
    assert len(_opened(replace(chosen, quotes=False)))


@pytest.mark.whole
def test_only_what_is_chosen_is_in_it(bundled: Briefing) -> None:
    assert [
        title for level, title in _outline(_opened(whole(bundled, frozenset(("names",))))) if not level
    ] == [*("Names", "Source")]
    section = bundled.sections[0]
    text = _words(_text(_opened(one(bundled, section.key))))
    outside = next(
        paragraph for paragraph in bundled.paragraphs if paragraph.number not in section.paragraphs
    )
    assert _words(outside.text) - text
    assert [title for _, title in _outline(_opened(whole(made([]))))] == ["Source", "Not known"]
    assert _opened(whole(made([Paragraph(1, "")])))


def test_events_are_drawn_in_the_order_of_time() -> None:
    dates = ("2026", "2014-05-01", "nonsense", "2015-03/2015-06", "2015-05")
    chart: Any = drawn([Event(date, "An event") for date in dates])
    assert [mark["number"] for mark in chart["marks"]] == [2, 4, 5, 1]
    places = [mark["first"] for mark in chart["marks"]]
    assert places == sorted(set(places))
    assert all(0 < mark["first"] <= mark["last"] < chart["width"] for mark in chart["marks"])
    assert any("20" in label for _, label in chart["ticks"])
    events = [Event("2014", "It began"), Event("2020", "It ended")]
    text = _text(_opened(whole(made([Paragraph(1, "كلمة")], (), events))))
    assert "It began" in text
    assert "2020" in text


def test_characters_in_no_font_are_named() -> None:
    told: list[str] = []
    chosen = whole(made([Paragraph(1, "كلمة 漢字 кириллица ελληνικά")]))
    data = pdf.written(chosen, fonts().regular.parent, told.append)
    assert [line.partition("(")[2].partition(")")[0] for line in told] == ["U+5B57, U+6F22"]
    assert "Not in the fonts, shown as boxes: U+5B57, U+6F22" in _text(pypdfium2.PdfDocument(data))
    pdf.written(whole(made([Paragraph(1, "كلمةٌ vocalisée")])), fonts().regular.parent, told.append)
    assert len(told) == 1


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST", 10)
    with pytest.raises(
        BriefingError, match="longer than the 10 characters that a PDF may have; choose a section"
    ):
        _opened(whole(made([Paragraph(1, "كلمة كلمة كلمة")])))


def test_a_long_text_is_set_with_a_line_on_what_is_copied_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_SAID", 10)
    told: list[str] = []
    chosen = whole(made([Paragraph(1, "كِتَابٌ كِتَابٌ")]))
    assert pdf.written(chosen, fonts().regular.parent, told.append).startswith(b"%PDF-")
    assert ["out of order; choose a section" in line for line in told] == [True]


@pytest.mark.whole
def test_the_command_makes_both_forms_and_names_what_is_in_no_font(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("كلمة 漢", encoding="utf-8")
    for name, begins, told in (("a.pdf", b"%PDF-", 1), ("a.docx", b"PK", 0)):
        command = [sys.executable, "-m", "briefing", "export", "-o", name, "a.txt"]
        done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, timeout=60)
        assert (done.returncode, done.stdout) == (0, b"")
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert done.stderr.count(b"\n") == told == done.stderr.count(b"U+6F22")


@pytest.mark.parametrize(("name", "library", "extra"), [("pdf", "typst", "paper"), ("docx", "docx", "word")])
def test_without_its_extra_a_line_says_what_to_install(
    name: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("briefing.exporting.")]:
        if module.split(".")[2] in ("word", "paper") or module.endswith((".forms.docx", ".forms.pdf")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    form = form_named(name)
    assert form
    with pytest.raises(BriefingError, match=rf"is needed for {name}; pip install 'briefing\[{extra}\]'"):
        data_of(form, whole(made([Paragraph(1, "كلمة")])), {})


def test_footnotes_run_as_the_article_and_come_back_word_for_word() -> None:
    """One that begins with Latin letters or a number too: its number stays beside it, on the right."""
    texts = (
        'كَتَبَ "Growth & Trade 2023" فِي 15/03/2023 عَنِ الصَّادِرَاتِ',
        "قيل إن ٣٫٧٪ منها ذهبت إلى لبنان",
    )
    quotes = ("Growth & Trade 2023", "٣٫٧٪ منها ذهبت")
    paragraphs = [Paragraph(at, text) for at, text in enumerate(texts, 1)]
    claims = [Claim("Said.", (Citation(at, quote),)) for at, quote in enumerate(quotes, 1)]
    document = _opened(whole(made(paragraphs, claims=claims)))
    page = document[0].get_textpage()
    text = page.get_text_range()
    notes = text[text.rindex(texts[1]) + len(texts[1]) :]
    assert all(quote in notes for quote in quotes)
    width = document[0].get_width()
    for quote in quotes:
        search = page.search(quote)
        found = [search.get_next() for _ in range(2)]
        assert found[1], quote
        last = found[1]
        boxes = [page.get_charbox(last[0] + at) for at in range(last[1])]
        assert max(box[2] for box in boxes) > width * 0.85


def _picture(text: str) -> bytes:
    page = _opened(whole(made([Paragraph(1, text)])))[0]
    return bytes(page.render(scale=2).buffer)


@pytest.mark.whole
def test_persian_digits_are_persian_and_not_urdu() -> None:
    """The font's own forms for Persian are those of Urdu, its six the Arabic one."""
    persian = "گفت که پنج کشور چنین می‌گویند: "
    assert _picture(f"{persian}۶") != _picture(f"{persian}٦")
    assert _picture(f"{persian}۴۷") != _picture(f"{persian}٤٧")


def test_a_tab_parts_the_words_on_its_sides() -> None:
    assert _picture("وزار\tدار") != _picture("وزاردار")
