"""Marks that move with the reader, marks that stay once they are asked for, and in which order they lie."""

from __future__ import annotations

from typing import Any, Final, get_args

import pytest
from msgspec.structs import replace

from briefing.document import Paragraph
from briefing.reading import contents
from briefing.reading.actions import FOR_PEOPLE
from briefing.reading.marks import Role, TextMarks, in_order
from tests.reading.conftest import Walk, small

#: Steps of the reader, and what leads them elsewhere.
STEPS: tuple[tuple[Any, ...], ...] = (
    ("put-cursor", "article", 1),
    ("next-word",),
    ("focus", "summary"),
    ("put-cursor", "summary", 1),
    ("show-event", 1),
    ("open-full",),
)


#: Paragraphs after those of `small`, for marks that want other words. The first of them is 6.
FURTHER: Final = ("سادسا في 12 يونيو 2024: «نعم»! ثم «لا» في 3 يوليو.",)
#: What shows a mark of each role, and in which paragraph it is seen then.
SHOWN: Final[dict[Role, tuple[tuple[tuple[Any, ...], ...], int]]] = {
    "name": ((("light-names",),), 1),
    "evidence": ((("open-view", 1), ("focus", "summary")), 1),
    "citation": ((("show-event", 0),), 3),
    "bare": ((("show-resting",),), 5),
    "hit": ((("look-for", "أحمد"),), 2),
    "current-hit": ((("look-for", "أحمد"),), 1),
}


def marks(walk: Walk, number: int) -> TextMarks:
    """What contents say is marked in a paragraph."""
    index = walk.reading.open.passage_of(number)
    assert index is not None
    return contents(walk.reading).article.item(index).marks


def test_each_role_is_shown_by_something() -> None:
    roles = {*get_args(Role)}
    assert roles - {*SHOWN} == set(), "say in SHOWN what shows each of these, and where"
    assert {*SHOWN} - roles == set(), "no such role in reading/marks.py"


def opened() -> Walk:
    """The full article of `small`, with further paragraphs."""
    further = (Paragraph(at, text) for at, text in enumerate(FURTHER, len(small().paragraphs) + 1))
    return Walk(replace(small(), paragraphs=(*small().paragraphs, *further)), section=None)


@pytest.mark.parametrize("role", SHOWN)
def test_it_is_seen_then_and_not_before(role: Role) -> None:
    steps, number = SHOWN[role]
    walk = opened()
    assert role not in dict(marks(walk, number))
    for step in steps:
        walk.go(*step)
    assert role in dict(marks(walk, number)), (
        "is it made in `_marks` or `_finders` of contents.py, or in linking.py?"
    )


@pytest.mark.parametrize("role", SHOWN)
def test_its_slices_are_in_order_and_in_the_text_and_none_touches_another(role: Role) -> None:
    walk = opened()
    for step in SHOWN[role][0]:
        walk.go(*step)
    view = walk.reading.open
    for paragraph in (
        one for one in walk.reading.briefing.paragraphs if view.index_of(one.number) is not None
    ):
        spans = dict(marks(walk, paragraph.number)).get(role, ())
        edges = [edge for span in spans for edge in span]
        assert edges == sorted({*edges}), "`merged` of marks.py puts slices in order, and joins what touches"
        assert not edges or 0 <= edges[0] < edges[-1] <= len(paragraph.text), "a slice of another text"


def test_what_a_search_has_found_lies_over_all_else() -> None:
    assert get_args(Role)[-2:] == ("hit", "current-hit"), "another role goes before these, or it covers them"


def test_evidence_goes_where_the_reader_goes() -> None:
    walk = Walk().go("focus", "summary")
    assert marks(walk, 1) == (("evidence", ((5, 8),)), ("citation", ()))
    assert marks(walk.go("put-cursor", "summary", 1), 2)[0] == ("evidence", ((6, 9), (15, 20)))
    walk.go("focus", "article")
    assert marks(walk, 1) == marks(walk, 2) == ()


#: What switches a mark on that stays, and in which paragraph it is seen then.
SWITCHES: Final[dict[Role, tuple[str, int]]] = {
    role: (steps[0][0], number)
    for role, (steps, number) in SHOWN.items()
    if len(steps) == 1 and steps[0] in {(action.name,) for action in FOR_PEOPLE}
}


@pytest.mark.parametrize("role", SWITCHES)
def test_what_was_switched_on_stays_wherever_the_reader_goes(role: Role) -> None:
    switch, number = SWITCHES[role]
    walk = opened().go(switch)
    spans = dict(marks(walk, number))[role]
    for step in STEPS:
        assert (role, spans) in marks(walk.go(*step), number), step
    assert role not in dict(marks(walk.go(switch), number)), "the same key switches it off"


def test_one_switch_leaves_the_others_alone() -> None:
    walk = opened()
    for switch, _ in SWITCHES.values():
        walk.go(switch)
    for role, (switch, number) in SWITCHES.items():
        assert role in dict(marks(walk, number)), "not where others are switched on as well"
        walk.go(switch)
        shown = {one for one, (_, at) in SWITCHES.items() if one in dict(marks(walk, at))}
        assert shown == {*SWITCHES} - {role}
        walk.go(switch)


def test_marks_lie_over_one_another_in_the_order_of_the_roles() -> None:
    every: TextMarks = tuple((role, ((0, 1),)) for role in get_args(Role))
    assert in_order(*every[::-1]) == every
    assert in_order() == ()
    walk = Walk(section=None).go("light-names").go("look-for", "أحمد")
    walk.go("accept-search").go("show-event", 0).go("focus", "summary")
    roles = [role for role, _ in marks(walk, 1)]
    assert roles == sorted(roles, key=get_args(Role).index)
    assert {"name", "evidence", "citation"} < {*roles}
