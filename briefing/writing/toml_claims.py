"""Edits of claims, in a TOML text."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from briefing.document.toml_places import Steps
from briefing.writing import edits
from briefing.writing.plain_texts import line
from briefing.writing.toml_editor import Editor
from briefing.writing.toml_splices import Overlap
from briefing.writing.toml_strings import has_comments
from briefing.writing.wanted import Data, citations_data, section_at


def add_claim(editor: Editor, data: Data, edit: edits.AddClaim) -> None:
    """Put a new claim into its section, written as its neighbours are."""
    index = section_at(data, edit.section)
    at = len(data["sections"][index].get("claims", []))
    if edit.at is not None:
        at = max(0, min(edit.at, at))
    claim = {"text": line(edit.text), "citations": citations_data(edit.citations)}
    put_claim(editor, data, index, at, claim)


def put_claim(editor: Editor, data: Data, section: int, at: int, claim: Data) -> None:
    """Put a claim, as data, into a section."""
    steps: Steps = ("sections", section, "claims")
    if editor.layout.has_headings(steps) or editor.layout.is_inline(steps):
        editor.insert(steps, "claims", at, claim)
    elif are_inline(editor, data, section):
        editor.update(steps[:2], "sections", {}, {"claims": [claim]})
    else:
        put_lines(editor, section, 0, editor.written(steps, "claims", editor.manner("claims", steps), claim))


def put_lines(editor: Editor, section: int, at: int, text: str) -> None:
    """Put claims, as lines under headings, into a section."""
    table = editor.layout.table(("sections", section))
    steps: Steps = ("sections", section, "claims")
    editor.insert_lines(steps, at, text, anchor=table.end if table else None)


def are_inline(editor: Editor, data: Data, section: int) -> bool:
    """Return whether the claims of a section are a list in brackets, or would be if it had some."""
    layout = editor.layout
    if layout.is_inline(("sections", section)) or layout.is_inline(("sections", section, "claims")):
        return True
    if layout.has_headings(("sections", section, "claims")):
        return False
    others = range(len(data["sections"]))
    return any(layout.is_inline(("sections", one, "claims")) for one in others) and not any(
        layout.has_headings(("sections", one, "claims")) for one in others
    )


def change_claim(editor: Editor, data: Data, edit: edits.ChangeClaim) -> None:
    """Put another text, or other citations, in the place of a claim's."""
    steps: Steps = ("sections", section_at(data, edit.section), "claims", edit.index)
    old = data["sections"][steps[1]]["claims"][edit.index]
    citations = None if edit.citations is None else citations_data(edit.citations)
    if edit.text is not None:
        editor.update(steps, "claims", {"text": old["text"]}, {"text": line(edit.text)})
    if citations is not None and citations != old["citations"]:
        _change_citations(editor, (*steps, "citations"), old["citations"], citations)


def _change_citations(editor: Editor, steps: Steps, old: list[Data], new: list[Data]) -> None:
    """Write the citations that differ; the others stay, with the comments at them."""
    keys = [[(one["paragraph"], one["quote"]) for one in every] for every in (old, new)]
    codes = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes()
    if not editor.layout.is_inline(steps):
        for _, start, end, first, last in (one for one in codes if one[0] != "equal"):
            both = min(end - start, last - first)
            for at in range(both):
                editor.update((*steps, start + at), "citations", old[start + at], new[first + at])
            for at in range(start + both, end):
                editor.remove(steps, at)
            for at in range(first + both, last):
                editor.insert(steps, "citations", end, new[at])
        return
    manner = editor.manner("citations", (*steps, 0))
    entries = editor.layout.entries(steps)
    for _, start, end, first, last in reversed([one for one in codes if one[0] != "equal"]):
        both = min(end - start, last - first)
        for at in range(both):
            written = editor.layout.value((*steps, start + at))
            entries.entries[start + at].value = manner.table(new[first + at], written)
        for at in range(end - 1, start + both - 1, -1):
            entries.remove(at)
        for at in range(first + both, last):
            entries.insert(start + at - first, manner.table(new[at]))
    editor.set_text(steps, entries.text())


def move_claim(editor: Editor, data: Data, edit: edits.MoveClaim) -> None:
    """Put a claim elsewhere, as it is written, if it can be there in the same form."""
    source, target = (section_at(data, key) for key in (edit.section, edit.to_section))
    claims = data["sections"][target].get("claims", [])
    count = len(claims) - (source == target)
    to_index = max(0, min(edit.to_index, count))
    if source == target and to_index == edit.index:
        return
    at = to_index + (source == target and to_index > edit.index)
    move(editor, data, (source, edit.index), (target, at))
    if source != target or not are_inline(editor, data, source):
        editor.remove(("sections", source, "claims"), edit.index)


def move(editor: Editor, data: Data, source: tuple[int, int], target: tuple[int, int]) -> None:
    """Put a claim, by section and index, before another; the first is to be removed after that.

    In one list in brackets it is removed at once.
    """
    steps: Steps = ("sections", source[0], "claims")
    was, will_be = (are_inline(editor, data, one[0]) for one in (source, target))
    claim: dict[str, Any] = data["sections"][source[0]]["claims"][source[1]]
    if was and source[0] == target[0]:
        entries = editor.layout.entries(steps)
        written, comments = entries.entries[source[1]].value, entries.comments(source[1])
        entries.remove(source[1])
        entries.insert_with_comments(target[1] - (source[1] < target[1]), written, comments)
        editor.set_text(steps, entries.text())
    elif not was and not will_be:
        put_lines(editor, target[0], target[1], editor.layout_lines((*steps, source[1])))
    elif was and will_be and editor.layout.is_inline(("sections", target[0], "claims")):
        entries, others = (
            editor.layout.entries(steps),
            editor.layout.entries(("sections", target[0], "claims")),
        )
        written = entries.entries[source[1]].value
        others.insert_with_comments(target[1], written, entries.comments(source[1]))
        editor.set_text(("sections", target[0], "claims"), others.text())
    else:
        _refuse_comments(editor, (*steps, source[1]))
        put_claim(editor, data, target[0], target[1], claim)


def _refuse_comments(editor: Editor, steps: Steps) -> None:
    """Raise Overlap for a claim that cannot be written anew without the loss of a comment."""
    if editor.layout.is_inline(steps[:-1]):
        lost = [*editor.layout.entries(steps[:-1]).comments(int(steps[-1])), editor.layout.value(steps)]
    else:
        lost = [editor.layout_lines(steps)]
    if any(map(has_comments, lost)):
        raise Overlap


def delete_claim(editor: Editor, data: Data, edit: edits.DeleteClaim) -> None:
    """Take a claim out."""
    editor.remove(("sections", section_at(data, edit.section), "claims"), edit.index)


def accept_claim(editor: Editor, data: Data, edit: edits.AcceptClaim) -> None:
    """Take the mark of a draft out."""
    steps: Steps = ("sections", section_at(data, edit.section), "claims", edit.index)
    editor.update(steps, "claims", {"drafted": True}, {})
