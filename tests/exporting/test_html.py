"""The HTML form: the author's words, character for character, in a page in which they cannot act."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import get_args

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim, Event, Paragraph
from briefing.document.model import Inline, InlineKind, ParagraphKind
from briefing.exporting.forms.html import written
from briefing.exporting.page.addresses import followed
from briefing.exporting.page.style import MOST
from briefing.exporting.tongues import Tongue, direction, tongue
from briefing.sources import load_bundled
from tests.exporting.pages import article_texts, classed, ids, links, made, one, parsed, text, whole

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "&amp;&lt;&#0;&notin;",
    "\"'>< onload=x",
    "\x00\x01\x0b\x0c\x1b[31m\x7f\x85\x9f",
    "\r\n\r\t  ",
    "\u202eabc\u2066\u2069\u2069\u202c",
    "\ufdd0\uffff\U0001ffff\ufeff\u2028",
    "\ud800x\udfff",
    "</p></div></body><svg><style>",
    "قالَ الوزير (DICAS) لا",
    "שלום",
    "می‌خواهم",
)


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


def carried(written_text: str) -> str:
    """A text with what HTML cannot carry shown as pictures."""
    pictures = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda c: chr(0x2400 + ord(c.group())), written_text)
    return re.sub("[\x80-\x9f\ud800-\udfff]", "\ufffd", pictures.replace("\x7f", "␡"))


def test_each_paragraph_is_the_authors_and_stands_there_once(bundled: Briefing) -> None:
    for chosen in (whole(bundled), *(one(bundled, section.key) for section in bundled.sections)):
        page = parsed(chosen)
        assert article_texts(page) == {paragraph.number: paragraph.text for paragraph in chosen.paragraphs}
        assert max(Counter(ids(page)).values()) == 1
        assert {link[1:] for link in links(page) if link[0] == "#"} <= {*ids(page)}


def test_claims_lead_to_their_words_and_words_to_their_claims(bundled: Briefing) -> None:
    page = parsed(whole(bundled))
    claims = [claim for section in bundled.sections for claim in section.claims]
    for number, claim in enumerate(claims, 1):
        item = next(element for element in page.iter("li") if element.get("id") == f"c{number}")
        assert text(next(classed(item, "claim"))) == claim.text
        assert [text(quote) for quote in classed(item, "quote")] == [one.quote for one in claim.citations]
        places = [link for link in links(item) if link.startswith("#e")]
        assert len(places) == len(claim.citations)
        lit = "".join(
            text(mark) for mark in page.iter("mark") if f"e{number}" in mark.attrib["class"].split()
        )
        assert Counter(lit) == Counter("".join(citation.quote for citation in claim.citations))
        for paragraph in claim.paragraphs:
            there = next(element for element in page.iter() if element.get("id") == f"p{paragraph}")
            assert f"#c{number}" in links(next(classed(there, "n")))
    assert {f"#c{number}" for number in range(1, len(claims) + 1)} <= {*links(next(classed(page, "article")))}


def test_what_quotes_share_is_marked_for_all_of_them_and_named_for_each() -> None:
    paragraph = Paragraph(1, "ألف باء جيم دال")
    quotes = ("ألف باء جيم", "باء", "ألف باء", "جيم دال", "باء جيم دال", "دال")
    claims = [Claim(f"C{at}", (Citation(1, quote),)) for at, quote in enumerate(quotes)]
    page = parsed(whole(made([paragraph], claims)))
    assert article_texts(page) == {1: paragraph.text}
    for number, quote in enumerate(quotes, 1):
        marks = [mark for mark in page.iter("mark") if f"e{number}" in mark.attrib["class"].split()]
        assert "".join(map(text, marks)) == quote
        assert f"e{number}-1" in ids(page)
    inner = next(mark for mark in page.iter("mark") if text(mark) == "باء")
    assert inner.attrib["class"] == "e1 e2 e3 e5"
    assert links(inner) == ["#c2"]


def test_a_page_runs_nothing_fetches_nothing_and_has_the_style_that_it_allows(bundled: Briefing) -> None:
    page = parsed(whole(bundled))
    policy = next(
        one.attrib["content"]
        for one in page.iter("meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    )
    css = text(next(page.iter("style")))
    assert f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert not {*page.iter("script"), *page.iter("link"), *page.iter("img"), *page.iter("iframe")}
    assert "url(" not in css.replace("url(#hatch)", "")
    assert "@import" not in css
    for element in page.iter():
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ("HTTP://a.example/مقال", "HTTP://a.example/مقال"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/[x]|\"<'>%zz", "https://a.example/[x]%7C%22%3C'%3E%25zz"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        (" https://a.example", ""),
        ("https://a.example/\u202egpj.exe", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://[::bad/", ""),
        ("https://a.example:99999999/", ""),
        ("//a.example", ""),
        ("notes.html", ""),
        ("", ""),
    ],
)
def test_addresses_that_only_lead_somewhere_are_links(address: str, link: str) -> None:
    assert followed(address) == link
    paragraph = Paragraph(1, "a b c", inlines=(Inline(2, 3, "link", address),))
    page = parsed(whole(made([paragraph], [Claim("C", (Citation(1, "a b"),))])))
    out = [*classed(page, "out")]
    assert [element.attrib["href"] for element in out] == ([link] if link else [])
    assert article_texts(page) == {1: "a b c"}
    assert not [element for element in page.iter("a") for inner in element.iter("a") if inner is not element]


KINDS = (
    Paragraph(1, "عنوان", "heading", 2),
    Paragraph(2, "أولا", "item", 1, "١."),
    Paragraph(3, "داخل", "item", 3, "•"),
    Paragraph(4, "تابع", "item", 3),
    Paragraph(5, "ثانيا", "item", 1, "٢."),
    Paragraph(6, "اقتباس", "quote", 2),
    Paragraph(7, "\nif a < b:\n\treturn", "code"),
    Paragraph(8, "س\tص\tع", "row"),
    Paragraph(9, "١\t٢", "row"),
    Paragraph(10, "حاشية", "note", 0, "[1]"),
    Paragraph(
        11,
        "قوي ومائل و code",
        inlines=(Inline(0, 9, "strong"), Inline(4, 9, "emphasis"), Inline(12, 16, "code")),
    ),
    Paragraph(12, "أعمق", "heading", 6),
    Paragraph(13, "", "text"),
)


def test_what_paragraphs_are_in_their_document_they_are_in_the_page() -> None:
    page = parsed(whole(made(KINDS, [Claim("C", (Citation(8, "ص\tع"), Citation(11, "ومائل")))])))
    assert article_texts(page) == {paragraph.number: paragraph.text for paragraph in KINDS}
    article = next(classed(page, "article"))
    assert [
        (element.tag, text(element)) for element in article.iter() if element.tag in ("h3", "h4", "h5")
    ] == [
        ("h3", "عنوان"),
        ("h4", "أعمق"),
    ]
    outer = next(article.iter("ul"))
    assert [len([*items.findall("li")]) for items in outer.iter("ul")] == [2, 1]
    assert len([*article.iter("blockquote")]) == 2
    assert text(next(article.iter("pre"))) == KINDS[6].text
    cells = [[text(cell) for cell in row.findall("td")] for row in article.iter("tr")]
    assert cells == [["س", "ص", "ع"], ["١", "٢"]]
    assert "".join(text(mark) for mark in article.iter("mark")) == "صعومائل"
    assert "".join(text(element) for element in article.iter("strong")) == "قوي ومائل"
    assert "".join(text(element) for element in article.iter("em")) == "ومائل"
    assert [text(element) for element in article.iter("code")][1:] == ["code"]
    assert [element.attrib["role"] for element in classed(page, "note")] == ["note"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("تجري السلطات الأميركية محادثات", Tongue("ar", "rtl")),
        ("این یک نوشته‌ی فارسی است که می‌خوانیم", Tongue("fa", "rtl")),
        ("یہ اردو میں لکھا ہے اور ہم اسے پڑھتے ہیں", Tongue("ur", "rtl")),
        ("ئەم دەقە بە کوردی نووسراوە", Tongue("ckb", "rtl")),
        ("שלום לכולם", Tongue("he", "rtl")),
        ("سلام", Tongue("und-Arab", "rtl")),
        ("Plain English words", Tongue("", "ltr")),
        ("12 34", Tongue("", "ltr")),
        ("", Tongue("", "ltr")),
        ("DICAS هو منتدى التعاون الصناعي في مجال الدفاع", Tongue("ar", "rtl")),
    ],
)
def test_a_page_says_of_a_language_what_the_letters_tell(said: str, wanted: Tongue) -> None:
    assert tongue([said]) == wanted
    article = next(classed(parsed(whole(made([Paragraph(1, said)]))), "article"))
    assert (article.attrib["lang"], article.attrib["dir"]) == wanted


def test_a_paragraph_in_another_language_says_so() -> None:
    said = ("تجري السلطات الأميركية محادثات", "English between", "DICAS هو منتدى التعاون الصناعي", "123")
    page = parsed(whole(made([Paragraph(at, text) for at, text in enumerate(said, 1)])))
    told = [(one.get("lang"), one.get("dir")) for one in classed(next(classed(page, "article")), "t")]
    assert told == [(None, None), ("", "ltr"), (None, "ltr"), (None, None)]


def test_a_direction_is_that_of_the_first_strong_letter_outside_isolates() -> None:
    assert direction("\u2067عربي\u2069 english") == "ltr"
    assert direction("«123» عربي") == "rtl"
    assert direction("\u2066\u2066a\u2069 ب") is None
    assert direction("😀 ب") == "rtl"
    assert direction("") is None


def test_events_are_drawn_as_surely_as_they_are_known() -> None:
    dates = {
        "2024-06-10": ("circle", 1),
        "2014": ("path", 2),
        "2024-06-09/2024-06-10": ("circle", 2),
        "2020/..": ("circle", 1),
        "../2019": ("circle", 1),
    }
    for date, (shape, count) in dates.items():
        page = parsed(whole(made([Paragraph(1, "نص")], events=[Event(date, "It happened")])))
        mark = next(classed(page, "event"))
        tags = [element.tag.rpartition("}")[2] for element in mark.iter()]
        assert tags.count(shape) == count, date
        assert mark.attrib["href"] == "#v1"
    events = (
        Event("2024~-06", "About", basis="inferred"),
        Event("2025/2026?", "Soon", basis="projected"),
        Event("XXXX-06-10", "Every year"),
        Event("-0043-03-15", "Ides"),
    )
    page = parsed(whole(made([Paragraph(1, "نص")], events=events)))
    assert [element.attrib["class"] for element in classed(page, "event")] == [
        "event stated",
        "event inferred about",
        "event projected",
    ]
    said = [text(item).strip() for item in page.iter("li") if item.get("id", "").startswith("v")]
    assert said[0].startswith("15 Mar 44 BC -0043-03-15 stated in the article")
    assert said[3].startswith("10 Jun XXXX")
    assert "Not drawn, because the year is not known: 1." in text(page)


def test_of_many_claims_only_what_is_followed_to_is_lit() -> None:
    """A browser could not keep up with a rule for each of them."""
    for count, rules in ((MOST, MOST), (MOST + 1, 0)):
        claims = [Claim(f"Claim {at}", (Citation(1, "نص"),)) for at in range(count)]
        page = parsed(whole(made([Paragraph(1, "نص")], claims)))
        css = text(next(page.iter("style")))
        assert len(re.findall(r":root:has\(#c\d+:[^{]*\.e\d+\{", css)) == rules
        assert "mark:target" in css


def test_what_is_not_asked_for_is_not_there(bundled: Briefing) -> None:
    only = {
        part: parsed(whole(bundled, frozenset([part]))) for part in ("claims", "article", "timeline", "names")
    }
    assert not article_texts(only["claims"])
    assert len([*classed(only["claims"], "claim")]) == sum(len(one.claims) for one in bundled.sections)
    assert not [*only["article"].iter("mark")]
    assert len(article_texts(only["article"])) == len(bundled.paragraphs)
    assert [len([*classed(page, "event")]) for page in only.values()] == [0, 0, len(bundled.events), 0]
    assert "tbody" in {element.tag for element in only["names"].iter()}
    for page in only.values():
        assert {link[1:] for link in links(page)} <= {*ids(page)}
    bare = parsed(whole(bundled, quotes=False))
    assert not [*classed(bare, "quote")]
    assert len([*bare.iter("mark")]) > 20


INLINES: tuple[InlineKind, ...] = get_args(InlineKind)
hostile = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), max_size=6).map("".join)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Paragraph]:
    found = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        words = draw(hostile)
        place = st.integers(0, len(words))
        spans = draw(st.lists(st.tuples(place, place), max_size=3))
        kinds = st.sampled_from(INLINES)
        inlines = tuple(Inline(min(span), max(span), draw(kinds), draw(hostile)) for span in spans)
        kind: ParagraphKind = draw(
            st.sampled_from(["text", "heading", "item", "quote", "code", "row", "note"])
        )
        label = draw(st.sampled_from(["", "•"]) | hostile)
        found.append(Paragraph(number, words, kind, draw(st.integers(0, 9)), label, inlines))
    return found


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    article = draw(paragraphs())
    claims = []
    for _ in range(draw(st.integers(0, 4))):
        paragraph = draw(st.sampled_from(article))
        ends = sorted(draw(st.tuples(*[st.integers(0, len(paragraph.text))] * 2)))
        claims.append(Claim(draw(hostile), (Citation(paragraph.number, paragraph.text[ends[0] : ends[1]]),)))
    events = [Event(draw(st.sampled_from(["2014", "2024?-06-10"])), draw(hostile), draw(hostile))]
    return made(article, claims, events)


@given(briefings())
def test_no_text_leaves_its_element_or_is_changed_there(briefing: Briefing) -> None:
    page = parsed(whole(briefing))
    wanted = {paragraph.number: carried(paragraph.text) for paragraph in briefing.paragraphs}
    assert article_texts(page) == wanted
    claims = briefing.sections[0].claims
    assert [text(one) for one in classed(page, "claim")] == [carried(claim.text) for claim in claims]
    assert not {*page.iter("script")}
    assert len([*page.iter("style")]) == 1
    assert max(Counter(ids(page)).values()) == 1
    assert {link[1:] for link in links(page) if link[:1] == "#"} <= {*ids(page)}
    assert all(re.match("#|https?://|mailto:", link) for link in links(page))


def test_what_html_cannot_carry_is_said() -> None:
    page = parsed(whole(made([Paragraph(1, "a\x00b\x00")])))
    assert article_texts(page) == {1: "a␀b␀"}
    assert "characters that HTML cannot hold, in 2 places" in text(page)


def test_only_a_files_name_is_said_and_not_where_it_lies() -> None:
    briefing = replace(made([Paragraph(1, "نص")]), path="/home/someone/secret/a.txt")
    page = written(whole(briefing))
    assert b"someone" not in page
    assert b">a.txt<" in page


@pytest.mark.whole
def test_the_command_writes_a_page(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefing", "export"]
    file = tmp_path / "a.html"
    asked = [*command, "-o", str(file), "--section", "goals", "--only", "claims,article", "--no-quotes"]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    bundled = load_bundled()
    numbers = bundled.section("goals").paragraphs
    assert article_texts(page) == {number: bundled.paragraph(number).text for number in numbers}
    assert not [*classed(page, "quote")]
    assert "timeline" not in ids(page)
    printed = subprocess.run(
        [*command, "--format", "html", "-o", "-"], capture_output=True, timeout=60, check=False
    )
    assert printed.stdout == written(whole(bundled))
