"""What is typed is found wherever it stands in some spelling, and what is typed with marks counts."""

import unicodedata
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.folding import fold
from briefing.arabic.patterns import Pattern
from briefing.arabic.searching import Query

LETTERS: Final = "ابكيهوأآؤئةىکی\u064e\u064f\u0651\u0640\u200c ﻻabÉ"


def found(typed: str, text: str, *, whole_words: bool = False) -> list[str]:
    return [text[slice(*span)] for span in Query(typed, whole_words=whole_words).hits(text)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("كتاب", "قرأ كِتَابًا في الكتاب", ["كِتَابً", "كتاب"]),
        ("كِتاب", "كِتَاب كُتّاب كتاب", ["كِتَاب"]),  # a kasra that was typed counts
        ("ايران", "إيران و أيران و آيران", ["إيران", "أيران", "آيران"]),
        ("إيران", "إيران و أيران و ايران", ["إيران"]),  # a hamza that was typed counts
        ("إيران", "إيران", ["إيران"]),  # however it is encoded
        ("مسوول", "مسؤول", ["مسؤول"]),
        ("السلام", "ﺍﻟﺴﻼﻡ عليكم", ["ﺍﻟﺴﻼﻡ"]),
        ("2024", "عام ٢٠٢٤ و ۲۰۲۴", ["٢٠٢٤", "۲۰۲۴"]),
        ("الوزير", "الـــوزير", ["الـــوزير"]),
        ("می‌خواهم", "میخواهم می‌خواهم", ["میخواهم", "می‌خواهم"]),
        ("us navy", "the US  Navy, the us\nnavy", ["US  Navy", "us\nnavy"]),
        ("US", "the US trust us", ["US"]),  # smart case
        ("resume", "résumé Resume", ["résumé", "Resume"]),
        ("résumé", "résumé resume", ["résumé"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("(.*", "a(.*b", ["(.*"]),
        ("  ", "a  b", []),
        ("\u064e", "كَتَب", []),  # a mark alone is nothing to look for
        ("لا", "ﻻ", ["ﻻ"]),
        ("ا", "ﻻ", ["ﻻ"]),
    ],
)  # fmt: skip
def test_what_is_found(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected


@pytest.mark.parametrize("unseen", ["\u034f", "\ufe0f", "\U000e0100", "\u200f", "\u2066", "\u200b"])
@pytest.mark.parametrize("kind", [Query, Pattern])
def test_what_nobody_sees_is_not_looked_for(unseen: str, kind: type[Query | Pattern]) -> None:
    """It comes along where words are pasted."""
    for typed in (f"{unseen}الوفد{unseen}", f"الو{unseen}فد"):
        assert [*kind(typed).hits("قال الوفد")] == [(4, 9)]
    assert [*kind("الوفد").hits(f"قال ال{unseen}وفد")] == [(4, 10)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("كتاب", "كتاب الكتاب كتابه كِتابٌ، كتاب", ["كتاب", "كِتابٌ", "كتاب"]),
        ("us", "us trust us_a us-b", ["us", "us"]),
    ],
)
def test_whole_words(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text, whole_words=True) == expected


@given(st.text(st.sampled_from(LETTERS), max_size=4), st.text(st.sampled_from(LETTERS), max_size=30))
def test_against_every_slice(typed: str, text: str) -> None:
    """Every place where the folded query stands, and that has its marks, is in a hit; and nothing else is."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", typed) if unicodedata.category(one) != "Mn")
    hits = list(Query(bare.lower()).hits(text))
    wanted = " ".join(fold(bare).split())
    for hit in hits:
        assert " ".join(fold(text[slice(*hit)]).split()).find(wanted) >= 0
        assert wanted
    assert all(before.end <= after.start or before.start == after.start for before, after in pairwise(hits))
    there = " ".join(fold(text).split()).count(wanted) if wanted else 0
    assert len(hits) == there


@given(st.text(st.sampled_from(LETTERS), min_size=1, max_size=20), st.data())
def test_what_stands_in_a_text_is_found_as_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    typed = text[start:end]
    if not fold(typed).strip():
        return
    assert any(hit.start < end and start < hit.end for hit in Query(typed).hits(text))


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [("minister", "the 'minister' said", ["minister"]), ("qur", "Qur'an Qurʾan", ["Qur", "Qur"])],
)
def test_no_quotation_mark_behind_it_is_a_part_of_a_hit(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected
