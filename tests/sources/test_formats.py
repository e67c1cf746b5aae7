"""What every format that can be opened is held to: a new one gets all of this by its line in SOURCES.

Until `format_samples.py` has a document of it, one test says so, and the others wait.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, get_args

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, BriefingError, Origin
from briefing.document.controls import safe_line
from briefing.document.given import arrival
from briefing.document.model import InlineKind, Paragraph, ParagraphKind
from briefing.exporting.tracing import trace_of
from briefing.sources import SOURCES, Material, Source, briefing_of, formats, load
from briefing.sources.beginning import begin, read_whole
from briefing.sources.captures import keep
from briefing.sources.formats import TEXT
from briefing.sources.reopening import file_of, files_of
from tests.judges.readme import readme_rows
from tests.sources.format_samples import SAMPLES, TEXTS

SAMPLED: Final = [source for source in SOURCES if source.name in SAMPLES]
each = pytest.mark.parametrize("source", SAMPLED, ids=lambda source: source.name)
each_text = pytest.mark.parametrize(
    "source", [source for source in SAMPLED if source.is_text], ids=lambda source: source.name
)
each_ending = pytest.mark.parametrize(
    ("source", "ending"), [(source, ending) for source in SAMPLED for ending in source.endings]
)
#: What a text may be written in, and how its lines end.
WRITTEN: Final[dict[str, Callable[[str], bytes]]] = {
    "CR LF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
}


@cache
def read(source: Source, ending: str = "") -> Briefing:
    """The sample of a format, as it is recognised by its bytes and its name."""
    return briefing_of(Material(f"a{ending or source.endings[0]}", SAMPLES[source.name]))


def texts(briefing: Briefing) -> list[str]:
    return [one.text for one in briefing.paragraphs]


UNLIKE: Final = "a paragraph's and an inline's kind is one of document/model.py, an inline lies in its text"


def unlike_any(briefing: Briefing) -> list[Paragraph]:
    """The paragraphs that are of no kind there is, or in which something is set that is not in their text."""
    kinds, inline_kinds = get_args(ParagraphKind), get_args(InlineKind)
    return [
        one
        for one in briefing.paragraphs
        if one.kind not in kinds
        or any(it.kind not in inline_kinds for it in one.inlines)
        or not all(0 <= it.start < it.end <= len(one.text) for it in one.inlines)
    ]


def arrived(briefing: Briefing) -> Origin:
    """How a document came here, of one that was given out as a briefing too."""
    origin = arrival(briefing)
    assert origin is not None
    return origin


def test_the_source_that_takes_everything_comes_last_and_no_two_are_alike() -> None:
    assert SOURCES[-1].name == TEXT
    assert len({source.name for source in SOURCES}) == len(SOURCES)
    endings = [ending for source in SOURCES for ending in source.endings]
    assert len({*endings}) == len(endings)
    strange = [ending for ending in endings if not re.fullmatch(r"\.[a-z0-9]+", ending)]
    assert strange == [], "write endings as a tuple, each with its dot and in small letters"


def test_each_file_of_a_format_has_a_line() -> None:
    files = {one.stem for one in Path(formats.__file__).parent.glob("[!_]*.py")}
    modules = {source.module for source in SOURCES}
    assert files - modules == set(), "no line in SOURCES of sources/formats/__init__.py has that `module`"
    assert modules - files == set(), "there is no such file in sources/formats/"


def test_there_is_a_sample_of_each() -> None:
    names = {source.name for source in SOURCES}
    assert names - {*SAMPLES} == set(), "put a document that says TEXTS into SAMPLES of format_samples.py"
    assert {*SAMPLES} - names == set(), "no source in SOURCES of sources/formats has that name"


@each
def test_it_is_recognised_by_its_own_source_and_numbered_from_1(source: Source) -> None:
    briefing = read(source)
    assert texts(briefing) == [*TEXTS]
    assert [one.number for one in briefing.paragraphs] == [1, 2], "hand the paragraphs to `numbered`"
    assert unlike_any(briefing) == [], UNLIKE
    came = arrived(briefing)
    assert (came.format, came.format_words) == (source.name, source.words)


@each
def test_it_is_recognised_whatever_it_is_called(source: Source) -> None:
    """By its bytes alone: what comes by standard input or from an address has no name that tells anything."""
    briefing = briefing_of(Material("standard input", SAMPLES[source.name]))
    assert arrived(briefing).format == source.name
    assert texts(briefing) == [*TEXTS]


@each_text
def test_an_encoding_that_is_asked_for_counts_and_a_server_is_believed(source: Source) -> None:
    """In one that is not recognised by its letters."""
    data, name = SAMPLES[source.name].decode().encode("cp720"), f"a{source.endings[0]}"
    ways = [Material(name, data, encoding="cp720"), Material(name, data, charset="cp720")]
    for material in ways[: 1 if source.name in ("json", "eml") else 2]:  # which say or know it themselves
        assert texts(briefing_of(material)) == [*TEXTS], "hand encoding and charset of the material on"


@each_text
@pytest.mark.parametrize("way", WRITTEN)
def test_its_text_may_be_written_in_any_way(source: Source, way: str) -> None:
    briefing = briefing_of(Material(f"a{source.endings[0]}", WRITTEN[way](SAMPLES[source.name].decode())))
    assert arrived(briefing).format == source.name, "look at Material.beginning where it is recognised"
    assert texts(briefing) == [*TEXTS]


@each
def test_its_name_is_said_in_words(source: Source) -> None:
    assert source.words not in ("", source.name), "say what people call it, not its name for --from again"
    assert source.words == safe_line(source.words)
    said = replace(read(SOURCES[-1]), origin=arrived(read(source)))
    assert {fact.id: fact.text for fact in trace_of(said).facts}["format"] == source.words


@each
def test_an_editor_shows_it_if_its_text_stands_in_the_file(source: Source, tmp_path: Path) -> None:
    file = tmp_path / f"a{source.endings[0]}"
    file.write_bytes(SAMPLES[source.name])
    is_text = TEXTS[1].encode() in SAMPLES[source.name]
    assert source.is_text == is_text, "say with `is_text` in SOURCES whether the text stands in the file"
    briefing = load(file)
    assert files_of(briefing) == (file,)
    if source.is_text:
        assert file_of(briefing) == file
    else:
        with pytest.raises(BriefingError, match="is no text that an editor shows"):
            file_of(briefing)


@each_ending
def test_it_is_kept_under_its_own_ending_and_opens_again(source: Source, ending: str, tmp_path: Path) -> None:
    material = Material(f"a{ending}", SAMPLES[source.name])
    briefing = read(source, ending)
    begun = begin(read_whole(material), material, b"{}").files
    name = f"capture{ending}"
    assert begun[name] == material.data
    for where, files in (("new", begun), ("by itself", {f"a{ending}": material.data})):
        (tmp_path / where).mkdir()
        for one, data in files.items():
            (tmp_path / where / one).write_bytes(data)
    keep(tmp_path / "saved", material, source.name)
    paths = ("new", f"new/{name}", f"by itself/a{ending}", "saved", f"saved/{name}")
    for path in paths:
        again = load(tmp_path / path)
        assert texts(again) == texts(briefing), path
        if path != "new":  # a folder to be written in
            assert arrived(again).format == source.name, path


def garbage(source: Source) -> list[bytes]:
    sample, luck = SAMPLES[source.name], random.Random(source.name)
    found = [b"", b"\0 \n", b"PK\x03\x04", b"%PDF-1.7\n", b"<", b"\xff\xfe\xff", b"\x1b]0;x\x07\n" * 9]
    found += [luck.randbytes(3000), *(sample[: len(sample) * part // 6] for part in (1, 3, 5))]
    for _ in range(4):
        damaged = bytearray(sample)
        for _ in range(5):
            damaged[luck.randrange(len(damaged))] = luck.randrange(256)
        found.append(bytes(damaged))
    return found


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(source, marks=[pytest.mark.whole] * (source.name == "pdf"), id=source.name)
        for source in SAMPLED
    ],
)
def test_of_garbage_it_says_in_one_line_what_is_wrong(source: Source) -> None:
    faults: list[BriefingError] = []
    for data in garbage(source):
        for name in (source.name, ""):
            try:
                briefing = briefing_of(Material(f"a\x1b{source.endings[0]}", data), name)
            except BriefingError as error:
                faults.append(error)
            else:
                numbers = [one.number for one in briefing.paragraphs]
                assert numbers == [*range(1, len(numbers) + 1)]
                assert unlike_any(briefing) == [], UNLIKE
    assert all(str(fault) == safe_line(str(fault)) and fault.what and fault.cure for fault in faults)


def test_the_readme_has_a_row_for_each_and_none_for_anything_else() -> None:
    rows = [row[0] for row in readme_rows("what", "how it opens")]
    missing = [source.words for source in SOURCES if not any(source.words in row for row in rows)]
    assert missing == [], "each needs a row with these words in the README's table of what opens"
    strange = [row for row in rows if not any(source.words in row for source in SOURCES)]
    assert strange == [], "no source has these words"
