"""What the help lists: what can be done in the pane at hand, then everything, then the signs of the panes."""

from __future__ import annotations

import pytest

from briefing.document import Briefing
from briefing.reading.state import PaneName
from briefing.reading.views import Outline
from briefing.settings.words import say
from briefing.tui.screens.help_screen import HelpScreen
from tests.reading.conftest import bare, small


def groups(text: Briefing, pane: PaneName = "article") -> dict[str, list[tuple[str, str]]]:
    return dict(HelpScreen(Outline(text), pane).groups())


def test_the_signs_of_the_panes_are_those_that_the_text_may_show() -> None:
    signs = groups(small())[say("help.signs.panes")]
    names = ("claim", "linked", "current", "citation", "bare", "weak", "seen")
    assert [words for _, words in signs] == [say(f"sign.{name}") for name in names]
    assert [sign for sign, _ in signs] == ["•", "■", "▌", "¶6", "□", "?", "▁ ▅ █"]
    assert ("├◆┤", say("sign.period")) in groups(small())[say("help.signs")]
    assert not {say("help.signs.panes"), say("help.signs")} & groups(bare()).keys()


@pytest.mark.parametrize("pane", ["sidebar", "article", "summary", "timeline"])
def test_the_keys_of_the_pane_at_hand_come_first(pane: PaneName) -> None:
    title, *others = groups(small(), pane)
    assert title == say("help.here", pane=say(f"pane.{pane}"))
    own = groups(small(), pane)[title]
    assert (say("action.peek") in [words for _, words in own]) == (pane == "summary")
    assert (say("action.later-event") in [words for _, words in own]) == (pane == "timeline")
    assert say("action.quit") not in [words for _, words in own]
    assert set(own) <= {line for other in others for line in groups(small(), pane)[other]}


def test_what_a_text_lacks_is_not_listed() -> None:
    listed = [words for lines in groups(bare()).values() for _, words in lines]
    assert say("action.quit") in listed
    assert say("action.timeline") not in listed
    *_, last = [
        title for title in groups(small()) if title not in (say("help.signs"), say("help.signs.panes"))
    ]
    assert groups(small())[last][-1] == (say("help.layouts.keys"), say("help.layouts"))
