"""A check of one briefing: everything that is found in it, at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from briefing.document.errors import BriefingError
from briefing.document.model import Paragraph
from briefing.machine.files import is_anything_there
from briefing.sources.fault import Fault
from briefing.sources.folder import toml_of
from briefing.verifying.anchoring import anchor_findings
from briefing.verifying.examined import Examined
from briefing.verifying.files_checked import of_files
from briefing.verifying.finding import Checked, Finding, Judged, Level, Region, Repair
from briefing.verifying.quoting import Quote, judged_quotes, said_of
from briefing.verifying.remarks import remarks

# What can be said without an article.
_OF_THE_FILE_ALONE: Final = ("blank", "key", "date", "evidence", "missing")
_UNKNOWN: Final = (Paragraph(1, ""),)


def check(path: Path) -> Checked:
    """Return what is found in the briefing at `path`, a folder or a `briefing.toml`.

    What cannot be read at all is a mistake as well.
    """
    try:
        return findings_of(examined_at(path))
    except BriefingError as error:
        return Checked(error.file, (unreadable(error),))


def examined_at(path: Path) -> Examined:
    """Return a briefing's files, read as far as they can be. Raises BriefingError if that is not at all."""
    toml = toml_of(path)
    if toml.suffix != ".toml" and is_anything_there(toml):
        from briefing.verifying.examined_given import ExaminedGiven, is_given_file

        if is_given_file(toml):
            return ExaminedGiven(toml)
        cure = "give a folder with a briefing.toml, or that file"
        raise BriefingError(str(path), "is no briefing, there is nothing to check", cure)
    return Examined(toml)


def findings_of(examined: Examined) -> Checked:
    """Return what is found in a briefing whose files have been read."""
    quotes = judged(examined)
    found = [*map(unreadable, examined.errors), *_mistakes(examined, quotes), *of_files(examined)]
    found += anchor_findings(examined, quotes)
    found += [_of_fault(examined, fault, level) for level, fault in _remarks(examined, quotes)]
    found.sort(key=lambda one: (one.file, one.region.line, one.region.column, one.level))
    return Checked(examined.file, tuple(found), tuple(_as_judged(examined, quote) for quote in quotes))


def judged(examined: Examined) -> list[Quote]:
    """Return the quotes that the file really has, with their verdicts; none if there is no article."""
    if examined.written is None or examined.paragraphs is None:
        return []
    quotes = judged_quotes(examined.written, examined.paragraphs)
    guessed = examined.shaped.is_guessed
    return [
        quote
        for quote in quotes
        if not any(guessed((*quote.steps, key)) for key in ("quote", "paragraph"))
        and quote.paragraph not in examined.omitted
        and (quote.words or examined.has_quotes)
    ]


def unreadable(error: BriefingError) -> Finding:
    """Return the finding for a file that cannot be read."""
    line, column = max(error.line, 1), max(error.column, 1)
    region = Region(line, column, line, column + 1)
    return Finding("unreadable", "mistake", error.file, region, error.where, error.what, error.cure)


def _mistakes(examined: Examined, quotes: list[Quote]) -> Iterator[Finding]:
    for fault in examined.faults:
        yield _of_fault(examined, fault)
    if examined.paragraphs is None:
        for fault in examined.shaped.misfits(_UNKNOWN):
            if fault.rule in _OF_THE_FILE_ALONE:
                yield _of_fault(examined, fault)
        return
    for fault in examined.shaped.misfits(examined.paragraphs):
        if fault.rule != "quote":  # a verdict says more
            yield _of_fault(examined, fault)
    for quote in quotes:
        if quote.verdict.kind != "exact":
            yield _of_quote(examined, quote)


def _remarks(examined: Examined, quotes: list[Quote]) -> Iterator[tuple[Level, Fault]]:
    """The remarks, but for those that the missing part of an article may answer."""
    for level, fault in remarks(examined, quotes):
        if not examined.omitted or fault.rule not in ("coverage", "event-date"):
            yield level, fault


def _of_fault(examined: Examined, fault: Fault, level: Level = "mistake") -> Finding:
    region = examined.region(fault.steps, at_key=fault.at_key)
    return Finding(
        fault.rule, level, examined.file, region, fault.where, fault.what, examined.cure(fault.cure)
    )


def _of_quote(examined: Examined, quote: Quote) -> Finding:
    what, cure = said_of(quote)
    steps = (*quote.steps, "quote")
    place = examined.places.exact(steps)
    repair = None
    if quote.verdict.is_certain and place is not None:
        repair = Repair(place.start, place.end, examined.literal(quote.verdict.places[0].words))
    rule = "quote-" + re.sub(" ", "-", quote.verdict.kind)
    return Finding(
        rule,
        "mistake",
        examined.file,
        examined.region(steps),
        quote.where,
        what,
        examined.cure(cure),
        quote.verdict,
        repair,
    )


def _as_judged(examined: Examined, quote: Quote) -> Judged:
    region = examined.region((*quote.steps, "quote"))
    return Judged(quote.where, quote.paragraph, quote.words, region, quote.verdict)
