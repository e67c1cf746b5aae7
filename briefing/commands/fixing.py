"""What `briefing check` changes in a file: shown first, and only with a yes."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.commands.arguments import tell
from briefing.commands.printing import write
from briefing.document import BriefingError
from briefing.verifying.checking import examined_at, findings_of
from briefing.verifying.repairing import difference, with_repairs, write_back


def fix(path: Path, *, asks: bool) -> int:
    """Show the certain repairs of a briefing and make them; returns the exit status.

    Where nobody can be asked, and it `asks`, nothing is changed.
    """
    try:
        examined = examined_at(path)
        repairs = {one.repair for one in findings_of(examined).findings if one.repair is not None}
        if not repairs:
            return 0
        new = with_repairs(examined.text, repairs)
        if write(difference(examined.file, examined.text, new)):
            return 1
        if asks and not agreed("Write that?"):
            tell(
                "briefing check", f"{examined.file}: nothing was changed; --fix --yes does it without asking"
            )
            return 0
        write_back(examined, new)
    except BriefingError as error:
        tell("briefing check", str(error))
        return 1
    return write(f"repaired: {len(repairs)}\n")


def agreed(question: str) -> bool:
    """Return whether somebody at the terminal says yes; False if nobody is there."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return False
    write(f"{question} [y/N] ")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
