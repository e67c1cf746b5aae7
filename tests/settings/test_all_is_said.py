"""What the reader's code shows comes from the table of words: no id that is not there, no English past it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import briefing
from briefing.settings.words import ENGLISH

_ROOMS: Final = ("reading", "settings", "tui")
_SHOWN_BY: Final = frozenset(("Notify", "notify", "Content", "Static", "FactItem"))
_SHOWN_AS: Final = frozenset(("title", "placeholder"))


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Every call in the rooms of the reader: where it is, and the name of what is called."""
    return tuple(_calls())


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    root = Path(briefing.__file__).parent
    for path in (path for room in _ROOMS for path in sorted((root / room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
                yield f"{path.relative_to(root)}:{node.lineno}", name, node


def _has_words(node: ast.AST) -> bool:
    """Whether a literal text with a letter is a part of what is shown: not of a call or a comparison."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(map(str.isalpha, node.value))
    if isinstance(node, (ast.Call, ast.Compare, ast.Subscript)):
        return False
    return any(map(_has_words, ast.iter_child_nodes(node)))


def test_every_id_that_is_said_has_words() -> None:
    said = [
        (where, node.args[0].value)
        for where, name, node in calls()
        if name in ("say", "say_count") and node.args and isinstance(node.args[0], ast.Constant)
    ]
    assert len(said) > 100
    wordless = [(where, one) for where, one in said if one not in ENGLISH.words]
    assert wordless == [], "give each id its words in a table of settings/languages/english/"


def test_no_notice_title_or_label_is_written_past_the_table() -> None:
    shown = [
        (where, argument)
        for where, name, node in calls()
        for argument in (
            *(node.args[:2] if name in _SHOWN_BY else ()),
            *(one.value for one in node.keywords if one.arg in _SHOWN_AS),
        )
    ]
    assert len(shown) > 20
    written = [(where, ast.unparse(one)) for where, one in shown if _has_words(one)]
    assert written == [], "say each by an id: its words go to a table of settings/languages/english/"
