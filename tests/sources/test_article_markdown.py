"""The article of a briefing that is begun keeps what its document has beside its words, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import get_args

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.document import Paragraph
from briefing.document.model import Inline, InlineKind, ParagraphKind
from briefing.exporting.chosen import chosen
from briefing.exporting.forms import docx, html, json
from briefing.exporting.forms import markdown as markdown_form
from briefing.machine.assets import schema
from briefing.machine.files import decode
from briefing.machine.new_folder import write_new_folder
from briefing.sources import Material, load
from briefing.sources.article import numbered
from briefing.sources.article_file import article_file
from briefing.sources.article_paragraphs import article_paragraphs
from briefing.sources.beginning import begin, read_whole
from tests.exporting import hard
from tests.exporting.pages import made
from tests.exporting.samples import ACTING
from tests.sources import test_docx, test_epub, test_odt
from tests.sources.sameness import assert_same

W = test_docx


def written(*paragraphs: Paragraph) -> str:
    """The article's file of these paragraphs; it gives them again."""
    own = numbered(paragraphs)
    file = article_file(own, "a")
    assert (file.name, file.told) == ("article.md", ())
    assert_same(own, article_paragraphs(decode(file.data, file.name), file.name))
    return file.text


@pytest.mark.parametrize(
    ("paragraphs", "text"),
    [
        ([Paragraph(0, "عنوان ##", "heading", 2), Paragraph(0, "لغة C#", "heading", 3), Paragraph(0, "C #")],
         "## عنوان \\##\n\n### لغة C#\n\nC #\n"),
        ([Paragraph(0, "a\nb", "heading", 1, "1.2")], '# <span class="as-label">1.2</span> a<br>b\n'),
        ([Paragraph(0, "بيت أول\n- بيت ثان", inlines=(Inline(0, 3, "strong"),))],
         "**بيت** أول\\\n\\- بيت ثان\n"),
        ([Paragraph(0, "قول\nثان", "quote", 1), Paragraph(0, "1. ثالث", "quote", 1),
          Paragraph(0, "رابع", "quote", 2)],
         "> قول\\\n> ثان\n>\n> 1\\. ثالث\n\n> > رابع\n"),
        ([Paragraph(0, "ا", "item", 1, "•"), Paragraph(0, "ب\nج", "item", 2, "3."),
          Paragraph(0, "د", "item", 2, "4."), Paragraph(0, "تتمة", "item", 1),
          Paragraph(0, "ه", "item", 1, "أ."), Paragraph(0, "و", "item", 3, "•")],
         '- ا\n\n  3. ب\\\n     ج\n  4. د\n\n  تتمة\n- <span class="as-label">أ.</span> ه\n\n  - - و\n'),
        ([Paragraph(0, "ا", "item", 1, "1."), Paragraph(0, "x\n\n  y", "code", 1),
          Paragraph(0, "ب", "item", 1),
          Paragraph(0, "ج", "item", 2, "•"), Paragraph(0, "z", "code", 2), Paragraph(0, "```", "code", 1),
          Paragraph(0, "w", "code", 1, "2."), Paragraph(0, "v", "code")],
         "1. ا\n\n   ```\n   x\n\n     y\n   ```\n\n   ب\n   - ج\n\n     ```\n     z\n     ```\n\n"
         "   ````\n   ```\n   ````\n2. ```\n   w\n   ```\n\n```\nv\n```\n"),
        ([Paragraph(0, "x", "code", 2)], '<pre>\n<span class="as-code-2"></span> x\n</pre>\n'),
        ([Paragraph(0, "تتمة بلا أول", "item", 2)], '<span class="as-item-2"></span> تتمة بلا أول\n'),
        ([Paragraph(0, "x = '*'\n\n\ty", "code")], "```\nx = '*'\n\n\ty\n```\n"),
        ([Paragraph(0, "```\n<a>", "code")], "````\n```\n<a>\n````\n"),
        ([Paragraph(0, "a <b>", "code", inlines=(Inline(2, 5, "strong"),))],
         "<pre>\na <strong>&lt;b&gt;</strong>\n</pre>\n"),
        ([Paragraph(0, "\tب", "row"), Paragraph(0, "ج|\t", "row"), Paragraph(0, "د", "row")],
         "|  | ب |\n| --- | --- |\n| ج&#124; |  |\n\n| د |\n| --- |\n"),
        ([Paragraph(0, "نص[1] ثم [1]"), Paragraph(0, "حاشية", "note", 0, "[1]"),
          Paragraph(0, "تتمة", "note")],
         "نص[^1] ثم \\[1\\]\n\n[^1]: حاشية\n\n    تتمة\n"),
        ([Paragraph(0, "نص"), Paragraph(0, "حاشية", "note", 0, "[*]")],
         'نص\n\n<span class="as-note">\\[\\*\\]</span> حاشية\n'),
        ([Paragraph(0, "2024", "item", 1, "•"), Paragraph(0, "2024."), Paragraph(0, "+++"),
          Paragraph(0, "---"), Paragraph(0, "| a |"), Paragraph(0, "-5 و1.5 و_أ_ وa_b و<ب> و&amp; وR&D")],
         "- 2024\n\n2024\\.\n\n\\+++\n\n\\---\n\n| a |\n\n-5 و1.5 و_أ\\_ وa_b و<ب> و\\&amp; وR&D\n"),
        ([Paragraph(0, "  مزاح\n\nنص\r\n")],
         '<pre>\n<span class="as-text"></span>   مزاح\n\nنص&#13;\n\n</pre>\n'),
        ([Paragraph(0, "\u202eعكس\u202c \u2067عزل\u2069", "heading", 1)],
         "# \u202eعكس\u202c \u2067عزل\u2069\n"),
        ([Paragraph(0, "ﻻ ﷲ", "heading", 1)], "# ﻻ ﷲ\n"),
    ],
)  # fmt: skip
def test_it_is_written_as_people_write_it(paragraphs: list[Paragraph], text: str) -> None:
    assert written(*paragraphs) == text


