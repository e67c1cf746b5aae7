"""The jump list, by itself and in a reading: back to where one was, and forward again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import Notify, searching
from briefing.reading.effects import Reveal
from briefing.reading.jumping import remembered, whereabouts_of
from briefing.reading.jumps import MOST, NO_JUMPS, Jumps, Whereabouts
from briefing.reading.paragraph_numbers import fault, number_typed, range_words
from briefing.reading.result import Result
from briefing.reading.selection import Place
from tests.reading.conftest import Walk, bare
from tests.tui.briefings import plain


def where(number: int) -> Whereabouts:
    return Whereabouts(0, "article", number, None, None, None, {}, None, None)


@given(st.lists(st.sampled_from(("jump", "back", "forward"))))
def test_it_goes_back_and_forward_as_a_list_of_pages_does(steps: list[str]) -> None:
    jumps, here = NO_JUMPS, 0
    pages, at = [0], 0  # a plain model: all places in order, and which of them one is at
    for number, step in enumerate(steps, 1):
        if step == "jump":
            jumps, here = jumps.leaving(where(here)), number
            pages = [*pages[: at + 1], number]
            at += 1
            continue
        found = jumps.back(where(here)) if step == "back" else jumps.forward(where(here))
        to = at - 1 if step == "back" else at + 1
        assert (found is not None) == (0 <= to < len(pages))
        if found is not None:
            (there, jumps), at = found, to
            assert there.passage is not None
            here = there.passage
        assert here == pages[at]


def test_the_earliest_are_forgotten() -> None:
    jumps = Jumps()
    for number in range(3 * MOST):
        jumps = jumps.leaving(where(number))
    assert [one.passage for one in jumps.behind] == [*range(2 * MOST, 3 * MOST)]


def test_from_a_claim_to_its_evidence_and_back_to_the_claim() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1)
    before = whereabouts_of(walk.reading)
    walk.go("open")
    after = whereabouts_of(walk.reading)
    assert (walk.reading.focus, walk.lit) != ("summary", {})
    assert whereabouts_of(walk.go("back").reading) == before
    assert whereabouts_of(walk.go("forward").reading) == after
    assert whereabouts_of(walk.go("back").reading) == before
    walk.go("open")
    assert whereabouts_of(walk.reading) == after


@pytest.mark.parametrize(
    ("action", "arguments"),
    [
        ("open-full", ()),
        ("open-section", ("2",)),
        ("next-section", ()),
        ("put-cursor", ("sidebar", 2)),
        ("go-to", (4,)),
        ("jump-to", ("article", 1)),
        ("show-name", (("كلاما",),)),
        ("follow", ("summary", 1, 2)),
        ("show-event", (1,)),
    ],
)
def test_every_jump_is_remembered(action: str, arguments: tuple[object, ...]) -> None:
    walk = Walk().go("next-word")
    before = whereabouts_of(walk.reading)
    assert whereabouts_of(walk.go(action, *arguments).reading) != before
    assert whereabouts_of(walk.go("back").reading) == before
    assert whereabouts_of(walk.go("forward").go("back").reading) == before


@pytest.mark.parametrize("keys", [("next-hit",), ("previous-hit",), ("search-word",), ("next-hit",) * 3])
def test_a_hit_is_gone_to_by_a_jump(keys: tuple[str, ...]) -> None:
    """As in vim, where `n`, `N`, `*` and `/` are jumps."""
    text = plain(*["قال أحمد إن الوفد وصل ثم عاد"] * 4)
    walk = Walk(text).go("next-word").go("look-for", "الوفد").go("accept-search")
    places = [whereabouts_of(walk.reading)]
    places += [whereabouts_of(walk.go(key).reading) for key in keys]
    assert len({(one.passage, one.word, one.item) for one in places}) == len(places)
    for place in reversed(places[:-1]):
        assert whereabouts_of(walk.go("back").reading) == place
    for place in places[1:]:
        assert whereabouts_of(walk.go("forward").reading) == place


def test_what_was_typed_is_one_jump_once_one_stays_there() -> None:
    walk = Walk().go("go-to", 4)
    before, jumps = whereabouts_of(walk.reading), walk.reading.jumps
    for typed in ("ا", "ال", "الو", "الوف"):
        walk.go("look-for", typed)
        assert walk.reading.jumps == jumps
    assert whereabouts_of(walk.reading) != before
    left = Walk(walk.reading.briefing).go("go-to", 4).go("look-for", "الوف").go("cancel-search")
    assert (whereabouts_of(left.reading), left.reading.jumps) == (before, jumps)
    walk.go("accept-search")
    assert len(walk.reading.jumps.behind) == len(jumps.behind) + 1
    assert whereabouts_of(walk.go("back").reading) == before


def test_from_claim_to_claim_one_goes_back_too() -> None:
    walk = Walk().go("focus", "summary").go("look-for", "the").go("accept-search")
    items = [walk.reading.item, walk.go("next-hit").reading.item, walk.go("next-hit").reading.item]
    assert len({*items}) > 1
    found = [walk.go("back").reading.item, walk.go("back").reading.item]
    assert found == [items[1], items[0]]


def test_a_hit_that_is_found_later_is_gone_back_from(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk().go("look-for", "الوفد").go("accept-search").go("go-to", 1)
    before = whereabouts_of(walk.reading)
    monkeypatch.setattr(searching, "_within_key", lambda reading: 0)
    walk.go("next-hit")
    while walk.reading.search is not None and walk.reading.search.seek is not None:
        assert whereabouts_of(walk.reading) == before
        walk.go("search-on")
    assert whereabouts_of(walk.reading) != before
    assert whereabouts_of(walk.go("back").reading) == before


def test_steps_are_no_jumps() -> None:
    walk = Walk()
    steps = ("next-word", "next-sentence", "next-pane", "article", "previous-word")
    for action in steps:
        walk.go(action)
    walk.go("put-cursor", "article", 1)
    assert walk.reading.jumps == NO_JUMPS
    assert walk.go("back").effects == (Notify("Nowhere to go back to: you have not jumped."),)
    assert walk.go("forward").effects == (Notify("Nowhere to go forward to: you have not gone back."),)


@pytest.mark.parametrize("typed", ["12", "١٢", "۱۲", " ¶12 ", "¶ ١٢"])
def test_numbers_in_any_digits(typed: str) -> None:
    assert number_typed(typed) == 12


@pytest.mark.parametrize("typed", ["", "x", "-1", "1.5", "²", "9" * 5000, "¶¶1", "0", "6"])
def test_what_is_no_number_here_is_said_in_one_line(typed: str) -> None:
    assert fault(Walk().reading, typed) == "There is no such paragraph. There are 1-5."


def test_every_number_there_is_will_do() -> None:
    reading = Walk().reading
    assert range_words(reading) == "1-5"
    assert [fault(reading, str(number)) for number in range(1, 6)] == [""] * 5


def test_what_is_come_back_to_comes_into_sight_in_every_pane() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1).go("open")
    walk.go("open").go("back").go("back")
    assert (walk.reading.focus, walk.reading.item) == ("summary", 1)
    revealed = [(one.pane, one.item) for one in walk.effects if isinstance(one, Reveal)]
    assert revealed[-2:] == [("article", walk.reading.passage), ("summary", 1)]
    alone = Walk(bare(), None).go("go-to", 4).go("back")
    assert [(one.pane, one.item) for one in alone.effects if isinstance(one, Reveal)] == [("article", 0)]


def test_another_word_of_the_same_passage_is_another_place() -> None:
    before = Walk().reading
    word = before.changed(word=Place(0, 5, 8))
    assert remembered(before, "jump", Result(word)).reading.jumps.behind == (whereabouts_of(before),)
    assert remembered(before, "jump", Result(before)).reading.jumps == before.jumps
    assert remembered(before, "opening", Result(word)).reading.jumps == before.jumps
    assert remembered(before, None, Result(word)).reading is word
