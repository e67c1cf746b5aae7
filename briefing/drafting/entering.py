"""What is proved, written into the text of a `briefing.toml` as a person would: nothing is replaced."""

from __future__ import annotations

import re
import tomllib
from itertools import count
from typing import Any, Final

from briefing.document.errors import BriefingError
from briefing.document.model import Claim
from briefing.document.toml_places import TomlPlaces
from briefing.drafting.outcome import Outcome
from briefing.drafting.tables import (
    bottom_line_text,
    claim_inline,
    claim_table,
    event_inline,
    event_table,
    name_inline,
    name_table,
    refused_comment,
    section_table,
)
from briefing.sources.fault import Steps

_Change = tuple[int, str]
_CURE: Final = "write its sections, claims, events and names as tables, each under a heading in brackets"
_EVENTS: Final = re.compile(r"^# Events[ \t]*$", re.MULTILINE)
_NAMES: Final = re.compile(r"^# Names[ \t]*$", re.MULTILINE)


def entered(
    text: str, outcome: Outcome, file: str, *, bottom_line: bool = False, refused: bool = False
) -> str:
    """Return the text of a `briefing.toml` with all that is proved added to it.

    `text` is TOML as it stands in the file, line ends untouched; `bottom_line` says whether the drafted one
    is to come in where there is none, `refused` whether refused claims are, as comments.

    Raises BriefingError, naming `file`, for a text in which all else would not read as before.
    """
    is_crlf = 0 < text.count("\n") == text.count("\r\n")
    old = text.replace("\r\n", "\n") if is_crlf else text
    before = tomllib.loads(_plain(old))
    if bottom_line and outcome.bottom_line and is_blank(before.get("bottom_line")):
        old = _with_bottom_line(old, before, outcome.bottom_line)
        before.pop("bottom_line", None)
    for heeds_headings in (True, False):
        new = _with_all(old, before, outcome, heeds_headings=heeds_headings)
        try:
            new = _with_comments(new, outcome) if refused else new
            if _holds(tomllib.loads(_plain(new)), before):
                return new.replace("\n", "\r\n") if is_crlf else new
        except tomllib.TOMLDecodeError:
            continue
    raise BriefingError(file, "is written in a way in which nothing can be added", _CURE)


def is_blank(value: object) -> bool:
    """Return whether a text is missing, or has nothing in it."""
    return value is None or not str(value).strip()


def _with_all(text: str, before: dict[str, Any], outcome: Outcome, *, heeds_headings: bool) -> str:
    """The text with claims, events and names; the last first, for places before an insertion stay right."""
    if not outcome.count("proved"):
        return text
    text += "" if text.endswith("\n") else "\n"
    places = TomlPlaces(text)
    events, names = (_EVENTS, _NAMES) if heeds_headings else (None, None)
    changes = _claims(text, places, before, outcome, events)
    dated = [one.event for one in outcome.events if one.state == "proved"]
    named = [one.name for one in outcome.names if one.state == "proved"]
    of_events = ([event_table(one) for one in dated], [event_inline(one) for one in dated])
    of_names = ([name_table(one) for one in named], [name_inline(one) for one in named])
    for key, (tables, inlines), heading in (("events", of_events, names), ("names", of_names, None)):
        if tables and key in before:
            changes += _into(text, places, (key,), (key,), tables, inlines)
        elif tables:
            changes.append((_before(text, heading), "".join(tables)))
    numbered = sorted(enumerate(changes), key=lambda pair: (pair[1][0], pair[0]), reverse=True)
    for _, (at, added) in numbered:
        text = _inserted(text, at, added)
    return text


