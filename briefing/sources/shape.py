"""The shape of a `briefing.toml`: which keys it has and of what type."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from briefing.document.errors import BriefingError
from briefing.document.model import Event, Name, Provenance, Section, Title


class BriefingFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A `briefing.toml` as written; `article` names the text file beside it, and is all that it needs."""

    article: str
    title: Title = Title()
    bottom_line: str = ""
    sections: tuple[Section, ...] = ()
    provenance: Provenance | None = None
    events: tuple[Event, ...] = ()
    names: tuple[Name, ...] = ()


def shaped(data: dict[str, Any], file: str) -> BriefingFile:
    """Return parsed TOML as typed data. Raises BriefingError, naming `file`, for what is out of shape."""
    try:
        return msgspec.convert(data, BriefingFile)
    except msgspec.ValidationError as error:
        from briefing.sources.shape_faults import explained  # only a mistake needs it

        fault = explained(str(error), data)
        raise BriefingError(file, fault.what, fault.cure, where=fault.where) from None
