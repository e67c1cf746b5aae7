"""Keys and actions: every action for people has a key and words, and no key means two things in one place."""

from briefing.reading.actions import ACTIONS, FOR_PEOPLE
from briefing.settings.keymap import ALSO, KEYMAP, Bound, bound, written
from briefing.settings.words import say


def test_every_action_for_people_has_a_key_and_words() -> None:
    names = [one.action for one in bound()]
    assert sorted(names) == sorted(action.name for action in FOR_PEOPLE)
    assert len(set(names)) == len(names)
    assert all(action.words for action in FOR_PEOPLE)


def test_every_key_leads_to_an_action_that_is_there() -> None:
    assert all(one.action in ACTIONS for one in (*bound(), *ALSO))


def test_no_key_does_two_things_in_one_pane() -> None:
    taken: dict[tuple[str, str], str] = {}
    for one in bound():
        for key in one.keys:
            for pane in ACTIONS[one.action].where:
                assert taken.setdefault((key, pane), one.action) == one.action, (key, pane)


def test_groups_have_words() -> None:
    assert all(say(group.words) for group in KEYMAP)


def test_what_stands_in_the_footer_has_short_words_and_a_rank_of_its_own() -> None:
    ranks = [one.rank for one in bound() if one.rank]
    assert len(set(ranks)) == len(ranks)
    assert all(say(f"footer.{one.action}") for one in bound() if one.rank)


def test_keys_are_written_as_people_write_them() -> None:
    shown = {
        key: written(key)
        for key in ("ctrl+p", "shift+tab", "left_square_bracket", "G", "pagedown", "shift+left")
    }
    assert shown == {
        "ctrl+p": "Ctrl+P",
        "shift+tab": "Shift+Tab",
        "left_square_bracket": "[",
        "G": "G",
        "pagedown": "PgDn",
        "shift+left": "Shift+←",
    }
    assert Bound("x", ("down", "j")).written == "↓ or j"
    assert next(one for one in bound() if one.takes_key).written == "1-9"
