"""A name in the package means one thing: no class, and no public type, is defined in two files."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import briefing

PACKAGE = Path(briefing.__file__).parent

#: What may be defined more than once, and why.
TWICE = {
    "Article": "a document as it was read, and the pane that shows it: panes are called what they show",
    "Digits": "the same choices; what paints them is not imported with the preferences",
    "Paragraph": "one of the article, and UAX #9's: the glossary has both",
    "Span": "the same slice of a text, in rooms that do not know each other",
    "Steps": "the same way to a value; what parses TOML is not imported for it",
}


def defined(file: Path) -> Iterator[str]:
    """The classes and the public types at the top of a file. Type variables are its own."""
    for node in ast.parse(file.read_bytes()).body:
        if isinstance(node, ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign) and not ast.unparse(node.value).startswith("TypeVar("):
            names = [
                ast.unparse(target) for target in node.targets if not ast.unparse(target).startswith("_")
            ]
        else:
            continue
        yield from (name for name in names if re.fullmatch(r"_?[A-Z]\w*[a-z]\w*", name))


def test_no_file_is_called_what_its_room_is_called() -> None:
    twice = [one.as_posix() for one in PACKAGE.rglob("*.py") if one.stem == one.parent.name]
    assert twice == [], "call it by what is in it: its room has that name for all of them"


def test_no_class_and_no_type_is_defined_twice() -> None:
    files = defaultdict(list)
    for file in sorted(PACKAGE.rglob("*.py")):
        for name in defined(file):
            files[name].append(file.relative_to(PACKAGE).as_posix())
    assert len(files) > 500
    twice = {name: places for name, places in files.items() if len(places) > 1}
    assert {name: places for name, places in twice.items() if name not in TWICE} == {}, (
        "give one another name"
    )
    assert TWICE.keys() - twice.keys() == set(), "these are defined once by now"
