"""Any text and any data of the right keys: loading gives a briefing or one line, never another error.

`tests/fuzz` does the same with whole briefings and their folders, by the thousand.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import BriefingError
from briefing.sources import load
from briefing.sources.prose import joined_lines
from briefing.sources.shape import shaped
from tests.document.sample import TOML
from tests.fuzz.invariants import loads

pytestmark = pytest.mark.whole


def keys(table: Any) -> set[str]:
    """Return every key that stands in parsed TOML, at whatever depth."""
    if isinstance(table, dict):
        return set(table).union(*map(keys, table.values()))
    return set().union(*map(keys, table)) if isinstance(table, list) else set()


def whole() -> dict[str, Any]:
    """Return a briefing's data with everything in it, to break in one place."""
    data = tomllib.loads(TOML)
    data["provenance"] |= {
        "details": [{"label": "a", "captured": ["b"], "english": "c"}],
        "left_out": [{"label": "a", "captured": ["b"], "english": "c"}],
        "unknown": ["d"],
    }
    return data


NAMES = sorted(keys(whole()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@given(st.binary(max_size=200))
def test_any_bytes_as_a_text_file(folder: Path, data: bytes) -> None:
    (folder / "any.txt").write_bytes(data)
    loads(folder / "any.txt")


@given(st.text(max_size=200))
def test_any_text_as_a_text_file_keeps_its_characters(folder: Path, text: str) -> None:
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return
    (folder / "any.txt").write_bytes(data)
    loads(folder / "any.txt")
    if text.strip("\ufeff \t\r\n") and "\r" not in text and not text.startswith("\ufeff") and text.strip():
        try:
            paragraphs = load(folder / "any.txt").paragraphs
        except BriefingError:
            if re.search("[\x00-\x08\x0e-\x1f]", text):
                return  # with controls and letters in turn it is what UTF-16 would be, too
            raise
        kept = "".join(paragraph.text for paragraph in paragraphs)
        assert "".join(kept.split()) == "".join(text.split())


leaves = st.one_of(
    st.text(max_size=5), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=5)), inner, max_size=5),
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(NAMES), values, max_size=7))
def test_any_toml_data_is_in_shape_or_one_line(data: dict[str, Any]) -> None:
    fault = fault_of_shape(joined_lines(data))
    if fault:
        assert fault.startswith("f: ")
        assert "\n" not in fault
        assert "; " in fault
        assert "at `$" not in fault


def fault_of_shape(data: dict[str, Any]) -> str:
    """Return the error for data out of shape, or an empty string."""
    try:
        shaped(data, "f")
    except BriefingError as error:
        return str(error)
    return ""


def places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return [path, *(found for key, value in inner for found in places(value, (*path, key)))][bool(not path) :]


@pytest.mark.parametrize("path", places(whole()), ids=lambda path: ".".join(map(str, path)))
def test_each_value_gone_or_of_another_type_names_its_key(path: tuple[str | int, ...]) -> None:
    key = next(step for step in reversed(path) if isinstance(step, str))
    wrongs: list[Any] = [None, 1.5, {}, {"x": 1}, [], [[]], "text", True]
    faults = {}
    for number, wrong in enumerate(wrongs):
        data = whole()
        table: Any = data
        for step in path[:-1]:
            table = table[step]
        if wrong is None:
            del table[path[-1]]
        else:
            table[path[-1]] = wrong
        faults[number] = fault_of_shape(data)
        # An empty table, or one with a strange key, may pass for a table; then its own keys are the fault.
        assert not faults[number] or f'"{key}"' in faults[number] or isinstance(wrong, dict)
    assert f'"{key}"' in faults[1]  # a number with a fraction fits nowhere
