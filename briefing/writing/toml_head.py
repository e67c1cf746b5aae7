"""Edits of what stands at the head of a briefing, in a TOML text."""

from __future__ import annotations

from briefing.writing import edits
from briefing.writing.plain_texts import line
from briefing.writing.toml_editor import Editor
from briefing.writing.wanted import Data, wanted_title


def set_bottom_line(editor: Editor, data: Data, edit: edits.SetBottomLine) -> None:
    """Write the bottom line, or take it out."""
    old = {key: value for key, value in data.items() if key == "bottom_line"}
    text = line(edit.text)
    editor.update((), "", old, {"bottom_line": text} if text else {})


def set_title(editor: Editor, data: Data, edit: edits.SetTitle) -> None:
    """Write the title, or take it out."""
    new = wanted_title(data, edit)
    if editor.layout.place(("title",)) is None:
        editor.add_table("title", new)
    else:
        editor.update(("title",), "title", data["title"], new)
