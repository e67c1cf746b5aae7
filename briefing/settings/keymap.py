"""Which keys do what: names of keys, bound to names of actions, in the groups that the help shows."""

from __future__ import annotations

from functools import reduce
from typing import Final

from msgspec import Struct

from briefing.settings.words import in_use, say

# How people write the keys whose names differ from what is printed on them; others have words (`key.NAME`).
_SIGNS: Final = {
    **{"down": "↓", "up": "↑", "left": "←", "right": "→"},
    **{
        "question_mark": "?",
        "exclamation_mark": "!",
        "comma": ",",
        "full_stop": ".",
        "colon": ":",
        "semicolon": ";",
    },
    **{"quotation_mark": '"', "apostrophe": "'", "grave_accent": "`", "circumflex_accent": "^", "tilde": "~"},
    **{
        "left_parenthesis": "(",
        "right_parenthesis": ")",
        "left_square_bracket": "[",
        "right_square_bracket": "]",
    },
    **{
        "left_curly_bracket": "{",
        "right_curly_bracket": "}",
        "less_than_sign": "<",
        "greater_than_sign": ">",
    },
    **{"plus": "+", "minus": "-", "asterisk": "*", "slash": "/", "equals_sign": "=", "percent_sign": "%"},
    **{"backslash": "\\", "vertical_line": "|", "underscore": "_", "number_sign": "#", "at": "@"},
    **{"ampersand": "&", "dollar_sign": "$"},
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
_OPPOSITE: Final = {"left": "right", "right": "left", "h": "l", "l": "h"}
_RUN: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9")


class Bound(Struct, frozen=True):
    """Keys that do one action.

    `rank` says how soon the action gives way in the footer (the lowest stays longest); 0: it is not there.
    `takes_key`: the action is told which of its keys was pressed. `together` is what the help writes for
    these keys and those that follow without a line of their own (`listed`). `across`: the keys point to where
    the outcome stands on the screen; in a mirrored interface that is on the other side.
    """

    action: str
    keys: tuple[str, ...]
    rank: int = 0
    takes_key: bool = False
    together: str = ""
    listed: bool = True
    across: bool = False

    @property
    def written(self) -> str:
        """The keys as people write them: `↓ or j`; keys in a row by the first and the last, `1-9`."""
        if self.together:
            return written(self.together)
        if self.keys == _RUN:
            return f"{self.keys[0]}-{self.keys[-1]}"
        return reduce(lambda first, other: say("key.or", first=first, other=other), map(written, self.struck))

    @property
    def struck(self) -> tuple[str, ...]:
        """The keys that do it in the interface as it is: in a mirrored one those on the other side."""
        return tuple(_OPPOSITE[key] for key in self.keys) if self.across and in_use().mirrored else self.keys


class KeyGroup(Struct, frozen=True):
    """Keys that belong together in the help, and the id of the heading's words."""

    words: str
    bound: tuple[Bound, ...]


KEYMAP: Final = (
    KeyGroup(
        "group.sections",
        (
            Bound("open-section", _RUN, rank=5, takes_key=True),
            Bound("open-full", ("0",)),
            Bound("next-section", ("right_square_bracket",)),
            Bound("previous-section", ("left_square_bracket",)),
        ),
    ),
    KeyGroup(
        "group.panes",
        (
            Bound("next-pane", ("tab",), rank=3),
            Bound("previous-pane", ("shift+tab",)),
            Bound("timeline", ("t",), rank=6),
            Bound("article", ("escape",)),
        ),
    ),
    KeyGroup(
        "group.moving",
        (
            Bound("next-item", ("down", "j")),
            Bound("previous-item", ("up", "k")),
            Bound("page-on", ("pagedown", "space")),
            Bound("page-back", ("pageup", "shift+space")),
            Bound("first-item", ("home", "g")),
            Bound("last-item", ("end", "G")),
            Bound("open", ("enter",)),
            Bound("claim-here", ("backspace",)),
            Bound("peek", ("o",)),
            Bound("show-resting", ("u",)),
            Bound("next-word", ("w",)),
            Bound("previous-word", ("b",)),
            Bound("next-sentence", ("right_parenthesis",)),
            Bound("previous-sentence", ("left_parenthesis",)),
            Bound("back", ("ctrl+o", "alt+left")),
            Bound("forward", ("alt+right", "ctrl+i")),
            Bound("paragraph", ("colon",)),
        ),
    ),
    KeyGroup(
        "group.timeline",
        (
            Bound("earlier-event", ("left", "h"), across=True),
            Bound("later-event", ("right", "l"), across=True),
            Bound("first-event", ("home", "g")),
            Bound("last-event", ("end", "G")),
            Bound("scroll-on", ("down", "j")),
            Bound("scroll-back", ("up", "k")),
        ),
    ),
    KeyGroup(
        "group.reading",
        (
            Bound("next-way", ("r",)),
            Bound("zen", ("z",)),
            Bound("switch-scrolling", ("backslash",)),
            Bound("switch-harakat", ("v",)),
            Bound("switch-digits", ("d",)),
            Bound("switch-lines", ("f",)),
            Bound("source", ("i",), rank=8),
            Bound("names", ("m",), rank=9),
            Bound("light-names", ("x",)),
            Bound("previous-mention", ("minus",)),
            Bound("links", ("a",), rank=11),
            Bound("look-up", ("K", "equals_sign")),
        ),
    ),
    KeyGroup(
        "group.search",
        (
            Bound("search", ("slash",), rank=12),
            Bound("next-hit", ("n",)),
            Bound("previous-hit", ("N",)),
            Bound("search-word", ("asterisk",)),
        ),
    ),
    KeyGroup(
        "group.copying",
        (
            Bound("extend-left", ("shift+left",), together="shift+arrows"),
            Bound("extend-right", ("shift+right",), listed=False),
            Bound("extend-up", ("shift+up",), listed=False),
            Bound("extend-down", ("shift+down",), listed=False),
            Bound("copy-selection", ("ctrl+c",)),
            Bound("copy-summary", ("c",), rank=4),
            Bound("copy-claim", ("y",)),
            Bound("copy-paragraph", ("s",)),
            Bound("copy-menu", ("C", "alt+c")),
        ),
    ),
    KeyGroup(
        "group.writing",
        (
            Bound("add-claim", ("A",)),
            Bound("add-event", ("V", "alt+v")),
            Bound("add-name", ("M", "alt+m")),
            Bound("begin-section", ("S",)),
            Bound("bottom-line", ("B",)),
            Bound("edit", ("E",)),
            Bound("delete", ("D", "delete")),
            Bound("move-claim-back", ("alt+up",)),
            Bound("move-claim-on", ("alt+down",)),
            Bound("accept", ("Y",)),
            Bound("undo", ("U", "alt+u")),
            Bound("redo", ("R",)),
        ),
    ),
    KeyGroup(
        "group.program",
        (
            Bound("help", ("question_mark",), rank=2),
            Bound("palette", ("ctrl+p",), rank=10),
            Bound("editor", ("e",)),
            Bound("watch", ("W", "alt+w")),
            Bound("picture", ("p",)),
            Bound("suspend", ("ctrl+z",)),
            Bound("quit", ("q",), rank=1),
        ),
    ),
)

#: Keys that do the same as others, and need no line of their own in the help: the sidebar may be horizontal.
ALSO: Final = (Bound("next-item", ("right", "l")), Bound("previous-item", ("left", "h")))


def written(key: str) -> str:
    """Return a key as people write it: `Shift+←`, `Ctrl+P`, `j`."""
    *modifiers, name = key.split("+")
    shown = _SIGNS.get(name) or in_use().words.get(f"key.{name}", name)
    if "ctrl" in modifiers:
        shown = shown.upper()
    return "+".join((*(say(f"key.{modifier}") for modifier in modifiers), shown))


def bound() -> tuple[Bound, ...]:
    """Return all that is bound, in the order of the help."""
    return tuple(one for group in KEYMAP for one in group.bound)
