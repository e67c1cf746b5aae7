"""JSON: what is read back is the briefing, and it is valid by its schema."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from briefing.document import Briefing
from briefing.document.given import GivenPart
from briefing.exporting.chosen import PARTS, chosen
from briefing.exporting.forms.json import parsed, schema_text, written
from briefing.sources import load, load_bundled
from tests.exporting.samples import BARE, about, texts
from tests.exporting.schema_file import FILE
from tests.tiers import examples

SCHEMA: Any = json.loads(schema_text())


def test_the_schema_is_that_of_the_types_and_is_one() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text()
    Draft202012Validator.check_schema(SCHEMA)
    assert list(Draft202012Validator(SCHEMA).iter_errors({"briefing": {"title": 1}}))


def given_out(briefing: Briefing) -> Briefing:
    """A briefing as it is elsewhere: without this machine's folders."""
    origin = briefing.origin and replace(briefing.origin, place=PurePath(briefing.origin.place).name)
    return replace(briefing, path=PurePath(briefing.path).name, origin=origin)


def test_whole_briefings_come_back_equal(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# عنوان\n\n- أ\n- **ب** [ج](https://a.example)\n", encoding="utf-8")
    for briefing in (load_bundled(), load(tmp_path / "a.md"), BARE):
        data = written(chosen(briefing))
        assert parsed(data) == given_out(briefing)
        Draft202012Validator(SCHEMA).validate(json.loads(data))


@given(texts)
@settings(max_examples=examples())
def test_any_text_comes_back_equal(text: str) -> None:
    data = written(chosen(about(text)))
    assert parsed(data) == given_out(about(text))
    Draft202012Validator(SCHEMA).validate(json.loads(data))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_section(part: GivenPart) -> None:
    briefing = load_bundled()
    data = written(chosen(briefing, 1, [part], quotes=False))
    Draft202012Validator(SCHEMA).validate(json.loads(data))
    back = parsed(data)
    kinds = {"claims": back.sections[0].claims, "article": back.paragraphs}
    kinds |= {"timeline": back.events, "names": back.names}
    assert [name for name, found in kinds.items() if found] == [part]
    assert not any(one.quote for claim in back.sections[0].claims for one in claim.citations)
    assert all(one == briefing.paragraph(one.number) for one in back.paragraphs)
