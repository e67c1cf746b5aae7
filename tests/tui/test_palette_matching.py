"""What is typed into the palette, compared with names: spelling, order of merit, and time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.arabic.folding import fold, origins
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.index import Index
from briefing.tui.palette.matching import fitting_slices, score, words
from tests.judges.ceiling import ceiling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yūsuf", "yusuf"), ("ʿAbd al-Raḥmān", "ABD AL-RAHMAN"), ("Qurʾān", "qur'an"), ("ﬁ", "FI"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"), ("إِيمَانُويل", "ايمانويل"), ("آل", "ال"), ("ٱلله", "الله"),
        ("الـــوزير", "الوزير"),
        ("مؤتمر", "موتمر"), ("هيئة", "هييه"), ("مستشفى", "مستشفي"), ("کیف", "كيف"), ("٢٠٢٤", "2024"),
        ("ﻼ", "لا"),
        ("a\u200eb", "ab"), ("a\tb", "a b"),
    ],
)  # fmt: skip
def test_what_is_the_same_to_a_reader(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["Yūsuf", "إِيمَانُويل", "ﷺ b", "ﬁn", "", "ʿAbd\u202e-x"])
def test_each_folded_character_comes_from_one_that_was_there(text: str) -> None:
    places = origins(text)
    assert len(places) == len(fold(text))
    assert all(fold(text[at])[:1] for at in places)
    assert all(before <= after for before, after in pairwise(places))


def test_the_better_it_fits_the_sooner_it_comes() -> None:
    names = ("Rahm Emanuel", "Ahmed Emir", "Grahm", "Reach Home", "Rough Aha Mm", "Rxaxhxm", "Harm")
    index = Index([PaletteEntry(name, lambda: None) for name in names])
    assert [names[at] for at in index.search("rahm")] == ["Rahm Emanuel", "Grahm", "Rxaxhxm"]
    assert [names[at] for at in index.search("ram")] == ["Rough Aha Mm", "Rahm Emanuel", "Rxaxhxm"]
    assert [names[at] for at in index.search("em ah")] == ["Ahmed Emir", "Rahm Emanuel"]


def test_what_is_typed_on_and_taken_back_finds_what_a_new_search_finds() -> None:
    entries = [
        PaletteEntry(f"{a}{b} {c}", lambda: None, "", (b,))
        for a in "abيn"
        for b in "abنn"
        for c in ("x", "ab", "نب")
    ]
    index = Index(entries)
    for query in ("a", "ab", "ab ", "ab x", "ab", "a", "", "ن", "نب", "n", "n-", "na", "n b", "n ba"):
        assert list(index.search(query)) == list(Index(entries).search(query)), query


@pytest.mark.whole
@pytest.mark.parametrize("part", ["aa", "a ", "ab", "-a", "اب"])
@pytest.mark.parametrize(("start", "end"), [("aa", "z"), ("ab", "z"), ("اب", "ي")])
def test_no_name_and_no_query_take_long(part: str, start: str, end: str) -> None:
    name, query = part * 50_000, start * 30 + end
    with ceiling():  # where every way is tried, it takes years
        score(words(query), name)
        list(fitting_slices(words(query), name))


def test_a_query_of_signs_is_no_pattern() -> None:
    assert not score(words("(.*"), "abc")
    assert score(words("(.*"), "a(.*b")
    assert score(words("[x"), "[x]")
    assert not score(words("a-b"), "anna-eb"), "nor are its letters looked for one by one"
