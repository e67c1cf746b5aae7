"""Every action, wherever it may be done: whether one can go back from it, and where it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, Final

import pytest
from msgspec.structs import replace

from briefing.document import Briefing
from briefing.reading import Copy, Keep, Notify, Outline, Reading, Result, apply
from briefing.reading.actions import ACTIONS, FOR_PEOPLE, REPORTED
from briefing.reading.jumping import is_typed, whereabouts_of
from briefing.reading.offering import nothing_for, offered
from tests.reading.conftest import bare, small
from tests.reading.everywhere import ARGUMENTS, readings, whole


def results(before: Reading, name: str) -> Iterator[Result]:
    """What an action does, told one thing or another."""
    return (apply(before, name, *arguments) for arguments in ARGUMENTS.get(name, ((),)))


def place(reading: Reading) -> tuple[Any, ...]:
    """Where the reader stands in the article."""
    return reading.view, reading.passage, reading.standing_word


def test_every_report_is_tried_with_what_it_is_told() -> None:
    assert {action.name for action in REPORTED} == ARGUMENTS.keys() - {"open-section"}


def test_every_action_that_moves_the_reader_says_whether_one_can_go_back() -> None:
    moving, silent = set[str](), set[str]()
    for before, name in product(readings(whole()), ACTIONS):
        moves = ACTIONS[name].moves
        for after in (result.reading for result in results(before, name)):
            if place(after) == place(before):
                continue
            moving.add(name)
            if moves is None:
                silent.add(name)
            elif name not in ("back", "forward"):
                is_jump = moves == "jump" or (moves == "opening" and after.view != before.view)
                is_jump = is_jump and not is_typed(after)
                assert (after.jumps != before.jumps) == is_jump, name
                assert not is_jump or whereabouts_of(apply(after, "back").reading) == whereabouts_of(
                    before
                ), name
    assert silent == set(), "say with `moves` in reading/actions.py whether each of these is a jump"
    jumping = {action.name for action in ACTIONS.values() if action.moves in ("jump", "opening")}
    there = {"show-event", "search-on"}
    assert jumping - moving == there, "which go to the timeline, and where a large text was looked through"


# What a text is offered.


def without_claims(briefing: Briefing) -> Briefing:
    return replace(briefing, sections=tuple(replace(one, claims=()) for one in briefing.sections))


TEXTS: Final = {
    "whole": whole(),
    "bare": bare(),
    "without claims": without_claims(whole()),
    "without a summary": replace(without_claims(whole()), bottom_line=""),
    "without events": replace(whole(), events=()),
    "without names": replace(whole(), names=()),
    "without links": replace(whole(), paragraphs=small().paragraphs),
}
#: Offered where there is nothing for them yet: they say so, and there is once something is written.
NOT_YET: Final = {"bare": {"edit", "delete"}}
#: Not offered where nothing of them is seen: switches, and what leads back from where a report has led.
UNSEEN: Final = {"switch-scrolling", "light-names", "previous-mention", "open", "article", "claim-here"}


def does(before: Reading, result: Result) -> bool:
    """Whether an action did more than say something."""
    told = [effect for effect in result.effects if not isinstance(effect, Notify)]
    return bool(told) or result.reading != before


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_offered_in_a_text_does_something_there(text: str) -> None:
    """Leaving out what a pane works out, from what is in sight: it reports another action."""
    idle = {name for name in offered(Outline(TEXTS[text])) if ACTIONS[name].run is not None}
    for before in readings(TEXTS[text]):
        idle -= {name for name in idle if any(does(before, result) for result in results(before, name))}
    assert idle == NOT_YET.get(text, set()), "say with `needs` in reading/actions.py what each of these needs"


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_view_has_nothing_for_only_says_so_there(text: str) -> None:
    """All but what leads back to an event that one has come from."""
    for before in readings(TEXTS[text]):
        for name in nothing_for(before.open):
            result = apply(before, name)
            from_event = name == "claim-here" and result.reading.focus == "timeline"
            assert from_event or not does(before, result), name


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_not_offered_in_a_text_does_nothing_there(text: str) -> None:
    hidden = {action.name for action in FOR_PEOPLE} - offered(Outline(TEXTS[text]))
    doing = {
        name
        for before, name in product(readings(TEXTS[text]), hidden)
        if any(does(before, result) for result in results(before, name))
    }
    assert doing - UNSEEN == set(), "say with `needs` in reading/actions.py no more than each of these needs"


def test_whatever_is_said_has_its_values_filled_in() -> None:
    said = set[str]()
    for before, name in product(readings(whole()), ACTIONS):
        for result in results(before, name):
            said |= {one.words for one in result.effects if isinstance(one, Notify)}
            said |= {one.what for one in result.effects if isinstance(one, Copy)}
            said |= {one.words for one in result.effects if isinstance(one, Keep)}
    assert len(said) > 30
    assert not {words for words in said if "{" in words}
