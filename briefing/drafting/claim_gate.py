"""The gate for claims: each quote has to stand in its paragraph exactly, and the claim in one section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from briefing.document.citing import cited_in_sentence
from briefing.document.model import Citation, Claim, Name, Paragraph, Section
from briefing.drafting.draft import DraftClaim
from briefing.drafting.outcome import JudgedClaim, JudgedQuote
from briefing.drafting.texts import plain, same, text_fault
from briefing.verifying.quoting import Quote, said_of
from briefing.verifying.remarks import claim_remarks
from briefing.verifying.verdict import Verdict
from briefing.verifying.verdicts import Judge

_NOWHERE: Final = Section("")


class ClaimGate:
    """Judges the claims of a draft, one after the other: what comes in is known from then on."""

    def __init__(
        self,
        sections: Sequence[Section],
        names: Sequence[Name],
        paragraphs: Sequence[Paragraph],
        asked: frozenset[int],
        only: int | None,
    ) -> None:
        self._sections, self._names, self._paragraphs = sections, names, paragraphs
        self._asked, self._only = asked, only
        self._own = [frozenset(section.paragraphs) for section in sections]
        self._judge = Judge(paragraphs)
        self._verdicts: dict[tuple[int, str], Verdict] = {}
        self._known = {same(claim.text) for section in sections for claim in section.claims}

    def judged(self, drafted: DraftClaim, number: int) -> JudgedClaim:
        """Return what becomes of a claim, the one of that `number` in its draft."""
        citations = tuple(dict.fromkeys(Citation(one.paragraph, one.quote) for one in drafted.citations))
        claim = Claim(plain(drafted.text), citations, drafted.likelihood, drafted.confidence, drafted=True)
        judged = self.again(claim, number)
        if judged.state == "refused":
            return self._with_repair(judged)
        if judged.state == "proved":
            self._known.add(same(claim.text))
        return judged

    def again(self, claim: Claim, number: int) -> JudgedClaim:
        """Return what becomes of a claim as it stands, without a look at what would repair it."""
        if same(claim.text) in self._known:
            return JudgedClaim(number, claim, "known")
        quotes = tuple(
            JudgedQuote(one.paragraph, one.quote, self._verdict(one.paragraph, one.quote))
            for one in claim.citations
        )
        section = self._section(claim)
        why = tuple(self._faults(claim, quotes, section))
        if why:
            return JudgedClaim(number, claim, "refused", section, quotes, why)
        remarks = tuple(self._remarks(claim, quotes))
        return JudgedClaim(number, claim, "proved", section, quotes, (), remarks)

    def _verdict(self, number: int, words: str) -> Verdict:
        key = (number, words)
        if key not in self._verdicts:
            self._verdicts[key] = self._judge.verdict(words, number)
        return self._verdicts[key]

    def _section(self, claim: Claim) -> int | None:
        cited = set(claim.paragraphs)
        candidates = range(len(self._own)) if self._only is None else (self._only,)
        return next((at for at in candidates if cited and cited <= self._own[at]), None)

    def _faults(
        self, claim: Claim, quotes: Sequence[JudgedQuote], section: int | None
    ) -> Iterator[tuple[str, str]]:
        if fault := text_fault(claim.text, "the text"):
            yield fault
        if not claim.citations:
            yield "it cites nothing", "cite the words that carry it, or drop it"
            return
        own = self._sections[section] if section is not None else _NOWHERE
        last = len(self._paragraphs)
        is_told = False
        for number, quote in enumerate(quotes, 1):
            where = f"citation {number}: " if len(quotes) > 1 else ""
            if not 1 <= quote.paragraph <= last:
                is_told = True
                shown = quote.paragraph if abs(quote.paragraph) < 10**15 else "(a number of many digits)"
                what, cure = f"there is no ¶{shown}", f"the article has ¶1 to ¶{last}"
                if quote.verdict.places:
                    cure += f"; the words stand in ¶{quote.verdict.places[0].paragraph}"
                yield where + what, cure
            elif quote.verdict.kind != "exact":
                said = Quote(where, (), own, quote.paragraph, quote.quote, quote.verdict)
                what, cure = said_of(said)
                yield f"{where}{quote.verdict.kind}: {what}", cure
        if section is None and not is_told:
            yield from self._strayed(claim)

    def _strayed(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """Why a claim fits no section."""
        cited = cited_in_sentence(claim.paragraphs[:10])
        if self._only is not None:
            yield (
                f'{cited} {_is(claim)} not all in the section "{self._sections[self._only].key}"',
                "draft the other section",
            )
        else:
            yield f"{cited} {_is(claim)} in no one section", "put them into one, or make two claims of it"

    def _remarks(self, claim: Claim, quotes: Sequence[JudgedQuote]) -> Iterator[str]:
        outside = [number for number in claim.paragraphs if number not in self._asked]
        if outside:
            yield f"¶{outside[0]} was not handed over; the words stand there all the same"
        as_quotes = [Quote("", (), _NOWHERE, quote.paragraph, quote.quote, quote.verdict) for quote in quotes]
        accepted = replace(claim, drafted=False)
        for remark in claim_remarks(accepted, "", (), as_quotes, self._paragraphs, self._names):
            yield f"{remark.fault.what}; {remark.fault.cure}"

    def _with_repair(self, judged: JudgedClaim) -> JudgedClaim:
        """A refused claim with the words that would repair it, if that leads to one that is proved."""
        repaired: list[Citation] = []
        is_certain = True
        for quote in judged.quotes:
            verdict = quote.verdict
            if verdict.kind == "exact":
                repaired.append(Citation(quote.paragraph, quote.quote))
                continue
            if verdict.kind == "absent" or not verdict.places:
                return judged
            is_certain = is_certain and verdict.is_certain and verdict.kind == "but for"
            places = verdict.places if verdict.kind == "stitched" else verdict.places[:1]
            repaired += [Citation(place.paragraph, place.words) for place in places]
        citations = tuple(dict.fromkeys(repaired))
        if citations == judged.claim.citations:
            return judged
        claim = replace(judged.claim, citations=citations)
        again = self.again(claim, judged.number)
        if again.state != "proved":
            return judged
        return replace(
            judged, section=again.section, repaired=claim, is_certain=is_certain, remarks=again.remarks
        )


def _is(claim: Claim) -> str:
    return "is" if len(claim.paragraphs) == 1 else "are"
