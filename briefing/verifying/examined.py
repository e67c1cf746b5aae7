"""A briefing's files, read as far as they can be, for a check of all of it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.document.model import Paragraph
from briefing.document.toml_literal import literal
from briefing.document.toml_places import TomlPlaces
from briefing.document.toml_text import LARGEST, parsed
from briefing.machine.files import decode, read_bytes
from briefing.sources.all_faults import Shaped
from briefing.sources.article_paragraphs import article_paragraphs, is_in_markdown
from briefing.sources.fault import Fault, Steps
from briefing.sources.folder import plain_file_beside
from briefing.sources.prose import joined_lines
from briefing.sources.shape import BriefingFile
from briefing.verifying.finding import Region

if TYPE_CHECKING:
    from briefing.document.json_places import JsonPlaces

BOM = "\ufeff"


class Examined:
    """A `briefing.toml` at `path` and what it names; `examined_given` has one of JSON, which is no folder.

    `text` is its text, line ends untouched, without a byte order mark; `bytes` the file. `paragraphs`,
    `article` (its words, LF line ends) and `stored` (the text of its file, which may be Markdown) are None if
    there is no article to read; `errors` say why, and whatever else cannot be read.

    Raises BriefingError if the file cannot be read, or is no TOML.
    """

    is_folder = True
    omitted: frozenset[int] = frozenset()  # numbers of paragraphs that are not there
    has_quotes = True
    places: TomlPlaces | JsonPlaces

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = str(path)
        self.bytes = read_bytes(path, largest=LARGEST, plain=True)
        plain = decode(self.bytes, self.file)
        self.text = self.bytes.decode().removeprefix(BOM)
        self.data: dict[str, Any] = parsed(plain, self.file)
        try:
            joined = joined_lines(self.data)
            self.shaped = Shaped(joined)
        except FAULTS as error:
            raise refused(self.file, error) from None
        self.places = TomlPlaces(self.text)
        self.errors: list[BriefingError] = []
        self.faults: list[Fault] = list(self.shaped.faults)
        self.article_file = ""
        self.article: str | None = None
        self.stored: str | None = None
        self.capture: bytes | None = None
        self.paragraphs: tuple[Paragraph, ...] | None = None
        if self.written is not None:
            self._read_article(self.written.article)
            self._read_capture()

    @property
    def written(self) -> BriefingFile | None:
        """The briefing as typed data, what is out of shape left empty; None if that cannot be."""
        return self.shaped.written

    def region(self, steps: Steps, *, at_key: bool = False) -> Region:
        """Return where the value that `steps` lead to stands, or the nearest around it."""
        place = self.places.of(steps)
        return self.span(place.key_start, place.key_end) if at_key else self.span(place.start, place.end)

    def span(self, start: int, end: int) -> Region:
        """Return the region of `[start:end]` of the text."""
        return Region(*self.places.position(start), *self.places.position(end))

    def cure(self, text: str) -> str:
        """Return what would be right in a `briefing.toml`, as this file has it."""
        return text

    def literal(self, text: str) -> str:
        """Return a text as it stands in the file."""
        return literal(text)

    def read_again(self, text: str) -> None:
        """Raise ValueError if a text is none that the file can be."""
        tomllib.loads(text)

    def _read_article(self, name: str) -> None:
        if self.shaped.is_guessed(("article",)):
            return
        try:
            path = plain_file_beside(self.path, name, "article", "top level", ours=False)
        except BriefingError as error:
            self.faults.append(Fault("file", error.where, error.what, error.cure, ("article",)))
            return
        self.article_file = str(self.path.parent / name)
        try:
            data = read_bytes(path, shown=self.article_file, plain=True, follow=False)
            stored = decode(data, self.article_file)
            paragraphs = article_paragraphs(stored, self.article_file)
        except FAULTS as error:
            self.errors.append(refused(self.article_file, error))
            return
        except BriefingError as error:
            self.errors.append(error)
            return
        self.stored, self.article, self.paragraphs = stored, stored, paragraphs
        if is_in_markdown(name):  # what is said of places in the article is said of its words
            self.article = "\n\n".join(one.text for one in paragraphs) + "\n"

    def _read_capture(self) -> None:
        provenance = self.written.provenance if self.written else None
        steps = ("provenance", "capture")
        if provenance is None or not provenance.capture or self.shaped.is_guessed(steps):
            return
        try:
            path = plain_file_beside(self.path, provenance.capture, "capture", "provenance", ours=False)
        except BriefingError as error:
            self.faults.append(Fault("file", error.where, error.what, error.cure, steps))
            return
        shown = str(self.path.parent / provenance.capture)
        try:
            self.capture = read_bytes(path, shown=shown, plain=True, follow=False)
        except BriefingError as error:
            self.errors.append(error)
