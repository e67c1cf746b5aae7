"""How paragraphs are set: the rows between them, labels that hang, tables by their columns, words in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.model import Inline, Paragraph, ParagraphKind
from briefing.reading.forms import PLAIN, Form, Forms

KINDS: list[ParagraphKind] = ["text", "heading", "item", "quote", "code", "row", "note"]


def item(label: str, level: int = 1) -> Paragraph:
    return Paragraph(0, "نص", "item", level, label)


def rows(*texts: str) -> list[Paragraph]:
    return [Paragraph(0, text, "row") for text in texts]


def test_a_text_is_nothing_else() -> None:
    forms = Forms([Paragraph(1, "نص"), Paragraph(2, "نص")])
    assert forms.form(0) is PLAIN
    assert [forms.below(0), forms.below(1)] == [1, 0]
    assert forms.inlines(0, 0, 2) == ()


@pytest.mark.parametrize(
    ("first", "second", "below"),
    [
        (Paragraph(0, "ا"), Paragraph(0, "ب", "heading", 1), 2),
        (Paragraph(0, "ا", "heading", 1), Paragraph(0, "ب", "heading", 2), 1),
        (Paragraph(0, "ا", "heading", 1), Paragraph(0, "ب"), 1),
        (item("1."), item("2."), 0),
        (item("1."), item("•", 2), 0),
        (item("1."), item(""), 1),
        (Paragraph(0, "ا", "note", 0, "[1]"), Paragraph(0, "ب", "note", 0, "[2]"), 0),
        (item("1."), Paragraph(0, "ب", "note", 0, "[2]"), 1),
        (Paragraph(0, "ا", "quote", 1), Paragraph(0, "ب", "quote", 1), 1),
    ],
)
def test_rows_between_paragraphs(first: Paragraph, second: Paragraph, below: int) -> None:
    assert Forms([first, second]).below(0) == below


def test_what_goes_on_hangs_as_its_beginning() -> None:
    forms = Forms([item("•"), item(""), item("10.", 2), item("", 2), item(""), item("abc.")])
    assert [forms.form(at).hang for at in range(6)] == [2, 2, 4, 4, 2, 5]
    assert [forms.form(at).label for at in range(4)] == ["•", "", "10.", ""]
    assert forms.form(0, 5).label == "", "in the middle of it"
    assert Forms([item("أ" * 99)]).form(0).hang == 12
    assert Forms([item("")]).form(0).hang == 2


def test_code_in_an_item_hangs_as_the_item() -> None:
    code = [Paragraph(0, "x", "code", level) for level in (0, 1, 2)]
    forms = Forms([code[1], item("•"), code[1], item("10.", 2), code[2], code[1], code[0]])
    assert [forms.form(at).hang for at in range(7)] == [2, 2, 2, 4, 4, 2, 0]
    assert Forms([Paragraph(0, "x", "code", 1, "10."), item("")]).form(1).hang == 4


def test_tables() -> None:
    first = rows("الاسم\tالسنة", "أحمد بن محمد\t2024", "واحدة", "هند\t1")
    forms = Forms([*first, *rows("a\tb\tc", "dd\t\tf"), Paragraph(0, "x"), *rows("1\tb" * 2)])
    assert [forms.form(at).columns for at in range(4)] == [(12, 5)] * 4
    assert [forms.form(at).base for at in range(4)] == ["R"] * 4
    assert [forms.form(at).columns for at in (4, 5)] == [(2, 1, 1)] * 2
    assert forms.form(4).base == "L"
    assert [forms.below(at) for at in range(5)] == [0, 0, 0, 1, 0]
    assert forms.form(0, whole=False).columns == ()
    assert Forms(rows("\t".join(["الكلمة"] * 500))).form(0).columns == (), "nothing is as wide"
    assert Forms(rows("a\nb\tc")).form(0).columns == (), "a cell of two lines"


def test_words_are_told_by_kind_and_cut_to_their_passage() -> None:
    one = Paragraph(
        1,
        "0123456789",
        inlines=(
            Inline(0, 6, "link", "https://a.example"),
            Inline(1, 3, "strong"),
            Inline(2, 5, "strong"),
            Inline(8, 9, "strong"),
        ),
    )
    assert Forms([one]).inlines(0, 0, 10) == (("strong", ((1, 5), (8, 9))), ("link", ((0, 6),)))
    assert Forms([one]).inlines(0, 4, 8) == (("strong", ((0, 1),)), ("link", ((0, 2),)))
    assert Forms([one]).inlines(0, 9, 10) == ()


@given(
    st.lists(
        st.builds(
            Paragraph,
            st.just(0),
            st.text("aب \t\n", max_size=9),
            st.sampled_from(KINDS),
            st.integers(0, 9),
            st.sampled_from(["", "•", "1.", "‏٣)", "\x1b[2J"]),
        ),
        max_size=8,
    )
)
def test_any_paragraphs_have_forms(paragraphs: list[Paragraph]) -> None:
    forms = Forms(paragraphs)
    for at, one in enumerate(paragraphs):
        form = forms.form(at)
        assert isinstance(form, Form)
        assert (form.kind, form.label) == (one.kind, one.label)
        assert bool(form.hang) >= bool(form.label)
        assert 0 <= forms.below(at) <= 2
