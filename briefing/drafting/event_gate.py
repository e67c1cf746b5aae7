"""The gate for events: the date in EDTF, carried by the paragraphs, and the words that give it exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.document.citing import cited_in_sentence
from briefing.document.controls import shortened
from briefing.document.edtf_syntax import looks_like_edtf, what_is_wrong
from briefing.document.model import Event, Paragraph, Section
from briefing.drafting.draft import DraftEvent
from briefing.drafting.outcome import JudgedEvent
from briefing.drafting.texts import plain, same, text_fault
from briefing.verifying.dates import uncarried_parts
from briefing.verifying.quoting import Quote, said_of
from briefing.verifying.verdicts import Judge


class EventGate:
    """Judges the events of a draft, one after the other: what comes in is known from then on."""

    def __init__(
        self, known: Sequence[Event], paragraphs: Sequence[Paragraph], asked: frozenset[int]
    ) -> None:
        self._paragraphs, self._asked = paragraphs, asked
        self._judge = Judge(paragraphs)
        self._dated = {(event.date, number) for event in known for number in event.paragraphs}
        self._titled = {(event.date, same(event.title)) for event in known}

    def judged(self, drafted: DraftEvent, number: int) -> JudgedEvent:
        """Return what becomes of an event, the one of that `number` in its draft."""
        title, quote = plain(drafted.title), drafted.quote.strip()
        paragraphs = tuple(sorted(set(drafted.paragraphs)))
        event = Event(
            drafted.date,
            f"Unreviewed: {title}",
            quote,
            paragraphs,
            drafted.basis,
            "Unreviewed: drafted by a program.",
        )
        if (
            any((event.date, one) in self._dated for one in paragraphs)
            or (
                event.date,
                same(event.title),
            )
            in self._titled
        ):
            return JudgedEvent(number, event, "known")
        if why := tuple(self._faults(event, title)):
            return JudgedEvent(number, event, "refused", why)
        self._titled.add((event.date, same(event.title)))
        return JudgedEvent(number, event, "proved", (), tuple(self._remarks(event)))

    def _faults(self, event: Event, title: str) -> Iterator[tuple[str, str]]:
        if fault := text_fault(title, "the title"):
            yield fault
        if not looks_like_edtf(event.date):
            yield what_is_wrong(event.date), 'a date is written as "2024-06-10", "2024-06" or "XXXX-06-10"'
            return
        last = len(self._paragraphs)
        if not event.paragraphs or not all(1 <= number <= last for number in event.paragraphs):
            yield "it cites paragraphs that there are not", f"the article has ¶1 to ¶{last}"
            return
        texts = [self._paragraphs[number - 1].text for number in event.paragraphs]
        for part in uncarried_parts(event.date, texts):
            cited = cited_in_sentence(event.paragraphs[:10])
            yield f'"{shortened(event.date, 40)}": no word of {cited} gives the {part}', "cite what gives it"
        if not any(event.arabic and event.arabic in text for text in texts):
            first = event.paragraphs[0]
            verdict = self._judge.verdict(event.arabic, first)
            what, cure = said_of(Quote("", (), Section(""), first, event.arabic, verdict))
            yield f"{verdict.kind}: {what}", cure

    def _remarks(self, event: Event) -> Iterator[str]:
        outside = [number for number in event.paragraphs if number not in self._asked]
        if outside:
            yield f"¶{outside[0]} was not handed over"
