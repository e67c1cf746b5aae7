"""Another state of the briefing under a reading that goes on: where the reader is then."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph, Section, Title
from briefing.reading import Reading, apply, contents, open_reading, searching, tally
from briefing.reading.copying import selected_text
from briefing.reading.jumping import whereabouts_of
from briefing.reading.jumps import Whereabouts
from briefing.reading.reloading import reloaded
from briefing.reading.selection import Place, Selection
from briefing.reading.trail import Trail
from tests.reading.conftest import TEXTS, Walk, bare, claim, event, small
from tests.tiers import examples

WORDS = ("كتب", "أحمد", "كتبَ", "כתב", "نوشت", "wrote", "في 2014", "الوفد")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Any small briefing whose citations, events and sections fit its article."""
    article = draw(st.lists(texts, min_size=1, max_size=6))
    numbers = st.integers(1, len(article))
    any_numbers = st.lists(numbers, min_size=1, max_size=3, unique=True)

    def said() -> Claim:
        cited = draw(st.lists(numbers, max_size=2))
        quotes = tuple(Citation(n, draw(st.sampled_from(article[n - 1].split()))) for n in cited)
        return Claim(draw(texts), quotes)

    keys = draw(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3, unique=True))
    sections = tuple(
        Section(
            key,
            key,
            "",
            tuple(draw(any_numbers)),
            tuple(said() for _ in range(draw(st.integers(0, 3)))),
        )
        for key in keys
    )
    events = tuple(
        Event(draw(st.sampled_from(["2014", "2015"])), draw(texts), "", tuple(sorted(draw(any_numbers))))
        for _ in range(draw(st.integers(0, 2)))
    )
    return Briefing(
        title=Title("A title", ""),
        bottom_line=draw(st.sampled_from(["", "wrote"])),
        provenance=None,
        paragraphs=tuple(Paragraph(number, text) for number, text in enumerate(article, 1)),
        sections=sections,
        events=events,
        names=tuple(Name("person", one, (one,)) for one in draw(st.sets(st.sampled_from(WORDS), max_size=2))),
        path="a.toml",
    )


_AT = st.integers(0, 6)
ACTIONS = st.one_of(
    st.tuples(
        st.sampled_from(
            [
                *("next-section", "previous-section", "open-full", "next-pane", "timeline", "article"),
                *("open", "peek", "claim-here", "show-resting", "next-word", "previous-sentence", "back"),
                *("forward", "later-event", "next-way", "zen", "next-hit", "search-word", "light-names"),
                *("previous-mention", "accept-search", "cancel-search", "switch-scrolling"),
            ]
        )
    ),
    st.tuples(st.just("put-cursor"), st.sampled_from(["sidebar", "article", "summary"]), _AT),
    st.tuples(st.just("stand-on"), _AT, _AT),
    st.tuples(st.sampled_from(["select-event", "show-event", "open-event"]), _AT),
    st.tuples(st.just("seen"), _AT, _AT),
    st.tuples(st.just("look-for"), st.sampled_from(WORDS)),
    st.tuples(st.just("show-name"), st.sampled_from(WORDS).map(lambda word: (word,))),
)


def done(reading: Reading, steps: list[tuple[Any, ...]]) -> Reading:
    for name, *arguments in steps:
        if name == "stand-on" and arguments[0] >= reading.open.count:
            continue
        reading = apply(reading, name, *arguments).reading
    return reading


def with_dates(reading: Reading) -> Reading:
    return apply(reading, "dates-read", tuple(range(len(reading.briefing.events)))).reading


def selected_all(reading: Reading, pane: str) -> Reading:
    """The reading with all text of a pane selected, as the mouse does it."""
    if reading.way == "interleaved":
        count = reading.open.interleaving.count
    else:
        count = reading.open.count if pane == "article" else len(reading.open.items)
    if not count:
        return reading
    selection = Selection(Place(0, 0, 1), Place(count - 1, 0, 1))
    return apply(reading, "select", pane, selection).reading


