"""A briefing that was given out as JSON opens again, and leaves again as it came."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from briefing.document import (
    Briefing,
    BriefingError,
    Paragraph,
    Section,
    Title,
    opening_index,
    sections_shown,
)
from briefing.document.given import OMITTED, GivenBriefing, GivenPart
from briefing.exporting import plain
from briefing.exporting.chosen import PARTS, chosen
from briefing.exporting.forms import FORMS
from briefing.exporting.forms.json import written
from briefing.exporting.tracing import trace_of
from briefing.machine.assets import bundled_folder
from briefing.sources import load, load_bundled
from tests.sources.given_samples import BUNDLED, briefings, changed, opened
from tests.tiers import examples

# What a briefing is, but for where it is.
SAID = ("title", "bottom_line", "provenance", "paragraphs", "sections", "events", "names", "origin")


def said(briefing: Briefing) -> list[Any]:
    return [getattr(briefing, name) for name in SAID]


@pytest.mark.whole
@given(briefings())
@settings(max_examples=examples())
def test_any_briefing_opens_again_and_leaves_byte_for_byte(briefing: Briefing) -> None:
    data = written(chosen(briefing))
    again = opened(data, "/tmp/a.json")
    assert said(again) == said(briefing)
    assert again.path == "/tmp/a.json"
    assert written(chosen(again)) == data
    assert written(chosen(again, 1)) == written(chosen(briefing, 1))


@pytest.mark.parametrize("section", [None, 1, 2])
@pytest.mark.parametrize("quotes", [True, False])
def test_a_part_of_a_briefing_opens_again_and_leaves_byte_for_byte(section: int | None, quotes: bool) -> None:
    bundled = load_bundled()
    parts: list[tuple[GivenPart, ...]] = [
        PARTS,
        ("article",),
        *((part,) for part in PARTS),
        ("claims", "article"),
    ]
    for one in parts:
        data = written(chosen(bundled, section, one, quotes=quotes))
        again = opened(data)
        assert isinstance(again, GivenBriefing)
        assert written(chosen(again)) == data
        for paragraph in again.paragraphs:
            is_there = paragraph.number not in again.omitted
            assert paragraph.text == (bundled.paragraph(paragraph.number).text if is_there else OMITTED["R"])
        for form in FORMS:
            if form.module and not form.extra:
                assert form.written()(chosen(again))
        assert plain.briefing_text(again)
        for claim in (claim for own in again.sections for claim in own.claims):
            assert ("«»" in plain.claim_text(again, claim)) is False


def test_a_document_opens_again_with_where_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# عنوان\n\n- أ\n- **ب** [ج](https://a.example)\n\n# ثان\n\nنص\n")
    document = load(tmp_path / "a.md")
    (tmp_path / "a.json").write_bytes(written(chosen(document)))
    again = load(tmp_path / "a.json")
    origin = document.origin
    assert origin is not None
    without_folders = replace(document, origin=replace(origin, place="a.md"))
    assert said(again) == said(without_folders)
    facts = {fact.id: fact.text for fact in trace_of(again).facts}
    assert facts["file"] == "a.md"
    assert facts["given"] == str(tmp_path / "a.json")


def test_what_wrote_it_and_how_makes_no_difference() -> None:
    data = json.loads(BUNDLED)
    ways = (
        json.dumps(data, sort_keys=True).encode(),
        json.dumps(data, separators=(",", ":")).encode(),
        BUNDLED.replace("\n", "\r\n").encode(),
        f"\ufeff{BUNDLED}".encode(),
        BUNDLED.encode("utf-16"),
        BUNDLED.encode("utf-16-le"),
        b"\n\n " + BUNDLED.encode(),
    )
    for way in ways:
        assert written(chosen(opened(way))) == BUNDLED.encode()


@pytest.mark.parametrize(
    "text",
    [
        "[1, 2]",
        '{"a": 1}',
        '{"type": "FeatureCollection"}',
        '{"a": {"format": "briefing"}}',
        '{"format": "x"}',
    ],
)
def test_other_json_is_a_text_as_ever(text: str) -> None:
    found = opened(text)
    assert found.origin is not None
    assert found.origin.format == "text"
    assert [one.text for one in found.paragraphs] == [text]


def test_what_the_file_says_of_paths_is_never_opened(tmp_path: Path) -> None:
    from briefing.sources.reopening import file_of

    (tmp_path / "briefing.toml").write_text('article = "a.txt"')
    path = tmp_path / "a.json"
    path.write_text(changed(lambda data: data["briefing"].update(path=str(tmp_path / "briefing.toml"))))
    found = load(path)
    assert (found.path, file_of(found)) == (str(path), path)
    origin = {"place": str(tmp_path / "briefing.toml"), "format": "text"}
    path.write_text(changed(lambda data: data["briefing"].update(origin=origin)))
    assert file_of(load(path)) == path


def _in(data: Any, *steps: str | int) -> Any:
    data = data["briefing"]
    for step in steps:
        data = data[step]
    return data


_CLAIM = ("sections", 1, "claims", 0)
_CITED = (*_CLAIM, "citations", 0)


WRONG = (
    (BUNDLED[:5000], "line 152, column 9", "ends too early"),
    (BUNDLED[:-2], "line 796, column 1", "ends too early"),
    (BUNDLED.replace("DICAS", "D\0ICAS", 1), "line 17", "control character"),
    (BUNDLED.replace("DICAS", "D\x1b[31mICAS", 1), "line 17", "control character"),
    (BUNDLED + BUNDLED, "line 797", "something follows the end"),
    (BUNDLED.replace('"stated",', '"stated", "basis": "stated",', 1), "/events/0/basis (line", "twice"),
    (BUNDLED.replace('"number": 2,', '"number": NaN,'), "/paragraphs/1/number", "NaN is no number"),
    (BUNDLED.replace('"number": 2,', f'"number": {"9" * 5000},'), "/paragraphs/1/number", "many digits"),
    (BUNDLED.replace('"number": 2,', '"number": 1e999,'), "/paragraphs/1/number", "many digits"),
    (BUNDLED.replace('"number": 2,', '"number": 2.0,'), "/paragraphs/1/number", "write a whole number"),
    ('{"format": "briefing", "x": ' + "[" * 200_000, "", "nested too deep"),
    ('{"format": "briefing", "x": ' + '{"a":' * 200_000, "", "nested too deep"),
    ('{"format": "briefing", "x": [' + "[]," * 5_000_000, "", "more than 8,000,000 values"),
    ('{"format": "briefing"}', "top level", '"briefing" is missing'),
    (changed(lambda data: data.update(version=2)), "/version (line 3)", "version 2"),
    (changed(lambda data: data.update(version="1")), "/version (line 3)", "here is text"),
    (changed(lambda data: data.update(parts=["claims"])), "/paragraphs", 'none of "article"'),
    (changed(lambda data: data.update(quotes=False)), "/quote", "there are none"),
    (changed(lambda data: data.update({"x/\x1b~": 1})), "/x~1␛~0", "unknown key"),
    (changed(lambda data: _in(data, "sections", 1).update(titel="")), "/titel", 'did you mean "title"'),
    (changed(lambda data: _in(data, "sections", 1).pop("key")), "/sections/1", '"key" is missing'),
    (changed(lambda data: _in(data, "paragraphs", 3).update(text=5)), "/paragraphs/3/text", "write text"),
    (changed(lambda data: _in(data, "paragraphs", 3).update(text=" ")), "/paragraphs/3/text", "empty"),
    (changed(lambda data: _in(data, "paragraphs", 3).update(kind="x")), "/kind", '"heading"'),
    (changed(lambda data: _in(data, "paragraphs").pop(3)), "/paragraphs/3/number", "write 4"),
    (changed(lambda data: _in(data, "paragraphs", 0).update(level=10**9)), "/level", "0 to 1000"),
    (changed(lambda data: _in(data).update(paragraphs=[])), "/paragraphs", "no paragraphs"),
    (changed(lambda data: _in(data).update(sections=[])), "/sections", "no section"),
    (changed(lambda data: _in(data, "sections", 1).update(key="full")), "/key", "kept for"),
    (changed(lambda data: _in(data, "sections", 1).update(key="a\x1b b")), "/key", "badly formed"),
    (changed(lambda data: _in(data, *_CITED).update(quote="ليس")), "/quote (line 357)", "not in ¶3"),
    (changed(lambda data: _in(data, *_CITED).update(quote="")), "/quote", "the quote is empty"),
    (changed(lambda data: _in(data, *_CITED).update(paragraph=99)), "/paragraph", "no ¶99"),
    (changed(lambda data: _in(data, *_CLAIM).update(citations=[])), "/citations", '"paragraph": 3'),
    (changed(lambda data: _in(data, "events", 0).update(date="soon")), "/events/0/date", "not EDTF"),
    (changed(lambda data: _in(data, "names", 0).update(arabic=["ژژژ"])), "/names/0/arabic/0", "neither"),
)


@pytest.mark.parametrize(
    ("text", "place", "what"), WRONG, ids=[f"{where} {what}" for _, where, what in WRONG]
)
def test_what_is_wrong_is_one_line_with_its_place_and_a_cure(text: str, place: str, what: str) -> None:
    with pytest.raises(BriefingError) as caught:
        opened(text)
    line = str(caught.value)
    assert line.startswith("a.json: ")
    assert place in line
    assert what in line
    assert caught.value.cure
    assert line.isprintable()
    assert len(line) < 500


def test_a_section_cannot_ask_for_more_paragraphs_than_there_is_memory_for() -> None:
    for number, what in ((10**12, "no such paragraph"), (999_999, "paragraphs of the article are missing")):

        def change(data: Any, number: int = number) -> None:
            data["is_whole"] = False
            _in(data, "sections", 0)["paragraphs"].append(number)

        with pytest.raises(BriefingError, match=what):
            opened(changed(change))


def test_an_altered_capture_of_one_says_so(tmp_path: Path) -> None:
    from briefing.commands.arriving import kept_and_read
    from briefing.sources import Material

    kept_and_read(Material("a.json", BUNDLED.encode()), "", tmp_path / "kept")
    found = load(tmp_path / "kept")
    assert isinstance(found, GivenBriefing)
    assert not found.arrived.is_altered
    (tmp_path / "kept" / "capture.json").write_text(BUNDLED.replace("¶", "x") + "\n")
    altered = load(tmp_path / "kept")
    assert isinstance(altered, GivenBriefing)
    assert altered.arrived.is_altered
    assert "altered" in {fact.id for fact in trace_of(altered).facts}
    assert replace(altered, arrived=found.arrived) == found


def test_a_part_opens_at_what_there_is_of_it() -> None:
    bundled = load_bundled()
    section = opened(written(chosen(bundled, 2)))
    assert sections_shown(section)[opening_index(section)].key == "goals"
    assert "¶3 وتركز" in plain.briefing_text(section)
    claims = opened(written(chosen(bundled, None, ["claims"])))
    assert opening_index(claims) == 0
    for one in (section, claims):
        assert "[…]" not in plain.briefing_text(one)
    assert ("ARTICLE" in plain.briefing_text(section), "ARTICLE" in plain.briefing_text(claims)) == (
        True,
        False,
    )
    latin = opened(written(chosen(_latin(), 1)))
    assert [one.text for one in latin.paragraphs] == [OMITTED["L"], "Second."]


def _latin() -> Briefing:
    paragraphs = (Paragraph(1, "First."), Paragraph(2, "Second."))
    sections = (Section("a", paragraphs=(2,)), Section("b", paragraphs=(1,)))
    return Briefing(Title("A"), "", None, paragraphs, sections, (), (), "a")


def test_nothing_that_is_given_out_of_it_names_a_folder_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(BUNDLED, encoding="utf-8")
    folders = (str(tmp_path), str(bundled_folder().parent))
    for form in FORMS:
        if form.module and form.name not in ("json", "pdf"):
            data = form.written()(chosen(load(tmp_path / "a.json")))
            if form.name == "docx":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    data = b"".join(archive.read(name) for name in archive.namelist())
                assert b"a.json" in data
            assert not [folder for folder in folders if folder.encode() in data], form.name
