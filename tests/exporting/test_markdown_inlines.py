"""Bold, italic, struck words, code and links in Markdown, as a renderer that people use reads them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import Paragraph
from briefing.document.model import Inline, InlineKind
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.markdown import paragraph_text, text_of
from briefing.exporting.markdown_inlines import marked
from briefing.exporting.page.addresses import followed
from tests.exporting.pages import made
from tests.exporting.test_markdown_form import RENDERER
from tests.tiers import examples

_KINDS: dict[str, InlineKind] = {"strong": "strong", "em": "emphasis", "s": "struck", "del": "struck"}
_KINDS |= {"code": "code", "a": "link"}
_ADDRESSES = (
    "https://example.org/a_(b)_*c*",
    "https://example.org/?a=1&copy;=2",
    "http://example.org/y)(",
    "https://ar.wikipedia.org/wiki/قهوة_(مشروب)",
    "mailto:a@example.org",
    "https://example.org/$a$~b~`c`|d[1]",
    "javascript:alert(1)",
)
# What decides whether a mark is read as one: letters, harakat, signs of both scripts, blanks, marks.
_SIGNS = "ابمكَ «»،؟()*_`[]<>|#!aB1.\n~\\&;$=^+-:/\u200c\u200f\u00a0٪ﷲאם\U0001f600"


class Set(NamedTuple):
    """A character as a page shows it: how it is set, and where it leads."""

    character: str
    kinds: frozenset[InlineKind]
    address: str


class Shown(HTMLParser):
    """The characters of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.characters: list[Set] = []
        self._open: list[InlineKind] = []
        self._address = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data("\n")
        elif tag in _KINDS:
            self._open.append(_KINDS[tag])
            self._address = unquote(dict(attributes).get("href") or "") if tag == "a" else self._address

    def handle_endtag(self, tag: str) -> None:
        if tag in _KINDS:
            self._open.remove(_KINDS[tag])
            self._address = "" if tag == "a" else self._address

    def handle_data(self, data: str) -> None:
        self.characters += [_as_seen(one, frozenset(self._open), self._address) for one in data]


def _as_seen(character: str, kinds: frozenset[InlineKind], address: str) -> Set:
    return Set(character, frozenset(), "") if character.isspace() else Set(character, kinds, address)


def _expected(text: str, inlines: tuple[Inline, ...]) -> list[Set]:
    ordered = sorted(inlines, key=lambda one: (one.start, -one.end))
    links = [one for one in ordered if one.kind == "link" and followed(one.address)]
    found = []
    for at, character in enumerate(text):
        here = [one for one in inlines if one.kind != "link" and one.start <= at < one.end]
        leading = [one for one in links if one.start <= at < one.end]
        kinds = frozenset(one.kind for one in (*here, *leading))
        address = unquote(followed(leading[0].address)) if leading else ""
        found.append(_as_seen(character, kinds, address))
    return found


def _shown(paragraph: Paragraph) -> list[Set]:
    characters = Shown(RENDERER.render(paragraph_text(paragraph))).characters
    return characters[3 : 3 + len(paragraph.text)]  # behind `¶1 `


@st.composite
def _paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(st.text(_SIGNS, min_size=1, max_size=16))
    inlines = draw(
        st.lists(
            st.builds(
                lambda ends, kind, address: Inline(
                    min(ends), max(ends), kind, address if kind == "link" else ""
                ),
                st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True),
                st.sampled_from(("strong", "emphasis", "struck", "code", "link")),
                st.sampled_from(_ADDRESSES),
            ),
            max_size=4,
        )
    )
    return Paragraph(1, text, inlines=tuple(sorted(inlines, key=lambda one: (one.start, one.end))))


@pytest.mark.whole
@given(_paragraphs())
@settings(max_examples=examples(1.5))
def test_every_character_is_set_as_it_was(paragraph: Paragraph) -> None:
    assert _shown(paragraph) == _expected(paragraph.text, paragraph.inlines)


