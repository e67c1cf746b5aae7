"""A name means one thing: no class, no public type, and no function of one room is defined in two files."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
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

#: Public functions that several files of one room have: what each form, format or command has.
ALIKE = {
    "claim_text": "a claim, in one form or another",
    "gregorian": "the same day in that calendar, from one or another",
    "main": "what a command does",
    "not_carried": "the characters that a form cannot have",
    "paragraph_text": "a paragraph, in one form or another",
    "parsed": "the data in a text, of one format or another",
    "parser": "what a command understands",
    "read": "what reads a document, format by format",
    "text_of": "the text of a whole, in one form or another",
    "written": "what is chosen of a briefing as bytes, form by form",
}


@cache
def tops() -> dict[Path, list[ast.stmt]]:
    """What stands at the top of each file of the package."""
    return {
        file.relative_to(PACKAGE): ast.parse(file.read_bytes()).body for file in sorted(PACKAGE.rglob("*.py"))
    }


def defined(top: Iterable[ast.stmt]) -> Iterator[str]:
    """The classes and the public types at the top of a file. Type variables are its own."""
    for node in top:
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
    for file, top in tops().items():
        for name in defined(top):
            files[name].append(file.as_posix())
    assert len(files) > 500
    twice = {name: places for name, places in files.items() if len(places) > 1}
    assert {name: places for name, places in twice.items() if name not in TWICE} == {}, (
        "give one another name"
    )
    assert TWICE.keys() - twice.keys() == set(), "these are defined once by now"


def test_no_function_of_one_room_is_called_like_another_of_it() -> None:
    files = defaultdict(list)
    for file, top in tops().items():
        for node in top:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                files[file.parts[0], node.name].append(file.as_posix())
    twice = {name: places for (_, name), places in files.items() if len(places) > 1}
    assert {name: places for name, places in twice.items() if name not in ALIKE} == {}, (
        "call each by what it returns"
    )
    assert ALIKE.keys() - twice.keys() == set(), "these are defined once by now"