def test_addresses_stay_as_they_were_written() -> None:
    addresses = (
        "https://ar.wikipedia.org/wiki/قهوة_(مشروب)",
        "https://example.org/%D8%A7?a=1&amp;b|c",
        "ftp://example.org/a`b\\c)d",
        "tel:+1",
    )
    for address in addresses:
        link = Inline(2, 2 + len(address), "link", address)
        written(Paragraph(0, f"a {address}", inlines=(link,)))


@pytest.mark.parametrize("kind", ["docx", "html", "md", "json"])
def test_what_was_given_out_is_begun_with_all_that_its_form_has(kind: str, tmp_path: Path) -> None:
    forms = {"docx": docx, "html": html, "md": markdown_form, "json": json}
    # A NUL is the one character that a text in Markdown cannot hold.
    own = numbered(replace(one, text=one.text.replace("\0", "␀")) for one in hard.PARAGRAPHS)
    begun(f"a.{kind}", forms[kind].written(chosen(made(own))), tmp_path / "new")


def begun(name: str, data: bytes, folder: Path) -> Sequence[Paragraph]:
    """The paragraphs of a document, which are those of the briefing begun of it."""
    material = Material(name, data)
    source = read_whole(material)
    files = begin(source, material, schema())
    assert (files.article, files.told) == ("article.md", ())
    write_new_folder(folder, files.files)
    assert_same(source.paragraphs, load(folder).paragraphs)
    return source.paragraphs


