"""What `briefing check` changes in a file: shown first, and only with a yes."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.commands.arguments import tell
from briefing.commands.printing import write
from briefing.document import BriefingError, safe_line
from briefing.verifying.checking import examined_at, findings_of, judged
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
        if asks and _stays(examined.file, "Write that?", "--fix --yes does it"):
            return 0
        write_back(examined, new)
    except BriefingError as error:
        tell("briefing check", str(error))
        return 1
    return write(f"repaired: {len(repairs)}\n")


def anchor(path: Path, *, asks: bool) -> int:
    """Keep where each quote of a briefing stands; what moved only with a yes. Returns the exit status."""
    from briefing.verifying.agreeing import carry_out, plan

    try:
        examined = examined_at(path)
        made = plan(examined, judged(examined))
        lines = [*(f"moved: {one}" for one in made.moved), *(f"not anchored: {one}" for one in made.left)]
        text = "".join(f"{safe_line(line)}\n" for line in lines)
        if made.repairs:
            text += difference(examined.file, examined.text, with_repairs(examined.text, made.repairs))
        if text and write(text, is_own=True):
            return 1
        if made.moved and asks and _stays(examined.file, "Is that right?", "--anchor --yes agrees"):
            return 0
        carry_out(examined, made)
    except BriefingError as error:
        tell("briefing check", str(error))
        return 1
    return write(f"anchored: {len(made.anchors)}\n")


def _stays(file: str, question: str, unasked: str) -> bool:
    """Ask, and return whether the answer is no; then it is told what does it without asking."""
    if agreed(question):
        return False
    tell("briefing check", f"{file}: nothing was changed; {unasked} without asking")
    return True


def agreed(question: str) -> bool:
    """Return whether somebody at the terminal says yes; False if nobody is there."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return False
    write(f"{question} [y/N] ")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
