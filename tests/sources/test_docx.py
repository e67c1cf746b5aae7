"""A Word document, as it stands after its changes: what a reader of it sees, and nothing else."""

from __future__ import annotations

from briefing.document import Briefing, Paragraph
from briefing.sources import Material, briefing_of
from tests.sources.zipped import zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STYLES = f"""<w:styles {W}>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="C"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:styleId="LB2"><w:name w:val="List Bullet 2"/><w:basedOn w:val="LB"/></w:style>
<w:style w:styleId="BT"><w:name w:val="Block_Text"/></w:style>
<w:style w:styleId="V"><w:name w:val="Verbatim Char"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr>
<w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="arabicAbjad"/><w:lvlText w:val="%1-%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl>
</w:abstractNum>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>
</w:lvlOverride></w:num>
</w:numbering>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>حاشية</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="x/hyperlink" Target="https://example.org/a" TargetMode="External"/>
<Relationship Id="r2" Type="x/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>
</Relationships>"""
CORE = """<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="urn:t">
<dc:title>العنوان</dc:title><dc:creator>فلان</dc:creator><t:created>2024-06-10T00:00:00Z</t:created>
</c:coreProperties>"""


def document(body: str) -> bytes:
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W} {R} {MC}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": NOTES,
        "word/_rels/document.xml.rels": RELATIONS,
        "docProps/core.xml": CORE,
    })  # fmt: skip


def read(body: str) -> Briefing:
    return briefing_of(Material("a.docx", document(body)))


def paragraphs(body: str) -> list[Paragraph]:
    return list(read(body).paragraphs)


def texts(body: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(body)]


