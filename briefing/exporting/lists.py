"""Timeline, names and provenance as lines of plain text, one for each event, name or detail."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.document import CapturedDetail, Event, Name, Provenance
from briefing.document.citing import cited
from briefing.document.line_ends import on_one_line
from briefing.exporting.phrases import both
from briefing.exporting.tracing import Trace, written_facts
from briefing.exporting.tracing_words import ENGLISH


def timeline_lines(events: Iterable[Event]) -> list[str]:
    """Return one line for each event: EDTF date, how it is known, what happened, citations, note, Arabic.

    A line end in one of these is a space.
    """
    lines = []
    for event in events:
        note = f" ({event.note})" if event.note else ""
        english = f"- {event.date} [{event.basis}] {event.title} {cited(event.paragraphs)}{note}"
        lines.append(on_one_line(both(english, event.arabic)))
    return lines


def names_lines(names: Iterable[Name]) -> list[str]:
    """Return one line for each name: kind, English, role, Arabic forms. A line end in them is a space."""
    lines = []
    for name in names:
        role = f": {name.role}" if name.role else ""
        lines.append(on_one_line(both(f"- [{name.kind}] {name.english}{role}", " / ".join(name.arabic))))
    return lines


def provenance_lines(provenance: Provenance) -> list[str]:
    """Return one line for each fact, captured detail, thing left out and thing that is not known."""
    facts = [f"- {ENGLISH[f'trace.{key}']}: {text}" for key, text in written_facts(provenance)]
    details = [f"- {_detail(detail)}" for detail in provenance.details]
    left_out = [f"- Left out: {_detail(detail)}" for detail in provenance.left_out]
    lines = [*facts, *details, *left_out, *(f"- Not known: {unknown}" for unknown in provenance.unknown)]
    return [on_one_line(line) for line in lines]


def trace_lines(trace: Trace) -> list[str]:
    """Return one line for each fact, each detail, each thing left out and each thing that is not known.

    What was left out of a document is named here; its lines are in the document.
    """
    facts = [f"- {fact.label}: {fact.text}" for fact in trace.facts]
    details = [f"- {_detail(detail)}" for detail in trace.details]
    left_out = [f"- Left out: {detail.label}: {detail.english}" for detail in trace.left_out]
    unknown = [f"- Not known: {unknown}" for unknown in trace.unknown]
    return [on_one_line(line) for line in (*facts, *details, *left_out, *unknown)]


def _detail(detail: CapturedDetail) -> str:
    captured = " / ".join(line for line in detail.captured if line.strip())
    return both(f"{detail.label}: {detail.english}", captured)
