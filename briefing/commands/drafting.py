"""What `briefing draft` does: asks the command part by part, judges, shows, and writes what is proved."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from briefing.commands.arguments import USAGE, tell
from briefing.commands.draft_part import DraftPart, part_of
from briefing.commands.printing import write, write_pieces
from briefing.document import BriefingError, Paragraph
from briefing.drafting.outcome import Outcome
from briefing.machine.files import is_file_there
from briefing.sources.shape import BriefingFile
from briefing.verifying.checking import examined_at
from briefing.verifying.examined import Examined

_PROGRAM: Final = "briefing draft"


class Wanted(NamedTuple):
    """Which briefing is drafted, and which part of it: a section by its key, or numbers of paragraphs."""

    path: Path
    section: str | None = None
    numbers: str | None = None
    is_json: bool = False


class _Opened(NamedTuple):
    examined: Examined
    written: BriefingFile
    paragraphs: tuple[Paragraph, ...]
    part: DraftPart


def draft(
    wanted: Wanted,
    *,
    command: str | None,
    seconds: str | None,
    size: int,
    takes_bottom_line: bool,
    takes_refused: bool,
    repairs: bool,
    asks: bool,
    writes: bool,
) -> int:
    """Draft a briefing; returns the exit status. Raises BriefingError for what cannot be read or written.

    Args:
        wanted: Which briefing, and how it is told.
        command: The command, instead of that in the preferences.
        seconds: How long it may take for a part, instead of what the preferences say.
        size: Characters of the article that are handed over at a time.
        takes_bottom_line: The drafted bottom line comes in, if there is none.
        takes_refused: Refused claims come in as comments.
        repairs: Quotes that can be repaired are.
        asks: Nothing is repaired without asking.
        writes: What is proved is written.
    """
    from briefing.commands.drafter import drafter_of, how_to_set_one

    try:
        opened = _opened(wanted)
    except LookupError as error:
        tell(_PROGRAM, str(error.args[0]))
        return USAGE
    asked = drafter_of(command, seconds)
    if asked is None:
        for line in how_to_set_one():
            tell(_PROGRAM, line)
        return show_leads(wanted) or 1
    answers, failed = asked.answers(opened.paragraphs, opened.part.numbers, _sections(opened), size)
    if not answers:
        return _nothing(opened, failed) if wanted.is_json else 1
    before = opened.examined
    cure = "draft it again"
    try:
        opened = _opened(wanted)  # drafting takes minutes, in which somebody may have written on
    except LookupError as error:
        raise BriefingError(before.file, f"was changed meanwhile: {error.args[0]}", cure) from None
    if opened.examined.article != before.article:
        raise BriefingError(before.article_file, "was changed meanwhile, nothing was written", cure)
    from briefing.drafting.gate import outcome

    found = outcome(answers, opened.written, opened.paragraphs, opened.part.numbers, opened.part.only)
    if repairs:
        from briefing.commands.draft_repairs import repaired

        found = repaired(found, asks=asks, shows=not wanted.is_json)
    from briefing.drafting.entering import entered

    new = entered(
        opened.examined.text,
        found,
        opened.examined.file,
        bottom_line=takes_bottom_line,
        refused=takes_refused,
    )
    status = _finish(opened, found, failed, wanted, new, writes=writes)
    return status or int(bool(failed) or not found.is_whole)


def _nothing(opened: _Opened, failed: Iterable[str]) -> int:
    """Say for programs that no part of the article has a draft."""
    from briefing.drafting.as_json import outcome_json

    return write(outcome_json(Outcome(), opened.examined.file, is_written=False, failed=failed)) or 1


def show_leads(wanted: Wanted) -> int:
    """Print the sentences worth a claim; returns the exit status. Raises BriefingError."""
    from briefing.drafting.leads import leads

    try:
        opened = _opened(wanted)
    except LookupError as error:
        tell(_PROGRAM, str(error.args[0]))
        return USAGE
    found = leads(opened.paragraphs, frozenset(opened.part.numbers), opened.written.names)
    if wanted.is_json:
        from briefing.drafting.as_json import leads_json

        return write(leads_json(found, opened.examined.file))
    from briefing.drafting.as_text import lead_lines

    return write_pieces(f"{line}\n" for line in lead_lines(found))


def _opened(wanted: Wanted) -> _Opened:
    """The briefing, which has no mistake of form. Raises BriefingError, and LookupError for a wrong part."""
    if wanted.path.suffix != ".toml" and is_file_there(wanted.path):
        from briefing.verifying.examined_given import is_given_file

        if is_given_file(wanted.path):  # a draft is written into a briefing.toml
            what, cure = "was given out as JSON, in which nothing is written", "make a folder of it"
        else:
            what, cure = "is no briefing", "begin one of it"
        raise BriefingError(str(wanted.path), what, f"{cure}: briefing new {wanted.path}")
    examined = examined_at(wanted.path)
    for error in examined.errors:
        raise error
    if examined.faults or examined.written is None or examined.paragraphs is None:
        fault = next(iter(examined.faults), None)
        what = f"{fault.where}: {fault.what}" if fault else "is out of shape"
        raise BriefingError(examined.file, what, "mend it first; `briefing check` tells all mistakes")
    written, paragraphs = examined.written, examined.paragraphs
    part = part_of(written.sections, len(paragraphs), wanted.section, wanted.numbers)
    return _Opened(examined, written, paragraphs, part)


def _sections(opened: _Opened) -> list[tuple[int, ...]]:
    return [tuple(section.paragraphs) for section in opened.written.sections]


def _finish(
    opened: _Opened,
    found: Outcome,
    failed: Iterable[str],
    wanted: Wanted,
    new: str,
    *,
    writes: bool,
) -> int:
    """Write what is proved, unless it is only to be shown, and say what became of all; returns the status."""
    from briefing.verifying.repairing import difference, write_back

    examined = opened.examined
    is_written = writes and new != examined.text
    if is_written:
        write_back(examined, new)
    if wanted.is_json:
        from briefing.drafting.as_json import outcome_json

        return write(outcome_json(found, examined.file, is_written=is_written, failed=failed))
    from briefing.drafting.as_text import outcome_lines, summary

    keys = [one.key for one in opened.written.sections or found.new_sections]
    text = "".join(f"{line}\n" for line in outcome_lines(found, keys))
    if not writes and new != examined.text:
        text += difference(examined.file, examined.text, new).replace(" (repaired)\n", " (drafted)\n", 1)
    return write(f"{text}{summary(found, examined.file, is_written=is_written)}\n")
