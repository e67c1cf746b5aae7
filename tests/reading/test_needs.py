"""What there must be in a text for an action to do anything: one of the things will do, and none will not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Briefing
from briefing.reading import Notify, needs
from briefing.reading.needs import Need
from briefing.reading.views import Outline
from tests.reading.conftest import Walk, bare, small

PLAIN = bare()
EVENTS = replace(PLAIN, events=small().events)
NAMES = replace(PLAIN, names=small().names)
CLAIMS = replace(PLAIN, sections=(replace(PLAIN.sections[0], claims=small().sections[0].claims),))
CHOICE = replace(PLAIN, sections=tuple(replace(one, claims=()) for one in small().sections))
SUMMARY = replace(PLAIN, bottom_line="The bottom line.")


@pytest.mark.parametrize(
    ("need", "met_by"),
    [
        (needs.SECTIONS, [CLAIMS, CHOICE, SUMMARY]),
        (needs.PANES, [EVENTS, CLAIMS, CHOICE, SUMMARY]),
        (needs.EVENTS, [EVENTS]),
        (needs.NAMES, [NAMES]),
        (needs.CLAIMS, [CLAIMS]),
        (needs.SUMMARY, [CLAIMS, SUMMARY]),
        (needs.LEADS, [EVENTS, NAMES, CLAIMS]),
    ],
)
def test_one_of_what_an_action_needs_will_do(need: Need, met_by: list[Briefing]) -> None:
    texts = [PLAIN, EVENTS, NAMES, CLAIMS, CHOICE, SUMMARY]
    assert [need.in_text(Outline(one)) for one in texts] == [one in met_by for one in texts]


def test_a_view_without_a_summary_says_whether_others_have_one() -> None:
    only_first = replace(
        small(),
        bottom_line="",
        sections=(small().sections[0], replace(small().sections[1], claims=())),
    )
    here, nowhere = Walk(only_first, section="2"), Walk(PLAIN, None)
    assert here.go("copy-summary").effects == (Notify("This section comes without a summary."),)
    assert nowhere.go("copy-summary").effects == (Notify("This text comes without a summary."),)