@pytest.mark.parametrize(
    ("text", "inlines", "wanted"),
    [
        ("كلمة قوية هنا", [Inline(5, 9, "strong")], "كلمة **قوية** هنا"),
        ("والكلمةُ", [Inline(1, 8, "strong")], "و**الكلمةُ**"),
        ("قال«نص»ثم", [Inline(3, 7, "strong")], "قال<strong>«نص»</strong>ثم"),
        ("قال «نص»، ثم", [Inline(4, 8, "emphasis")], "قال *«نص»*، ثم"),
        ("نص ، ثم", [Inline(0, 3, "strong")], "**نص** ، ثم"),
        ("ab cd", [Inline(0, 5, "strong"), Inline(3, 5, "emphasis")], "**ab <em>cd</em>**"),
        ("abcd", [Inline(0, 2, "strong"), Inline(2, 4, "emphasis")], "**ab**<em>cd</em>"),
        ("رابط", [Inline(0, 4, "link", "https://e.org/a_(b)")], "[رابط](https://e.org/a_(b))"),
        ("رابط", [Inline(0, 4, "link", "https://e.org/)a(")], "[رابط](https://e.org/\\)a\\()"),
        ("https://e.org/a_b", [Inline(0, 17, "link", "https://e.org/a_b")], "<https://e.org/a_b>"),
        ("نص", [Inline(0, 2, "link", "tel:1")], "نص"),
        ("ابج", [Inline(0, 2, "link", "https://a.e"), Inline(1, 3, "link", "https://b.e")],
         "[اب](https://a.e)[ج](https://b.e)"),
        ("ابج", [Inline(0, 3, "link", "https://a.e"), Inline(1, 2, "link", "https://b.e")],
         "[ابج](https://a.e)"),
        ("a|b", [Inline(0, 3, "code")], "<code>a&#124;b</code>"),
        ("x = y_z", [Inline(4, 7, "code")], "x \\= `y_z`"),
        ("قديم جديد", [Inline(0, 4, "struck")], "~~قديم~~ جديد"),
    ],
)  # fmt: skip
def test_marks_are_those_that_people_write(text: str, inlines: list[Inline], wanted: str) -> None:
    assert marked(text, inlines) == wanted


def test_a_document_keeps_them_in_headings_lists_quotes_and_tables() -> None:
    bold, link = Inline(0, 2, "strong"), Inline(3, 7, "link", "https://example.org/")
    paragraphs = [
        Paragraph(1, "نص رابط مهمة", "heading", 1, inlines=(bold, link)),
        Paragraph(2, "نص رابط", "item", 1, "3.", (bold, link)),
        Paragraph(3, "نص رابط", "quote", 2, inlines=(bold, link)),
        Paragraph(4, "نص رابط\tنص", "row", inlines=(bold, link, Inline(8, 10, "emphasis"))),
        Paragraph(5, "In English, (words).", inlines=(Inline(3, 10, "strong"),)),
        Paragraph(6, "f(x) = «1»;", "code"),
        Paragraph(7, "نص", inlines=(Inline(0, 2, "link", "ftp://example.org/"),)),
    ]
    text = text_of(chosen(made(paragraphs)))
    page = RENDERER.render(text)
    words = '<strong>نص</strong> <a href="https://example.org/">رابط</a>'
    assert f"<h3>¶1 {words} مهمة</h3>" in page
    assert f"<li>¶2 3. {words}</li>" in page
    assert f"<p>¶3 {words}</p>\n</blockquote>\n</blockquote>" in page
    assert f"<th>¶4 {words}</th>\n<th><em>نص</em></th>" in page
    # Each way of running stands by itself; what leads nowhere from Markdown is told at the end.
    ways = [line for line in text.split("\n") if "div" in line or line.startswith(("¶5", "f(x)", "¶7"))]
    assert ways == [
        *('<div dir="rtl" lang="ar">', "</div>"),
        *("¶5 In **English**, (words).", "f(x) = «1»;"),
        *('<div dir="rtl" lang="ar">', "¶7 نص", "</div>"),
    ]
    assert text.partition("### Links")[2].split("\n")[2] == "- ¶7 نص: ftp\\://example.org/"
    assert "https://example.org/" not in text.partition("### Links")[2]