def assert_valid(reading: Reading) -> None:
    """Every index leads to something, and every pane can show what it is given."""
    view, briefing = reading.open, reading.briefing
    panes = (
        *reading.panes,
        "article",
        "sidebar",
        "summary",
    )  # in zen the timeline too, while one is in it
    assert reading.focus in panes or (reading.focus == "timeline" and briefing.events)
    assert (reading.passage is None) == (view.count == 0)
    assert reading.passage is None or 0 <= reading.passage < view.count
    assert reading.item is None or 0 <= reading.item < len(view.items)
    assert reading.event is None or 0 <= reading.event < len(briefing.events)
    assert sorted(reading.order) in ([], [*range(len(briefing.events))])
    if (word := reading.standing_word) is not None:
        assert 0 <= word.start < word.end <= len(view.text(word.item))
    for index, stood in reading.places.items():
        other = reading.views[index]
        assert index != reading.view
        assert stood.passage is None or 0 <= stood.passage < other.count
        assert stood.item is None or 0 <= stood.item < len(other.items)
    for where in (*reading.jumps.behind, *reading.jumps.ahead):
        other = reading.views[where.view]
        assert where.passage is None or 0 <= where.passage < other.count
        assert where.item is None or 0 <= where.item < len(other.items)
        assert where.event is None or 0 <= where.event < len(briefing.events)
    for spans in (*reading.marks.values(), reading.pinned):
        for number, inside in spans.items():
            text = briefing.paragraph(number).text
            assert all(0 <= start < end <= len(text) for start, end in inside)
    for first, last in reading.seen:
        assert 1 <= first <= last <= len(briefing.paragraphs)
    selected_text(reading)
    shown = contents(reading)
    for index in range(view.count):
        shown.article.item(index)
    for index in range(len(view.items)):
        shown.summary.item(index)
    for index in range(len(reading.views)):
        shown.sidebar.item(index)
    if reading.search is not None and reading.search.before is not None:
        assert reading.search.before.outline is reading.outline


@pytest.mark.whole
@settings(max_examples=examples(0.6))
@given(briefings(), briefings(), st.lists(ACTIONS, max_size=8), st.lists(ACTIONS, max_size=4), st.data())
def test_any_reading_goes_on_with_any_other_briefing(
    first: Briefing,
    other: Briefing,
    steps: list[tuple[Any, ...]],
    later: list[tuple[Any, ...]],
    data: st.DataObject,
) -> None:
    reading = done(with_dates(open_reading(first).reading), steps)
    if data.draw(st.booleans()):
        reading = selected_all(reading, data.draw(st.sampled_from(["article", "summary"])))
    after = reloaded(reading, other)
    assert after.briefing is other
    assert_valid(after)
    assert_valid(done(with_dates(after), later))
    assert_valid(reloaded(after, first))


def lasting(where: Whereabouts) -> Whereabouts:
    """Whereabouts without a walk that is over: its mentions are no longer the ones that are lit."""
    is_over = where.walk is not None and where.walk.spans is not where.pinned
    return replace(where, walk=None) if is_over else where


@pytest.mark.whole
@settings(max_examples=examples(0.4))
@given(briefings(), st.lists(ACTIONS, max_size=8), st.data())
def test_the_same_briefing_gives_the_same_place(
    briefing: Briefing, steps: list[tuple[Any, ...]], data: st.DataObject
) -> None:
    reading = done(with_dates(open_reading(briefing).reading), steps)
    if data.draw(st.booleans()):
        reading = selected_all(reading, "article")
    again = deepcopy(briefing)
    assert again == briefing
    after = reloaded(reading, again)
    for field in ("view", "focus", "passage", "item", "event", "word", "places", "pinned", "marks", "linked"):
        assert getattr(after, field) == getattr(reading, field), field
    for field in ("peeked", "selected", "order", "seen", "zen", "preferences", "trail", "shows_names"):
        assert getattr(after, field) == getattr(reading, field), field
    kept = [(lasting(whereabouts_of(one)), one.jumps) for one in (reading, after)]
    assert kept[0] == kept[1] or any(one.walk for one in (*reading.jumps.behind, *reading.jumps.ahead))
    if reading.search is not None and after.search is not None:
        assert (after.search.typed, after.search.at) == (reading.search.typed, reading.search.at)


# Case by case.


def changed(**values: object) -> Briefing:
    return replace(small(), **values)


def article(*lines: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(number, text) for number, text in enumerate(lines, 1))


def test_a_paragraph_is_followed_where_it_has_moved_to() -> None:
    walk = Walk(bare(), None).go("put-cursor", "article", 2)
    texts = ("جديد", "جديد آخر", *TEXTS)
    section = replace(bare().sections[0], paragraphs=tuple(range(1, 8)))
    after = reloaded(walk.reading, replace(bare(), paragraphs=article(*texts), sections=(section,)))
    assert after.number == 5
    assert after.briefing.paragraph(5).text == TEXTS[2]


