"""Edits of sections, in a TOML text."""

from __future__ import annotations

from typing import Any

from briefing.document.toml_places import Steps
from briefing.writing import edits
from briefing.writing.plain_texts import line
from briefing.writing.toml_claims import are_inline, put_claim
from briefing.writing.toml_editor import Editor
from briefing.writing.toml_entries import put_entry
from briefing.writing.toml_splices import Overlap
from briefing.writing.wanted import (
    Data,
    going_claims,
    joined_numbers,
    section_at,
    section_data,
    wanted_section,
)

_SECTIONS: Steps = ("sections",)


def add_section(editor: Editor, data: Data, edit: edits.AddSection) -> None:
    """Put a new section among the others."""
    count = len(data.get("sections", []))
    at = count if edit.at is None else max(0, min(edit.at, count))
    put_entry(editor, "sections", at, count, section_data(edit.section))


def rename_section(editor: Editor, data: Data, edit: edits.RenameSection) -> None:
    """Write a section's titles and key."""
    at = section_at(data, edit.key)
    old = {key: value for key, value in data["sections"][at].items() if key in ("key", "title", "arabic")}
    new = dict(old)
    for key, value in (("key", edit.new_key), ("title", edit.title), ("arabic", edit.arabic)):
        if value is None:
            continue
        if line(value):
            new[key] = line(value)
        else:
            new.pop(key, None)
    editor.update(("sections", at), "sections", old, new)


def begin_section(editor: Editor, data: Data, edit: edits.BeginSection) -> None:
    """Cut a section in two: its later paragraphs, and the claims on them, go to a new one behind it."""
    index, at = wanted_section(data, edit.paragraph)
    head = section_data_of(edit)
    sections = data.get("sections", [])
    if index is None:
        put_entry(editor, "sections", at, len(sections), {**head, "paragraphs": [edit.paragraph]})
        return
    section = sections[index]
    numbers = section.get("paragraphs", [])
    head["paragraphs"] = numbers[at:]
    staying, going = going_claims(section, numbers[at:])
    steps: Steps = ("sections", index)
    editor.update(steps, "sections", {"paragraphs": numbers}, {"paragraphs": numbers[:at]})
    layout = editor.layout
    if are_inline(editor, data, index):
        _begin_inline(editor, section, index, head, going)
        return
    text = editor.written(_SECTIONS, "sections", editor.manner("sections", steps), head)
    if going and going == list(range(len(staying), len(staying) + len(going))):
        place = layout.spans((*steps, "claims", going[0]))[0][0]
        editor.insert_head(place, _SECTIONS, (*steps, "claims"), text)
        return
    gap = layout.newline * editor.gap((*steps, "claims"))
    text += "".join(gap + editor.layout_lines((*steps, "claims", one)) for one in going)
    for one in going:
        editor.remove((*steps, "claims"), one)
    editor.insert_lines(_SECTIONS, index + 1, text)


def _begin_inline(editor: Editor, section: Data, index: int, head: Data, going: list[int]) -> None:
    """The same, of claims in brackets: they are written anew in the new section."""
    steps: Steps = ("sections", index, "claims")
    if going:
        head["claims"] = [section["claims"][one] for one in going]
        entries = editor.layout.entries(steps)
        if any(comment for one in going for comment in entries.comments(one)):
            raise Overlap
        for one in reversed(going):
            entries.remove(one)
        editor.set_text(steps, entries.text())
    editor.insert(_SECTIONS, "sections", index + 1, head)


def join_section(editor: Editor, data: Data, edit: edits.JoinSection) -> None:
    """Give a section's paragraphs and claims to the one before it, and take its head out."""
    at = section_at(data, edit.key)
    first, second = data["sections"][at - 1 : at + 1]
    numbers = joined_numbers(first.get("paragraphs", []), second.get("paragraphs", []))
    editor.update(
        ("sections", at - 1), "sections", {"paragraphs": first.get("paragraphs", [])}, {"paragraphs": numbers}
    )
    claims = second.get("claims", [])
    table = editor.layout.table(("sections", at))
    if table is not None and not are_inline(editor, data, at) and not _has_inline(editor, at - 1):
        editor.take_lines(table.top, table.end, ("sections", at))
        return
    _join_inline(editor, data, at, claims)


def _has_inline(editor: Editor, at: int) -> bool:
    return editor.layout.is_inline(("sections", at, "claims"))


def _join_inline(editor: Editor, data: Data, at: int, claims: list[Data]) -> None:
    steps: Steps = ("sections", at - 1, "claims")
    layout = editor.layout
    if claims and layout.is_inline(steps):
        entries = layout.entries(steps)
        for number, claim in enumerate(claims):
            written = layout.value(("sections", at, "claims", number))
            is_table = written.startswith("{")
            table = written if is_table else editor.manner("claims", steps).table(claim)
            comments = layout.entries(("sections", at, "claims")).comments(number) if is_table else [""]
            entries.insert_with_comments(len(entries.entries), table, comments)
        editor.set_text(steps, entries.text())
    elif claims and not layout.has_headings(steps):
        _whole(editor, at - 1, claims)
    else:
        for claim in claims:
            put_claim(editor, data, at - 1, len(data["sections"][at - 1].get("claims", [])), claim)
    editor.remove(_SECTIONS, at)


def _whole(editor: Editor, at: int, claims: list[Data]) -> None:
    editor.update(("sections", at), "sections", {}, {"claims": claims})


def section_data_of(edit: edits.BeginSection) -> dict[str, Any]:
    """Return the head of the section that is begun, as data without paragraphs."""
    data = {"key": edit.key, "title": line(edit.title), "arabic": line(edit.arabic)}
    return {key: value for key, value in data.items() if value or key == "key"}
