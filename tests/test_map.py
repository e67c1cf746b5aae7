"""The map names files that are there, each so that it can be no other, and words that stand in the code."""

import re
from pathlib import Path

import briefing

PACKAGE = Path(briefing.__file__).parent


def test_every_file_that_the_map_names_is_there_and_is_one() -> None:
    text = (PACKAGE / "README.md").read_text("utf-8")
    named = set(re.findall(r"`(?:briefing/)?((?:[\w.]+/)*\w+\.py)`", text))
    rooms = (PACKAGE, PACKAGE.parent / "tests")
    files = [one.as_posix() for room in rooms for one in room.rglob("*.py")]
    found = {name: [one for one in files if one.endswith(f"/{name}")] for name in named}
    assert len(named) > 30
    assert {name: paths for name, paths in found.items() if len(paths) != 1} == {}


def test_every_word_of_the_code_that_the_map_names_is_in_the_package() -> None:
    text = (PACKAGE / "README.md").read_text("utf-8")
    names = re.findall(r"(?<!`)`([A-Za-z_][\w.]*)(?:\([^`]*\))?`(?!`)", text)
    parts = {part for name in names if not name.endswith((".py", ".toml")) for part in name.split(".")}
    code = "".join(one.read_text("utf-8") for one in PACKAGE.rglob("*.py"))
    known = {*re.findall(r"\w+", code)}
    placeholders = {one for one in parts if re.search("[A-Z]{3,}$", one)}
    assert len(parts) > 100
    assert parts - known - placeholders == set(), "the map names what has another name, or is gone"
