"""An application whose keys act by their place on the keyboard, whatever layout they are typed in.

What a key types goes first: to a field it is text, and a binding for it wins. Only a key that would do
nothing is taken for what stands in its place on a US keyboard (`settings.places`).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from textual import events
from textual._keyboard_protocol import MODIFIER_FUNCTIONAL_KEYS
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character

from briefing.settings.keymap import written
from briefing.settings.words import say
from briefing.tui.textual_private.keys_at_once import KeysAtOnceApp
from briefing.tui.textual_private.plain_app import PlainApp
from briefing.tui.textual_private.struck_key import StruckKey

if TYPE_CHECKING:
    from briefing.settings.places import Places

# What terminals send for Ctrl and the sign that is Q in Hebrew.
_CTRL_SLASH: Final = "ctrl+underscore"


class AnyLayoutApp(KeysAtOnceApp, PlainApp):
    """Finds for a key that nothing is bound to the key that was meant."""

    def __init__(self) -> None:
        super().__init__()
        self._places: Places | None = None
        self._reported = ""  # the key's place, where the terminal says it
        self._doubtful = ""  # a key that will act if it is pressed once more

    def prepare_keys(self) -> None:
        """Have ready what the first key would wait for."""
        assert self._known_places is not None
        assert self.screen._modal_binding_chain is not None

    async def on_event(self, event: events.Event) -> None:
        """Learn from a key which layout is typed in, before anything is done with it."""
        if isinstance(event, events.Key):
            self._reported = event.place if isinstance(event, StruckKey) else ""
            if not event.is_forwarded:
                self._known_places.typed(event.character or "")
                if event.key != self._doubtful and event.key not in MODIFIER_FUNCTIONAL_KEYS:
                    self._doubtful = ""
        await super().on_event(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        if not self._is_letters_key(key) and await super()._check_bindings(key, priority):
            return True
        for meant in self._meant(key):
            if await super()._check_bindings(meant, priority):
                return True
        return not priority and await self._settle_doubt(key)

    def _is_letters_key(self, key: str) -> bool:
        """Whether a sign that is a key itself was typed by a letter's key, as is told: `/` by Q in Hebrew."""
        return key == "slash" and bool(self._known_places.keys("/", self._reported))

    @property
    def _known_places(self) -> Places:
        if self._places is None:
            from briefing.settings.places import Places  # not on the way to the first frame

            self._places = Places(mac=sys.platform == "darwin")
        return self._places

    def _meant(self, key: str) -> list[str]:
        """The keys that may be meant by one that nothing is bound to, the likeliest first."""
        modifiers, plus, _ = key.rpartition("+")
        character = _typed(key)
        if not character:
            return []
        keys = self._known_places.keys(character, self._reported, ctrl=bool(modifiers))
        if modifiers == "shift" and character.isalpha():  # the terminal has left to us what Shift makes of it
            from briefing.settings.places import shifted

            modifiers = plus = ""
            keys = [typed for one in keys or [character] for typed in (shifted(one), one)]
        return [f"{modifiers}{plus}{_character_to_key(one)}" for one in keys]

    async def _settle_doubt(self, key: str) -> bool:
        """Ask for a sign once more that is a key in some layout: whoever looks for a search types `/`.

        Nothing is in doubt where the terminal says which key it is.
        """
        sign = _typed(key) if "+" not in key and not self._reported else ""
        doubtful = map(_character_to_key, self._known_places.doubtful(sign)) if sign else ()
        meant = next((one for one in doubtful if self._is_bound_key(one)), "")
        if not meant:
            return False
        if self._doubtful == key:
            return await super()._check_bindings(meant)
        self._doubtful = key
        self.notify(say("notice.sign", sign=sign, key=written(meant)))
        return True

    def _is_bound_key(self, key: str) -> bool:
        return any(key in bindings.key_to_bindings for _, bindings in self.screen._modal_binding_chain)


def _typed(key: str) -> str:
    """What a key types without Ctrl and the like; empty for one that types nothing."""
    if key == _CTRL_SLASH:
        return "/"
    name = key.rpartition("+")[2]
    if len(name) == 1 or not name.isascii():
        return name
    return key_to_character(REPLACED_KEYS.get(name, name)) or ""
