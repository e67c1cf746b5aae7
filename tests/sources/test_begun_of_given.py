"""A briefing that was given out becomes a folder again, with all that is said in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from briefing.document import Briefing, BriefingError, Paragraph
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import written
from briefing.machine.new_folder import write_new_folder
from briefing.sources import Material, load, load_bundled
from briefing.sources.beginning import begin, read_whole
from tests.sources.given_samples import BUNDLED, briefings, changed
from tests.tiers import examples


def begun(data: str | bytes, folder: Path) -> Briefing:
    """The briefing in a folder that was begun of JSON."""
    material = Material("a.json", data.encode() if isinstance(data, str) else data)
    write_new_folder(folder, begin(read_whole(material), material, b"{}").files)
    assert (folder / "capture.json").read_bytes() == material.data
    return load(folder)


def test_all_that_is_said_goes_into_the_folder(tmp_path: Path) -> None:
    bundled, found = load_bundled(), begun(BUNDLED, tmp_path / "new")
    for name in ("title", "bottom_line", "paragraphs", "sections", "events", "names"):
        assert getattr(found, name) == getattr(bundled, name)
    assert bundled.provenance is not None
    assert found.provenance == replace(bundled.provenance, capture="capture.json")
    text = (tmp_path / "new" / "briefing.toml").read_text(encoding="utf-8")
    assert 'bottom_line = """\nThe United States' in text
    assert "beside which is its capture, capture.txt." in text


def test_a_document_that_nothing_is_said_of_is_begun_as_ever(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("عنوان\n\nقال الوزير في 10 يونيو 2024 كلاما.\n", encoding="utf-8")
    data = written(chosen(load(tmp_path / "a.txt")))
    found = begun(data, tmp_path / "new")
    assert [one.text for one in found.paragraphs] == ["عنوان", "قال الوزير في 10 يونيو 2024 كلاما."]
    assert "UNREVIEWED" in (tmp_path / "new" / "briefing.toml").read_text(encoding="utf-8")


@pytest.mark.whole
@given(briefings())
@settings(max_examples=examples(0.6))
def test_any_briefing_is_in_the_folder_as_it_was_or_refused(
    tmp_path_factory: pytest.TempPathFactory, briefing: Briefing
) -> None:
    try:
        found = begun(written(chosen(briefing)), tmp_path_factory.mktemp("folder") / "new")
    except BriefingError:
        return
    said = [(claim.text, claim.drafted) for own in briefing.sections for claim in own.claims]
    assert [(claim.text, claim.drafted) for own in found.sections for claim in own.claims] == said
    quotes = [one.quote for own in briefing.sections for claim in own.claims for one in claim.citations]
    assert [one.quote for own in found.sections for claim in own.claims for one in claim.citations] == quotes
    for one in (one for own in found.sections for claim in own.claims for one in claim.citations):
        assert one.quote in found.paragraph(one.paragraph).text
    if any(quotes) or briefing.provenance:
        assert [one.title for one in found.events] == [one.title for one in briefing.events]
        assert (found.names, found.bottom_line) == (briefing.names, briefing.bottom_line)


def test_a_blank_line_in_a_paragraph_parts_nothing(tmp_path: Path) -> None:
    def with_gap(data: Any) -> None:
        last = data["briefing"]["paragraphs"][13]
        last["text"] = "ا\n\n" + last["text"]

    found = begun(changed(with_gap), tmp_path / "new")
    assert len(found.paragraphs) == 14
    assert found.paragraphs[13].text.startswith("ا\n\n")
    assert found.sections == load_bundled().sections


# What has a NUL in it goes into a plain text, in which a blank line parts paragraphs.


def test_a_quote_over_a_blank_line_that_parts_paragraphs_is_refused(tmp_path: Path) -> None:
    def part(data: Any, before: str) -> None:
        own = data["briefing"]
        own["paragraphs"][1]["text"] = text = own["paragraphs"][1]["text"].replace(before, f"\n\n{before}", 1)
        own["paragraphs"][4]["text"] += "\0"
        cited = (one for claim in own["sections"][0]["claims"] for one in claim["citations"])
        next(one for one in cited if one["paragraph"] == 2)["quote"] = text[
            : text.index(before) + len(before)
        ]

    with pytest.raises(BriefingError, match="a quote of ¶2 has a blank line in it"):
        begun(changed(lambda data: part(data, "(DICAS)")), tmp_path / "new")


def test_what_rests_on_a_parted_paragraph_goes_along(tmp_path: Path) -> None:
    def part(data: Any) -> None:
        data["briefing"]["paragraphs"][4]["text"] += "\0"
        last = data["briefing"]["paragraphs"][13]
        last["text"] = "ا\n\n" + last["text"]

    found = begun(changed(part), tmp_path / "new")
    assert len(found.paragraphs) == 15
    cited = [one for own in found.sections for claim in own.claims for one in claim.citations]
    before = [one for own in load_bundled().sections for claim in own.claims for one in claim.citations]
    assert [one.paragraph for one in cited] == [
        15 if one.paragraph == 14 else one.paragraph for one in before
    ]
    assert 14 in found.sections[0].paragraphs


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (chosen(load_bundled(), 1), "without its whole article"),
        (chosen(load_bundled(), None, ["claims"]), "without its whole article"),
        (chosen(load_bundled(), quotes=False), "without their quotes"),
    ],
    ids=["section", "claims", "quotes"],
)
def test_a_part_is_too_little(part: Any, what: str, tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=what):
        begun(written(part), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_only_what_the_whole_article_came_with_is_written(tmp_path: Path) -> None:
    found = begun(written(chosen(load_bundled(), None, ["article", "names"])), tmp_path / "new")
    assert (found.names, found.events) == (load_bundled().names, ())
    assert isinstance(found.paragraphs[0], Paragraph)
