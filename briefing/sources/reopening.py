"""A document that is open, as a file: which one it is, which it consists of, where in it something stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from briefing.document.errors import FAULTS, BriefingError
from briefing.document.given import arrival
from briefing.document.growing import GrowingParagraphs
from briefing.document.model import STANDARD_INPUT, Briefing, Origin, Paragraph

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
    from briefing.machine.files import is_file_there

    if not is_file_there(file):
        raise BriefingError(origin.place, "is not there as a file", "save it there again, or open another")
    if not _is_text(origin):
        cure = "briefing new FILE FOLDER makes a text of it"
        raise BriefingError(origin.place, "is no text that an editor shows", cure)
    return file


def files_of(briefing: Briefing) -> tuple[Path, ...]:
    """Return the files a document is read from: of a briefing also the article that its file names by now.

    Raises BriefingError if it came from elsewhere.
    """
    from briefing.machine.files import is_file_there

    origin = arrival(briefing)
    if origin is not None and not _is_text(origin) and is_file_there(Path(briefing.path)):
        return (Path(briefing.path).absolute(),)
    file = file_of(briefing)
    if origin is not None:
        return (file,)
    name = _article_named(file)
    return (file, file.parent / name) if name else (file,)


def _is_text(origin: Origin) -> bool:
    """Whether an editor of text shows what is read of a document."""
    from briefing.sources.opening import source_named

    source = source_named(origin.format)
    return source is not None and source.is_text


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


def line_of_paragraph(briefing: Briefing, file: Path, number: int | None, start: int = 0) -> int:
    """Return the line of a text with character `start` of a paragraph; 1 if that cannot be told."""
    origin = briefing.origin
    if number is None or origin is None:
        return 1
    try:
        if file.stat().st_size > _LARGEST:
            return 1
        text = file.read_bytes().decode(origin.encoding or "utf-8", "replace")
    except (OSError, LookupError, ValueError):
        return 1
    at, found, is_there = 0, 0, False
    for piece in _pieces_to(briefing.paragraphs, number, start):
        first = piece.strip().split("\n", 1)[0].strip()
        there = text.find(first, at)
        is_there = there >= 0
        if is_there:
            at, found = there + len(first), there
    return text.count("\n", 0, found) + 1 if is_there else 1  # else it stands there otherwise than shown


def _pieces_to(paragraphs: Sequence[Paragraph], number: int, start: int) -> Iterator[str]:
    """The texts of all up to character `start` of a paragraph: the last begins with the line of that."""
    if isinstance(paragraphs, GrowingParagraphs):
        last = paragraphs.part_of(number, start)
        yield from (paragraphs.part(index).text for index in range(0 if last is None else last + 1))
        return
    yield from (one.text for one in paragraphs[:number])
    own = paragraphs[number - 1].text if number <= len(paragraphs) else ""
    begins = own.rfind("\n", 0, start) + 1
    if begins:
        yield from own[:begins].split("\n")[1:-1]
        yield own[begins:]
