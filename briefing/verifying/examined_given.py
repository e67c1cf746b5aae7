"""A briefing that was given out as JSON, read for a check of all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from briefing.document.errors import FAULTS
from briefing.document.json_places import JsonPlaces
from briefing.document.json_text import parsed
from briefing.document.model import Paragraph
from briefing.machine.files import read_bytes
from briefing.sources.all_faults import Shaped
from briefing.sources.fault import Fault, Steps
from briefing.sources.formats.json import text_of
from briefing.sources.given_checks import as_written, given, in_json, misfits, misfits_inside
from briefing.sources.given_shape import shaped_given
from briefing.sources.material import HEAD, Material
from briefing.sources.recognising_json import is_given
from briefing.sources.shape import BriefingFile
from briefing.verifying.examined import BOM, Examined


def is_given_file(path: Path) -> bool:
    """Return whether a file holds a briefing that was given out as JSON, by its beginning."""
    try:
        with path.open("rb") as file:
            return is_given(Material(str(path), file.read(HEAD)))
    except FAULTS:
        return False


class GivenShape(Shaped):
    """A briefing in the right shape, of which nothing is guessed; `found` is what does not fit in it."""

    def __init__(self, written: BriefingFile | None, found: tuple[Fault, ...]) -> None:
        self.written, self.faults, self._found = written, [], found

    def is_guessed(self, steps: Steps) -> bool:
        """Return False: what is out of shape is not read at all."""
        return False

    def misfits(self, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
        """Yield what does not fit the article that came along."""
        return iter(self._found)


class ExaminedGiven(Examined):
    """The JSON of a briefing at `path`, and the article in it.

    Raises BriefingError if the file cannot be read, is no JSON, or is out of shape.
    """

    is_folder = False

    def __init__(self, path: Path) -> None:
        self.path, self.file = path, str(path)
        self.bytes = read_bytes(path, plain=True)
        material = Material(self.file, self.bytes)
        text = text_of(material)
        is_utf8 = json.detect_encoding(self.bytes).startswith("utf-8")
        self.text = self.bytes.decode().removeprefix(BOM) if is_utf8 else text
        exported = shaped_given(parsed(text, self.file), text, self.file)
        self.places = JsonPlaces(self.text, ("briefing",), skipped=("paragraphs",))
        self.errors, self.faults = [], [*misfits_inside(exported)]
        self.article_file, self.article, self.stored, self.capture = "", None, None, None
        if self.faults:  # what it says of its own paragraphs does not agree
            self.shaped, self.paragraphs = GivenShape(None, ()), None
            return
        briefing = given(exported, self.file)
        self.omitted, self.has_quotes = briefing.omitted, briefing.has_quotes
        self.shaped = GivenShape(as_written(briefing), tuple(misfits(briefing)))
        self.paragraphs = tuple(briefing.paragraphs)

    def cure(self, text: str) -> str:
        """Return what would be right in a `briefing.toml`, as JSON has it."""
        return in_json(text)

    def literal(self, text: str) -> str:
        """Return a text as it stands in JSON."""
        return json.dumps(text, ensure_ascii=any("\ud800" <= one <= "\udfff" for one in text))

    def read_again(self, text: str) -> None:
        """Raise ValueError if a text is no JSON."""
        json.loads(text)