def test_an_edited_paragraph_is_found_between_its_neighbours() -> None:
    walk = Walk(bare(), None).go("put-cursor", "article", 2)
    texts = ("جديد", *TEXTS[:2], "ثالثا وصل الوفد أمس", *TEXTS[3:])
    section = replace(bare().sections[0], paragraphs=tuple(range(1, 7)))
    after = reloaded(walk.reading, replace(bare(), paragraphs=article(*texts), sections=(section,)))
    assert after.number == 4


def test_a_paragraph_that_left_the_section_gives_its_place_to_the_one_before_it_there() -> None:
    first, second = small().sections
    walk = Walk(section="first").go("put-cursor", "article", 1)
    for numbers, number in (((1,), 1), ((1, 5), 1), ((3, 4), 3)):
        sections = (replace(first, paragraphs=numbers, claims=()), replace(second, claims=()))
        assert reloaded(walk.reading, changed(sections=sections, events=())).number == number, numbers


def test_the_word_stood_on_stays_when_text_before_or_behind_it_changes() -> None:
    walk = Walk(bare(), None).go("stand-on", 1, TEXTS[1].index("أحمد"))
    for edited in (f"{TEXTS[1]} آخر", f"يوم {TEXTS[1]}"):
        after = reloaded(walk.reading, replace(bare(), paragraphs=article(TEXTS[0], edited, *TEXTS[2:])))
        word = after.standing_word
        assert word is not None
        assert edited[word.start : word.end] == "أحمد"
    gone = reloaded(walk.reading, replace(bare(), paragraphs=article(TEXTS[0], "شيء", *TEXTS[2:])))
    assert (gone.number, gone.standing_word) == (2, None)


def test_the_view_is_that_of_the_key_and_else_the_one_with_the_paragraph() -> None:
    walk = Walk(section="2").go("put-cursor", "article", 1)
    first, second = small().sections
    renamed = replace(second, title="Renamed", key="second")
    assert reloaded(walk.reading, changed(sections=(first, renamed))).open.title == "Renamed"
    swapped = reloaded(walk.reading, changed(sections=(second, first)))
    assert (swapped.open.key, swapped.number) == ("second", 4)
    other = replace(second, key="other", title="Other")
    after = reloaded(walk.reading, changed(sections=(first, other)))
    assert (after.open.key, after.number) == ("other", 4)


def test_a_claim_is_followed_by_its_text_then_by_its_citations() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1)
    first, second = small().sections
    one, two = first.claims
    after = reloaded(
        walk.reading, changed(sections=(replace(first, claims=(claim("New."), one, two)), second))
    )
    assert after.claim == two
    rewritten = replace(two, text="He spoke, and he wrote.")
    after = reloaded(
        walk.reading, changed(sections=(replace(first, claims=(claim("New."), rewritten, one)), second))
    )
    assert after.claim == rewritten
    after = reloaded(walk.reading, changed(sections=(replace(first, claims=(one,)), second)))
    assert after.claim == one
    after = reloaded(walk.reading, changed(sections=(replace(first, claims=()), second)))
    assert (after.claim, after.focus) == (None, "summary")


def test_the_words_behind_a_claim_are_those_it_quotes_now() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 0)
    first, second = small().sections
    requoted = replace(first.claims[0], citations=(Citation(1, "أحمد"),))
    briefing = changed(sections=(replace(first, claims=(requoted, first.claims[1])), second))
    walk.reading = reloaded(walk.reading, briefing)
    assert walk.lit == {1: ["أحمد"]}
    walk.go("open")
    walk.reading = reloaded(walk.reading, small())
    assert (walk.reading.focus, walk.lit) == ("article", {1: ["كتب"]})


def test_the_claim_whose_paragraphs_are_gone_through_is_followed_too() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1).go("open")
    first, second = small().sections
    trail, spoke = walk.reading.trail, first.claims[1]
    assert trail == Trail(spoke, 0)
    new = claim("New.", (1, "أحمد"))
    for claims in (first.claims, (spoke, new), (new, *first.claims)):
        walk.reading = reloaded(walk.reading, changed(sections=(replace(first, claims=claims), second)))
        assert walk.reading.trail == trail
    assert walk.go("open").reading.trail == Trail(spoke, 1)
    walk.reading = reloaded(walk.reading, changed(sections=(replace(first, claims=(new,)), second)))
    assert walk.reading.trail is None


