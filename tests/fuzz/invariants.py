"""What holds whatever a document says: of a message, of what is printed, of what is sent to a terminal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from briefing.document import Briefing, BriefingError, full_article
from briefing.document.dates import event_date
from briefing.exporting import briefing_text, section_page, section_text
from briefing.sources import load
from tests.fuzz.mutant import SECRET
from tests.fuzz.payloads import MARK, NUMBER

#: Characters of the longest message.
LONGEST_LINE: Final = 500

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_CONTROL_IN_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# U+FEFF and the separators of lines and paragraphs are told with them: some programs take them for line ends.
_UPSETS_A_LINE: Final = re.compile("[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


class InvariantError(AssertionError):
    """An invariant that does not hold; its first line tells the kind."""


def require(holds: object, kind: str, what: object = "") -> None:
    """Raise InvariantError unless it holds."""
    if not holds:
        shown = ascii(what)
        raise InvariantError(f"{kind}: {shown if len(shown) <= 300 else shown[:300] + '...'}")


def loads(path: Path) -> Briefing | None:
    """The briefing at `path`, looked through and printed; None if one line says why it is none.

    Raises InvariantError, or whatever else escapes.
    """
    try:
        briefing = load(path)
    except BriefingError as error:
        is_a_message(str(error))
        require("; " in str(error), "a message without a cure", str(error))
        return None
    require(briefing.paragraphs, "a briefing without a paragraph")
    can_be_printed(briefing)
    for event in briefing.events:
        try:
            event_date(briefing, event)
        except BriefingError as error:  # found out later than the others, since it takes time
            is_a_message(str(error))
    return briefing


def is_a_message(line: str) -> None:
    """Require one line for a terminal: short, without control characters or bidi controls, encodable."""
    require("\n" not in line, "a message of several lines", line)
    require(len(line) < LONGEST_LINE, f"a message of {LONGEST_LINE} characters or more", line)
    require(not _CONTROL.search(line), "a control character in a message", line)
    require(not _UPSETS_A_LINE.search(line), "a bidi control in a message", line)
    _can_be_encoded(line, "a lone surrogate in a message")


def can_be_printed(briefing: Briefing) -> None:
    """Require that all that is printed of a briefing is text: no control character but tab and line end."""
    printed = [briefing_text(briefing), section_page(briefing, full_article(briefing))]
    for section in briefing.sections:
        printed.append(section_page(briefing, section))
        section_text(briefing, section)
    for text in printed:
        found = _CONTROL_IN_TEXT.search(text)
        require(
            not found,
            "a control character is printed",
            found and text[max(0, found.start() - 20) : found.end() + 20],
        )
        _can_be_encoded(text, "a lone surrogate is printed")
        require(
            SECRET not in text or briefing.path.endswith(".txt"), "a file outside of the folder is printed"
        )


def _can_be_encoded(text: str, kind: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        require(False, kind, text)


# ECMA-48: strings (OSC, DCS, SOS, PM, APC), control sequences, other escape sequences.
_SEQUENCE: Final = re.compile(
    r"\x1b(?P<kind>[]PX^_])(?P<string>[^\x07\x1b]*)(?:\x07|\x1b\\)?"
    r"|\x1b\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-~]?)"
    r"|\x1b(?P<escape>[ -/]*[0-~]?)"
)
#: What the program itself sends besides control sequences: cursor saved and restored, keypad.
_ESCAPES: Final = frozenset(("7", "8", "=", ">", "(B", "\\", ""))


def is_no_document_sequence(output: bytes) -> None:
    """Require that nothing of a document acts in what was sent to a terminal."""
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvariantError(
            f"bytes that are not UTF-8 are sent: {output[max(0, error.start - 20) : error.end + 20]!r}"
        ) from None
    for match in _SEQUENCE.finditer(text):
        shown = text[max(0, match.start() - 20) : match.end() + 20]
        if match["kind"]:
            string = match["kind"] + match["string"]
            require(not MARK.search(string), "a string sequence of a document is sent", shown)
            require(not re.match(r"\](?:[0128]);", string), "a title or a link is sent", shown)
        elif match["parameters"] is not None:
            require(not NUMBER.search(match["parameters"]), "a control sequence of a document is sent", shown)
        else:
            require(
                match["escape"] in _ESCAPES, "an escape sequence is sent that is not the program's", shown
            )
    found = re.search("[\x00-\x07\x0b\x0c\x0e-\x1f\x7f-\x9f]", _SEQUENCE.sub("", text))
    require(not found, "a control character is sent", found and found.group())
