"""Which ways to a clipboard there are, and what would give a better one."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from briefing.machine.clipboard import ways_here
from briefing.machine.session import display_forwarded, over_ssh

Seat = Literal["at this machine", "over SSH", "over SSH, with a display forwarded"]


class FoundWay(Struct, frozen=True):
    """One way, by name; `certain` is whether it is known afterwards that the text is on the clipboard."""

    name: str
    certain: bool


class Clipboard(Struct, frozen=True):
    """The ways in the order in which they are tried; `advice` is what would add a certain one, or ""."""

    where: Seat
    ways: tuple[FoundWay, ...]
    advice: str


_WAYLAND: Final = (
    "install wl-clipboard: then wl-copy reaches the clipboard of this Wayland session for certain"
)
_X11: Final = "install xclip: then it reaches this display's clipboard for certain"


def seat(env: Mapping[str, str]) -> Seat:
    """Where the person sits."""
    if not over_ssh(env):
        return "at this machine"
    return "over SSH, with a display forwarded" if display_forwarded(env) else "over SSH"


def clipboard(env: Mapping[str, str], where: Seat) -> Clipboard:
    """Look for the ways there are under `env`, for somebody who sits there."""
    ways = tuple(FoundWay(way.name, way.certain) for way in ways_here(env, sys.platform))
    advice = ""
    if not any(way.certain for way in ways):
        if where == "at this machine" and env.get("WAYLAND_DISPLAY"):
            advice = _WAYLAND
        elif where != "over SSH" and env.get("DISPLAY"):
            advice = _X11
    return Clipboard(where, ways, advice)
