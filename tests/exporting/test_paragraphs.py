"""The article printed: what stands before a paragraph, what parts it from the next, the text unchanged."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.document import Briefing, Paragraph, Section, Title
from briefing.document.model import Inline, ParagraphKind
from briefing.exporting import briefing_text, section_page
from briefing.exporting.paragraphs import begins_with, paragraph_blocks
from briefing.sources import load


def briefing(*paragraphs: Paragraph, title: str = "عنوان") -> Briefing:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(paragraphs, 1))
    section = Section("text", "", "", tuple(one.number for one in numbered))
    return Briefing(Title("", title), "", None, numbered, (section,), (), (), "a.md")


def printed(*paragraphs: Paragraph) -> str:
    whole = briefing(*paragraphs)
    return "\n\n".join("\n".join(block) for block in paragraph_blocks(whole, range(1, len(paragraphs) + 1)))


@pytest.mark.parametrize(
    ("paragraphs", "right"),
    [
        ([Paragraph(0, "ا", "heading", 3), Paragraph(0, "ب")], "¶1 ### ا\n\n¶2 ب"),
        ([Paragraph(0, "ا\nب", "quote", 2)], "¶1 >> ا\nب"),
        ([Paragraph(0, "ا", "heading", 2, "1.2")], "¶1 ## 1.2 ا"),
        ([Paragraph(0, "ا", "quote", 1, "•")], "¶1 • > ا"),
        (
            [
                Paragraph(0, "ا", "item", 1, "•"),
                Paragraph(0, "ب", "item", 2, "1."),
                Paragraph(0, "ج", "item", 2),
                Paragraph(0, "د", "item", 1, "•"),
            ],
            "¶1 • ا\n¶2   1. ب\n\n¶3     ج\n¶4 • د",
        ),
        ([Paragraph(0, "  x = 1\n\n", "code")], "¶1\n  x = 1\n\n"),
        ([Paragraph(0, "  x = 1", "code", 0, "•")], "¶1 •\n  x = 1"),
        ([Paragraph(0, "ا\tب", "row"), Paragraph(0, "\tج", "row")], "¶1 ا\tب\n¶2 \tج"),
        ([Paragraph(0, "ا", "note", 0, "[1]"), Paragraph(0, "ب", "note", 0, "[2]")], "¶1 [1] ا\n¶2 [2] ب"),
        ([Paragraph(0, "ا", "text", 0, "•"), Paragraph(0, "ب", "heading")], "¶1 • ا\n\n¶2 # ب"),
        ([Paragraph(0, "ا", "item", 1, "\n\x1b[2J")], "¶1 ␊␛[2J ا"),
        ([Paragraph(0, "ا", "item", 1, "\u200f1.")], "¶1 1. ا"),
    ],
)
def test_what_stands_before_a_paragraph(paragraphs: list[Paragraph], right: str) -> None:
    assert printed(*paragraphs) == right


@given(
    st.lists(
        st.builds(
            Paragraph,
            st.just(0),
            st.text("اب \t\n(", min_size=1),
            st.sampled_from([*get_args(ParagraphKind)]),
            st.integers(0, 9),
            st.sampled_from(["", "•", "3."]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_text_is_there_byte_for_byte_and_in_order(paragraphs: list[Paragraph]) -> None:
    found = printed(*paragraphs)
    for number, one in enumerate(paragraphs, 1):
        at = found.index(f"¶{number}")
        found = found[found.index(one.text, at) :]


def test_addresses_stand_after_the_text() -> None:
    text = "قال في صفحة\nالمؤتمر\u200f وفي https://b.example/"
    links = (
        Inline(7, 20, "link", "https://a.example/\u202e\n\x1b]8;;x"),
        Inline(text.index("https"), len(text), "link", "https://b.example/"),
    )
    page = briefing_text(briefing(Paragraph(0, text, inlines=links), Paragraph(0, "ثم")))
    assert page == (
        f"عنوان\n\n¶1 {text}\n\n¶2 ثم\n\nLINKS\n\n"
        "- ¶1 صفحة المؤتمر: https://a.example/<U+202E>␊␛]8;;x\n- ¶1 https://b.example/\n"
    )


def test_a_title_that_the_text_begins_with_is_printed_once(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# تقرير\n\nمقدمة\n\n## أول\n\nا\n\n## ثان\n\nب\n", encoding="utf-8")
    whole = load(path)
    text = briefing_text(whole).partition("\n\nSOURCE\n\n")[0]
    assert text == "¶1 # تقرير\n\n¶2 مقدمة\n\n¶3 ## أول\n\n¶4 ا\n\n¶5 ## ثان\n\n¶6 ب"
    pages = [section_page(whole, section).partition("\n\nSource")[0] for section in whole.sections]
    assert pages == [
        "¶1 # تقرير\n\n¶2 مقدمة",
        "تقرير\n\n¶3 ## أول\n\n¶4 ا",
        "تقرير\n\n¶5 ## ثان\n\n¶6 ب",
    ]


@pytest.mark.parametrize(
    ("text", "title", "begins"),
    [
        ("عنوان", "عنوان", True),
        ("  عنوان  \nنص", "عنوان", True),
        ("عنوان\nعلى سطرين", "عنوان على سطرين", True),
        ("عنوان طويل جدا", "عنوان…", True),
        ("عنوان طويل", "عنوان", False),
        ("نص", "عنوان", False),
        ("a\x1bb", "a␛b", True),
        ("", "عنوان", False),
    ],
)
def test_what_a_text_begins_with(text: str, title: str, begins: bool) -> None:
    assert begins_with(briefing(Paragraph(0, text), title=title), [1], title) == begins
