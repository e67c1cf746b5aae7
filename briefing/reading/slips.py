"""What is filled in to write something: a slip with its fields, which knows no screen and no file."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args
from zlib import crc32

from msgspec import Struct

from briefing.document.model import Basis, Citation, NameKind
from briefing.settings.words import say

SlipKind = Literal[
    "add-claim",
    "change-claim",
    "add-event",
    "change-event",
    "add-name",
    "change-name",
    "begin-section",
    "rename-section",
    "set-bottom-line",
    "set-title",
    "begin-briefing",
    "copy-briefing",
]
BASES: Final[tuple[str, ...]] = get_args(Basis)
KINDS: Final[tuple[str, ...]] = get_args(NameKind)

#: Fields that cannot be left empty, by the kind of slip.
_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "add-claim": ("text",),
    "change-claim": ("text",),
    "add-event": ("date", "title"),
    "change-event": ("date", "title"),
    "add-name": ("english",),
    "change-name": ("english",),
    "begin-briefing": ("folder",),
    "copy-briefing": ("folder",),
}


class SlipField(NamedTuple):
    """A field: its name, what stands in it at first, and what can be chosen, if it is a choice."""

    name: str
    value: str = ""
    choices: tuple[str, ...] = ()


class FieldFault(NamedTuple):
    """What is wrong with a field, in words."""

    field: str
    words: str


class Slip(Struct, frozen=True):
    """What is to be filled in.

    `citations` are the words of the article that it is about; `proposed`: nobody has selected them.
    `section` is the key of a section and `index` that of a claim in it, of an event or of a name;
    `paragraph` is the number of the one at hand. `beside` is the claim (key and index) to which the words can
    be added instead, and `beside_text` what it says.
    """

    kind: SlipKind
    fields: tuple[SlipField, ...]
    citations: tuple[Citation, ...] = ()
    proposed: bool = False
    section: str = ""
    index: int = 0
    paragraph: int = 0
    beside: tuple[str, int] | None = None
    beside_text: str = ""

    @property
    def key(self) -> str:
        """What the slip is known by when what was typed into it is kept.

        A claim is known by the words it quotes, for there may be another at its place the next time; what
        quotes nothing, by all it says.
        """
        if self.kind == "rename-section":
            return f"{self.kind} {self.section}"
        if not self.kind.startswith("change-"):
            return self.kind
        about = repr([(one.paragraph, one.quote) for one in self.citations] or self.values)
        return f"{self.kind} {self.section} {crc32(about.encode(errors='surrogatepass')):08x}"

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields at first, by name."""
        return {field.name: field.value for field in self.fields}

    @property
    def first(self) -> str:
        """The name of the field to begin in: the first that cannot be left empty and is, or the first."""
        needed = _NEEDED.get(self.kind, ())
        empty = (one.name for one in self.fields if one.name in needed and not one.value)
        return next(empty, self.fields[0].name)

    def fault(self, values: dict[str, str], *, typing: bool = False) -> FieldFault | None:
        """Return what is wrong with the values of the fields, by name, or None.

        `typing`: somebody is at it, so what is missing is not wrong yet.
        """
        date = values.get("date", "").strip()
        if date:
            from briefing.document.dates import parse_date  # its grammar takes a while to load

            try:
                parse_date(date)
            except ValueError as error:
                return FieldFault("date", str(error))
        for name in () if typing else _NEEDED.get(self.kind, ()):
            if not values.get(name, "").strip():
                return FieldFault(name, say(f"slip.needed.{name}"))
        if self.kind == "begin-section" and not typing and not any(map(str.strip, values.values())):
            return FieldFault("title", say("slip.needed.title"))
        return None
