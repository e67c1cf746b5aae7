"""An edit made in the text of a `briefing.toml`, as a person would have made it.

The text is not written anew: what is edited is cut out or put in where it stands, in the manner of its
neighbours, and every other byte stays. What comes of it is read again and compared with what the edit means
(`wanted`): where that is not the same, the edit is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from briefing.document.errors import FAULTS, BriefingError
from briefing.document.model import Section
from briefing.sources.shape import shaped
from briefing.writing import (
    edits,
    toml_claims,
    toml_entries,
    toml_head,
    toml_sections,
)
from briefing.writing.edits import Edit
from briefing.writing.text_state import TextState
from briefing.writing.toml_editor import Editor
from briefing.writing.toml_splices import Overlap
from briefing.writing.wanted import Data, wanted

_EDITS: Final[dict[type, Callable[[Editor, Data, Any], None]]] = {
    edits.AddClaim: toml_claims.add_claim,
    edits.ChangeClaim: toml_claims.change_claim,
    edits.MoveClaim: toml_claims.move_claim,
    edits.DeleteClaim: toml_claims.delete_claim,
    edits.AcceptClaim: toml_claims.accept_claim,
    edits.AddEvent: toml_entries.add_event,
    edits.ChangeEvent: toml_entries.change_event,
    edits.DeleteEvent: toml_entries.delete_event,
    edits.AddName: toml_entries.add_name,
    edits.ChangeName: toml_entries.change_name,
    edits.DeleteName: toml_entries.delete_name,
    edits.AddSection: toml_sections.add_section,
    edits.BeginSection: toml_sections.begin_section,
    edits.JoinSection: toml_sections.join_section,
    edits.RenameSection: toml_sections.rename_section,
    edits.SetBottomLine: toml_head.set_bottom_line,
    edits.SetTitle: toml_head.set_title,
}
_OF_SECTIONS: Final = edits.AddClaim | edits.BeginSection | edits.RenameSection


def edited(text: str, edit: Edit, *, file: str = "briefing.toml", paragraphs: int = 0) -> str:
    """Return the TOML `text` of a briefing after an edit.

    Args:
        text: As the file has it, byte order mark and line ends (LF or CRLF) included.
        edit: What is to be changed; indices and keys are those of this text.
        file: Its name in an error.
        paragraphs: How many paragraphs the article has: of a briefing without sections, all are one's.

    Raises:
        BriefingError: The text is no briefing's, what is to be changed is not there, or it cannot be changed
            in this text without harm to something else.
    """
    state = TextState(text)
    shaped(state.joined(file), file)
    return edited_state(state, edit, file, paragraphs).text


def edited_state(state: TextState, edit: Edit, file: str, paragraphs: int = 0) -> TextState:
    """Return what `edited` does, of a text that was read as a briefing already. Raises what it does."""
    data = state.joined(file)
    if paragraphs and not data.get("sections") and isinstance(edit, _OF_SECTIONS):
        from briefing.sources.as_briefing import SECTION_KEY

        every = Section(SECTION_KEY, paragraphs=tuple(range(1, paragraphs + 1)))
        state = edited_state(state, edits.AddSection(every), file)
        data = state.joined(file)
    want = wanted(data, edit, file)
    if _said(want) == _said(data):
        return state
    try:
        editor = Editor(state.plain)
        _EDITS[type(edit)](editor, data, edit)
        new = state.with_plain(editor.result())
        is_right = _said(new.joined(file)) == _said(want)
    except (Overlap, *FAULTS, LookupError, BriefingError):
        is_right = False
    if not is_right:
        what = "is written in a way in which this cannot be changed without harm to the rest"
        raise BriefingError(file, what, "change it there by hand, in an editor")
    return new


def _said(data: Data) -> Data:
    """Data without the lists and tables that hold nothing."""
    said = {key: value for key, value in data.items() if value not in ([], {})}
    if "sections" in said:
        said["sections"] = [
            {key: value for key, value in one.items() if (key, value) != ("claims", [])}
            for one in said["sections"]
        ]
    return said
