"""How the text is presented, and the keys that change it."""

import pytest

from briefing.reading import Keep
from briefing.reading.preferring import presentation
from tests.reading.conftest import Walk


@pytest.mark.parametrize(
    ("action", "values"),
    [
        ("switch-harakat", [("harakat", "hidden"), ("harakat", "shown"), ("harakat", "hidden")]),
        ("switch-digits", [("digits", "western"), ("digits", "arabic-indic"), ("digits", "written")]),
        ("switch-lines", [("lines", "justified"), ("lines", "flush"), ("lines", "justified")]),
    ],
)
def test_a_key_goes_through_the_choices_and_keeps_each(action: str, values: list[tuple[str, str]]) -> None:
    walk = Walk()
    for key, value in values:
        (kept,) = walk.go(action).effects
        assert isinstance(kept, Keep)
        assert kept.changes == {key: value}
        assert kept.words
        assert getattr(walk.reading.preferences, key) == value


def test_the_words_say_what_is_so_now() -> None:
    said = [Walk().go("switch-harakat").effects, Walk().go("switch-lines").effects]
    assert [effects[0].words for effects in said if isinstance(effects[0], Keep)] == [
        "Harakat are hidden; copies keep them",
        "Lines are filled by kashida; copies have none of it",
    ]


def test_harakat_are_left_to_what_the_terminal_shows_until_somebody_says() -> None:
    walk = Walk()
    assert presentation(walk.reading).harakat
    walk.go("terminal-known", False)
    assert not presentation(walk.reading).harakat
    walk.go("switch-harakat")
    assert walk.reading.preferences.harakat == "shown"
    assert presentation(walk.reading).harakat
    walk.go("terminal-known", True)
    walk.go("switch-harakat")
    assert not presentation(walk.reading).harakat


def test_preferences_can_be_given() -> None:
    walk = Walk().go("prefer", {"digits": "western", "lines": "justified"})
    shown = presentation(walk.reading)
    assert (shown.digits, shown.justified, walk.effects) == ("western", True, ())
