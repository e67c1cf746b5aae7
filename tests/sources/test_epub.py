"""A book: its chapters in the order of its spine, each a section, whatever its pages' XML is worth."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from briefing.document import Briefing, BriefingError, Paragraph
from briefing.sources import Material, briefing_of
from tests.sources.zipped import zipped

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""
XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def page(body: str, doctype: str = "") -> str:
    return f"{doctype}<html {XHTML}><head><title>x</title></head><body>{body}</body></html>"


def book(pages: Mapping[str, str], more: Mapping[str, str] | None = None, items: str = "") -> bytes:
    """A book of pages in this order; a page whose name begins with `-` stands beside its spine."""
    manifest = "".join(
        f'<item id="i{at}" href="{name.lstrip("-")}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(pages)
    )
    spine = "".join(
        f'<itemref idref="i{at}" linear="{"no" if name.startswith("-") else "yes"}"/>'
        for at, name in enumerate(pages)
    )
    said = "<dc:title>كتاب</dc:title><dc:creator>فلان</dc:creator><dc:creator>علان</dc:creator>"
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata>{said}<dc:date>2024</dc:date></metadata><manifest>{manifest}{items}</manifest><spine>{spine}</spine>
</package>"""
    members = {f"OEBPS/{name.lstrip('-').replace('%20', ' ')}": text for name, text in pages.items() if text}
    return zipped({
        "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OEBPS/book.opf": package,
        **members, **(more or {}),
    })  # fmt: skip


def read(data: bytes) -> Briefing:
    return briefing_of(Material("a.epub", data))


def paragraphs(data: bytes) -> list[Paragraph]:
    return list(read(data).paragraphs)


def kinds(data: bytes) -> list[tuple[str, int, str]]:
    return [(one.kind, one.level, one.text) for one in paragraphs(data)]


NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint><navLabel><text>الأول</text></navLabel><content src="a.xhtml"/></navPoint>
<navPoint><navLabel><text>الثاني</text></navLabel><content src="b%20b.xhtml#top"/></navPoint>
</navMap></ncx>"""
NAV = page(
    '<nav epub:type="toc"><ol><li><a href="a.xhtml">الأول</a></li><li><a href="b%20b.xhtml">الثاني</a></li>'
    '<li><a href="cover.xhtml">الغلاف</a></li></ol></nav>'
)
NCX_ITEM = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
NAV_ITEM = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'


def test_chapters_are_sections_in_the_order_of_the_spine() -> None:
    data = book({
        "cover.xhtml": page('<img src="c.jpg"/>'),
        "b%20b.xhtml": page("<h2>ثان</h2><h3>فرع</h3><p>نص</p>"),
        "a.xhtml": page("<h1>أول</h1><p>نص</p>"),
    })  # fmt: skip
    briefing = read(data)
    assert kinds(data) == [
        ("heading", 1, "ثان"), ("heading", 2, "فرع"), ("text", 0, "نص"), ("heading", 1, "أول"),
        ("text", 0, "نص"),
    ]  # fmt: skip
    assert [section.arabic for section in briefing.sections] == ["فرع", "أول"]
    assert briefing.title.arabic == "كتاب"
    assert briefing.origin is not None
    assert (briefing.origin.author, briefing.origin.published) == ("فلان, علان", "2024")


@pytest.mark.parametrize(
    ("item", "name", "text"), [(NCX_ITEM, "toc.ncx", NCX), (NAV_ITEM, "nav.xhtml", NAV)], ids=["2", "3"]
)
def test_a_chapter_without_a_heading_is_called_as_the_contents_call_it(
    item: str, name: str, text: str
) -> None:
    pages = {
        "cover.xhtml": page('<img src="c.jpg"/>'),
        "a.xhtml": page("<p>نص</p>"),
        "b%20b.xhtml": page("<p>الثاني</p><p>نص</p>"),
        "c.xhtml": page("<h3>تتمة</h3>"),
    }
    assert kinds(book(pages, {f"OEBPS/{name}": text}, item)) == [
        ("heading", 1, "الأول"), ("text", 0, "نص"), ("heading", 1, "الثاني"), ("text", 0, "نص"),
        ("heading", 3, "تتمة"),
    ]  # fmt: skip


def test_notes_stand_at_the_end_of_their_chapter() -> None:
    body = (
        '<p>نص<a epub:type="noteref" href="#n1"><sup>1</sup></a> بعد<sup><a href="#n2">2</a></sup>.</p>'
        '<aside epub:type="footnote" id="n1"><p>حاشية <a href="#r" role="doc-backlink">↩</a></p></aside>'
        '<p>أخيرا</p><div class="footnotes"><ol><li id="n2"><p>ثانية<a href="#r2">↩︎</a></p></li></ol></div>'
    )
    found = paragraphs(book({"a.xhtml": page(body)}))
    assert [(one.kind, one.label, one.text) for one in found] == [
        ("text", "", "نص[1] بعد[2]."), ("text", "", "أخيرا"), ("note", "[1]", "حاشية"),
        ("note", "[2]", "ثانية"),
    ]  # fmt: skip


def test_what_stands_beside_the_spine_comes_last() -> None:
    data = book({"-n.xhtml": page("<p>ملحق</p>"), "a.xhtml": page("<p>نص</p>")})
    assert [text for _, _, text in kinds(data)] == ["نص", "ملحق"]


def test_entities_of_html_and_pages_that_are_no_xml() -> None:
    doctype = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    )
    pages = {
        "a.xhtml": page("<p>أ&nbsp;ب &laquo;ج&raquo; &amp; &unknown; د&lt;</p>", doctype),
        "b.xhtml": "<html><body><p>أول<p>ثان<br>بعد & نص<ul><li>بند<li>بند</ul></div><b>آخر",
    }
    assert kinds(book(pages)) == [
        ("text", 0, "أ\u00a0ب «ج» & &unknown; د<"), ("text", 0, "أول"), ("text", 0, "ثان\nبعد & نص"),
        ("item", 1, "بند"), ("item", 1, "بند"), ("text", 0, "آخر"),
    ]  # fmt: skip


def test_contents_and_missing_pages_are_named_not_shown() -> None:
    contents = page("<p><a href='a.xhtml'>الأول</a></p>" * 5)
    briefing = read(book({"toc.xhtml": contents, "a.xhtml": page("<p>نص</p>"), "gone.xhtml": ""}))
    assert [one.text for one in briefing.paragraphs] == ["نص"]
    assert briefing.origin is not None
    assert [(one.label, one.captured) for one in briefing.origin.left_out] == [
        ("Table of contents", ()), ("Missing pages", ("OEBPS/gone.xhtml",)),
    ]  # fmt: skip


def test_a_book_with_a_lock_says_so() -> None:
    def locks(algorithm: str) -> dict[str, str]:
        data = f'<EncryptedData><EncryptionMethod Algorithm="{algorithm}"/><CipherData>'
        data += '<CipherReference URI="OEBPS/a.xhtml"/></CipherData></EncryptedData>'
        return {"META-INF/encryption.xml": f"<encryption>{data}</encryption>"}

    pages = {"a.xhtml": page("<p>نص</p>")}
    with pytest.raises(BriefingError, match=r"is locked by who sold it \(DRM\)"):
        read(book(pages, locks("http://www.w3.org/2001/04/xmlenc#aes128-cbc")))
    assert kinds(book(pages, locks("http://www.idpf.org/2008/embedding"))) == [("text", 0, "نص")]


def test_what_a_program_made_up_is_no_title_and_no_author() -> None:
    contents = page('<nav epub:type="toc"><ol><li><a href="a.xhtml">Section 1</a></li></ol></nav>')
    data = book({"a.xhtml": page("<p>نص</p>")}, {"OEBPS/nav.xhtml": contents}, NAV_ITEM)
    assert kinds(data) == [("text", 0, "نص")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    package = members["OEBPS/book.opf"].decode()
    package = package.replace("فلان", "Unknown Author").replace("علان", "[Unknown]")
    origin = read(zipped({**members, "OEBPS/book.opf": package})).origin
    assert origin is not None
    assert (origin.title, origin.author) == ("كتاب", "")
