"""Edits of events and names, in a TOML text; and where the first of a list goes."""

from __future__ import annotations

import re
from typing import Any, Final

from briefing.document.toml_places import Steps
from briefing.writing import edits
from briefing.writing.toml_editor import Editor
from briefing.writing.wanted import Data, event_data, name_data

#: The order of the lists in a file that has no order of its own.
_LISTS: Final = ("sections", "events", "names")


def add_event(editor: Editor, data: Data, edit: edits.AddEvent) -> None:
    """Put a new event among the others."""
    _add(editor, data, "events", edit.at, event_data(edit.event))


def change_event(editor: Editor, data: Data, edit: edits.ChangeEvent) -> None:
    """Write what is different in an event."""
    old = data["events"][edit.index]
    _change(editor, "events", edit.index, old, event_data(edit.event, old))


def delete_event(editor: Editor, _: Data, edit: edits.DeleteEvent) -> None:
    """Take an event out."""
    editor.remove(("events",), edit.index)


def add_name(editor: Editor, data: Data, edit: edits.AddName) -> None:
    """Put a new name among the others."""
    _add(editor, data, "names", edit.at, name_data(edit.name))


def change_name(editor: Editor, data: Data, edit: edits.ChangeName) -> None:
    """Write what is different in a name."""
    old = data["names"][edit.index]
    _change(editor, "names", edit.index, old, name_data(edit.name, old))


def delete_name(editor: Editor, _: Data, edit: edits.DeleteName) -> None:
    """Take a name out."""
    editor.remove(("names",), edit.index)


def put_entry(editor: Editor, kind: str, at: int, count: int, data: Data) -> None:
    """Put a table into a list of the top level, whose `count` of entries may be none."""
    steps: Steps = (kind,)
    if count or editor.layout.is_inline(steps):
        editor.insert(steps, kind, at, data)
        return
    text = editor.written(steps, kind, editor.manner(kind, steps), data)
    editor.insert_lines(steps, 0, text, anchor=_first_place(editor, kind))


def _add(editor: Editor, data: Data, kind: str, at: int | None, new: Data) -> None:
    count = len(data.get(kind, []))
    put_entry(editor, kind, count if at is None else max(0, min(at, count)), count, new)


def _change(editor: Editor, kind: str, index: int, old: Data, new: dict[str, Any]) -> None:
    editor.update((kind, index), kind, old, new)
    if not any(isinstance(value, str) and value.startswith("Unreviewed") for value in new.values()):
        editor.take_mark((kind, index), "UNREVIEWED")


def _first_place(editor: Editor, kind: str) -> int:
    """Where the first entry of a list goes: behind the comment that shows how one is written, or in order."""
    layout = editor.layout
    shown = re.search(rf"(?m)^#[ \t]*\[\[{kind}\]\].*\n?", layout.text)
    if shown and not any(one.start <= shown.start() < one.end for one in layout.places.statements):
        at = shown.end()
        while layout.text.startswith("#", at):
            at = layout.line_end(at)
        return at
    before = _LISTS[: _LISTS.index(kind)]
    ends = [table.end for table in layout.tables if table.steps[:1] and table.steps[0] in before]
    return max(ends) if ends else len(layout.text)