def _claims(
    text: str, places: TomlPlaces, before: dict[str, Any], outcome: Outcome, heading: re.Pattern[str] | None
) -> list[_Change]:
    by_section: dict[int, list[Claim]] = {}
    for judged in outcome.claims:
        if judged.state == "proved" and judged.section is not None:
            by_section.setdefault(judged.section, []).append(judged.claim)
    if before.get("sections"):
        changes: list[_Change] = []
        for at, claims in sorted(by_section.items()):
            steps = ("sections", at)
            tables, inlines = [claim_table(one) for one in claims], [claim_inline(one) for one in claims]
            changes += _into(text, places, steps, (*steps, "claims"), tables, inlines)
        return changes
    if not by_section:
        return []
    tables = [
        section_table(one) + "".join(map(claim_table, by_section.get(at, ())))
        for at, one in enumerate(outcome.new_sections)
    ]
    return [(_before(text, heading), "".join(tables))]


def _into(
    text: str, places: TomlPlaces, around: Steps, steps: Steps, tables: list[str], inlines: list[str]
) -> list[_Change]:
    """Where entries of the list at `steps` go, and as what: tables, or a part of a list in line."""
    place = places.exact(steps)
    if place is None or text[place.start] != "[" or text.startswith("[[", place.key_start):
        return [(_line_end(text, places.end_of(around)), "".join(tables))]
    last = place.start + 1
    for index in count():
        entry = places.exact((*steps, index))
        if entry is None:
            break
        last = entry.end
    rest = re.sub(r"#[^\n]*", "", text[last : place.end - 1])
    changes = [(place.end - 1, "".join(f"\n  {one}," for one in inlines) + "\n")]
    return [(last, ","), *changes] if last > place.start + 1 and "," not in rest else changes


def _before(text: str, heading: re.Pattern[str] | None) -> int:
    """Where the first table of a list goes: before the comment that heads the next one, else at the end.

    Such comments are what `briefing new` writes.
    """
    match = heading.search(text) if heading is not None else None
    return match.start() if match else len(text)


def _inserted(text: str, at: int, added: str) -> str:
    before, behind = text[:at], text[at:]
    if not added.startswith(("\n[", "\n#")) or not before:
        return before + added + behind
    if before.endswith("\n\n"):  # a blank line is there
        added = added[1:]
    if behind.lstrip(" \t")[:1] not in ("", "\n", "\r"):
        added += "\n"
    return before + added + behind


def _with_bottom_line(text: str, before: dict[str, Any], bottom_line: str) -> str:
    places = TomlPlaces(text)
    written = bottom_line_text(bottom_line)
    if "bottom_line" in before:  # empty: its value is put in its place
        place = places.of(("bottom_line",))
        return text[: place.start] + written.partition(" = ")[2].rstrip("\n") + text[place.end :]
    text += "" if text.endswith("\n") else "\n"
    at = _line_end(text, places.end_of(("article",)))
    behind = "" if text[at:].lstrip(" \t\r").startswith("\n") or not text[at:] else "\n"
    return f"{text[:at]}\n{written}{behind}{text[at:]}"


def _with_comments(text: str, outcome: Outcome) -> str:
    """The text with the refused claims as comments, under the section they are for, else the last."""
    places = TomlPlaces(text)
    changes: list[_Change] = []
    for judged in outcome.claims:
        if judged.state == "refused":
            steps = ("sections",) if judged.section is None else ("sections", judged.section)
            at = _line_end(text, places.end_of(steps)) if places.exact(steps) else len(text)
            changes.append((at, refused_comment(judged)))
    # The last first, for places before an insertion stay right.
    numbered = sorted(enumerate(changes), key=lambda pair: (pair[1][0], pair[0]), reverse=True)
    for _, (at, added) in numbered:
        if added.partition("\n# text = ")[2].partition("\n")[0] not in text:  # from an earlier draft
            text = _inserted(text, at, added)
    return text


def _line_end(text: str, at: int) -> int:
    """The index behind the line that `at` is in."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")


def _holds(after: Any, before: Any) -> bool:
    """Whether all of `before` reads the same in `after`, which may have more entries at the end of lists."""
    if isinstance(before, dict) and isinstance(after, dict):
        return all(key in after and _holds(after[key], value) for key, value in before.items())
    if isinstance(before, list) and isinstance(after, list):
        return len(after) >= len(before) and all(map(_holds, after, before))
    return bool(after == before)
