"""What became of a draft, and leads for one, as lines for people: each fit for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.document.citing import cited
from briefing.document.controls import safe_line, shortened, title_line
from briefing.drafting.leads import Lead
from briefing.drafting.outcome import JudgedClaim, Outcome, State

_LONGEST: Final = 4_000  # characters of a line: words of the article are given whole
_ENTRY: Final = 400  # of what a draft says
_SAID: Final[dict[State, str]] = {"proved": "in", "known": "there already", "refused": "refused"}


def outcome_lines(outcome: Outcome, keys: Sequence[str]) -> list[str]:
    """Return what became of each entry; `keys` are those of the sections, by index."""
    made: list[str] = []
    for claim in outcome.claims:
        where = f" [{keys[claim.section]}]" if claim.section is not None and claim.state == "proved" else ""
        made += _entry(
            claim.state,
            f"claim {claim.number}{where}",
            f"{claim.claim.text} {cited(claim.claim.paragraphs)}",
            claim.why,
            claim.remarks if claim.state == "proved" else (),
        )
        if claim.state == "refused" and claim.repaired is not None:
            made.append("    --repair puts the words of the article instead")
    for event in outcome.events:
        title = f"{event.event.date} {event.event.title} {cited(event.event.paragraphs)}"
        made += _entry(event.state, f"event {event.number}", title, event.why, event.remarks)
    for name in outcome.names:
        title = f"{name.name.english}: {' / '.join(name.name.arabic)}"
        made += _entry(name.state, f"name {name.number}", title, name.why, name.remarks)
    made += [f"refused: {fault}" for fault in outcome.faults]
    if outcome.bottom_line:
        made.append(f"bottom line, which no quote proves: {outcome.bottom_line}")
    return [fit(line) for line in made]


def repair_lines(claim: JudgedClaim) -> list[str]:
    """Return the quotes of a refused claim and those that would repair it, as a difference."""
    assert claim.repaired is not None
    lines = [f"claim {claim.number}: {claim.claim.text}"]
    new, old = claim.repaired.citations, claim.claim.citations
    lines += [f"- ¶{one.paragraph} {one.quote}" for one in old if one not in new]
    lines += [f"+ ¶{one.paragraph} {one.quote}" for one in new if one not in old]
    return [fit(line) for line in lines]


def summary(outcome: Outcome, file: str, *, is_written: bool) -> str:
    """Return the one line that sums it up."""
    added, known = outcome.count("proved"), outcome.count("known")
    refused = outcome.count("refused") + len(outcome.faults)
    done = "added, to be reviewed" if is_written else "could be added; nothing was written"
    parts = [f"{added} {done}" if added else "nothing to add"]
    parts += [f"{known} there already"] if known else []
    parts += [f"{refused} refused"] if refused else []
    return fit(f"{file}: {', '.join(parts)}")


def lead_lines(found: Iterable[Lead]) -> Iterator[str]:
    """Yield two lines for each sentence: its paragraph and the sentence, and why."""
    for one in found:
        yield fit(f"¶{one.paragraph} {title_line(one.sentence)}")
        reasons = "; ".join(f"{reason.why}: {title_line(reason.words)}" for reason in one.reasons)
        yield fit(f"    {reasons}")


def fit(line: str) -> str:
    """Return a line without controls, one that is too long without its middle."""
    return safe_line(shortened(line, _LONGEST))


def _entry(
    state: State, what: str, text: str, why: Iterable[tuple[str, str]], remarks: Iterable[str]
) -> Iterator[str]:
    yield f"{_SAID[state]}: {what}: {shortened(text, _ENTRY)}"
    for fault, cure in why:
        yield f"    {fault}"
        yield f"        {cure}"
    for remark in remarks:
        yield f"    remark: {remark}"
