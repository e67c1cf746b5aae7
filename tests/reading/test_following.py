"""Entries of a list found again in another state of it."""

from __future__ import annotations

import pytest

from briefing.reading.following import Following


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "xabc", [1, 2, 3]),
        ("abc", "cba", [2, 1, 0]),
        ("abc", "ac", [0, None, 1]),
        ("aba", "axaba"[1:], [1, 2, 3]),
        ("aa", "xaxa", [1, 3]),
        ("aaa", "axxa", [0, 0, 3]),
        ("xxxxa", "aaxxxxaa", [2, 3, 4, 5, 6]),
        ("abb", "bxxb", [None, 0, 3]),
        ("a", "", [None]),
    ],
)
def test_the_same_is_found_by_what_it_says(before: str, after: str, same: list[int | None]) -> None:
    following = Following(before, after)
    assert [following.same(index) for index in range(len(before))] == same


@pytest.mark.parametrize(
    ("before", "after", "beside"),
    [
        ("abc", "ac", [0, 1, 1]),  # after what stood before it
        ("abc", "c", [0, 0, 0]),  # before what stood after it
        ("abcd", "xxd", [0, 0, 1, 2]),
        ("abcd", "axx", [0, 1, 2, 2]),  # no further than the end
        ("abcde", "vwxye", [0, 1, 2, 3, 4]),
        ("abc", "xy", [0, 1, 1]),  # nothing of it is left
        ("a", "xyz", [0]),
        ("ab", "", [None, None]),
    ],
)
def test_what_is_gone_is_where_it_would_stand(before: str, after: str, beside: list[int | None]) -> None:
    following = Following(before, after)
    assert [following.beside(index) for index in range(len(before))] == beside
