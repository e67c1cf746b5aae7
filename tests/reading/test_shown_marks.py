"""Marks that move with the reader, marks that stay once they are asked for, and in which order they lie."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from briefing.reading import contents
from briefing.reading.marks import Role, TextMarks, in_order
from tests.reading.conftest import Walk

#: Steps of the reader, and what leads them elsewhere.
STEPS: tuple[tuple[Any, ...], ...] = (
    ("put-cursor", "article", 1),
    ("next-word",),
    ("focus", "summary"),
    ("put-cursor", "summary", 1),
    ("show-event", 1),
    ("open-full",),
)


def marks(walk: Walk, number: int) -> TextMarks:
    """What contents say is marked in a paragraph."""
    index = walk.reading.open.passage_of(number)
    assert index is not None
    return contents(walk.reading).article.item(index).marks


def test_evidence_goes_where_the_reader_goes() -> None:
    walk = Walk().go("focus", "summary")
    assert marks(walk, 1) == (("evidence", ((5, 8),)), ("citation", ()))
    assert marks(walk.go("put-cursor", "summary", 1), 2)[0] == ("evidence", ((6, 9), (15, 20)))
    walk.go("focus", "article")
    assert marks(walk, 1) == marks(walk, 2) == ()


@pytest.mark.parametrize(
    ("switch", "number", "mark"),
    [("light-names", 1, ("name", ((9, 13),))), ("show-resting", 5, ("bare", ()))],
)
def test_what_was_switched_on_stays_wherever_the_reader_goes(
    switch: str, number: int, mark: tuple[Role, tuple[Any, ...]]
) -> None:
    walk = Walk(section=None).go(switch)
    for step in STEPS:
        assert mark in marks(walk.go(*step), number), step
    assert mark not in marks(walk.go(switch), number)


def test_marks_lie_over_one_another_in_the_order_of_the_roles() -> None:
    every: TextMarks = tuple((role, ((0, 1),)) for role in get_args(Role))
    assert in_order(*every[::-1]) == every
    assert in_order() == ()
    walk = Walk(section=None).go("light-names").go("look-for", "أحمد")
    walk.go("accept-search").go("show-event", 0).go("focus", "summary")
    roles = [role for role, _ in marks(walk, 1)]
    assert roles == sorted(roles, key=get_args(Role).index)
    assert {"name", "evidence", "citation"} < {*roles}
