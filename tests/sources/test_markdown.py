"""Markdown is read as a browser would show it: kinds, levels, labels, words set apart, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import BriefingError
from briefing.document.model import Inline
from briefing.sources import Material, load
from briefing.sources.article import Article
from briefing.sources.formats.markdown import read
from tests.judges.ceiling import ceiling


def article(text: str, name: str = "t.md") -> Article:
    return read(Material(name, text.encode()))


def shown(text: str) -> list[tuple[str, int, str, str]]:
    return [(one.kind, one.level, one.label, one.text) for one in article(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("# ا\n\n### ب ###\n\nج\n===\nد\n---\n", [
            ("heading", 1, "", "ا"), ("heading", 3, "", "ب"), ("heading", 1, "", "ج"),
            ("heading", 2, "", "د"),
        ]),
        ("#وسم ليس عنوانا", [("text", 0, "", "#وسم ليس عنوانا")]),
        ("سطر\nوتتمته\n\nفقرة  \nسطر ثان\\\nوثالث", [
            ("text", 0, "", "سطر وتتمته"), ("text", 0, "", "فقرة\nسطر ثان\nوثالث"),
        ]),
        ("- ا\n- ب\n  1. ج\n\n     د\n  2) ه\n* و", [
            ("item", 1, "•", "ا"), ("item", 1, "•", "ب"), ("item", 2, "1.", "ج"), ("item", 2, "", "د"),
            ("item", 2, "2)", "ه"), ("item", 1, "•", "و"),
        ]),
        ("7. ا\n8. ب", [("item", 1, "7.", "ا"), ("item", 1, "8.", "ب")]),
        ("١. ا\n٢. ب", [("text", 0, "", "١. ا ٢. ب")]),
        ("> ا\n>> ب\n\nج", [("quote", 1, "", "ا"), ("quote", 2, "", "ب"), ("text", 0, "", "ج")]),
        ("- > ا\n\n  ب", [("quote", 1, "", "ا"), ("item", 1, "•", "ب")]),
        ("```py\nx  = *1*\n\n\n```\n\n    y\n", [("code", 0, "", "x  = *1*\n\n"), ("code", 0, "", "y")]),
        ("| ا | ب |\n|---|:-:|\n| ج<br>د |  |\n| | `a\\|b` |", [
            ("row", 0, "", "ا\tب"), ("row", 0, "", "ج د\t"), ("row", 0, "", "\ta|b"),
        ]),
        ("ا[^x] ب[^y]\n\n[^y]: ثان\n[^x]: أول\n\n    تتمة\n", [
            ("text", 0, "", "ا[1] ب[2]"), ("note", 0, "[1]", "أول"), ("note", 0, "", "تتمة"),
            ("note", 0, "[2]", "ثان"),
        ]),
        ("ا[^x]\n\n[^y]: بلا إشارة\n[^x]: أول\n", [
            ("text", 0, "", "ا[1]"), ("note", 0, "[1]", "أول"), ("note", 0, "[2]", "بلا إشارة"),
        ]),
        ("ا\n\n***\n\nب", [("text", 0, "", "ا"), ("text", 0, "", "ب")]),
        ("<!-- سر\n\nسر --> \n\nا <!-- سر -->\n\n<div align=center>\nب <b>ج</b>\n</div>\n", [
            ("text", 0, "", "ا"), ("text", 0, "", "ب ج"),
        ]),
        ("<script>\nalert(1)\n</script>\n\n<style>a{}</style>\n\nا", [("text", 0, "", "ا")]),
        ("![صورة *البيت*](a.png) و![](b.png)", [("text", 0, "", "صورة البيت و")]),
        ("&lt;b&gt; &amp; \\*ا\\*", [("text", 0, "", "<b> & *ا*")]),
    ],
)  # fmt: skip
def test_blocks(text: str, right: list[tuple[str, int, str, str]]) -> None:
    assert shown(text) == right


def test_words_set_apart_and_links() -> None:
    text = (
        "**ا *ب*** ~~ج~~ `د` [ه `و`](https://a.example/x) [ز](rel.md) <https://b.example> [ح](javascript:x)"
    )
    (one,) = article(text).paragraphs
    assert one.text == "ا ب ج د ه و ز https://b.example [ح](javascript:x)"
    assert [(one.text[i.start : i.end], i.kind, i.address) for i in one.inlines] == [
        ("ا ب", "strong", ""), ("ب", "emphasis", ""), ("ج", "struck", ""), ("د", "code", ""),
        ("ه و", "link", "https://a.example/x"), ("و", "code", ""),
        ("https://b.example", "link", "https://b.example"),
    ]  # fmt: skip


def test_html_in_a_line_sets_words_too() -> None:
    (one,) = article(
        "قال<strong>«نص»</strong>ثم <I class=x>a *b*</i> <del>ج</del></b> <b>د</b> <b>ه"
    ).paragraphs
    assert one.text == "قال«نص»ثم a b ج د ه"
    assert [(one.text[i.start : i.end], i.kind) for i in one.inlines] == [
        ("«نص»", "strong"), ("a b", "emphasis"), ("ج", "struck"), ("د", "strong"),
    ]  # fmt: skip


def test_relative_links_start_from_where_the_text_came_from() -> None:
    (one,) = article("[ا](b.md)", name="https://a.example/x/y.md").paragraphs
    assert one.inlines == (Inline(0, 1, "link", "https://a.example/x/b.md"),)


def test_words_in_cells_keep_their_places() -> None:
    _, row = article("| a | b |\n|-|-|\n| **x** y | *z* |").paragraphs
    assert [row.text[one.start : one.end] for one in row.inlines] == ["x", "z"]


@pytest.mark.parametrize(
    ("text", "title", "author", "published", "first"),
    [
        ('---\ntitle: "ا: ب"\nauthor: هند\ndate: 2024-03-01\ntags:\n  - x\n- y\n---\nنص',
         "ا: ب", "هند", "2024-03-01", "نص"),
        ("---\nauthor: [هند, 'سالم']\n---\n# ع", "ع", "هند, سالم", "", "ع"),
        ('+++\ntitle = "ا"\n[extra]\n+++\nنص', "ا", "", "", "نص"),
        ("---\r\ntitle: ا\r\n---\r\nنص", "ا", "", "", "نص"),
        ("---\nقال: نعم\nثم سكت\n---\nنص", "", "", "", "قال: نعم ثم سكت"),
        ("---\nنص", "", "", "", "نص"),
        ("---\n---\nنص", "", "", "", "نص"),
        ("نص\n\n---\ntitle: x\n---\n", "", "", "", "نص"),
    ],
)  # fmt: skip
def test_front_matter_is_what_the_text_says_of_itself(
    text: str, title: str, author: str, published: str, first: str
) -> None:
    found = article(text)
    assert (found.title, found.author, found.published) == (title, author, published)
    assert found.paragraphs[0].text == first


def test_what_is_left_out_can_be_seen() -> None:
    found = article("---\ntitle: x\n---\nا <!-- ب -->\n\n<!--\nج\n-->\n")
    assert [(one.label, one.captured, one.english) for one in found.left_out] == [
        ("Front matter", ("title: x",), "1 line"),
        ("Comments", ("ب", "ج"), "2 lines"),
    ]


def test_headings_cut_a_text_into_sections(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# تقرير\n\nمقدمة\n\n## أول\n\nا\n\n## ثان\n\nب\n", encoding="utf-8")
    briefing = load(path)
    assert briefing.title.arabic == "تقرير"
    assert [section.arabic for section in briefing.sections] == ["تقرير", "أول", "ثان"]
    assert briefing.origin is not None
    assert briefing.origin.format == "markdown"


HUGE = 20_000


@pytest.mark.whole
@pytest.mark.parametrize(
    "text",
    [
        "[" * HUGE * 10, "![" * HUGE * 5, "[a](" * HUGE, "[" * HUGE + "a" + "]" * HUGE + ": b", "*a " * HUGE,
        "**a *" * HUGE, "a_" * HUGE, "`".join("a" * number for number in range(300)), "<" * HUGE * 5,
        "<!-- " * HUGE, "> " * HUGE + "x", "- " * HUGE + "x",
        "|a" * HUGE + "\n" + "|-" * HUGE + "\n" + "|b\n" * HUGE,
        "[a]: b\n" * HUGE, "~~a " * HUGE, "&amp" * HUGE,
        "".join(">" * level + " a\n" for level in range(300)),
        "---\n" + "a: b\n" * HUGE, "[^1]" * 400 + "\n\n[^1]: a", "<a " * HUGE, "\n" * HUGE * 10 + "a",
        "<" + "a b=c " * HUGE,
    ],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_what_is_huge_is_read_in_bounded_time(text: str) -> None:
    with ceiling(100):
        article(f"ا\n\n{text}")


def test_a_text_too_large_to_be_parsed_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.sources.formats.markdown._LARGEST", 3)
    with pytest.raises(
        BriefingError, match=r"t.md: is Markdown of more than 0 MB; read it as plain text, with "
    ):
        article("abcd")


def test_a_paragraph_of_too_many_brackets_is_shown_as_it_stands() -> None:
    text = "[a](http://b.example) " * 600
    assert [one.text for one in article(text).paragraphs] == [text.strip()]


@pytest.mark.parametrize(
    "deep",
    [">" * 10_000 + " نص", "- " * 5000 + "نص", "".join(f"{'  ' * at}- نص\n" for at in range(200))],
    ids=["quotes", "items on a line", "items"],
)
def test_nothing_is_lost_of_what_is_too_deep_nor_behind_it(deep: str) -> None:
    found = [one.text for one in article(f"# ا\n\n{deep}\n\nبعد").paragraphs]
    assert (found[0], found[-1]) == ("ا", "بعد")
    assert " ".join(found).count("نص") == deep.count("نص")


PROSE = st.text(st.sampled_from("ابتثج دذرز.،؟!٠١٢«»"), min_size=1, max_size=40).filter(str.strip)


@given(st.lists(PROSE, min_size=1, max_size=8))
def test_prose_is_never_changed(lines: list[str]) -> None:
    right = [" ".join(line.strip().split()) for line in lines]
    found = article("\n\n".join(right))
    assert [one.text for one in found.paragraphs] == right
    assert {one.kind for one in found.paragraphs} == {"text"}


@given(st.text(st.sampled_from("ا ب\n*_`#>-+1.)[](!)<>|~^:&\\\t=\"'"), max_size=200))
def test_any_signs_are_read(text: str) -> None:
    for one in article(text).paragraphs:
        assert one.text.strip()
        assert all(0 <= inline.start < inline.end <= len(one.text) for inline in one.inlines)
