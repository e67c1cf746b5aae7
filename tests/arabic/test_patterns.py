"""Regular expressions find any spelling, and end in time, whatever was typed."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.patterns import Pattern, PatternError


def found(typed: str, text: str, *, whole_words: bool = False) -> list[str]:
    return [text[slice(*span)] for span in Pattern(typed, whole_words=whole_words).hits(text)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("ال.زير", "الوزير والوَزِير", ["الوزير", "الوَزِير"]),
        ("^كتب", "كَتَبَ أحمد\nكتب", ["كَتَبَ", "كتب"]),
        (r"\d{4}", "عام ٢٠٢٤ و 1999 و ۱۴۰۳", ["٢٠٢٤", "1999", "۱۴۰۳"]),
        ("ايران|عراق", "إيران والعراق", ["إيران", "عراق"]),
        (r"\S+ة", "مدرسة كبيرة", ["مدرسة", "كبيرة"]),
        ("us", "US us", ["US", "us"]),
        ("U.", "US us", ["US"]),
        ("x*", "ab", []),
        ("كِتاب", "كِتاب كتاب", ["كِتاب"]),
        ("می.?خواهم", "می‌خواهم میخواهم", ["می‌خواهم", "میخواهم"]),
    ],
)  # fmt: skip
def test_what_is_found(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected


def test_whole_words() -> None:
    assert found("كتاب|باب", "كتاب الباب باب", whole_words=True) == ["كتاب", "باب"]


@pytest.mark.parametrize(
    "typed",
    ["(", "[", "*", "a{2,1}", "(?P<a>b", "\\", r"\p{Nonsense}", "(?<=a*)b(", "(?:(?:x{999}){999}){999}"],
)
def test_what_is_none_is_said(typed: str) -> None:
    with pytest.raises(PatternError, match=r"."):
        Pattern(typed)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("(", "bracket"), ("a)", "bracket"), ("[", "bracket"), ("[z-a]", "set"), ("*", "repeat"),
        ("a{2,1}", "count"), ("(?:(?:x{999}){999}){999}", "count"), ("\\", "escape"), (r"\xg", "escape"),
        (r"\N{x}", "escape"), (r"(a)\2", "group"), ("(?P=b)", "group"), (r"\p{Nonsense}", "property"),
        pytest.param(f"x{{{'9' * 5000}}}", "count", id="thousands of digits"),
        ("(?~a)", "sign"), ("(*NO)", "sign"), ("(?au)a", "sign"), ("(?V0V1)a", "sign"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_what_it_is_about(typed: str, fault: str) -> None:
    with pytest.raises(PatternError) as caught:
        Pattern(typed)
    assert caught.value.fault == fault, str(caught.value)


def test_every_message_of_the_library_is_about_something() -> None:
    """A new version may have others: they are *other* until they are put to what they are about."""
    source = inspect.getsource(importlib.import_module("regex._regex_core"))
    messages = {*re.findall(r'\berror\(\s*"([^"]*)"', source)}
    assert len(messages) > 30
    never_met = {"missing {}", "recursive regex not supported by Scanner"}
    assert {one for one in messages if PatternError(one).fault == "other"} - never_met == set()


@pytest.mark.parametrize(
    ("typed", "text"),
    [(r"(a+)+$", "a" * 5000 + "b"), (r"(?:ا|اا)+$", "ا" * 5000 + "ب")],
)
def test_one_that_would_never_end_gives_up(typed: str, text: str) -> None:
    pattern = Pattern(typed)
    assert not [*pattern.hits(text)]
    assert pattern.gave_up
    assert not [*pattern.hits("aaa")], "and does not begin anew with each text"


@given(st.text("abc. ", max_size=40), st.sampled_from(["a", "b+", "a.c", "[ab]c", "a|bc", r"\.", "c$", "^a"]))
def test_plain_ascii_is_found_as_by_the_standard_library(text: str, typed: str) -> None:
    assert found(typed, text) == [
        match.group() for match in re.finditer(typed, text, re.MULTILINE) if match.group()
    ]
