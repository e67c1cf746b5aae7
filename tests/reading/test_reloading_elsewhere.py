"""Another state of the briefing under a reading that goes on: what was left in other views."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Paragraph
from briefing.reading import apply
from briefing.reading.reloading import reloaded
from tests.reading.conftest import TEXTS, Walk, claim, small


def test_a_view_that_was_left_is_come_back_to_where_its_paragraph_and_claim_are_now() -> None:
    walk = Walk(section="first").go("put-cursor", "article", 1).go("focus", "summary")
    walk.go("put-cursor", "summary", 1).go("focus", "article").go("next-section")
    first, second = small().sections
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(("جديد", *TEXTS), 1))
    moved = replace(
        small(),
        paragraphs=paragraphs,
        sections=(
            replace(first, paragraphs=(1, 2, 3), claims=(claim("New."), *first.claims)),
            replace(second, paragraphs=(4, 5), claims=()),
        ),
        events=(),
    )
    after = reloaded(walk.reading, moved)
    assert after.open.key == "second"
    back = apply(after, "previous-section").reading
    assert (back.open.key, back.number, back.item) == ("first", 3, 2)
