"""The keys of the keymap have the names that Textual gives them, and are written as what they type."""

from __future__ import annotations

from typing import Final

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys, _character_to_key

from briefing.reading.actions import FOR_PEOPLE
from briefing.settings.keymap import ALSO, Bound, bound, written
from briefing.tui.panes.article import Article
from briefing.tui.panes.sidebar import Sidebar
from briefing.tui.panes.summary import Summary
from briefing.tui.timeline.widget import Timeline

#: What is typed, by what Textual calls the key.
TYPED: Final = {_character_to_key(chr(code)): chr(code) for code in range(0x21, 0x7F)}
#: What a terminal has a sequence for, whatever was held down with it.
NAMED: Final = {
    key.value.rpartition("+")[2]
    for keys in ANSI_SEQUENCES_KEYS.values()
    if isinstance(keys, tuple)
    for key in keys
    if isinstance(key, Keys)
}
KEYS: Final = sorted({key for one in (*bound(), *ALSO) for key in one.keys})


def fault(key: str) -> str:
    """What is wrong with the name of a key, and what would be right; "" if nothing is."""
    *held, name = key.split("+")
    if not {*held} <= {"ctrl", "alt", "shift"}:
        return "beside Ctrl, Alt and Shift nothing is held down"
    if name not in TYPED.keys() | NAMED:
        called = _character_to_key(name) if len(name) == 1 else "no key"
        return f"what Textual calls it is in textual/keys.py: {called}"
    if "shift" in held and name in TYPED:
        return (
            f"what Shift makes of it comes as that: {name.upper()}"
            if name.isalpha()
            else "name what Shift makes of it"
        )
    return ""


def sent_for(key: str) -> str:
    """The name under which a key comes from a terminal that sends bytes only."""
    held, _, name = key.rpartition("+")
    if held != "ctrl" or name not in TYPED:
        return key
    sent = ANSI_SEQUENCES_KEYS.get(chr(ord(TYPED[name]) & 0x1F), (key,))
    return sent[0].value if isinstance(sent, tuple) and isinstance(sent[0], Keys) else key


@pytest.mark.parametrize("key", KEYS)
def test_it_is_a_key_that_a_terminal_sends(key: str) -> None:
    assert fault(key) == ""


@pytest.mark.parametrize("one", bound(), ids=lambda one: one.action)
def test_an_action_has_a_key_that_comes_as_no_other(one: Bound) -> None:
    """Most terminals send what Ctrl makes of a letter, whatever else is sent so: of Ctrl+M, Enter's."""
    comes_as = {key: sent_for(key) for key in one.keys}
    assert any(key == sent for key, sent in comes_as.items()), "give it another key, or one more"


@pytest.mark.parametrize("key", KEYS)
def test_it_is_written_as_what_it_types_or_in_words(key: str) -> None:
    name = key.rpartition("+")[2]
    shown = written(key).rpartition("+")[2] or "+"
    if name in TYPED:
        assert shown.lower() == TYPED[name].lower(), "say in _SIGNS of settings/keymap.py how people write it"
    else:
        assert shown != name, (
            "say `key.NAME` in settings/languages/english/keys.py, or in _SIGNS of settings/keymap.py"
        )


def test_every_sign_can_be_a_key() -> None:
    assert {name: written(name) for name in TYPED} == TYPED


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("shift+x", "X"),
        ("?", "question_mark"),
        ("ctr+x", "held"),
        ("page-down", "no key"),
        ("shift+1", "name what"),
    ],
)
def test_a_name_that_no_key_has_is_told_with_the_right_one(key: str, said: str) -> None:
    assert said in fault(key)


@pytest.mark.parametrize(("key", "sent"), [("ctrl+m", "enter"), ("ctrl+i", "tab"), ("ctrl+p", "ctrl+p")])
def test_a_key_that_comes_as_another_is_known(key: str, sent: str) -> None:
    assert sent_for(key) == sent


def test_what_a_pane_works_out_every_pane_that_it_is_done_in_has() -> None:
    panes: dict[str, type[object]] = {
        "sidebar": Sidebar,
        "article": Article,
        "summary": Summary,
        "timeline": Timeline,
    }
    lacking = [
        f"{panes[pane].__name__}.action_{action.name.replace('-', '_')}"
        for action in FOR_PEOPLE
        for pane in action.where
        if action.run is None and not hasattr(panes[pane], f"action_{action.name.replace('-', '_')}")
    ]
    assert lacking == [], "an action with no `run` is a method of each pane in its `where`"
