"""Where links lead is decided by one rule, whatever the format of the document."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

import pytest

from briefing.sources import Material, briefing_of
from tests.sources import test_docx, test_epub, test_odt
from tests.sources.zipped import zipped


def _docx_link(address: str) -> bytes:
    relations = test_docx.RELATIONS.replace('"https://example.org/a"', quoteattr(address))
    link = '<w:hyperlink r:id="r1"><w:r><w:t>رابط</w:t></w:r></w:hyperlink>'
    spaces = f"{test_docx.W} {test_docx.R}"
    return zipped({
        "word/document.xml": f"<w:document {spaces}><w:body><w:p>{link}</w:p></w:body></w:document>",
        "word/_rels/document.xml.rels": relations,
    })  # fmt: skip


def _docx_field(address: str) -> bytes:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = f'<w:r><w:instrText> HYPERLINK "{escape(address)}"</w:instrText></w:r>'
    text = "<w:r><w:t>رابط</w:t></w:r>"
    return test_docx.document(f"<w:p>{char('begin')}{field}{char('separate')}{text}{char('end')}</w:p>")


WRITTEN: dict[str, Callable[[str], bytes]] = {
    "docx": _docx_link,
    "docx field": _docx_field,
    "odt": lambda address: test_odt.document(
        f"<text:p><text:a xlink:href={quoteattr(address)}>رابط</text:a></text:p>"
    ),
    "epub": lambda address: test_epub.book(
        {"a.xhtml": test_epub.page(f"<p>نص <a href={quoteattr(address)}>رابط</a></p>")}
    ),
    "html": lambda address: (
        f"<!DOCTYPE html><html><body><p>نص <a href={quoteattr(address)}>رابط</a></p></body></html>".encode()
    ),
    "eml": lambda address: (
        "From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
        f"<p>نص <a href={quoteattr(address)}>رابط</a>"
    ).encode(),
    "markdown": lambda address: f"# ا\n\n## ب\n\nنص [رابط](<{address}>)\n".encode(),
}


def address_of(format_name: str, written: str) -> str:
    data, asked = WRITTEN[format_name](written), format_name if format_name == "markdown" else ""
    paragraphs = briefing_of(Material("f", data), asked).paragraphs
    return next((i.address for one in paragraphs for i in one.inlines if i.kind == "link"), "")


@pytest.mark.parametrize("format_name", WRITTEN)
@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("a/b.html", ""),
        ("https://example.org/" + "a" * 5000, ""),
    ],
)
def test_a_link_leads_to_where_it_may_be_followed(format_name: str, written: str, right: str) -> None:
    assert address_of(format_name, written) == right


@pytest.mark.parametrize("format_name", ["docx", "docx field", "odt", "epub", "html"])
@pytest.mark.parametrize(
    "written", ["https://example.org/a b", "https://example.org/a\u009bb", "https:", " "]
)
def test_an_address_with_spaces_or_controls_is_none(format_name: str, written: str) -> None:
    assert address_of(format_name, written) == ""
    assert address_of(format_name, " https://example.org/ ") == "https://example.org/"
