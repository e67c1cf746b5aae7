"""What a command reads: what somebody named, what comes in by standard input, or the bundled briefing."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.document import Briefing, BriefingError
from briefing.document.given import arrival
from briefing.document.growing import Counted, GrowingParagraphs
from briefing.document.model import STANDARD_INPUT_PATHS
from briefing.sources import load, load_bundled

if TYPE_CHECKING:
    from briefing.sources import Material
    from briefing.sources.material import MaterialOf

#: What names standard input where a path is asked for.
DASH: Final = "-"


def is_address(path: str) -> bool:
    """Return whether a path is an address to be fetched, and no file that is called so."""
    return path.lstrip()[:8].lower().startswith(("http://", "https://")) and not os.path.lexists(path)


def tell_what_was_lost(briefing: Briefing) -> None:
    """Say one line on standard error where no screen says so: for bytes that could not be read as text, for
    a kept document that was changed, and for a file that became shorter while it was read.
    """
    if (origin := arrival(briefing)) is not None and origin.is_altered:
        from briefing.commands.arguments import tell

        what = "not what was kept, its SHA-256 is another than in capture.toml"
        tell("briefing", f"{origin.place}: {what}; compare it with another copy before you rely on it")
    if origin is None:
        return
    paragraphs = briefing.paragraphs
    known = paragraphs.counted if isinstance(paragraphs, GrowingParagraphs) else origin
    if known.lost:
        from briefing.commands.arguments import tell

        places = "1 place" if known.lost == 1 else f"{known.lost} places"
        cure = "name the encoding, as in --encoding windows-1256"
        tell("briefing", f"{origin.place}: {places} unreadable as {known.encoding}, shown as \ufffd; {cure}")
    if isinstance(known, Counted) and known.is_shorter:
        from briefing.commands.arguments import tell

        tell(
            "briefing", f"{origin.place}: became shorter while it was read, its end is missing; try it again"
        )


def is_shorter(briefing: Briefing) -> bool:
    """Return whether some of a text was gone from its file when it was read."""
    paragraphs = briefing.paragraphs
    return isinstance(paragraphs, GrowingParagraphs) and paragraphs.counted.is_shorter


class Opened(NamedTuple):
    """A briefing; `came_in`: by standard input, which has no keys then.

    `material` returns the document as it came, and the format that was asked for; None of a briefing.
    """

    briefing: Briefing
    came_in: bool
    material: MaterialOf | None = None


def opened(path: str | None, *, source: str = "", encoding: str = "", save: str | None = None) -> Opened:
    """Return the briefing at `path`; without one what comes in by standard input, else the bundled one.

    What comes in is read to its end, an address is fetched. `source` is the name of a format and `encoding`
    that of its text's, "" to find them. `save` is the folder in which the document is kept as it came. Raises
    BriefingError for what cannot be read, or not be kept.
    """
    if path is not None and path != DASH and save is None and not is_address(path):
        briefing = load(path, asked=source, encoding=encoding)
        again = None if arrival(briefing) is None else partial(_read_again, path, source, encoding)
        return Opened(briefing, path in STANDARD_INPUT_PATHS, again)
    if path is None and save is None:
        from briefing.machine.standard_input import may_bring_something

        if not may_bring_something():  # the usual start
            return bundled(source, encoding)
    from briefing.commands.arriving import arrived

    return arrived(path, source, encoding, save)


def bundled(source: str, encoding: str) -> Opened:
    """Return the bundled briefing. Raises BriefingError if something is said of a document: it is none."""
    if source or encoding:
        option = "--from" if source else "--encoding"
        cure = "name one, or pipe one in (to give one out in a form: briefing print --format)"
        raise BriefingError(option, "there is no document that it is said of", cure)
    return Opened(load_bundled(), came_in=False)


def _read_again(path: str, source: str, encoding: str) -> tuple[Material, str]:
    """Return the document at a path as it is now. Raises BriefingError."""
    from briefing.sources.folder import is_capture
    from briefing.sources.opening import material_at

    if is_capture(Path(path)):
        from briefing.sources.captures import captured

        found = captured(Path(path), encoding=encoding)
        return found.material, source or found.asked
    return material_at(Path(path), encoding), source
