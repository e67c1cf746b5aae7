"""Keys and actions: every action for people has a key and words, and no key means two things in one place."""

import re
from collections import Counter

from briefing.reading.actions import ACTIONS, FOR_PEOPLE
from briefing.settings.keymap import ALSO, KEYMAP, Bound, bound, written
from briefing.settings.words import ENGLISH, say


def test_every_action_for_people_has_a_key_and_words() -> None:
    names = [one.action for one in bound()]
    people = [action.name for action in FOR_PEOPLE]
    assert {*people} - {*names} == set(), "give each of these a Bound in settings/keymap.py"
    assert [name for name, often in Counter(names).items() if often > 1] == [], (
        "one Bound has all keys of an action"
    )
    wordless = [name for name in people if f"action.{name}" not in ENGLISH.words]
    assert wordless == [], "say what each does as `action.NAME` in settings/languages/english/keys.py"
    unlike = [one for one in people if not re.fullmatch("[A-Z].*[^.]", say(f"action.{one}"))]
    assert unlike == [], "an action's words begin with a capital and end without a full stop"
    assert [name for name, often in Counter(people).items() if often > 1] == [], "two actions of one name"


def test_every_key_leads_to_an_action_that_is_there() -> None:
    strange = [
        one.action for one in (*bound(), *ALSO) if one.action not in {action.name for action in FOR_PEOPLE}
    ]
    assert strange == [], "no action in FOR_PEOPLE of reading/actions.py has that name"


def test_no_key_does_two_things_in_one_pane() -> None:
    taken: dict[tuple[str, str], set[str]] = {}
    for one in bound():
        for key in one.keys:
            for pane in ACTIONS[one.action].where if one.action in ACTIONS else ():
                taken.setdefault((key, pane), set()).add(one.action)
    assert {key: actions for key, actions in taken.items() if len(actions) > 1} == {}, "give one another key"


def test_groups_have_words() -> None:
    assert all(say(group.words) for group in KEYMAP)


def test_what_stands_in_the_footer_has_short_words_and_a_rank_of_its_own() -> None:
    ranks = Counter(one.rank for one in bound() if one.rank)
    assert [rank for rank, often in ranks.items() if often > 1] == [], "one of them has to give way first"
    wordless = [one.action for one in bound() if one.rank and f"footer.{one.action}" not in ENGLISH.words]
    assert wordless == [], "say each in a word as `footer.NAME` in settings/languages/english/keys.py"


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
