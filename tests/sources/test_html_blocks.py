"""A tree of HTML becomes the paragraphs that a browser shows, whichever parser made the tree."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from briefing.document.model import Inline
from briefing.sources.html_blocks import paragraphs_of


def tree(inside: str) -> Element:
    return fromstring(f"<body>{inside}</body>")


def texts(inside: str) -> list[str]:
    return [one.text for one in paragraphs_of(tree(inside))]


@pytest.mark.parametrize(
    ("inside", "right"),
    [
        ("a<br/>b", ["a\nb"]),
        ("a<br/><br/>b", ["a", "b"]),
        ("a <br/> <br/>\n<br/> b", ["a", "b"]),
        ("a<br/>\u00a0<br/>b", ["a", "b"]),
        ("<br/><br/>a<br/>", ["a"]),
        ("<p>a<br/></p><br/><p>b</p>", ["a", "b"]),
        ("<pre>a<br/><br/>b</pre>", ["a\n\nb"]),
        ("<table><tr><td>a<br/><br/>b</td><td>c</td></tr></table>", ["a b\tc"]),
    ],
)
def test_an_empty_line_that_br_makes_parts_paragraphs(inside: str, right: list[str]) -> None:
    assert texts(inside) == right


def test_words_in_bold_go_on_after_an_empty_line() -> None:
    first, second = paragraphs_of(tree("<b>a<br/><br/>b</b>"))
    assert (first.inlines, second.inlines) == ((Inline(0, 1, "strong"),), (Inline(0, 1, "strong"),))


def test_bold_in_bold_is_bold_once() -> None:
    (one,) = paragraphs_of(tree("<b>a<b>b<strong>c</strong></b></b>d"))
    assert (one.text, one.inlines) == ("abcd", (Inline(0, 3, "strong"),))


def test_words_do_not_end_in_the_space_that_a_line_end_takes() -> None:
    (one,) = paragraphs_of(tree("<b>a </b><br/>b"))
    assert (one.text, one.inlines) == ("a\nb", (Inline(0, 1, "strong"),))


def test_a_block_of_code_is_code_as_a_whole() -> None:
    (one, other) = paragraphs_of(tree("<pre><code>a <b>b</b></code></pre><p><code>c</code></p>"))
    assert (one.kind, one.inlines) == ("code", (Inline(2, 3, "strong"),))
    assert other.inlines == (Inline(0, 1, "code"),)


def test_neighbours_in_one_look_are_one_and_keep_their_place() -> None:
    (one,) = paragraphs_of(tree("<pre>\n<b>a</b><strong>b</strong>\n</pre>"))
    assert (one.text, one.inlines) == ("ab", (Inline(0, 2, "strong"),))


@pytest.mark.parametrize(
    ("written", "base", "right"),
    [
        ("https://example.org/a", "", "https://example.org/a"),
        ("a/b?c=1", "https://example.org/d/e", "https://example.org/d/a/b?c=1"),
        ("a/b", "", ""),
        ("#note", "https://example.org/", ""),
        ("javascript:alert(1)", "https://example.org/", ""),
        ("file:///etc/passwd", "https://example.org/", ""),
        ("http://[", "https://example.org/", ""),
        ("https://example.org/" + "a" * 5000, "", ""),
    ],
)
def test_a_link_leads_to_an_address_that_may_be_followed(written: str, base: str, right: str) -> None:
    (one,) = paragraphs_of(tree(f'<a href="{written}">a</a>'), base=base)
    assert one.inlines == ((Inline(0, 1, "link", right),) if right else ())


@pytest.mark.parametrize(
    "attribute",
    [
        'hidden=""',
        'style="display:none"',
        'style="color: red; DISPLAY : none !important"',
        'style="visibility:hidden"',
        'style="font-size:0"',
    ],
)
def test_what_is_hidden_is_left_out_and_what_follows_is_not(attribute: str) -> None:
    assert texts(f"<p>a<span {attribute}>b</span>c</p>") == ["ac"]


@pytest.mark.parametrize("style", ["display:inline", "font-size:0.9em", "x-display:none", "overflow:hidden"])
def test_other_styles_hide_nothing(style: str) -> None:
    assert texts(f'<p>a<span style="{style}">b</span>c</p>') == ["abc"]


def test_elements_to_leave_out_take_their_text_with_them_and_leave_what_follows() -> None:
    root = tree("<p>a<i>b</i>c</p><p>d</p>")
    assert [one.text for one in paragraphs_of(root, left_out={root[0][0]})] == ["ac", "d"]


def test_an_item_shows_its_label_once_however_lists_are_nested() -> None:
    inside = "<ol><li>a<ul><li><p>b</p><p>c</p></li></ul>d</li><li>e</li></ol>"
    found = [(one.text, one.label, one.level) for one in paragraphs_of(tree(inside))]
    assert found == [("a", "1.", 1), ("b", "•", 2), ("c", "", 2), ("d", "", 1), ("e", "2.", 1)]


def test_a_thousand_lists_within_lists_are_read() -> None:
    deep = 1000
    root = Element("body")
    inner = root
    for _ in range(deep):
        outer = Element("ul")
        inner.append(outer)
        item = Element("li")
        item.text = "a"
        outer.append(item)
        inner = item
    assert [one.level for one in paragraphs_of(root)] == list(range(1, deep + 1))


def test_a_table_of_one_column_only_frames_what_is_in_it() -> None:
    found = paragraphs_of(
        tree("<table><tr><td><div>a</div><div>b</div></td></tr><tr><td>c</td></tr></table>")
    )
    assert [(one.text, one.kind) for one in found] == [("a", "text"), ("b", "text"), ("c", "text")]
