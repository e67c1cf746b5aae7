"""What can be done in a reading, by name. Which keys do it is the keymap's business (`briefing.settings`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from briefing.reading import addresses, copying, jumping, moving, needs, peeking, preferring
from briefing.reading.effects import Do, Effect, Notify, SavePicture
from briefing.reading.jumping import Moves
from briefing.reading.needs import Need
from briefing.reading.result import Result
from briefing.reading.state import PaneName, Reading
from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.reading.standing import Unit

_LISTS: Final[tuple[PaneName, ...]] = ("sidebar", "article", "summary")
_TEXTS: Final[tuple[PaneName, ...]] = ("article", "summary")
_ANYWHERE: Final[tuple[PaneName, ...]] = (*_LISTS, "timeline")


class Action(Struct, frozen=True):
    """Something that can be done, by a person or by what shows the reading.

    `where` are the panes that must have the focus. `run` does it, given the reading and the action's
    arguments; None where it depends on what is in sight: then the pane works it out and tells where the
    reader stands (`put-cursor`, `select`). `moves` says whether it takes the reader to another place in the
    article, and whether they can go back from there; None: it leaves them where they stand. Without what it
    `needs` (None: nothing) it is not offered.
    """

    name: str
    run: Callable[..., Result] | None = None
    where: tuple[PaneName, ...] = _ANYWHERE
    moves: Moves | None = None
    needs: Need | None = None

    @property
    def words(self) -> str:
        """What it does, in the words of the help."""
        return say(f"action.{self.name}")


def _effect(effect: Effect) -> Callable[[Reading], Result]:
    return lambda reading: Result(reading, (effect,))


def _picture(reading: Reading) -> Result:
    return Result(reading, (SavePicture(reading.open.key),))


def _names(reading: Reading) -> Result:
    if not reading.briefing.names:
        return Result(reading, (Notify(say("names.none")),))
    return Result(reading, (Do("names"),))


def _later(module: str, name: str, **fixed: Any) -> Callable[..., Result]:
    """An action by the names of a module of this package and its function: no first frame waits for it."""

    def run(reading: Reading, *arguments: Any) -> Result:
        function = getattr(import_module(f"briefing.reading.{module}"), name)
        done: Result = function(reading, *arguments, **fixed)
        return done

    return run


def _by(unit: Unit, step: int) -> Callable[..., Result]:
    return _later("standing", "step_unit", unit=unit, step=step)


#: What people do: each has words and keys of its own.
FOR_PEOPLE: Final = (
    Action("open-section", moving.open_digit, moves="jump", needs=needs.SECTIONS),
    Action("open-full", moving.open_full, moves="jump", needs=needs.SECTIONS),
    Action("next-section", partial(moving.step_view, step=1), moves="jump", needs=needs.SECTIONS),
    Action("previous-section", partial(moving.step_view, step=-1), moves="jump", needs=needs.SECTIONS),
    Action("next-pane", partial(moving.step_pane, step=1), needs=needs.PANES),
    Action("previous-pane", partial(moving.step_pane, step=-1), needs=needs.PANES),
    Action("timeline", moving.to_timeline, needs=needs.EVENTS),
    Action("article", _later("ways", "leave"), moves="no-jump", needs=needs.PANES),
    Action("next-item", None, _LISTS),
    Action("previous-item", None, _LISTS),
    Action("first-item", None, _LISTS),
    Action("last-item", None, _LISTS),
    Action("page-on"),
    Action("page-back"),
    Action("open", _later("mentioning", "open_or_next"), moves="jump", needs=needs.LEADS),
    Action("peek", peeking.peek, ("summary",), needs=needs.CLAIMS_HERE),
    Action("claim-here", _later("resting", "to_claim"), _TEXTS, needs=needs.CLAIMS_HERE),
    Action("show-resting", _later("resting", "switch_signs"), needs=needs.CLAIMS),
    Action("next-word", _by("word", 1), ("article",), moves="no-jump"),
    Action("previous-word", _by("word", -1), ("article",), moves="no-jump"),
    Action("next-sentence", _by("sentence", 1), ("article",), moves="no-jump"),
    Action("previous-sentence", _by("sentence", -1), ("article",), moves="no-jump"),
    Action("later-event", partial(moving.step_event, step=1), ("timeline",), needs=needs.EVENTS),
    Action("back", jumping.back, moves="no-jump"),
    Action("forward", jumping.forward, moves="no-jump"),
    Action("paragraph", _effect(Do("paragraph"))),
    Action("earlier-event", partial(moving.step_event, step=-1), ("timeline",), needs=needs.EVENTS),
    Action("first-event", partial(moving.end_event, step=-1), ("timeline",), needs=needs.EVENTS),
    Action("last-event", partial(moving.end_event, step=1), ("timeline",), needs=needs.EVENTS),
    Action("scroll-on", None, ("timeline",), needs=needs.EVENTS),
    Action("scroll-back", None, ("timeline",), needs=needs.EVENTS),
    Action("extend-left", None, _TEXTS),
    Action("extend-right", None, _TEXTS),
    Action("extend-up", None, _TEXTS),
    Action("extend-down", None, _TEXTS),
    Action("switch-harakat", partial(preferring.switch, key="harakat")),
    Action("switch-digits", partial(preferring.switch, key="digits")),
    Action("switch-lines", partial(preferring.switch, key="lines")),
    Action("look-up", _later("looking_up", "look_up")),
    Action("next-way", _later("ways", "next_way"), needs=needs.SUMMARY),
    Action("zen", _later("ways", "switch_zen")),
    Action("switch-scrolling", partial(preferring.switch, key="scrolling"), needs=needs.CLAIMS),
    Action("links", addresses.show_links, needs=needs.LINKS_HERE),
    Action("search", _effect(Do("search"))),
    Action("next-hit", _later("searching", "step_hit", step=1), moves="jump"),
    Action("previous-hit", _later("searching", "step_hit", step=-1), moves="jump"),
    Action("search-word", _later("searching", "search_word"), moves="jump"),
    Action("copy-selection", copying.copy_selection),
    Action("copy-summary", copying.copy_summary, needs=needs.SUMMARY_HERE),
    Action("copy-claim", copying.copy_claim, needs=needs.CLAIMS_HERE),
    Action("copy-paragraph", copying.copy_paragraph),
    Action("copy-menu", _effect(Do("copy-menu"))),
    Action("source", _effect(Do("source"))),
    Action("names", _names, needs=needs.NAMES),
    Action(
        "previous-mention", _later("mentioning", "step_mention", step=-1), ("article",), "jump", needs.NAMES
    ),
    Action("light-names", _later("mentioning", "switch_names"), needs=needs.NAMES),
    Action("add-claim", _later("desk", "add_claim")),
    Action("add-event", _later("desk", "add_event")),
    Action("add-name", _later("desk", "add_name")),
    Action("begin-section", _later("desk", "begin_section")),
    Action("bottom-line", _later("desk", "bottom_line")),
    Action("edit", _later("desk", "edit")),
    Action("delete", _later("desk", "delete")),
    Action("move-claim-back", _later("desk", "move_claim", step=-1), needs=needs.CLAIMS),
    Action("move-claim-on", _later("desk", "move_claim", step=1), needs=needs.CLAIMS),
    Action("accept", _later("desk", "accept"), needs=needs.CLAIMS),
    Action("undo", _later("desk", "undo")),
    Action("redo", _later("desk", "redo")),
    Action("help", _effect(Do("help"))),
    Action("palette", _effect(Do("palette"))),
    Action("editor", _effect(Do("editor"))),
    Action("watch", _effect(Do("watch"))),
    Action("picture", _picture),
    Action("suspend", _effect(Do("suspend"))),
    Action("quit", _effect(Do("quit"))),
)

#: What the front end reports: where somebody clicked, what a palette led to, what was found out meanwhile.
REPORTED: Final = (
    Action("focus", moving.focus),
    Action("open-view", moving.open_view, moves="jump"),
    Action("put-cursor", moving.put_cursor, moves="opening"),
    Action("jump-to", moving.put_cursor, moves="jump"),
    Action("select", moving.select),
    Action("stand-on", _later("standing", "stand_on"), moves="no-jump"),
    Action("leave-word", _later("standing", "leave_word"), moves="no-jump"),
    Action("select-event", moving.select_event),
    Action("open-event", moving.open_event, moves="jump"),
    Action("follow", moving.follow, moves="jump"),
    Action("show-event", moving.show_event, moves="jump"),
    Action("show-name", _later("mentioning", "show_name"), moves="jump"),
    Action("go-to", moving.go_to, moves="jump"),
    Action("show-address", addresses.show_address),
    Action("look-for", _later("searching", "look_for"), moves="no-jump"),
    Action("accept-search", _later("searching", "accept_search")),
    Action("cancel-search", _later("searching", "cancel"), moves="no-jump"),
    Action("search-on", _later("searching", "search_on"), moves="jump"),
    Action("edit-name", _later("desk", "edit_name")),
    Action("delete-name", _later("desk", "delete_name")),
    Action("show-written", _later("after_writing", "after"), moves="no-jump"),
    Action("dates-read", moving.dates_read),
    Action("counted", moving.counted, moves="no-jump"),
    Action("seen", _later("returning", "seen")),
    Action("prefer", preferring.prefer),
    Action("take-way", _later("ways", "take_way")),
    Action("terminal-known", preferring.terminal_known),
)

ACTIONS: Final[dict[str, Action]] = {action.name: action for action in (*FOR_PEOPLE, *REPORTED)}


def apply(reading: Reading, name: str, *arguments: Any) -> Result:
    """Do an action.

    An action that does not apply in the pane with the focus, or that a pane has to work out, does nothing.

    Args:
        reading: The reading as it is; it is not changed.
        name: The action's name, a key of `ACTIONS`.
        arguments: What the action's function takes after the reading.

    Returns:
        The reading as the action leaves it (the same object if nothing has changed), and the effects that the
        front end carries out once it shows that reading.

    Raises:
        KeyError: There is no action of that name.
    """
    action = ACTIONS[name]
    if action.run is None or reading.focus not in action.where:
        return Result(reading)
    return jumping.remembered(reading, action.moves, action.run(reading, *arguments))
