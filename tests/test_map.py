"""The map of the package names files that are there, and each so that it can be no other."""

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
