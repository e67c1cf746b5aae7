"""Pages that nobody vouches for: limits and one line, nothing fetched, no text lost for the rest."""

import socket
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import BriefingError
from briefing.sources import Material, briefing_of
from briefing.sources.formats.html import read
from briefing.sources.page_tree import DEEPEST, MOST_ELEMENTS, page_of
from tests.judges.ceiling import ceiling
from tests.tiers import some_of

LETTERS = "كلمة "


def texts(html: str) -> list[str]:
    return [one.text for one in read(Material("page.html", html.encode())).paragraphs]


@pytest.mark.parametrize(
    "tag", some_of("div", "blockquote", "b", "span", "ul><li", "table><tr><td", "font", "a href=x")
)
def test_ten_thousand_levels_are_read_to_the_end(tag: str) -> None:
    with ceiling(60):
        shown = " ".join(texts(f"<p>first</p>{f'<{tag}>' * 10_000}deep</p><p>last"))
    assert shown.split() == ["first", "deep", "last"]


@pytest.mark.whole
def test_a_tree_is_never_deeper_than_its_limit() -> None:
    root = page_of("<div>a" * 3000 + "</div>b" * 3000, "t").root
    depth = max(sum(1 for _ in one.iterancestors()) for one in root.iter())
    assert depth <= DEEPEST
    assert "".join(root.itertext()) == "a" * 3000 + "b" * 3000


@pytest.mark.parametrize(
    ("before", "piece", "times", "after"),
    [
        ("<p>", "x=1 ", 3_000_000, ""),
        ("<p ", "a#=1 ", 200_000, ">text"),
        ("", "<html a#=1>", 100_000, "text"),
        ("<img alt='", "x", 20_000_000, "'>text"),
        ("<img src='data:image/png;base64,", "A", 20_000_000, "'>text"),
        ("<p class='", "ad ", 1_000_000, "'>text"),
        ("<p style='", "display:", 1_000_000, "'>text"),
        ("text", "<", 3_000_000, ""),
        ("text", "&", 3_000_000, ""),
        ("text", "<!--", 1_000_000, ""),
        ("text", "<![CDATA[", 1_000_000, ""),
        ("text", "</p>", 1_000_000, ""),
        ("", "text<script>", 1_000_000, ""),
        ("<title>", "t", 10_000_000, "</title>text"),
        ("<meta name=author content='", "t", 10_000_000, "'>text"),
        ("text", "<br>", 100_000, ""),
        ("", "text<a href=x>", 50_000, ""),
        ("text<a", "b", 10_000_000, ""),
        ("", " ", 10_000_000, "text"),
        ("text", "<p>&nbsp;", 50_000, ""),
    ],
)
@pytest.mark.whole
def test_what_is_huge_is_read_in_bounded_time(before: str, piece: str, times: int, after: str) -> None:
    """In `piece`, # is its number."""
    pieces = (piece.replace("#", str(at)) for at in range(times)) if "#" in piece else [piece] * times
    html = before + "".join(pieces) + after
    with ceiling(100):
        found = read(Material("page.html", html.encode()))
    assert found.paragraphs
    assert len(found.title) <= 500
    assert len(found.author) <= 500


@pytest.mark.whole
def test_a_page_of_too_many_elements_is_one_line() -> None:
    with (
        ceiling(100),
        pytest.raises(BriefingError, match=r"page.html: is a page of more than 300,000 elements; "),
    ):
        briefing_of(Material("page.html", b"<p>x" * (MOST_ELEMENTS + 1)))


def test_a_page_that_is_too_large_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.page_tree.LARGEST", 100)
    with pytest.raises(BriefingError, match=r"page.html: is a page of more than 0 million characters; save"):
        briefing_of(Material("page.html", b"<html>" + b"x" * 100))


def test_controls_become_no_part_of_the_text() -> None:
    controls = "".join(map(chr, range(9))) + "\x0b\x0e\x1b[31m\x7f&#27;[0m&#0;&#8;"
    (shown,) = texts(f"<body><p>a{controls}b&#147;c&#148;")
    assert shown == "a[31m\x7f[0m\ufffdb“c”"


ENTITIES = (
    '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


def test_no_entity_of_a_page_is_believed() -> None:
    shown = " ".join(texts(f"{ENTITIES}<html><body><p>&b;&f;text</p>"))
    assert "aaaa" not in shown.replace("aaaaaaaaaa", "", 1)
    assert "root:" not in shown
    assert shown.endswith("text")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    shown = texts(
        '<!DOCTYPE html PUBLIC "x" "http://127.0.0.1:9/x.dtd"><html><base href="http://127.0.0.1:9/">'
        "<link rel=stylesheet href=a.css><script src=a.js></script><img src=a.png><iframe src=b></iframe>"
        "<object data=c></object><p>text"
    )
    assert shown == ["text"]


def test_what_is_not_installed_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readability", None)
    with pytest.raises(BriefingError) as raised:
        briefing_of(Material("page.html", b"<html><p>text"))
    assert str(raised.value) == (
        "page.html: this format needs readability-lxml, which is not installed;"
        " pip install 'briefing[pages]' (in a clone: pip install '.[pages]')"
    )


def test_a_finder_of_articles_that_fails_leaves_the_whole_page(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("readability.Document.score_paragraphs", fail)
    assert texts(f"<div><p>{LETTERS * 60}</p><p>{LETTERS * 70}</p></div>") == [
        (LETTERS * 60).strip(),
        (LETTERS * 70).strip(),
    ]
    assert capfd.readouterr() == ("", "")


WORDS = st.text(st.sampled_from("ابتثجحخدذرزسش"), min_size=1, max_size=8)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def _in(opened: str, closed: str) -> Callable[[str], str]:
    return lambda inner: f"{opened}{inner}{closed}"


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=4).map("".join)
    return st.one_of(
        several.map(_in("<div>", "</div>")),
        several.map(_in("<blockquote>", "</blockquote>")),
        several.map(_in("<section class=part>", "</section>")),
        several.map(lambda inner: f"<ul><li>{inner}</li></ul>"),
        several.map(lambda inner: f"<table><tr><td>{inner}</td><td>ط</td></tr></table>"),
    )


BLOCKS = st.one_of(
    SENTENCES.map(_in("<p>", "</p>")),
    SENTENCES.map(_in("<h3>", "</h3>")),
    SENTENCES.map(_in("<p>ب<b>", "</b></p>")),
    SENTENCES.map(_in("<div>", "<br><br>ت</div>")),
    SENTENCES.map(_in("", "<br>")),
    SENTENCES.map(_in("<p>\x01&#3;", "&#x1b;</p>")),
)
ARTICLES = st.lists(st.recursive(BLOCKS, _nested, max_leaves=10), min_size=1, max_size=12).map("".join)


@given(ARTICLES)
def test_no_text_of_an_article_is_lost_moved_or_added(inside: str) -> None:
    """All of it but white space is read in its order, or named among what was left out."""
    from lxml import html

    page = f"<html><body><article>{inside}</article></body></html>"
    parsed = html.document_fromstring(page.replace("\x01", "").replace("&#3;", "").replace("&#x1b;", ""))
    right = "".join("".join(parsed.find("body").itertext()).split())
    found = read(Material("page.html", page.encode()))
    shown = "".join("".join(one.text for one in found.paragraphs).split())
    left_out = "".join("".join(line for one in found.left_out for line in one.captured).split())
    assert Counter(shown) + Counter(left_out) == Counter(right)
    following = iter(right)
    assert all(letter in following for letter in shown)
