"""Where a text comes from, as facts: what a person wrote of it, or what was found out by the program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Final, NamedTuple

from msgspec.structs import replace

from briefing.document import Briefing, CapturedDetail, Origin, Provenance
from briefing.document.given import GivenBriefing
from briefing.document.growing import GrowingParagraphs
from briefing.document.left_out import in_words
from briefing.document.model import STANDARD_INPUT, STANDARD_INPUT_PATHS
from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.exporting.tracing_words import ENGLISH

# What a shell names another program's output by: `briefing <(cat a.txt)`.
_PIPE: Final = re.compile(r"/dev/fd/\d+|/proc/(?:self|\d+)/fd/\d+")
_ADDRESS: Final = re.compile("https?://([^/?#]*)", re.IGNORECASE)
_RTL: Final = re.compile(f"[{RIGHT_TO_LEFT}]")
_PATHS: Final = ("file", "capture", "given")
# What a document may say of itself.
_SAID: Final = ("title", "author", "published", "publication", "canonical")
# Of these, those of which it is told if they are not known.
_WANTED: Final = ("title", "author", "published", "canonical")
# What a person says of an article, beside the line of its source.
_WRITTEN: Final = ("author", "published", "publication", "address", "accessed")


class Fact(NamedTuple):
    """One thing that is known: what it is, in words, and the value; `id` tells it from others."""

    id: str
    label: str
    text: str


def place_elsewhere(place: str) -> str:
    """Return where something came from for elsewhere: an address or a pipe, or the last part of a path.

    The rest of a path is of this machine.
    """
    return place if _ADDRESS.match(place) or _PIPE.fullmatch(place) else PurePath(place).name


class Trace(NamedTuple):
    """All that is known of where a text comes from, and what is not.

    `details` stood beside the text, `left_out` stands in the document and is not shown.
    """

    facts: tuple[Fact, ...]
    details: tuple[CapturedDetail, ...] = ()
    left_out: tuple[CapturedDetail, ...] = ()
    unknown: tuple[str, ...] = ()

    def elsewhere(self) -> Trace:
        """Return the same for elsewhere: of paths their last part alone."""
        facts = [
            Fact(fact.id, fact.label, place_elsewhere(fact.text)) if fact.id in _PATHS else fact
            for fact in self.facts
        ]
        return self._replace(facts=tuple(facts))

    def summed_up(self, sha256: str, words: Mapping[str, str] = ENGLISH) -> Trace:
        """Return the same with what there is to say of the checksum, after the size of what was read."""
        facts = [fact for fact in self.facts if fact.id != "sha256"]
        after = 1 + max((at for at, fact in enumerate(facts) if fact.id == "size"), default=-1)
        facts.insert(after, Fact("sha256", words["trace.sha256"], sha256))
        return self._replace(facts=tuple(facts))


def trace_of(briefing: Briefing, words: Mapping[str, str] = ENGLISH) -> Trace:
    """Return where a text comes from, in `words` by id. Nothing is said that is not known."""
    if isinstance(briefing, GivenBriefing):
        return _of_given(briefing, words)
    if (origin := _as_counted(briefing)) is not None:
        facts = tuple(
            Fact(key, words[f"trace.{key}"], text) for key, text in _origin_facts(origin, words) if text
        )
        if isinstance(briefing.paragraphs, GrowingParagraphs) and briefing.paragraphs.counted.is_shorter:
            facts = (*facts, Fact("missing", words["trace.missing"], words["trace.missing.says"]))
        return Trace(facts, left_out=in_words(origin.left_out, words), unknown=tuple(_unknown(origin, words)))
    file = Fact("file", words["trace.file"], briefing.path)
    provenance = briefing.provenance
    if provenance is None:
        return Trace((file,), unknown=(words["trace.unknown.all"],))
    facts = (
        Fact("source", words["trace.source"], _without_label(provenance.source)),
        *(Fact(key, words[f"trace.{key}"], text) for key, text in written_facts(provenance)),
        file,
    )
    if provenance.capture:
        beside = str(PurePath(briefing.path).parent / provenance.capture)
        facts = (*facts, Fact("capture", words["trace.capture"], beside))
    return Trace(facts, provenance.details, provenance.left_out, provenance.unknown)


def written_facts(provenance: Provenance) -> Iterator[tuple[str, str]]:
    """Yield what a person says of an article beside the line of its source, by its key."""
    for key in _WRITTEN:
        if text := " ".join(getattr(provenance, key).split()):
            yield key, text


def _of_given(briefing: GivenBriefing, words: Mapping[str, str]) -> Trace:
    """What is known of what was given out, and in which file it came here."""
    made = Briefing(
        title=briefing.title,
        bottom_line="",
        provenance=briefing.provenance,
        paragraphs=briefing.paragraphs,
        sections=(),
        events=(),
        names=(),
        path=briefing.made_of,
        origin=briefing.origin,
    )
    trace, arrived = trace_of(made, words), briefing.arrived
    came_by = origin_line(Origin(arrived.place, "")).removeprefix("Source: ")
    place = words["trace.input.standard"] if came_by == STANDARD_INPUT else arrived.place
    facts = (*trace.facts, Fact("given", words["trace.given"], place))
    if arrived.is_altered:
        facts = (*facts, Fact("altered", words["trace.altered"], words["trace.altered.says"]))
    return trace._replace(facts=facts)


def is_summed_later(origin: Origin | None) -> bool:
    """Return whether the checksum was not made yet, and can be: of a file, which can be read again."""
    return origin is not None and not origin.sha256 and _place_id(origin) == "file"


def origin_line(origin: Origin) -> str:
    """Return the one line that goes under what is copied and printed, of what is known.

    In order: title, author, date, address or name of the file, when it was captured. What is written from
    right to left stands last: so it draws no number into its direction.
    """
    kind = _place_id(origin)
    place = {"file": PurePath(origin.place).name, "input": _came_by(origin)}.get(kind, origin.place)
    place = address_of(origin) or place
    when = origin.received or origin.captured
    parts = [origin.title, origin.author, origin.published, place, f"captured {when}" if when else ""]
    return in_source_line(parts)


def address_of(origin: Origin) -> str:
    """Return the address of a document: its own, or where it was fetched; "" for a file that names none.

    What was fetched elsewhere came from there, whatever address it says is its own.
    """
    fetched, own = _ADDRESS.match(origin.place), _ADDRESS.match(origin.canonical)
    if origin.canonical and (not fetched or (own and own[1].lower() == fetched[1].lower())):
        return origin.canonical
    return origin.place if fetched else origin.asked


def in_source_line(parts: Iterable[str]) -> str:
    """Return what is known of a source as one line, what is written from right to left last."""
    told = [" ".join(part.split()) for part in parts if part.strip()]
    plain = ", ".join(part for part in told if not _RTL.search(part))
    return "Source: " + " · ".join([*([plain] if plain else []), *filter(_RTL.search, told)])


def _as_counted(briefing: Briefing) -> Origin | None:
    """The origin; of a text that is counted while it is read, with what is known of its encoding by now."""
    origin, paragraphs = briefing.origin, briefing.paragraphs
    if origin is None or not isinstance(paragraphs, GrowingParagraphs):
        return origin
    now = paragraphs.counted
    known_from = "so far" if now.encoding_from == "valid" and not now.is_checked else now.encoding_from
    return replace(origin, encoding=now.encoding, encoding_from=known_from, lost=now.lost)


def _origin_facts(origin: Origin, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for said in _SAID:
        is_known = said == "canonical" and origin.canonical == origin.place
        yield said, "" if is_known else " ".join(getattr(origin, said).split())
    place = _place_id(origin)
    by = "standard" if _came_by(origin) == STANDARD_INPUT else "pipe"
    yield place, words[f"trace.input.{by}"] if place == "input" else origin.place
    yield "asked", origin.asked if origin.asked != origin.place else ""
    yield "received", origin.received
    says = words["trace.captured.says"]
    yield "captured", says.format(when=" ".join(origin.captured.split())) if origin.captured else ""
    yield "size", words["trace.size.bytes"].format(count=origin.size)
    yield "sha256", origin.sha256
    yield "altered", words["trace.altered.says"] if origin.is_altered else ""
    yield "format", " ".join(origin.format_words.split()) or origin.format.upper()
    if origin.encoding:
        known = words.get(f"trace.encoding.{origin.encoding_from}", "{encoding}")
        yield "encoding", known.format(encoding=origin.encoding)
    if origin.lost:
        lost = words["trace.lost.place" if origin.lost == 1 else "trace.lost.places"]
        yield "lost", lost.format(count=origin.lost)


def _unknown(origin: Origin, words: Mapping[str, str]) -> Iterator[str]:
    place = _place_id(origin)
    for said in _WANTED:
        if not getattr(origin, said).strip() and not (said == "canonical" and place == "address"):
            yield words[f"trace.unknown.{said}"]
    if not (origin.received or origin.captured):
        yield words["trace.unknown.captured"]
    if not origin.sha256 and place != "file":
        yield words["trace.unknown.sha256"]


def _place_id(origin: Origin) -> str:
    if _came_by(origin):
        return "input"
    return "address" if _ADDRESS.match(origin.place) else "file"


def _came_by(origin: Origin) -> str:
    """What it came by that has no name of its own, or ""."""
    if origin.place in (STANDARD_INPUT, *STANDARD_INPUT_PATHS):
        return STANDARD_INPUT
    return "a pipe" if _PIPE.fullmatch(origin.place) else ""


def _without_label(source: str) -> str:
    """A source line without the word that it begins with, which stands beside it as a label."""
    return source.removeprefix("Source:").strip()
