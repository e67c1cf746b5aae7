"""A document that is open, as a file: which one it is, which it consists of, where in it something stands."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from briefing.document.errors import FAULTS, BriefingError
from briefing.document.given import arrival
from briefing.document.growing import GrowingParagraphs
from briefing.document.model import STANDARD_INPUT, Briefing

# What an editor of text can show of what is read.
_TEXTS: Final = ("text", "markdown", "html", "json")
# Bytes up to which a text is gone through for the line of a paragraph.
_LARGEST: Final = 1 << 26


class AskedFor(NamedTuple):
    """What was asked for at the start: the path, format and encoding ("": to be found), and to watch it."""

    path: str
    source: str = ""
    encoding: str = ""
    watches: bool = False


def file_of(briefing: Briefing) -> Path:
    """Return the file in which a document is written, with its whole path.

    Raises BriefingError if there is none that may be written: it came from an address, by standard input, it
    is the bundled one, or no text.
    """
    from briefing.machine.assets import bundled_folder

    origin = arrival(briefing)
    file = Path(briefing.path).absolute()
    if origin is None:
        if file.parent == bundled_folder().absolute():
            cure = "briefing new FILE FOLDER begins one of your own"
            raise BriefingError("briefing", "comes along with the program, and is not yours to edit", cure)
        return file
    if origin.place == STANDARD_INPUT or origin.asked or "://" in origin.place:
        cure = "--save FOLDER keeps it in a folder; open that"
        raise BriefingError(origin.place, "is no file of yours", cure)
    if not file.is_file():
        raise BriefingError(origin.place, "is not there as a file", "save it there again, or open another")
    if origin.format not in _TEXTS:
        cure = "briefing new FILE FOLDER makes a text of it"
        raise BriefingError(origin.place, "is no text that an editor shows", cure)
    return file


def files_of(briefing: Briefing) -> tuple[Path, ...]:
    """Return the files a document is read from: of a briefing also the article that its file names by now.

    Raises BriefingError if it came from elsewhere.
    """
    origin = arrival(briefing)
    if origin is not None and origin.format not in _TEXTS and Path(briefing.path).is_file():
        return (Path(briefing.path).absolute(),)
    file = file_of(briefing)
    if origin is not None:
        return (file,)
    name = _article_named(file)
    return (file, file.parent / name) if name else (file,)


def _article_named(toml: Path) -> str:
    from briefing.document.toml_text import LARGEST, parsed
    from briefing.machine.files import read_text

    try:
        name = parsed(read_text(toml, largest=LARGEST, plain=True), str(toml)).get("article")
    except (*FAULTS, BriefingError):
        return ""
    return name if isinstance(name, str) and "\0" not in name else ""


def load_again(asked: AskedFor) -> Briefing:
    """Return the document as it is by now. Raises BriefingError."""
    from briefing.sources.opening import load

    return load(asked.path, asked=asked.source, encoding=asked.encoding)


def line_of_steps(toml: Path, steps: tuple[str | int, ...]) -> int:
    """Return the line of a `briefing.toml` at which stands what `steps` lead to; 1 if that is not known."""
    from briefing.document.toml_places import TomlPlaces
    from briefing.document.toml_text import LARGEST, parsed
    from briefing.machine.files import read_text

    try:
        text = read_text(toml, largest=LARGEST, plain=True)
        parsed(text, str(toml))
    except BriefingError as error:
        return max(1, error.line)
    except FAULTS:
        return 1
    places = TomlPlaces(text)
    return places.position(places.of(steps).key_start).line


def line_in_json(file: Path, steps: tuple[str | int, ...]) -> int:
    """Return the line of a briefing's JSON at which stands what `steps` lead to; 1 if that is not known."""
    from briefing.document.json_places import JsonPlaces
    from briefing.machine.files import read_text

    try:
        places = JsonPlaces(read_text(file, largest=_LARGEST, plain=True), ("briefing",), wanted=steps)
    except (BriefingError, *FAULTS):
        return 1
    return places.position(places.of(steps).key_start).line


def line_of_paragraph(briefing: Briefing, file: Path, number: int | None) -> int:
    """Return the line of a text at which a paragraph begins; 1 if that cannot be told."""
    paragraphs, origin = briefing.paragraphs, briefing.origin
    if number is None or origin is None or isinstance(paragraphs, GrowingParagraphs):
        return 1
    try:
        if file.stat().st_size > _LARGEST:
            return 1
        text = file.read_bytes().decode(origin.encoding or "utf-8", "replace")
    except (OSError, LookupError, ValueError):
        return 1
    at = found = 0
    for paragraph in paragraphs[:number]:
        first = paragraph.text.strip().split("\n", 1)[0].strip()
        there = text.find(first, at)
        if there >= 0:
            at, found = there + len(first), there
        elif paragraph.number == number:
            return 1  # it does not stand there as it is shown
    return text.count("\n", 0, found) + 1
