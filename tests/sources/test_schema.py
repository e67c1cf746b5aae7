"""The JSON Schema of a `briefing.toml` says what the types say."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefing.machine.assets import bundled_folder, schema
from briefing.sources.schema import schema as made
from briefing.sources.schema import schema_text
from tests.document.sample import TOML


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(made())
    return Draft202012Validator(made())


def test_the_kept_file_is_in_step() -> None:
    """To write it anew: python -m tests.sources.schema_file."""
    assert schema().decode() == schema_text()


def test_every_key_is_said_to_who_fills_it_in() -> None:
    for table in made()["$defs"].values():
        assert table["description"]
        assert all(one["title"] and one["description"] for one in table["properties"].values())
        assert table["additionalProperties"] is False


@pytest.mark.parametrize(
    "text", [TOML, 'article = "a.txt"', (bundled_folder() / "briefing.toml").read_text(encoding="utf-8")]
)
def test_a_briefing_is_valid(validator: Draft202012Validator, text: str) -> None:
    assert list(validator.iter_errors(tomllib.loads(text))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"article": ""},
        {"article": 3},
        {"artcle": "a.txt"},
        {"sections": [{"key": "full", "paragraphs": [1]}]},
        {"sections": [{"key": "Start", "paragraphs": [1]}]},
        {"sections": [{"key": "start", "paragraphs": [0]}]},
        {"sections": [{"key": "start", "paragraphs": [1, 1]}]},
        {"sections": [{"key": "start"}]},
        {"sections": [{"key": "start", "paragraphs": [1], "claims": [{"text": "x", "citations": []}]}]},
        {"events": [{"date": "2014", "title": "x", "paragraphs": [1], "basis": "guessed"}]},
        {"names": [{"kind": "ship", "english": "x", "arabic": ["س"]}]},
        {"provenance": {"capture": "a"}},
    ],
)
def test_a_mistake_is_not(validator: Draft202012Validator, change: dict[str, Any]) -> None:
    assert list(validator.iter_errors({"article": "a.txt", **change}))


def test_the_wheel_has_it() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]["assets"]
