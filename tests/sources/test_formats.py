"""What every format that can be opened is held to: a new one gets all of this by its line in SOURCES."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, BriefingError, Origin
from briefing.document.controls import safe_line
from briefing.document.given import arrival
from briefing.exporting.tracing import trace_of
from briefing.sources import SOURCES, Material, Source, briefing_of, load
from briefing.sources.beginning import begin, read_whole
from briefing.sources.captures import keep
from briefing.sources.opening import TEXT
from briefing.sources.reopening import file_of, files_of
from tests.judges.readme import readme_rows
from tests.sources.format_samples import SAMPLES, TEXTS

each = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
each_ending = pytest.mark.parametrize(
    ("source", "ending"), [(source, ending) for source in SOURCES for ending in source.endings]
)


@cache
def read(source: Source, ending: str = "") -> Briefing:
    """The sample of a format, as it is recognised by its bytes and its name."""
    return briefing_of(Material(f"a{ending or source.endings[0]}", SAMPLES[source.name]))


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
    assert all(re.fullmatch(r"\.[a-z0-9]+", ending) for ending in endings)


def test_there_is_a_sample_of_each() -> None:
    assert {*SAMPLES} == {source.name for source in SOURCES}


@each
def test_it_is_recognised_by_its_own_source_and_numbered_from_1(source: Source) -> None:
    briefing = read(source)
    assert [one.text for one in briefing.paragraphs] == [*TEXTS]
    assert [one.number for one in briefing.paragraphs] == [1, 2]
    came = arrived(briefing)
    assert (came.format, came.format_words) == (source.name, source.words)


@each
def test_its_name_is_said_in_words(source: Source) -> None:
    assert source.words not in ("", source.name)
    assert source.words == safe_line(source.words)
    said = replace(read(SOURCES[-1]), origin=arrived(read(source)))
    assert {fact.id: fact.text for fact in trace_of(said).facts}["format"] == source.words


@each
def test_an_editor_shows_it_if_its_text_stands_in_the_file(source: Source, tmp_path: Path) -> None:
    file = tmp_path / f"a{source.endings[0]}"
    file.write_bytes(SAMPLES[source.name])
    assert source.is_text == (TEXTS[1].encode() in SAMPLES[source.name])
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
    name = f"capture{source.endings[0]}"
    assert begun[name] == material.data
    for where, files in (("new", begun), ("by itself", {f"a{ending}": material.data})):
        (tmp_path / where).mkdir()
        for one, data in files.items():
            (tmp_path / where / one).write_bytes(data)
    keep(tmp_path / "saved", material, source.name)
    paths = ("new", f"new/{name}", f"by itself/a{ending}", "saved", f"saved/{name}")
    for path in paths:
        again = load(tmp_path / path)
        assert [one.text for one in again.paragraphs] == [one.text for one in briefing.paragraphs], path
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
        for source in SOURCES
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
    assert all(str(fault) == safe_line(str(fault)) and fault.what and fault.cure for fault in faults)


@each
def test_the_readme_has_a_row_for_it(source: Source) -> None:
    assert any(source.words in row[0] for row in readme_rows("what", "how it opens"))


def test_the_readme_has_no_row_for_anything_else() -> None:
    for row in readme_rows("what", "how it opens"):
        assert any(source.words in row[0] for source in SOURCES), row