_DOCX = "".join((
    W.p(W.r("الباب"), W.style("Mine")),
    W.p(W.r("نص ") + W.r("قوي", "<w:b/>") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
    W.item("أول", 1), W.item("ثان", 1, 1), W.item("ثالث", 1),
    "<w:tbl><w:tr><w:tc>" + W.p(W.r("اسم")) + "</w:tc><w:tc>" + W.p("") + "</w:tc></w:tr><w:tr><w:tc>"
    + W.p("") + "</w:tc><w:tc>" + W.p(W.r("١")) + "</w:tc></w:tr></w:tbl>",
))  # fmt: skip
_PAGE = (
    '<h1>ع</h1><p>نص<a epub:type="noteref" href="#n1"><sup>1</sup></a> <b>قوي</b></p>'
    "<blockquote>قول<ul dir='rtl'><li>ا<ol start='7'><li>ب<br/>ج</li></ol></li></ul></blockquote>"
    "<table><tr><td>ا</td><td></td></tr><tr><td></td><td>ب</td></tr></table><pre>a\n\n <b>b</b></pre>"
    '<aside epub:type="footnote" id="n1"><p>حاشية <a href="#r" role="doc-backlink">↩</a></p></aside>'
)
_ODT = "".join((
    f'<text:list text:style-name="N">{test_odt.items(test_odt.p("ا"), test_odt.p("ب"))}</text:list>',
    test_odt.p("قول", "Q1"), test_odt.p("a", "C1"), test_odt.p("b", "C1"),
    test_odt.p('<text:span text:style-name="B">عريض</text:span><text:note><text:note-citation>*'
               f"</text:note-citation><text:note-body>{test_odt.p('حاشية')}</text:note-body></text:note>"),
))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "kinds"),
    [
        ("a.docx", W.document(_DOCX), {"heading", "text", "item", "row", "note"}),
        ("a.epub", test_epub.book({"a.xhtml": test_epub.page(_PAGE)}), {"item", "row", "code", "note"}),
        ("a.odt", test_odt.document(_ODT), {"item", "quote", "code", "text", "note"}),
        ("a.html", f"<!doctype html><html><body>{_PAGE}</body></html>".encode(), {"quote", "item", "row"}),
        ("a.md", "# ع\r\n\r\n> - ا\r\n>   1. ب\r\n\r\nنص[^a]\r\n\r\n[^a]: ح\r\n".encode("utf-8-sig"),
         {"heading", "item", "text", "note"}),
    ],
    ids=["docx", "epub", "odt", "html", "markdown"],
)  # fmt: skip
def test_each_format_keeps_what_it_has(name: str, data: bytes, kinds: set[str], tmp_path: Path) -> None:
    found = begun(name, data, tmp_path / "new")
    assert {one.kind for one in found} >= kinds


@pytest.mark.parametrize(
    "texts", [["\ufeffنص", "ثان"], ["سطر\r\nسطر", "ثان"], ["\ufeff\ufeffنص"], ["a\r", "b"]]
)
def test_what_a_file_would_lose_at_its_beginning_or_its_line_ends_stays(texts: list[str]) -> None:
    own = numbered(Paragraph(0, text) for text in texts)
    file = article_file(own, "a")
    assert_same(own, article_paragraphs(decode(file.data, file.name), file.name))


def test_a_plain_text_stays_one(tmp_path: Path) -> None:
    text = "# ليس عنوانا\r\n\r\n- ولا بندا\r\n\r\n1. <b> | *\x00\r\n"
    material = Material("a.txt", text.encode("utf-8-sig"))
    source = read_whole(material)
    files = begin(source, material, schema())
    assert (files.article, files.told) == ("article.txt", ())
    write_new_folder(tmp_path / "new", files.files)
    assert_same(source.paragraphs, load(tmp_path / "new").paragraphs)


def test_what_cannot_be_kept_is_told() -> None:
    nul = numbered([Paragraph(0, "ع\0", "heading", 1), Paragraph(0, "ا\n\nب", "code")])
    file = article_file(nul, "a")
    assert (file.name, file.parts) == ("article.txt", [["ع\0"], ["ا", "ب"]])
    assert file.told == (
        "article.txt has the words alone, without headings, lists, tables, notes and links",
        "¶2 have line ends of their own, at which article.txt has them parted",
    )
    nowhere = Paragraph(0, "ابج", inlines=(Inline(0, 2, "link", "no address"),))
    file = article_file(numbered([nowhere]), "a")
    assert file.told == ("article.md has no signs for a link or a look of words in ¶1",)
    assert [one.text for one in article_paragraphs(decode(file.data, file.name), file.name)] == ["ابج"]


@pytest.mark.parametrize("kind", ["text", "code", "item"])
def test_links_in_one_place_stay(kind: ParagraphKind) -> None:
    a, b, c = (partial(Inline, kind="link", address=f"https://{name}.example") for name in "abc")
    for links in (
        (a(0, 2), b(1, 3)),
        (a(0, 4), b(1, 3)),
        (a(0, 3), b(0, 3)),
        (a(0, 3), b(1, 4), c(2, 5)),
        (a(0, 5), b(1, 3), c(2, 4), Inline(1, 5, "strong")),
    ):
        written(Paragraph(0, "ابجده", kind, int(kind == "item"), "•" * (kind == "item"), links))


