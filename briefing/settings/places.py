"""From what was typed to the keys it stands on: a key acts by its place, whatever layout it is typed in.

Rules, in this order:

1. A letter of one layout alone tells the layout, and what the letters after it mean (`Places.typed`): also
   one that the layout has with Shift, and another without (ؤ is `A` in Persian, and `c` in Arabic). Not so
   ك and ي, for which Persian has letters of its own: whoever types them has gone over to Arabic.
2. A letter that layouts have on different keys is the key of the layout that was told; if none was, each of
   them is tried, in the order of `LAYOUTS`: ز is `.` in Arabic and `c` in Persian, and only `c` does
   something.
3. A capital is its small letter where the capital does nothing: Caps Lock, or Shift.
4. A sign of ASCII that stands on a letter's key (`/` on that of Q, Hebrew) is that key once a letter has told
   the layout, and never after a small Latin letter. With nothing told it is `doubtful`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.settings.layouts import ARABIC, KEYS, LAYOUTS, MAC, SHIFTED_KEYS, KeyboardLayout, same

_SHIFTED: Final = dict(zip("".join(KEYS), "".join(SHIFTED_KEYS), strict=True))


class Places:
    """Knows which layout is typed in, as far as what was typed tells.

    `mac`: what is typed in as Arabic is macOS's layout rather than the others.
    """

    def __init__(self, *, mac: bool = False) -> None:
        first = (MAC, ARABIC) if mac else (ARABIC,)
        self._layouts = tuple(dict.fromkeys((*first, *LAYOUTS)))
        self._told: tuple[KeyboardLayout, ...] = ()
        self._latin = False

    def typed(self, letter: str) -> None:
        """Learn from a letter: which layouts have it on a key, without Shift if any that was told has."""
        if letter.isascii():
            if letter.islower():
                self._told, self._latin = (), True
            return
        letter = same(letter)
        told = [layout for layout in self._told if letter in layout.plain]
        told = told or [layout for layout in self._told if layout.keeps(letter)]
        if told := told or [layout for layout in self._layouts if letter in layout.plain]:
            self._told, self._latin = tuple(told), False

    def keys(self, letter: str, reported: str = "", *, ctrl: bool = False) -> list[str]:
        """What the letter's key types on a US keyboard, the likeliest first; nothing if that is the letter.

        `reported` is what the terminal says of it; `ctrl`: it came with a modifier, so that it is no sign.
        """
        if reported and self._fits(letter, reported):
            return [*_with_small(reported)]
        found: Iterable[str]
        if letter.isascii():
            sure = self._told or (self._layouts if ctrl and not self._latin else ())
            found = [*_with_small(letter), *_places(sure, letter)]
        else:
            letter = same(letter)
            told = [*_places(self._told, letter)]
            found = told or _places(self._layouts, letter)
            first, *others = [*found] or [""]
            found = [*_with_small(first), *others, *_digit(letter)]
        return [key for key in dict.fromkeys(found) if key and key != letter]

    def doubtful(self, sign: str) -> list[str]:
        """The keys that a sign of ASCII stands on in some layout, while nothing tells which is typed in."""
        if self._told or self._latin or not sign.isascii():
            return []
        return [*dict.fromkeys(_places(self._layouts, sign))]

    def _fits(self, letter: str, reported: str) -> bool:
        """Whether the key is to be taken by its place: not in Latin layouts, French or Dvorak."""
        if letter.isascii():
            return any(layout.place(letter) == reported for layout in self._layouts)
        return not (len(letter) == 1 and "LATIN" in unicodedata.name(letter, ""))


def shifted(key: str) -> str:
    """What a key of a US keyboard types with Shift."""
    return _SHIFTED.get(key, key)


def letters_at(place: str) -> str:
    """What a key types in Arabic, by what it types on a US keyboard; "" if nothing."""
    letters = {**ARABIC.plain, **ARABIC.shifted}.items()
    return next((letter for letter, there in letters if there == place), "")


def _places(layouts: Iterable[KeyboardLayout], letter: str) -> Iterator[str]:
    return (place for layout in layouts if (place := layout.place(letter)))


def _with_small(key: str) -> Iterator[str]:
    yield key
    if key.isupper():
        yield key.lower()


def _digit(letter: str) -> Iterator[str]:
    """The digit that it is, in whatever script."""
    number = unicodedata.decimal(letter, None) if len(letter) == 1 else None
    if number is not None:
        yield str(number)
