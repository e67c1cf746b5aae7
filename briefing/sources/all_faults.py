"""All that is wrong in a `briefing.toml` at once, by the rules that loading one stops at the first of."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from briefing.document.model import Paragraph
from briefing.document.near_miss import nearest_word
from briefing.sources.checks import faults
from briefing.sources.fault import Fault, Steps
from briefing.sources.shape import BriefingFile
from briefing.sources.shape_faults import CHOICES, explained, fields_at

#: So many mistakes of shape are told; whoever has more has another kind of file.
MOST: Final = 300
_EXPECTED: Final = re.compile(r"Expected `([^`]+)`")
_PLACEHOLDERS: Final[dict[str, Any]] = {
    "str": "",
    "int": 0,
    "float": 0.0,
    "bool": False,
    "array": [],
    "object": {},
}


class Shaped:
    """Parsed TOML as typed data, whatever is out of shape in it.

    `faults` are the mistakes of shape. `written` is the briefing without them: what is missing or of another
    type is empty there, so nothing is to be said about what `is_guessed`. It is None if there are too many.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.faults: list[Fault] = []
        self._guessed: set[Steps] = set()
        self._data: Any = copy.deepcopy(data)
        self.written = self._shaped()

    def is_guessed(self, steps: Steps) -> bool:
        """Return whether the value, or one it is inside of, is not what the file says."""
        return any(steps[:length] in self._guessed for length in range(len(steps) + 1))

    def misfits(self, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
        """Yield what does not fit the article, but for what is so only because something is out of shape."""
        if self.written is None:
            return
        for fault in faults(self.written, paragraphs):
            if not self.is_guessed(fault.steps) and not self._in_doubt(fault):
                yield fault

    def _in_doubt(self, fault: Fault) -> bool:
        """Whether it is about paragraphs of a section that are not all known."""
        own = (*fault.steps[:2], "paragraphs")
        if (
            fault.rule != "paragraph"
            or fault.steps[:1] != ("sections",)
            or fault.steps[2:3] == ("paragraphs",)
        ):
            return False
        return any(guess[: len(own)] == own for guess in self._guessed)

    def _shaped(self) -> BriefingFile | None:
        for _ in range(MOST * 4):  # a value may take some steps until it has the right type
            try:
                return msgspec.convert(self._data, BriefingFile)
            except msgspec.ValidationError as error:
                message = str(error)
            fault = explained(message, self._data)
            if not self.is_guessed(fault.steps):
                if len(self.faults) == MOST:
                    return None
                self.faults.append(fault)
            if not self._repair(fault, message):
                return None
        return None

    def _repair(self, fault: Fault, message: str) -> bool:
        """Put into the data what has the right shape; returns whether there was a place for it."""
        if not fault.steps:
            return False
        *way, last = fault.steps
        try:
            holder = self._data
            for step in way:
                holder = holder[step]
            fields = fields_at(tuple(way))
            if fault.rule == "unknown-key":
                value = holder.pop(last)
                meant = nearest_word(str(last), fields)
                if meant and meant not in holder:
                    holder[meant] = value
                return True
            if fault.rule == "missing":
                written = nearest_word(str(last), set(holder) - set(fields))
                holder[last] = holder.pop(written) if written else None
                if written:
                    return True
            else:
                self._replace(holder, last, message)
        except (KeyError, IndexError, TypeError, AttributeError):
            return False
        self._guessed.add(fault.steps)
        return True

    def _replace(self, holder: Any, last: str | int, message: str) -> None:
        expected = _EXPECTED.match(message)
        if expected and "null" in expected.group(1):
            holder[last] = None
        elif expected:
            holder[last] = copy.copy(_PLACEHOLDERS.get(expected.group(1), ""))
        elif last in CHOICES:
            holder[last] = CHOICES[str(last)][0]
        else:  # out of the range of numbers that are read
            holder[last] = 0