_STEPS = """1. ثبّت البرنامج:

   ```sh
   pip install x

   echo a
   ```

   ثم انتظر.
2. شغّله:
   - هكذا:

         x --run

   ```
   outer
   ```
3. ```
   alone
   ```

```
outside
```
"""
_STEPS_IN_HTML = (
    "<!doctype html><html><body><ol><li>ثبّت البرنامج:<pre><code>pip install x\n\necho a</code></pre>ثم انتظر."
    "</li><li>شغّله:<ul><li>هكذا:<pre>x --run</pre></li></ul><pre>outer</pre></li><li><pre>alone</pre></li>"
    "</ol><pre>outside</pre></body></html>"
)


def _depths(markdown: str) -> list[tuple[str, int]]:
    """Code and the depth of the items that it stands in, as another program for Markdown has it."""
    found, depth = [], 0
    for token in MarkdownIt("commonmark").parse(markdown):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type in ("fence", "code_block"):
            found.append((token.content.partition("\n")[0], depth))
    return found


@pytest.mark.parametrize(("name", "data"), [("a.md", _STEPS), ("a.html", _STEPS_IN_HTML)])
def test_code_stands_in_the_item_that_it_stood_in(name: str, data: str, tmp_path: Path) -> None:
    right = [("pip install x", 1), ("x --run", 2), ("outer", 1), ("alone", 1), ("outside", 0)]
    assert name == "a.html" or _depths(data) == right
    begun(name, data.encode(), tmp_path / "new")
    assert _depths((tmp_path / "new" / "article.md").read_text("utf-8")) == right
    briefing = load(tmp_path / "new")
    assert [
        (one.text.partition("\n")[0], one.level) for one in briefing.paragraphs if one.kind == "code"
    ] == right
    assert _depths(markdown_form.text_of(chosen(briefing))) == right
    page = html5lib.parse(html.written(chosen(briefing)), treebuilder="lxml", namespaceHTMLElements=False)
    codes = page.xpath("//pre[code]")
    shown = [("".join(one.itertext()).partition("\n")[0], len(one.xpath("ancestor::li"))) for one in codes]
    assert shown == right


_SIGNS = (
    "ابمكَ «»،؟()*_`[]<>|#!aB1.\n~\\&;$=^+-:/\u200c\u200f\u00a0٪ﷲאם\U0001f600"
    "\t\r\x0b\x1c\x85\u2028\u202e\ufeff"
)
_LOOKS: tuple[InlineKind, ...] = ("strong", "emphasis", "struck", "code")
_TEXTS = st.one_of(
    st.sampled_from([one.replace("\0", "").replace("\ud800", "") for one in ACTING]),
    st.text(_SIGNS, min_size=1, max_size=16),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20),
).filter(str.strip)
_LABELS = st.sampled_from(
    ["", "", "•", "1.", "3.", "2)", "[1]", "[2]", "أ.", "–", "1.1", "١.", "<b>", "*", " a "]
)
_ADDRESSES = st.sampled_from([
    "https://example.org/a_(b)_*c*", "https://example.org/?a=1&copy;=2", "http://example.org/y)(",
    "https://ar.wikipedia.org/wiki/قهوة_(مشروب)", "mailto:a@example.org", "tel:1",
    "ftp://x/`a`|b<c>\\d\"'[", "https://x/%D8%A7",
])  # fmt: skip


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    kind = draw(st.sampled_from(get_args(ParagraphKind)))
    text = draw(_TEXTS)
    level = (
        draw(st.one_of(st.integers(1, 4), st.integers(0, 99)))
        if kind in ("heading", "item", "quote", "code")
        else 0
    )
    label = draw(_LABELS) if kind in ("heading", "item", "note", "code") else ""
    ends = st.integers(0, len(text))
    looks = draw(st.lists(st.tuples(ends, ends, st.sampled_from(_LOOKS))))
    inlines = {Inline(min(a, b), max(a, b), set_as) for a, b, set_as in looks if a != b}
    for start, end in map(sorted, draw(st.lists(st.tuples(ends, ends), max_size=3))):
        if start < end:
            inlines.add(Inline(start, end, "link", draw(_ADDRESSES)))
    return Paragraph(
        0, text, kind, level, label, tuple(sorted(inlines, key=lambda one: (one.start, one.end)))
    )


@pytest.mark.whole
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_paragraphs(), min_size=1, max_size=8))
def test_any_paragraphs_come_back(paragraphs: list[Paragraph]) -> None:
    own = numbered(paragraphs)
    file = article_file(own, "a")
    assert file.told == ()
    assert_same(own, article_paragraphs(decode(file.data, file.name), file.name))
