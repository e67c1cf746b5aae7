"""Which claims stand where between the paragraphs, and what keys and copies make of it."""

from msgspec.structs import replace

from briefing.reading import Copy, Reading, contents, open_reading
from briefing.reading.effects import Reveal
from briefing.reading.selection import Place, Selection
from briefing.settings import Preferences
from tests.reading.conftest import Walk, claim, small


def walk(section: int = 1) -> Walk:
    found = Walk()
    found.reading, found.effects = open_reading(small(), section, Preferences(way="interleaved"))
    return found


def order(reading: Reading) -> list[str]:
    """What stands one under the other: numbers of paragraphs, texts of the summary."""
    view = reading.open
    entries = map(view.interleaving.entry, range(view.interleaving.count))
    return [
        f"¶{view.number(index)}" if pane == "article" else view.item_text(index) for pane, index in entries
    ]


def test_a_claim_stands_once_under_the_paragraph_it_cites_first() -> None:
    assert order(walk(1).reading) == ["¶1", "Ahmad wrote.", "Ahmad spoke, and wrote.", "¶2"]
    assert order(walk(2).reading) == ["¶3", "They came.", "¶4"]


def test_the_bottom_line_is_at_the_top_and_headings_of_sections_are_left_out() -> None:
    top = ["Bottom line", "The bottom line.", "¶1", "Ahmad wrote."]
    assert order(walk(0).reading)[:4] == top
    assert "First" not in order(walk(0).reading)


def test_claims_without_a_paragraph_here_stand_under_the_one_before() -> None:
    first, *others = small().sections
    claims = (claim("At the top."), *first.claims[:1], claim("After."), claim("Far.", (5, "خامسا")))
    briefing = replace(small(), sections=(replace(first, claims=claims), *others))
    reading = open_reading(briefing, 1, Preferences(way="interleaved")).reading
    assert order(reading) == ["At the top.", "¶1", "Ahmad wrote.", "After.", "Far.", "¶2"]


def test_positions_lead_to_what_stands_there_and_back() -> None:
    for section in range(3):
        found = walk(section).reading.open.interleaving
        for position in range(found.count):
            assert found.position(*found.entry(position)) == position


def test_standing_on_a_claim_lights_its_evidence_and_leads_nowhere() -> None:
    there = walk().go("put-cursor", "article", 2)
    assert (there.reading.focus, there.reading.number) == ("summary", 1)
    assert there.reading.claim is small().sections[0].claims[1]
    assert there.lit == {2: ["قال", "كلاما"], 1: ["كتب"]}
    assert not any(isinstance(one, Reveal) for one in there.effects)
    assert there.go("open").reading.focus == "article"
    assert there.go("put-cursor", "article", 1).go("next-pane").reading.focus == "timeline"
    assert there.go("article").reading.number == 1


def test_a_selection_over_paragraphs_and_claims_is_copied_in_the_order_it_is_read_in() -> None:
    there = walk().go("select", "article", Selection(Place(0, 5, 6), Place(2, 0, 5))).go("copy-selection")
    copied = next(one for one in there.effects if isinstance(one, Copy))
    assert copied.text == "كتب أحمد\n\nAhmad wrote.\n\nAhmad"


def test_a_number_of_a_claim_between_paragraphs_leads_there() -> None:
    there = walk().go("follow", "article", 2, 1)
    assert (there.reading.focus, there.reading.number, there.reading.item) == ("article", 1, 1)
    for position, number in ((0, 1), (1, 2)):
        before = walk()
        assert before.go("follow", "article", position, number).reading.number == 1, position
    apart = Walk()
    before_it = apart.reading
    assert apart.go("follow", "article", 1, 1).reading is before_it, "a paragraph leads nowhere"


def test_hits_are_told_by_where_they_stand_between_each_other() -> None:
    there = walk().go("look-for", "Ahmad")
    shown = contents(there.reading).between
    assert shown is not None
    assert list(shown.hits) == [1, 2]
    assert list(shown.hit_places(2)) == [0]
    shown = contents(walk().go("look-for", "كتب").reading).between
    assert shown is not None
    assert list(shown.hits) == [0]
    assert list(shown.hit_places(0)) == [5]


def test_only_a_claim_is_one() -> None:
    there = walk(0).reading
    shown = contents(there).between
    assert shown is not None
    said = ("Ahmad wrote.", "Ahmad spoke, and wrote.", "They came.")
    claims = [at for at, text in enumerate(order(there)) if text in said]
    assert [at for at in range(shown.order.count) if shown.is_claim(at)] == claims


def test_a_claim_is_the_one_stood_on_while_it_leads_or_has_led_here() -> None:
    def marked(there: Walk) -> int | None:
        shown = contents(there.reading).between
        assert shown is not None
        return shown.summary.cursor

    there = walk()
    assert marked(there) is None
    assert marked(there.go("put-cursor", "article", 2)) == 1
    assert marked(there.go("open")) == 1, "which led to the paragraph"
    assert marked(walk().go("put-cursor", "article", 2).go("put-cursor", "article", 3)) is None
