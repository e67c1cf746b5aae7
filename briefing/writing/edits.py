"""The edits of a briefing: what a person changes in it, one frozen value for each.

Indices count from 0. Sections are named by their key; claims by section and index, events and names by
index, as they stand in the briefing that the person sees.
"""

from __future__ import annotations

from msgspec import Struct

from briefing.document.model import Citation, Event, Name, Section, Title


class AddClaim(Struct, frozen=True):
    """A new claim of a section: before the one at index `at`, or as its last."""

    section: str
    text: str
    citations: tuple[Citation, ...]
    at: int | None = None


class ChangeClaim(Struct, frozen=True):
    """A claim's text, or its citations, or both; None leaves them as they are."""

    section: str
    index: int
    text: str | None = None
    citations: tuple[Citation, ...] | None = None


class MoveClaim(Struct, frozen=True):
    """A claim to another place, of its own section or of another; `to_index` is the one it has afterwards."""

    section: str
    index: int
    to_section: str
    to_index: int


class DeleteClaim(Struct, frozen=True):
    """A claim taken out, with the comments directly above it."""

    section: str
    index: int


class AcceptClaim(Struct, frozen=True):
    """A claim that a program drafted, taken for one's own: `drafted = true` goes."""

    section: str
    index: int


class AddEvent(Struct, frozen=True):
    """A new event, as the last, or before the one at index `at`."""

    event: Event
    at: int | None = None


class ChangeEvent(Struct, frozen=True):
    """Another event in the place of the one at `index`."""

    index: int
    event: Event


class DeleteEvent(Struct, frozen=True):
    """An event taken out."""

    index: int


class AddName(Struct, frozen=True):
    """A new name, as the last, or before the one at index `at`."""

    name: Name
    at: int | None = None


class ChangeName(Struct, frozen=True):
    """Another name in the place of the one at `index`."""

    index: int
    name: Name


class DeleteName(Struct, frozen=True):
    """A name taken out."""

    index: int


class AddSection(Struct, frozen=True):
    """A new section, as the last, or before the one at index `at`; without claims."""

    section: Section
    at: int | None = None


class BeginSection(Struct, frozen=True):
    """A new section from a paragraph on: the section that holds it is cut there.

    Its claims go with the paragraphs they cite. One that cites both sides is an error that names it, and so
    is a paragraph with which a section begins. A paragraph of no section gets one of its own.
    """

    paragraph: int
    key: str
    title: str = ""
    arabic: str = ""


class JoinSection(Struct, frozen=True):
    """A section's paragraphs and claims to the section before it, which keeps its key and titles."""

    key: str


class RenameSection(Struct, frozen=True):
    """A section's titles, and its key; None leaves one as it is, "" takes a title out."""

    key: str
    title: str | None = None
    arabic: str | None = None
    new_key: str | None = None


class SetBottomLine(Struct, frozen=True):
    """The bottom line; "" takes it out."""

    text: str


class SetTitle(Struct, frozen=True):
    """The title in both languages; what is empty is taken out."""

    title: Title


Edit = (
    AddClaim
    | ChangeClaim
    | MoveClaim
    | DeleteClaim
    | AcceptClaim
    | AddEvent
    | ChangeEvent
    | DeleteEvent
    | AddName
    | ChangeName
    | DeleteName
    | AddSection
    | BeginSection
    | JoinSection
    | RenameSection
    | SetBottomLine
    | SetTitle
)

_SAID = {
    AddClaim: "claim added",
    ChangeClaim: "claim changed",
    MoveClaim: "claim moved",
    DeleteClaim: "claim deleted",
    AcceptClaim: "claim accepted",
    AddEvent: "event added",
    ChangeEvent: "event changed",
    DeleteEvent: "event deleted",
    AddName: "name added",
    ChangeName: "name changed",
    DeleteName: "name deleted",
    AddSection: "section added",
    BeginSection: "section begun",
    JoinSection: "section joined to the one before",
    RenameSection: "section renamed",
    SetBottomLine: "bottom line written",
    SetTitle: "title written",
}


def described(edit: Edit) -> str:
    """Return what an edit does, in two or three English words: `claim added`."""
    return _SAID[type(edit)]


def edit_id(edit: Edit) -> str:
    """Return the edit's kind as an id for tables of words: `add-claim`."""
    name = type(edit).__name__
    return "".join(f"-{one.lower()}" if one.isupper() else one for one in name).lstrip("-")
