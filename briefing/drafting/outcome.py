"""What became of each entry of a draft at the gate, and why."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.document.model import Claim, Event, Name
from briefing.drafting.texts import same
from briefing.verifying.verdict import Verdict

#: It is to come in; it is there already; it may not come in.
State = Literal["proved", "known", "refused"]


class JudgedQuote(Struct, frozen=True):
    """A quote, the paragraph it was said to stand in, and the verdict."""

    paragraph: int
    quote: str
    verdict: Verdict


class JudgedClaim(Struct, frozen=True):
    """A claim of a draft; `number` is its place there, from 1.

    `section` is the index of the section that it belongs to, None if it fits none. `why` says what is wrong
    and what would be right, a pair for each fault; `remarks` what is for a person to judge. `repaired` is the
    claim with the words of the article instead of its own, None if nothing of the kind can be told;
    `is_certain`: these differ in spelling only.
    """

    number: int
    claim: Claim
    state: State
    section: int | None = None
    quotes: tuple[JudgedQuote, ...] = ()
    why: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    repaired: Claim | None = None
    is_certain: bool = False


class JudgedEvent(Struct, frozen=True):
    """An event of a draft, marked as unreviewed."""

    number: int
    event: Event
    state: State
    why: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


class JudgedName(Struct, frozen=True):
    """A name of a draft, marked as unreviewed, with the forms that occur."""

    number: int
    name: Name
    state: State
    why: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


class NewSection(Struct, frozen=True):
    """A section that is to be written, for a briefing that has none."""

    key: str
    title: str
    arabic: str
    paragraphs: tuple[int, ...]


class Outcome(Struct, frozen=True):
    """What became of a draft. `new_sections` are written only where the briefing has none.

    `faults` are the entries that could not be read at all. `bottom_line` is proved by nothing.
    """

    claims: tuple[JudgedClaim, ...] = ()
    events: tuple[JudgedEvent, ...] = ()
    names: tuple[JudgedName, ...] = ()
    new_sections: tuple[NewSection, ...] = ()
    bottom_line: str = ""
    faults: tuple[str, ...] = ()

    def count(self, state: State) -> int:
        """Return how many claims, events and names are in that state."""
        states = [
            *(one.state for one in self.claims),
            *(one.state for one in self.events),
            *(one.state for one in self.names),
        ]
        return states.count(state)

    def repaired(self, numbers: Collection[int]) -> Outcome:
        """Return the same with the claims of these `numbers` as they are repaired, each text once."""
        texts = {same(one.claim.text) for one in self.claims if one.state == "proved"}
        claims = []
        for one in self.claims:
            if one.number in numbers and one.repaired is not None and one.state == "refused":
                state: State = "known" if same(one.claim.text) in texts else "proved"
                texts.add(same(one.claim.text))
                one = replace(one, claim=one.repaired, state=state, why=(), repaired=None)
            claims.append(one)
        return replace(self, claims=tuple(claims))

    @property
    def is_whole(self) -> bool:
        """Whether nothing was refused."""
        return not self.faults and not self.count("refused")