def test_events_are_followed_and_their_order_is_read_anew() -> None:
    walk = Walk().go("dates-read", (1, 0, 2)).go("show-event", 1)
    assert reloaded(walk.reading, changed(events=(*small().events,))).order == (1, 0, 2)
    events = (event("2000", "New", 1), *small().events)
    after = reloaded(walk.reading, changed(events=events))
    assert (after.event, after.order, after.focus) == (2, (), "timeline")
    assert after.marks == walk.reading.marks
    redated = (small().events[0], event("2011", "Spoke", 4), small().events[2])
    after = reloaded(walk.reading, changed(events=redated))
    assert (after.event, set(after.marks["citation"])) == (1, {4})
    after = reloaded(walk.reading, changed(events=()))
    assert (after.event, after.focus) == (None, "article")


def test_a_selection_stays_only_if_it_is_the_same_text() -> None:
    walk = Walk(bare(), None).go("select", "article", Selection(Place(1, 0, 1), Place(2, 3, 4)))
    text = selected_text(walk.reading)
    section = replace(bare().sections[0], paragraphs=tuple(range(1, 7)))
    moved = replace(bare(), paragraphs=article("جديد", *TEXTS), sections=(section,))
    after = reloaded(walk.reading, moved)
    assert after.selected is not None
    assert selected_text(after) == text
    between = replace(bare(), paragraphs=article(*TEXTS[:2], "جديد", *TEXTS[2:]), sections=(section,))
    assert reloaded(walk.reading, between).selected is None
    edited = replace(bare(), paragraphs=article(TEXTS[0], "آخر", *TEXTS[2:]))
    assert reloaded(walk.reading, edited).selected is None


def test_a_search_is_made_anew_at_the_same_hit() -> None:
    walk = Walk(section=None).go("look-for", "أحمد").go("accept-search").go("next-hit")
    search = walk.reading.search
    assert search is not None
    assert (search.total, search.number) == (2, 2)
    first, second = small().sections
    sections = (replace(first, paragraphs=(1, 2, 3)), replace(second, paragraphs=(4, 5, 6), claims=()))
    briefing = changed(paragraphs=article("أحمد", *TEXTS), sections=sections, events=(), names=small().names)
    after = reloaded(walk.reading, briefing)
    assert after.search is not None
    assert (after.search.total, after.search.number, after.number) == (3, 3, 3)
    assert apply(after, "next-hit").reading.number == 1


def test_a_search_that_takes_its_time_goes_on_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    walk = Walk(section=None).go("look-for", "أحمد").go("accept-search")
    clock = count()
    monkeypatch.setattr(tally, "monotonic", lambda: float(next(clock)))
    search = reloaded(walk.reading, changed()).search
    assert search is not None
    assert (search.is_whole, search.total) == (False, 1)
    walk.go("look-for", "").go("accept-search")
    search = reloaded(walk.reading, changed()).search
    assert search is None or search.is_whole


def test_a_search_for_the_next_hit_goes_on_in_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count()
    for module in (searching, tally):
        monkeypatch.setattr(module, "monotonic", lambda: float(next(clock)))
    walk = Walk(section="first").go("look-for", "الوفد")
    assert walk.reading.search is not None
    assert walk.reading.search.seek is not None, "it is still on its way"
    walk.reading = reloaded(walk.reading, changed(bottom_line="Another."))
    for _ in range(20):
        walk.go("search-on", False)
    assert walk.reading.search is not None
    assert (walk.reading.search.seek, walk.reading.search.total, walk.reading.number) == (None, 2, 3)
    walk.go("look-for", "الوف").go("look-for", "الوفود")
    walk.reading = reloaded(walk.reading, changed())
    for _ in range(40):
        walk.go("search-on", False)
    assert walk.reading.search is not None
    assert (walk.reading.search.seek, walk.reading.search.total) == (None, 0)


def test_what_was_seen_counts_as_long_as_it_reads_so() -> None:
    walk = Walk(bare(), None).go("seen", 0, 3)
    section = replace(bare().sections[0], paragraphs=tuple(range(1, 7)))
    texts = ("جديد", TEXTS[0], "آخر", *TEXTS[2:])
    after = reloaded(walk.reading, replace(bare(), paragraphs=article(*texts), sections=(section,)))
    assert after.seen == ((2, 2), (4, 5))


def test_jumps_lead_back_to_the_same_paragraphs() -> None:
    walk = Walk(section=None).go("put-cursor", "article", 3).go("go-to", 1)
    section = replace(bare().sections[0], paragraphs=tuple(range(1, 7)))
    after = reloaded(walk.reading, replace(bare(), paragraphs=article("جديد", *TEXTS), sections=(section,)))
    assert after.number == 2
    back = apply(after, "back").reading
    assert back.briefing.paragraph(back.number or 0).text == TEXTS[3]
