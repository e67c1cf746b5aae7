"""The row that a search is typed into: what is said beside the field, and what becomes of what is typed."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from briefing.reading.contents import SearchContents
from briefing.tui.panes.search_bar import SearchBar, SearchField, remember
from tests.tui.panes.bars_alone import Alone


class Searching(Alone, SearchBar):
    """A search that keeps what it was to look for, and how it was left."""

    def __init__(self, *history: str, columns: int = 80, **others: Any) -> None:
        self.history, self.looked, self.left = [*history], list[Any](), list[bool]()
        super().__init__(self.history, lambda *how: self.looked.append(how), self.left.append, **others)
        self.field: Any = SimpleNamespace(value="", cursor_position=0)
        self.sized(columns)

    def call_after_refresh(self, callback: Callable[[], Any], *args: Any, **others: Any) -> bool:
        self.later = callback
        return True

    @property
    def said(self) -> str:
        return "".join(text for text, _ in self._said.parts)


def test_what_is_said_beside_a_search_gives_way_to_what_is_typed() -> None:
    found = SearchContents("x", "3 of 12")
    bar = Searching()
    bar.show(found)
    said = " 3 of 12  ^T words  ^R regex"
    assert bar.said == said
    for columns, shown in ((len(said) + 19, said), (len(said) + 18, " 3 of 12")):
        bar.sized(columns).show(found)
        assert bar.said == shown
    bar.show(None)
    assert bar.said == said.removeprefix(" 3 of 12")


def test_how_it_is_looked_for_is_said_in_keys_where_there_is_no_room() -> None:
    bar = Searching(columns=30)
    SearchField(bar).action_choose("regex")
    bar.show(SearchContents("x", "3 of 12"))
    assert bar.said == " 3 of 12 ^R"
    assert bar.looked == [("", False, True)]
    bar.choose("words")
    bar.choose("regex")
    assert bar.looked[1:] == [("", True, True), ("", True, False)]
    bar.sized(90).show(None)
    assert [text for text, look in bar._said.parts if look == "chosen-option"] == ["words"]


class Typed:
    """What is made known of a key."""

    def stop(self) -> None:
        pass


TYPED: Any = Typed()


def test_each_key_searches_or_what_stands_there_in_the_end_does() -> None:
    bar = Searching()
    for text in ("a", "ab"):
        bar.field.value = text
        bar._typed(TYPED)
    assert bar.looked == [("a", False, False), ("ab", False, False)]
    late = Searching(at_once=False)
    for text in ("a", "ab"):
        late.field.value = text
        late._typed(TYPED)
    assert late.looked == []
    late.later()
    late.later()
    assert late.looked == [("ab", False, False)]
    late.field.value = "abc"
    late._typed(TYPED)
    late.leave(stays=False)
    late.later()
    late._typed(TYPED)
    assert late.looked == [("ab", False, False)], "it is over"


def test_it_is_left_once_and_what_was_typed_is_remembered() -> None:
    bar = Searching("old", "new")
    bar.field.value = "old"
    bar._submitted(TYPED)
    bar.leave(stays=False)
    assert (bar.looked, bar.left) == ([("old", False, False)], [True])
    assert bar.history == ["new", "old"]
    empty = Searching("old")
    SearchField(empty).action_leave()
    assert (empty.looked, empty.left, empty.history) == ([], [False], ["old"])


def test_no_more_than_so_many_queries_are_remembered() -> None:
    history = ["a", "b", "c"]
    remember(history, "d", 3)
    assert history == ["b", "c", "d"]
    remember(history, "b", 3)
    assert history == ["c", "d", "b"]


def test_queries_are_gone_through_and_what_was_being_typed_comes_behind_the_last() -> None:
    bar = Searching("first", "second")
    bar.field.value = "typed"
    values = []
    for step in (1, -1, -1, -1, 1, 1, 1):
        SearchField(bar).action_recall(step)
        values.append(bar.field.value)
        assert values == ["typed"] or bar.field.cursor_position == len(bar.field.value)
    assert values == ["typed", "second", "first", "first", "second", "typed", "typed"]
