"""What a command reads: the briefing somebody named, what comes in by standard input, or the bundled one."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.document import Briefing, BriefingError
from briefing.document.errors import FAULTS, refused
from briefing.sources import load, load_bundled

#: What names standard input where a path is asked for.
STANDARD_INPUT: Final = "-"
_PATHS: Final = ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")


def tell_what_was_lost(briefing: Briefing) -> None:
    """Say one line on standard error if bytes of a text could not be read, where no screen says so."""
    if (origin := briefing.origin) is not None and origin.lost:
        from briefing.commands.arguments import tell

        places = "1 place" if origin.lost == 1 else f"{origin.lost} places"
        cure = "name the encoding, as in --encoding windows-1256"
        tell("briefing", f"{origin.place}: {places} unreadable as {origin.encoding}, shown as \ufffd; {cure}")


class Opened(NamedTuple):
    """A briefing; `came_in`: by standard input, which has no keys then."""

    briefing: Briefing
    came_in: bool


def opened(path: str | None, *, source: str = "", encoding: str = "") -> Opened:
    """Return the briefing at `path`; without one what comes in by standard input, else the bundled one.

    What comes in is read to its end. `source` is the name of a format and `encoding` that of its text's, ""
    to find them. Raises BriefingError for what cannot be read.
    """
    if path is not None and path != STANDARD_INPUT:
        return Opened(load(path, asked=source, encoding=encoding), path in _PATHS)
    from briefing.machine.standard_input import may_bring_something

    came_in = None
    if path is not None or may_bring_something():
        came_in = _incoming(source, encoding, asked=path is not None)
    return Opened(came_in or load_bundled(), came_in is not None)


def _incoming(source: str, encoding: str, *, asked: bool) -> Briefing | None:
    """What comes in; None for nothing. Of a pipe that is open and silent one line says so."""
    from briefing.machine.files import LARGEST
    from briefing.machine.standard_input import FIRST, NAME, read_standard_input
    from briefing.sources import Material, briefing_of

    try:
        data = read_standard_input(LARGEST + 1, asked=asked)
        if data is None:
            from briefing.commands.arguments import tell

            silence = f"nothing came by standard input for {FIRST:g} s"
            tell("briefing", f"{silence}: this is the briefing that comes along; < /dev/null asks for it")
            return None
        if not data and not asked:
            return None
        if len(data) > LARGEST:
            raise BriefingError(NAME, f"is more than {LARGEST / 2**20:g} MiB", "split it into smaller texts")
        return briefing_of(Material(NAME, data, encoding=encoding), source)
    except FAULTS as error:
        raise refused(NAME, error) from None
