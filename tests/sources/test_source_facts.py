"""What a document says of itself goes into the briefing begun of it, and from there into references."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string

from briefing.document import Briefing
from briefing.exporting.chosen import chosen
from briefing.exporting.forms import bibtex, csl_json, markdown
from briefing.exporting.plain import briefing_text
from briefing.exporting.tracing import trace_of
from briefing.machine.assets import schema
from briefing.machine.new_folder import write_new_folder
from briefing.sources import Material, load
from briefing.sources.beginning import begin, read_whole
from briefing.sources.captures import captured, keep
from tests.sources import test_docx, test_epub

ADDRESS = "https://www.example.org/a?b=1"
PAGE = """<!doctype html><html lang="ar"><head><title>عنوان الخبر</title>
<meta property="og:site_name" content="صحيفة المثال"><meta name="author" content="هند سالم">
<meta property="article:published_time" content="2025-03-18T23:30:00+03:00">
<link rel="canonical" href="https://www.example.org/a"></head><body><article><h1>عنوان الخبر</h1>
<p>قال الوزير إن الخطة بدأت، وإنها تمضي كما أريد لها منذ البداية في كل مكان.</p>
<p>ثم قال إن المرحلة الثانية منها تبدأ بعد عام، وإن الكلفة لم تتغير حتى الآن.</p></article></body></html>"""


MAIL = "From: Hind <h@example.org>\nDate: Tue, 18 Mar 2025 10:00:00 +0300\nSubject: x\n\nنص\n"


def begun(material: Material, folder: Path) -> tuple[Briefing, Briefing]:
    """A document as it is read, and the briefing begun of it."""
    source = read_whole(material)
    write_new_folder(folder, begin(source, material, schema()).files)
    return source, load(folder)


def item(briefing: Briefing) -> dict[str, Any]:
    (found,) = json.loads(csl_json.written(chosen(briefing)))
    return {key: value for key, value in found.items() if key not in ("id", "note")}


def entry(briefing: Briefing) -> dict[str, str]:
    (found,) = parse_string(bibtex.written(chosen(briefing)).decode()).entries
    return {one.key: one.value for one in found.fields if one.key != "note"}


@pytest.fixture
def fetched() -> Material:
    """A page as it is fetched."""
    received = "2026-11-27T06:00:00+00:00"
    return Material(
        ADDRESS, PAGE.encode(), media_type="text/html", charset="utf-8", asked=ADDRESS, received=received
    )


def test_a_page_that_was_fetched(fetched: Material, tmp_path: Path) -> None:
    _, briefing = begun(fetched, tmp_path / "new")
    said = briefing.provenance
    assert said
    assert (said.author, said.published, said.publication) == ("هند سالم", "2025-03-18", "صحيفة المثال")
    assert (said.address, said.accessed) == ("https://www.example.org/a", "2026-11-27")
    assert item(briefing) == {
        "type": "webpage",
        "title": "عنوان الخبر",
        "author": [{"literal": "هند سالم"}],
        "container-title": "صحيفة المثال",
        "issued": {"date-parts": [[2025, 3, 18]]},
        "accessed": {"date-parts": [[2026, 11, 27]]},
        "URL": "https://www.example.org/a",
        "language": "ar",
    }
    assert entry(briefing) == {
        "title": "{عنوان الخبر}",
        "author": "{هند سالم}",
        "date": "2025-03-18",
        "year": "2025",
        "organization": "{صحيفة المثال}",
        "url": "https://www.example.org/a",
        "urldate": "2026-11-27",
        "langid": "arabic",
    }
    front = markdown.written(chosen(briefing)).decode().split("---")[1]
    for line in (
        'author: "هند سالم"', 'date: "2025-03-18"', 'publication: "صحيفة المثال"',
        'url: "https://www.example.org/a"', 'captured: "2026-11-27"',
    ):  # fmt: skip
        assert line in front
    facts = {fact.label: fact.text for fact in trace_of(briefing).facts}
    assert (facts["Author"], facts["Published in"]) == ("هند سالم", "صحيفة المثال")
    assert (facts["Address"], facts["Accessed"]) == ("https://www.example.org/a", "2026-11-27")
    assert "- Accessed: 2026-11-27" in briefing_text(briefing)


def test_a_reference_is_the_same_of_document_and_folder(fetched: Material, tmp_path: Path) -> None:
    source, briefing = begun(fetched, tmp_path / "new")
    assert item(source) == item(briefing)
    assert entry(source) == entry(briefing)


def test_a_page_that_was_kept_first(fetched: Material, tmp_path: Path) -> None:
    keep(tmp_path / "kept", fetched, "html", read_whole(fetched).origin)
    again = captured(tmp_path / "kept")
    assert "publication" in (tmp_path / "kept/capture.toml").read_text("utf-8")
    _, kept = begun(again.material, tmp_path / "new")
    _, direct = begun(fetched, tmp_path / "direct")
    assert kept.provenance == direct.provenance


def test_a_page_that_says_it_is_from_elsewhere_came_from_where_it_was_fetched(tmp_path: Path) -> None:
    page = PAGE.replace("https://www.example.org/a", "https://other.example/")
    _, briefing = begun(Material(ADDRESS, page.encode(), asked=ADDRESS), tmp_path / "new")
    assert briefing.provenance
    assert (briefing.provenance.address, briefing.provenance.accessed) == (ADDRESS, "")


@pytest.mark.parametrize(
    ("name", "data", "author", "published"),
    [
        ("a.docx", test_docx.document(test_docx.p(test_docx.r("نص"))), "فلان", "2024-06-10"),
        ("a.epub", test_epub.book({"a.xhtml": test_epub.page("<p>نص</p>")}), "فلان, علان", "2024"),
        ("a.md", "---\nauthor: هند\ndate: 18 مارس 2025\n---\n\nنص\n".encode(), "هند", "2025-03-18"),
        ("a.md", "---\nauthor: هند\ndate: 3/4/2025\n---\n\nنص\n".encode(), "هند", ""),
        ("a.eml", MAIL.encode(),
         "Hind <h@example.org>", "2025-03-18"),
        ("a.txt", "نص".encode(), "", ""),
    ],
    ids=["docx", "epub", "markdown", "day or month", "e-mail", "text"],
)  # fmt: skip
def test_documents_say_what_they_know(
    name: str, data: bytes, author: str, published: str, tmp_path: Path
) -> None:
    source, briefing = begun(Material(str(tmp_path / name), data), tmp_path / "new")
    said = briefing.provenance
    assert said
    assert (said.author, said.published) == (author, published)
    assert (said.address, said.accessed, said.publication) == ("", "", "")
    found = item(briefing)
    assert ("author" in found, "issued" in found) == (bool(author), bool(published))
    assert found.get("author") == item(source).get("author")


def test_marks_that_order_a_title_are_no_faults_in_it(tmp_path: Path) -> None:
    head = '<title>\u200fعنوان\u200f - \u202bموقع\u202c</title><meta name="author" content="\u200fسالم">'
    page = f"<html><head>{head}</head><body><h1>\u200fعنوان</h1><p>{'نص ' * 200}.</p></body></html>"
    for name, text in (
        ("a.txt", "\u202bعنوان\u202c\n\nنص"),
        ("a.md", "# \u200fعنوان\n\nنص"),
        ("a.html", page),
    ):
        (tmp_path / name).write_text(text)
        briefing = load(tmp_path / name)
        material = Material(name, text.encode())
        assert briefing.title.arabic.startswith("عنوان")
        begun = begin(read_whole(material), material, b"{}")
        assert "\ufffd" not in begun.files["briefing.toml"].decode()
        assert "\ufffd" not in briefing_text(briefing)
        assert briefing.paragraphs[0].text.strip("\u200f\u202b\u202c") == "عنوان", "the text keeps its own"
        assert briefing.paragraphs[0].text != "عنوان"
