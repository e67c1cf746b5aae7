"""An OpenDocument text, as it stands after its changes: what a reader of it sees, and nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefing.document import Briefing, BriefingError, Paragraph
from briefing.sources import Material, briefing_of

_URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{_URN}:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "meta": "meta",
    }.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = """<office:automatic-styles>
<style:style style:name="B" style:family="text">
<style:text-properties style:font-weight-complex="bold"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="Q1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="C1" style:family="paragraph" style:parent-style-name="Preformatted_20_Text"/>
<text:list-style style:name="N">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
 text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="U">
<text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>
</office:automatic-styles>"""
META = f"""<office:document-meta {SPACES}><office:meta><dc:title>العنوان</dc:title>
<meta:initial-creator>فلان</meta:initial-creator><meta:creation-date>2024-06-10</meta:creation-date>
</office:meta></office:document-meta>"""


def content(body: str) -> str:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"<office:document-content {SPACES}>{STYLES}{text}</office:document-content>"


def document(body: str, **more: str) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    return stored_first(kind, {"content.xml": content(body), "meta.xml": META, **more})


def stored_first(kind: str, members: dict[str, str]) -> bytes:
    """An archive that begins with its type, unpacked, as OpenDocument has it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", kind)
        for name, text in members.items():
            archive.writestr(name, text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def read(body: str) -> Briefing:
    return briefing_of(Material("a.odt", document(body)))


def paragraphs(body: str) -> list[Paragraph]:
    return list(read(body).paragraphs)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts: str) -> str:
    return "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)


def test_headings_and_what_it_says_of_itself() -> None:
    briefing = read(p("العنوان", "P1") + '<text:h text:outline-level="2">فرع</text:h>' + p("نص"))
    assert [(one.kind, one.level) for one in briefing.paragraphs] == [
        ("heading", 1), ("heading", 2), ("text", 0),
    ]  # fmt: skip
    origin = briefing.origin
    assert origin is not None
    assert (origin.title, origin.author, origin.published) == ("العنوان", "فلان", "2024-06-10")


def test_lists_are_counted() -> None:
    nested = '<text:list text:style-name="N">' + items(p("ج"), p("د")) + "</text:list>"
    first = f'<text:list text:style-name="N" xml:id="l1">{items(p("أ"), p("ب") + nested, p("ه"))}</text:list>'
    again = f'<text:list text:style-name="N">{items(p("و"))}</text:list>'
    on = f'<text:list text:style-name="N" text:continue-list="l1">{items(p("ز"))}</text:list>'
    bullets = f'<text:list text:style-name="U">{items(p("ح"))}</text:list>'
    found = paragraphs(first + again + on + bullets)
    assert [(one.kind, one.level, one.label) for one in found] == [
        ("item", 1, "1."), ("item", 1, "2."), ("item", 2, "2.a)"), ("item", 2, "2.b)"), ("item", 1, "3."),
        ("item", 1, "1."), ("item", 1, "4."), ("item", 1, "•"),
    ]  # fmt: skip


def test_changes_hidden_text_and_comments() -> None:
    deleted = p("x<text:span>y</text:span>")
    deleted = f"<text:changed-region><text:deletion>{deleted}</text:deletion></text:changed-region>"
    changes = f"<text:tracked-changes>{deleted}</text:tracked-changes>"
    hidden = '<text:span text:style-name="H">x</text:span><text:hidden-text>x</text:hidden-text>'
    comment = f"<office:annotation>{p('x')}</office:annotation>"
    contents = f"<text:table-of-content><text:index-body>{p('x')}</text:index-body></text:table-of-content>"
    briefing = read(changes + contents + p(f"قبل{hidden}{comment}<text:change/> بعد"))
    assert [one.text for one in briefing.paragraphs] == ["قبل بعد"]
    assert briefing.origin is not None
    assert [(one.label, one.captured, one.english) for one in briefing.origin.left_out] == [
        ("Tracked deletions", ("xy",), "1 deleted passage"),
        ("Table of contents", ("x",), "1 line"),
    ]


def test_notes_words_and_white_space() -> None:
    note = (
        f"<text:note><text:note-citation>*</text:note-citation><text:note-body>{p('حاشية')}</text:note-body>"
    )
    link = '<text:a xlink:href="https://example.org/">رابط</text:a><text:a xlink:href="file:///x">لا</text:a>'
    bold = '<text:span text:style-name="B">عريض</text:span>'
    space = '  أ <text:s text:c="2"/>ب<text:tab/>ج<text:line-break/> د'
    found = paragraphs(p(f"{bold}{note}</text:note> {link}") + p(space))
    assert [(one.kind, one.label, one.text) for one in found] == [
        ("text", "", "عريض[1] رابطلا"), ("text", "", "أ   ب\tج\n د"), ("note", "[1]", "حاشية"),
    ]  # fmt: skip
    assert [(found[0].text[one.start : one.end], one.kind, one.address) for one in found[0].inlines] == [
        ("عريض", "strong", ""), ("رابط", "link", "https://example.org/"),
    ]  # fmt: skip


def test_tables_boxes_quotes_and_code() -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    inner = f"<table:table>{row(p('داخل'), p('الجدول'))}</table:table>"
    head = f"<table:table-header-rows>{row(p('اسم'), p('عدد'))}</table:table-header-rows>"
    table = f"<table:table>{head}{row(inner, p('١'))}</table:table>"
    box = f"<draw:frame><draw:text-box>{p('صندوق')}</draw:text-box></draw:frame>"
    found = paragraphs(table + p(f"نص{box}") + p("قول", "Q1") + p("a", "C1") + p("b", "C1"))
    assert [(one.kind, one.text) for one in found] == [
        ("row", "اسم\tعدد"), ("row", "داخل الجدول\t١"), ("text", "نص"), ("text", "صندوق"),
        ("quote", "قول"), ("code", "a\nb"),
    ]  # fmt: skip


def test_words_in_tables_and_code_in_lines_keep_their_look() -> None:
    cells = [
        p('أ<text:span text:style-name="B">ب</text:span>'),
        p('<text:span text:style-name="Source_20_Text">ls</text:span>'),
    ]
    inside = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
    (found,) = paragraphs(f"<table:table><table:table-row>{inside}</table:table-row></table:table>")
    assert [(one.kind, found.text[one.start : one.end]) for one in found.inlines] == [
        ("strong", "ب"), ("code", "ls"),
    ]  # fmt: skip
    assert [one.kind for one in paragraphs(p("قول", "Block_20_Text") + p("a", "Source_5f_Code"))] == [
        "quote",
        "code",
    ]


def test_one_file_of_xml() -> None:
    body = content(p("نص")).replace("office:document-content", "office:document")
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    data = body.replace("<office:document ", f"<office:document {kind} ", 1).encode()
    briefing = briefing_of(Material("a.fodt", data))
    assert [one.text for one in briefing.paragraphs] == ["نص"]
    assert briefing.origin is not None
    assert briefing.origin.format == "odt"


def test_a_locked_one_says_so() -> None:
    locked = '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(BriefingError, match="is locked with a password; save it without one"):
        briefing_of(Material("a.odt", document(p("x"), **{"META-INF/manifest.xml": locked})))


def test_a_table_of_numbers_is_no_text() -> None:
    data = stored_first("application/vnd.oasis.opendocument.spreadsheet", {"content.xml": "<x/>"})
    with pytest.raises(BriefingError, match="is an OpenDocument table; that is not read"):
        briefing_of(Material("a.ods", data))
