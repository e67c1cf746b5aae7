"""Each value's place in a TOML text is where that value stands."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.document.toml_places import Steps, TomlPlaces
from tests.document.sample import TOML
from tests.fuzz.campaign import case
from tests.tiers import examples

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas" / "briefing.toml"
TEXT = """\
# remark
a.b = 1 # one
"c d" = '''x'y'''
'e' = [ "one", # two
  'three', [4, 5],
  { f = 1979-05-27 07:32:00, g.h = true }, ]
long = \"\"\"a "quoted" \\\\ "\"\"\"\"
empty = ""

[t]
x = 0xff
[[l]]
y = 1
[l.inner]
z = 2
[[l.m]]
w = -1.5
[[l.m]]
w = inf
[[l]]
y = 3
[t.u."v.w"]
"""


def values(data: Any, steps: Steps = ()) -> list[tuple[Steps, Any]]:
    found: list[tuple[Steps, Any]] = []
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        found += [((*steps, key), value), *values(value, (*steps, key))]
    return found


def all_are_found(text: str) -> int:
    """Assert that each value's place holds what reads as that value; returns how many were compared."""
    places = TomlPlaces(text)
    compared = 0
    for steps, value in values(tomllib.loads(text)):
        place = places.exact(steps)
        assert place is not None, steps
        written = text[place.start : place.end]
        if not written.startswith("[") or not isinstance(value, dict | list):
            assert repr(tomllib.loads(f"a = {written}")["a"]) == repr(value) or isinstance(value, dict), steps
            compared += 1
        if isinstance(steps[-1], str):
            assert text[place.key_start : place.key_end].strip()
    return compared


@pytest.mark.parametrize("text", [TEXT, TOML, BUNDLED.read_text(encoding="utf-8")])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_value_is_found_where_it_stands(text: str, line_end: str) -> None:
    assert all_are_found(text.replace("\n", line_end)) > 8


def test_lines_and_columns_count_from_one_in_characters() -> None:
    places = TomlPlaces('a = 1\nkey = "ض", \n')
    assert places.position(0) == (1, 1)
    assert places.position(places.of(("key",)).start) == (2, 7)
    assert places.of(("key", "no", 3)) == places.of(("key",))
    assert places.of(("none",)) == (0, 0, 0, 0)


def test_a_table_is_where_its_heading_is() -> None:
    places = TomlPlaces(TEXT)
    assert [places.position(places.of(("l", at)).start).line for at in (0, 1)] == [12, 20]
    assert places.position(places.of(("l", 0, "m", 1, "w")).start).line == 19


def test_values_of_mutated_briefings_are_found() -> None:
    compared = 0
    for number in range(examples(5)):
        data = case(5, number).entries.get("briefing.toml", b"")
        try:
            text = data.decode() if isinstance(data, bytes) else ""
            tomllib.loads(text)
        except (ValueError, RecursionError):
            continue
        compared += all_are_found(text.removeprefix("\ufeff"))
    assert compared > 3 * examples(5)
