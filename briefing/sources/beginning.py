"""A briefing begun: the files of a folder to fill in, from a document that was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.given import GivenBriefing, arrival
from briefing.document.growing import GrowingParagraphs
from briefing.document.model import Briefing, CapturedDetail, Section
from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.document.toml_text import LARGEST
from briefing.proposing.dates import dates_in
from briefing.proposing.furniture import post_in
from briefing.proposing.names import names_in
from briefing.sources.article_file import article_file
from briefing.sources.as_briefing import as_briefing, titled
from briefing.sources.beginning_toml import Begun, NamedDate, NewName, begun_toml
from briefing.sources.captures import capture_files
from briefing.sources.folder import FILE_NAME
from briefing.sources.formats import TEXT
from briefing.sources.material import Material
from briefing.sources.opening import briefing_of, source_of

SCHEMA_NAME: Final = "briefing.schema.json"

_MOST_DATES: Final = 200
_MOST_NAMES: Final = 100
_MOST_SECTIONS: Final = 200
_MOST_WHITE: Final = 20  # kinds of blank lines
_SEARCHED: Final = 1 << 20  # characters that are looked through for dates and names: some seconds
_RTL: Final = re.compile(f"[{RIGHT_TO_LEFT}]")


class Beginning(Struct, frozen=True):
    """The files of the folder by name, which one is the article, and what a person is told, a line each."""

    files: dict[str, bytes]
    article: str
    told: tuple[str, ...]


def read_whole(material: Material, asked: str = "") -> Briefing:
    """Return a document as `briefing_of` does, but all of it in memory, however large a text it is."""
    source = source_of(material, asked)
    if source.name == TEXT:
        return as_briefing(source.read(material), material, source)
    return briefing_of(material, asked)


def begin(
    briefing: Briefing, material: Material, schema: bytes, *, asked: str = "", as_read: bool = False
) -> Beginning:
    """Return the files of a folder in which a document, read as `briefing`, is to be summarised.

    Args:
        briefing: The document, as `read_whole` gives it. Of one that was given out as a briefing, all that is
            said in it goes into the folder.
        material: Its bytes as they came.
        schema: The JSON Schema that goes beside the TOML file, for editors.
        asked: The name of the format that somebody asked for, "" if it was recognised.
        as_read: Whether all paragraphs stay, and so their numbers, furniture of a forum's post or not.

    Raises BriefingError for a text that an article's file cannot hold.
    """
    origin, here = briefing.origin, arrival(briefing)
    if isinstance(briefing, GivenBriefing):
        from briefing.sources.beginning_given import folder_of_given, refuse_part, says_something

        refuse_part(briefing)
        if origin is None or says_something(briefing):
            return Beginning(*folder_of_given(briefing, material, schema, SCHEMA_NAME, asked=asked))
    if origin is None or here is None or isinstance(briefing.paragraphs, GrowingParagraphs):
        raise BriefingError(briefing.path, "is no document of which a briefing can be begun", "name another")
    captured = capture_files(material, here.format, origin, asked=asked)
    capture = next(iter(captured))
    paragraphs = briefing.paragraphs
    post = post_in([one.text for one in paragraphs]) if here.format == "text" and not as_read else None
    kept = [paragraphs[at] for at in post.kept] if post else list(paragraphs)
    article = article_file(kept, material.name)
    parts = article.parts
    texts = [part for own in parts for part in own]
    ends = list(accumulate(map(len, parts)))
    places = {one.number: range(end - len(own), end) for one, own, end in zip(kept, parts, ends, strict=True)}
    left_out = origin.left_out
    if post:
        left_out = (*post.left_out, *_white_lines(material, origin.encoding))
    dates = list(_dates(texts))
    begun = Begun(
        article=article.name,
        capture=capture,
        schema=SCHEMA_NAME,
        title=_title(briefing, post.title if post else ""),
        origin=origin,
        received=origin.received,
        details=post.details if post else (),
        left_out=left_out,
        sections=tuple(_sections(briefing.sections, places, len(texts))),
        dates=tuple(dates[:_MOST_DATES]),
        more_dates=max(0, len(dates) - _MOST_DATES),
        is_searched=sum(map(len, texts)) <= _SEARCHED,
        names=tuple(_names(texts)),
    )
    text = begun_toml(begun).encode()
    if len(text) > LARGEST:
        raise BriefingError(material.name, "has too much beside its text for one briefing", "split it")
    files = {**captured, article.name: article.data, SCHEMA_NAME: schema, FILE_NAME: text}
    return Beginning(files, article.name, article.told)


def _title(briefing: Briefing, of_post: str) -> tuple[str, str]:
    title = titled(of_post) if of_post else briefing.title
    return ("", "") if title.shown.endswith("…") else (title.english, title.arabic)


def _white_lines(material: Material, encoding: str) -> Iterator[CapturedDetail]:
    """Lines that are blank but not empty, outside of the paragraphs."""
    from briefing.sources.codec_names import codec_of

    text = material.data.decode(codec_of(encoding) or "utf-8", "replace").removeprefix("\ufeff")
    lines = (line.rstrip("\r") for line in text.split("\n"))
    for line in list(dict.fromkeys(line for line in lines if line.isspace()))[:_MOST_WHITE]:
        names = ", ".join(dict.fromkeys(f"U+{ord(one):04X}" for one in line[:20]))
        yield CapturedDetail("White space", (line,), f"A blank line that holds white space ({names})")


def _sections(
    sections: Sequence[Section], places: dict[int, range], last: int
) -> Iterator[tuple[str, str, str, tuple[int, ...]]]:
    found = []
    for number, section in enumerate(sections, 1):
        own = tuple(at + 1 for one in section.paragraphs for at in places.get(one, ()))
        if own:
            found.append((f"section-{number}", section.title, section.arabic, own))
    if len(found) < 2 or len(found) > _MOST_SECTIONS:
        found = [("text", "", "", tuple(range(1, last + 1)))]
    yield from found


def _dates(texts: Sequence[str]) -> Iterator[NamedDate]:
    """The dates of all paragraphs in their order, each once with all paragraphs that give it."""
    found: dict[tuple[str, str], NamedDate] = {}
    searched = 0
    for number, text in enumerate(texts, 1):
        searched += len(text)
        if searched > _SEARCHED:
            break
        if not _RTL.search(text):
            continue
        for one in dates_in(text):
            around = _around(text, one.start, one.end)
            key = (one.edtf, "" if one.edtf else f"{number} {one.start}")
            words = text[one.start : one.end]
            if key in found:
                known = found[key]
                if number not in known.paragraphs:
                    found[key] = replace(known, paragraphs=(*known.paragraphs, number))
            else:
                found[key] = NamedDate(one.edtf, words, (number,), one.note, around)
    yield from found.values()


def _around(text: str, start: int, end: int) -> str:
    """The words about a date, from the text: a few on each side, of its own sentence."""
    left = re.split(r"[.!؟?\n؛]\s", text[max(0, start - 60) : start])[-1]
    if start > 60 and len(left) == 60:
        left = left.partition(" ")[2]
    right = re.split(r"[.!؟?\n؛](?:\s|$)", text[end : end + 60])[0]
    if end + 60 < len(text) and len(right) == 60:
        right = right.rpartition(" ")[0]
    return (left + text[start:end] + right).strip(" ,،")


def _names(texts: Sequence[str]) -> Iterator[NewName]:
    found: dict[str, NewName] = {}
    searched = 0
    for number, text in enumerate(texts, 1):
        searched += len(text)
        if searched > _SEARCHED or len(found) >= _MOST_NAMES:
            break
        for one in names_in(text):
            known = found.get(one.latin) or NewName(one.latin, (), number, one.kind)
            forms = tuple(dict.fromkeys((*known.arabic, one.arabic)))
            kind = known.kind or one.kind
            found[one.latin] = replace(known, arabic=forms, kind=kind)
    yield from list(found.values())[:_MOST_NAMES]
