"""What a text is offered, action by action, and in which words; and what every other text is."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Origin
from briefing.document.model import Inline
from briefing.reading import needs
from briefing.reading.actions import FOR_PEOPLE
from briefing.reading.needs import Need
from briefing.reading.offering import nothing_for, offered, say_for, words_for
from briefing.reading.views import Outline
from briefing.settings.words import say
from tests.reading.conftest import bare, small


def needing(*some: Need) -> set[str]:
    """What says that it needs one of these; `test_every_action.py` judges whether it does."""
    return {action.name for action in FOR_PEOPLE if action.needs in some}


NAMES = frozenset(action.name for action in FOR_PEOPLE)
VIEWS, PANES, EVENTS = needing(needs.SECTIONS), needing(needs.PANES), needing(needs.EVENTS)
CLAIMS, SUMMARY = needing(needs.CLAIMS, needs.CLAIMS_HERE), needing(needs.SUMMARY, needs.SUMMARY_HERE)
LINKS, OF_NAMES = needing(needs.LINKS_HERE), needing(needs.NAMES)
LINK = Inline(0, 4, "link", "https://a.example")


def whole() -> Briefing:
    """A briefing with everything."""
    first, *others = small().paragraphs
    return replace(small(), paragraphs=(replace(first, inlines=(LINK,)), *others))


def without_claims(briefing: Briefing) -> Briefing:
    return replace(briefing, sections=tuple(replace(one, claims=()) for one in briefing.sections))


def lacking(make: Callable[[Briefing], Briefing]) -> frozenset[str]:
    return NAMES - offered(Outline(make(whole())))


def test_a_whole_briefing_is_offered_everything() -> None:
    assert offered(Outline(whole())) == NAMES


def test_a_bare_text_is_offered_nothing_that_it_has_nothing_for() -> None:
    rest = {action.name for action in FOR_PEOPLE if action.needs is not None}
    assert {"open", "links", "peek", "names", "timeline", "next-pane", "open-section", "copy-summary"} <= rest
    assert NAMES - offered(Outline(bare())) == rest


def test_each_thing_that_is_lacking_takes_its_own_actions_away() -> None:
    assert lacking(lambda whole: replace(whole, events=())) == EVENTS
    assert lacking(lambda whole: replace(whole, paragraphs=small().paragraphs)) == LINKS
    assert lacking(without_claims) == CLAIMS
    assert lacking(lambda whole: replace(without_claims(whole), bottom_line="")) == CLAIMS | SUMMARY
    assert lacking(lambda whole: replace(without_claims(whole), events=())) == CLAIMS | EVENTS
    assert lacking(lambda whole: replace(whole, names=())) == OF_NAMES
    nothing = CLAIMS | EVENTS | OF_NAMES | {"open"}
    assert lacking(lambda whole: replace(without_claims(whole), events=(), names=())) == nothing


@pytest.mark.parametrize("has", ["events", "bottom_line"])
def test_one_pane_beside_the_article_is_enough_to_go_from_pane_to_pane(has: str) -> None:
    text = replace(bare(), **{has: getattr(small(), has)})
    assert offered(Outline(text)) >= PANES


@pytest.mark.parametrize("has", ["claims", "events", "names"])
def test_one_kind_of_thing_that_leads_to_the_article_is_enough_to_follow_it(has: str) -> None:
    text = without_claims(small()) if has != "claims" else small()
    lacks = {other: () for other in ("events", "names") if other != has}
    assert "open" in offered(Outline(replace(text, **lacks)))


def test_the_words_are_those_for_less_where_anything_is_lacking() -> None:
    whole = Outline(small())
    assert words_for("palette", whole) == say("action.palette")
    for part in (
        replace(small(), names=()),
        replace(small(), events=()),
        without_claims(small()),
        replace(small(), sections=bare().sections),
    ):
        assert words_for("palette", Outline(part)) == say("action.palette.fewer")
    assert say_for("action.quit", Outline(bare())) == say("action.quit"), "the same for all"


def test_links_are_offered_in_the_sections_that_have_some() -> None:
    full, first, second = Outline(whole()).views
    assert ["links" in nothing_for(view) for view in (first, second, full)] == [False, True, False]


def test_a_plain_text_is_not_looked_through_for_links() -> None:
    text = replace(whole(), origin=Origin("a.txt", "text"))
    assert not Outline(text).has_links