def p(content: str, properties: str = "") -> str:
    """A paragraph of Word's."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of Word's."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, key: int, level: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
    return p(r(text), numbering)


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_headings_and_what_it_says_of_itself() -> None:
    briefing = read(
        p(r("العنوان"), style("T"))
        + p(r("فرع"), style("Mine"))
        + p(r("نص"))
        + p(r("ثان"), '<w:outlineLvl w:val="1"/>')
        + p(r("نص"), '<w:outlineLvl w:val="9"/>')
    )
    kinds = [(one.kind, one.level) for one in briefing.paragraphs]
    assert kinds == [("heading", 1), ("heading", 2), ("text", 0), ("heading", 2), ("text", 0)]
    assert briefing.origin is not None
    assert (briefing.origin.title, briefing.origin.author) == ("العنوان", "فلان")
    assert (briefing.origin.published, briefing.origin.format) == ("2024-06-10T00:00:00Z", "docx")
    assert briefing.title.arabic == "العنوان"


def test_lists_are_counted_as_word_counts_them() -> None:
    found = paragraphs(
        item("أ", 1)
        + item("ب", 1)
        + item("ج", 1, 1)
        + item("د", 1, 1)
        + item("ه", 1)
        + p(r("نص"))
        + item("و", 1)
        + item("ز", 3)
        + item("ح", 3)
        + p(r("نقطة"), style("LB"))
        + p(r("لا"), f'{style("LB")}<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert [(one.kind, one.level, one.label) for one in found] == [
        ("item", 1, "1."), ("item", 1, "2."), ("item", 2, "2-أ)"), ("item", 2, "2-ب)"), ("item", 1, "3."),
        ("text", 0, ""), ("item", 1, "4."), ("item", 1, "1."), ("item", 1, "2."), ("item", 1, "•"),
        ("text", 0, ""),
    ]  # fmt: skip


def test_changes_as_if_they_were_accepted() -> None:
    deleted = f"<w:del>{r('x').replace('w:t', 'w:delText')}</w:del>"
    body = p(r("قبل ") + f"<w:ins>{r('جديد')}</w:ins>" + deleted + f"<w:moveFrom>{r('y')}</w:moveFrom>")
    body += f"<w:moveTo>{p(r('نقل'))}</w:moveTo>"
    body += p(r("أول "), "<w:rPr><w:del/></w:rPr>") + p(r("ثان"))
    briefing = read(body)
    assert [one.text for one in briefing.paragraphs] == ["قبل جديد", "نقل", "أول ثان"]
    assert briefing.origin is not None
    assert briefing.origin.left_out[0].english == "2 deleted passages"
    assert briefing.origin.left_out[0].captured == ("x", "y")


def test_what_nobody_sees_is_no_text() -> None:
    hidden = r("x", "<w:vanish/>") + r("ظاهر", '<w:vanish w:val="0"/>')
    comment = '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    toc = p(r("فصل ... 1"), style("TOC1"))
    assert texts(p(hidden + comment) + toc) == ["ظاهر"]
    origin = read(p(hidden + comment) + toc).origin
    assert origin is not None
    assert [(one.label, one.captured, one.english) for one in origin.left_out] == [
        ("Hidden text", ("x",), "1 line, 1 character: text that Word does not show"),
        ("Table of contents", ("فصل ... 1",), "1 line"),
    ]


def test_notes_stand_last() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = paragraphs(p(r("نص") + note + r(".")) + p(r("بعد")))
    assert [(one.kind, one.label, one.text) for one in found] == [
        ("text", "", "نص[1]."), ("text", "", "بعد"), ("note", "[1]", "حاشية"),
    ]  # fmt: skip


def test_words_in_bold_whichever_way_it_is_said() -> None:
    runs = (
        r("أ ", "<w:rtl/><w:bCs/>")
        + r("ب", '<w:rtl/><w:b/><w:bCs w:val="0"/>')
        + r("ج", "<w:b/>")
        + r("bold", "<w:b/>")
        + r("plain", "<w:bCs/>")
        + r("د", '<w:rStyle w:val="Strong"/>')
    )
    (found,) = paragraphs(p(runs))
    strong = [found.text[one.start : one.end] for one in found.inlines if one.kind == "strong"]
    assert strong == ["أ ", "جbold", "د"]


def test_links_lead_to_addresses_only() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.org"</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r("ثان")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    links = f'<w:hyperlink r:id="r1">{r("أول")}</w:hyperlink><w:hyperlink r:id="r2">{r("لا")}</w:hyperlink>'
    (found,) = paragraphs(p(links + r(" ") + field))
    assert found.text == "أوللا ثان"
    assert [(found.text[one.start : one.end], one.address) for one in found.inlines] == [
        ("أول", "https://example.org/a"), ("ثان", "https://b.org"),
    ]  # fmt: skip


def test_tables_boxes_and_content_controls() -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{p(r(text))}</w:tc>"

    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}</w:tr>"
    rows = f"<w:tr>{cell('اسم')}{cell('عدد')}</w:tr>{gone}<w:tr>{cell('')}{cell('١')}</w:tr>"
    frame = f"<w:tbl><w:tr><w:tc>{p(r('في'))}{p(r('إطار'))}</w:tc></w:tr></w:tbl>"
    box = f"<w:txbxContent>{p(r('صندوق'))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    both += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('متحكم'))}</w:sdtContent></w:sdt>"
    inline = f"<w:sdt><w:sdtContent>{r('داخل')}</w:sdtContent></w:sdt>"
    body = f"<w:tbl>{rows}</w:tbl>{frame}{p(r('نص') + f'<w:r>{both}</w:r>')}{control}{p(inline)}"
    found = paragraphs(body)
    assert [(one.kind, one.text) for one in found] == [
        ("row", "اسم\tعدد"), ("row", "\t١"), ("text", "في"), ("text", "إطار"),
        ("text", "نص"), ("text", "صندوق"), ("text", "متحكم"), ("text", "داخل"),
    ]  # fmt: skip


def test_tabs_line_breaks_quotes_and_code() -> None:
    breaks = "<w:r><w:t>أ</w:t><w:tab/><w:t>ب</w:t><w:br/><w:t>ج</w:t></w:r>"
    code = p(r("a = 1"), style("C")) + p(r("b"), style("C"))
    found = paragraphs(p(breaks) + p(r("قول"), style("Q")) + code)
    assert [(one.kind, one.text) for one in found] == [
        ("text", "أ\tب\nج"), ("quote", "قول"), ("code", "a = 1\nb"),
    ]  # fmt: skip


def test_a_text_whose_part_has_another_name() -> None:
    relation = '<Relationship Type="x/officeDocument" Target="/word/document2.xml"/>'
    data = zipped({
        "_rels/.rels": f"<Relationships>{relation}</Relationships>",
        "word/document2.xml": f"<w:document {W}><w:body>{p(r('نص'))}</w:body></w:document>",
    })  # fmt: skip
    assert [one.text for one in briefing_of(Material("a", data)).paragraphs] == ["نص"]


def test_words_in_tables_and_code_in_lines_keep_their_look() -> None:
    bold = r("هامّ", "<w:b/><w:bCs/>")
    cells = f"<w:tc>{p(r('أ  ب'))}{p(bold)}</w:tc><w:tc>{p('')}</w:tc><w:tc>{p(r('ج') + bold)}</w:tc>"
    (found,) = paragraphs(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert (found.kind, found.text) == ("row", "أ ب هامّ\t\tجهامّ")
    assert [found.text[one.start : one.end] for one in found.inlines] == ["هامّ", "هامّ"]
    (found,) = paragraphs(p(r("نص ") + r("ls -l", '<w:rStyle w:val="V"/>')))
    assert [(one.kind, found.text[one.start : one.end]) for one in found.inlines] == [("code", "ls -l")]


def test_a_blank_bullet_goes_on_with_an_item_and_names_of_styles_vary() -> None:
    found = paragraphs(
        item("بند", 2) + item("تتمته", 4) + p(r("فرع"), style("LB2")) + p(r("قول"), style("BT"))
    )
    assert [(one.kind, one.level, one.label, one.text) for one in found] == [
        ("item", 1, "•", "بند"), ("item", 1, "", "تتمته"), ("item", 2, "•", "فرع"), ("quote", 1, "", "قول"),
    ]  # fmt: skip
