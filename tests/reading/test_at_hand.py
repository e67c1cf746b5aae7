"""What is offered now does something when its key is pressed, whatever the reader has done before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.reading import Notify
from briefing.reading.at_hand import at_hand
from briefing.reading.selection import Place, Selection
from briefing.settings.words import say
from tests.reading.conftest import Walk, bare, small

STEPS = st.sampled_from(
    [
        *(("focus", pane) for pane in ("sidebar", "article", "summary", "timeline")),
        *(("put-cursor", "article", index) for index in range(5)),
        *(("put-cursor", "summary", index) for index in range(6)),
        *(("open-view", index) for index in range(3)),
        *((name,) for name in ("open", "claim-here", "peek", "later-event", "first-event", "last-event")),
        ("select", "article", Selection(Place(0, 0, 1), Place(0, 1, 2))),
        ("select", "article", None),
        ("dates-read", (1, 0, 2)),
        *(("look-for", typed) for typed in ("a", "zzz", "")),
        *((name,) for name in ("accept-search", "cancel-search", "next-hit")),
    ]
)


@given(st.lists(STEPS, max_size=12), st.booleans())
def test_what_is_offered_does_something(steps: list[tuple[object, ...]], whole: bool) -> None:
    walk = Walk(small() if whole else bare(), section="1" if whole else None)
    for name, *arguments in steps:
        if name != "focus" or arguments[0] in walk.reading.panes:
            walk.go(str(name), *arguments)
    before = walk.reading
    for one in at_hand(before):
        assert say(one.words)
        walk.reading = before
        walk.go(one.action)
        done = walk.reading != before or any(not isinstance(effect, Notify) for effect in walk.effects)
        assert done, one


def offers(walk: Walk) -> list[str]:
    return [say(one.words) for one in at_hand(walk.reading)]


def test_what_is_offered_where() -> None:
    walk = Walk().go("dates-read", (1, 0, 2))
    assert offers(walk) == ["Claim"]
    assert offers(walk.go("focus", "summary")) == ["Evidence", "Quotes", "Copy claim", "Edit"]
    assert offers(walk.go("peek")) == ["Evidence", "Hide quotes", "Copy claim", "Edit"]
    assert offers(walk.go("put-cursor", "summary", 1).go("open")) == ["Next place", "Claim"]
    assert offers(walk.go("focus", "sidebar")) == ["Read"]
    assert offers(walk.go("focus", "timeline").go("last-event")) == ["Paragraph"]
    assert offers(walk.go("first-event")) == ["Paragraph", "Later"]
    assert offers(Walk(bare())) == []
    assert offers(Walk(replace(bare(), path="/a/briefing.toml"))) == ["New claim"]
    walk = Walk().go("look-for", "a").go("accept-search")
    assert offers(walk)[:2] == ["Next", "Previous"]
    assert "Next" not in offers(walk.go("cancel-search"))
    assert "Next" not in offers(Walk().go("look-for", "zzz").go("accept-search"))
    walk = Walk(bare()).go("select", "article", Selection(Place(0, 0, 1), Place(0, 1, 2)))
    assert offers(walk) == ["Copy", "New claim"]
