"""How many colours a terminal shows: from the environment, terminfo, and the terminal's own name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from briefing.machine.terminal.recognising import Terminal

#: No colours at all, the sixteen that have names, those of the 256-colour table, or any of 24 bits.
Depth = Literal["none", "standard", "256", "truecolor"]

_SETTING: Final = "TEXTUAL_COLOR_SYSTEM"
_SETTINGS: Final[dict[str, Depth]] = {"standard": "standard", "256": "256", "truecolor": "truecolor"}
# What a TERM says that is about colours, whatever else the environment has inherited.
_FEW: Final = re.compile(r"linux|ansi|cons25|pcansi|cygwin|.*-(?:8|16|88)color")
_NONE: Final = re.compile(r"dumb|vt[1-5]\d\d|.*-(?:mono|m)")
_FULL: Final = ("truecolor", "24bit")
# Terminals that paint 24 bits, and the version from which they do. Not all of them set COLORTERM, and over
# SSH it is not heard. To others such a colour may be attributes: so nothing is tried.
_PAINT_24_BITS: Final[Mapping[str, int]] = {
    "xterm": 331, "vte": 0, "konsole": 0, "kitty": 0, "foot": 0, "alacritty": 0, "qterminal": 0, "wezterm": 0,
    "ghostty": 0, "iterm2": 0, "contour": 0, "mintty": 0, "xterm.js": 0,
}  # fmt: skip


def depth_of(environment: Mapping[str, str], terminal: Terminal) -> Depth:
    """Return the colours to use on `terminal`, never more than it has.

    NO_COLOR (not empty) comes first, then TEXTUAL_COLOR_SYSTEM, then a TERM that names few colours; then
    COLORTERM, the terminal's name, and what terminfo has for TERM.
    """
    if environment.get("NO_COLOR"):
        return "none"
    setting = environment.get(_SETTING, "auto")
    if setting in _SETTINGS:
        return _SETTINGS[setting]
    term = environment.get("TERM", "")
    if _NONE.fullmatch(term):
        return "none"
    if _FEW.fullmatch(term):
        return "standard"
    if environment.get("COLORTERM", "").strip().lower() in _FULL or term.endswith("-direct"):
        return "truecolor"
    if terminal.multiplexer is None and _paints_24_bits(terminal):
        return "truecolor"
    return "256" if "-256color" in term else _by_terminfo(term)


def _paints_24_bits(terminal: Terminal) -> bool:
    since = _PAINT_24_BITS.get(terminal.name.lower())
    if since is None:
        return False
    number = re.match(r"\d{1,6}", terminal.version)
    return not since or (number is not None and int(number[0]) >= since)


def _by_terminfo(term: str) -> Depth:
    """The colours that terminfo has for a TERM; 16 where it is not known there."""
    try:
        import curses  # rarely needed

        curses.setupterm(term)
        colours = curses.tigetnum("colors")
    except Exception:  # no such module, no such terminal, or a file that is none
        return "standard"
    if colours >= 1 << 24:
        return "truecolor"
    if colours >= 256:
        return "256"
    return "standard" if colours >= 8 else "none"
