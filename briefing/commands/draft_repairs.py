"""The claims of a draft whose quotes are nearly right: shown with the article's words, and asked about."""

from __future__ import annotations

from briefing.commands.arguments import tell
from briefing.commands.fixing import agreed
from briefing.commands.printing import write
from briefing.drafting.as_text import repair_lines
from briefing.drafting.outcome import Outcome


def repaired(outcome: Outcome, *, asks: bool, shows: bool) -> Outcome:
    """Return an outcome with the claims repaired that somebody agrees to, one after the other.

    Without `asks` those are repaired that differ in spelling alone. `shows`: each is printed first.
    """
    chosen: set[int] = set()
    left = 0
    for claim in outcome.claims:
        if claim.state != "refused" or claim.repaired is None:
            continue
        if shows:
            write("".join(f"{line}\n" for line in repair_lines(claim)))
        if agreed("Write that?") if asks else claim.is_certain:
            chosen.add(claim.number)
        else:
            left += 1
    if asks and left and not chosen:
        tell("briefing draft", "nothing was repaired; --repair --yes repairs the spelling without asking")
    return outcome.repaired(chosen)
