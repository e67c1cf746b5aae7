"""From the keymap to Textual's bindings: on the screen, or on the panes in which an action applies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.binding import Binding, BindingType

from briefing.reading.actions import ACTIONS, Action
from briefing.reading.state import PaneName
from briefing.settings.keymap import ALSO, Bound, bound

# What works over every screen, and the application's action that does it. What opens something is awaited:
# keys that are typed ahead are for that.
_OVER_ALL: Final = {"palette": "palette", "search": "search", "suspend": "suspend_process"}


def app_bindings() -> list[BindingType]:
    """Return the keys that work whatever screen there is: each runs the application's own action."""
    own = [one for one in bound() if one.action in _OVER_ALL]
    return [Binding(",".join(one.keys), _OVER_ALL[one.action], show=False, priority=True) for one in own]


def screen_bindings() -> list[BindingType]:
    """Return the keys that work wherever the focus is."""
    own = [one for one in bound() if _is_everywhere(one) and one.action not in _OVER_ALL]
    return [binding for one in own for binding in _bindings(one)]


def pane_bindings(pane: PaneName, *others: PaneName) -> list[BindingType]:
    """Return the keys that work only in some panes, of which `pane` is one, or one of the `others`."""
    panes = {pane, *others}
    own = [one for one in bound() if not _is_everywhere(one) and panes & {*_action(one).where}]
    if pane == "sidebar":
        own += ALSO
    return [binding for one in own for binding in _bindings(one)]


def _action(one: Bound) -> Action:
    if (found := ACTIONS.get(one.action)) is None:
        raise KeyError(f'settings/keymap.py binds "{one.action}", which is no action of reading/actions.py')
    return found


def _is_everywhere(one: Bound) -> bool:
    action = _action(one)
    return action.run is not None and len(action.where) == 4


def _bindings(one: Bound) -> Iterator[BindingType]:
    if _action(one).run is None:
        yield Binding(",".join(one.keys), one.action.replace("-", "_"), show=False)
        return
    if one.across:  # which action it is depends on the side that the language in use begins at
        yield Binding(",".join(one.keys), f"across('{one.action}')", show=False)
        return
    for key in one.keys:
        told = f", '{key}'" if one.takes_key else ""
        yield Binding(key, f"screen.do('{one.action}'{told})", show=False)
