"""What is kept of a slip that is left before it is written, and how it is taken up again."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from briefing.document import Briefing
from briefing.document.model import Citation
from briefing.reading.slips import Slip

#: What the quotes are called among the fields that are kept.
_QUOTES = "quotes"


def kept_fields(slip: Slip, values: Mapping[str, str]) -> dict[str, str]:
    """Return what is to be kept: the fields that somebody has changed, and the words that they are about."""
    first = slip.values
    changed = {name: value for name, value in values.items() if value != first.get(name)}
    if not changed:
        return {}
    return {**changed, _QUOTES: msgspec.json.encode(slip.citations).decode()} if slip.citations else changed


def taken_up(slip: Slip, kept: Mapping[str, str], briefing: Briefing) -> Slip:
    """Return a slip with the words that it was left with, if nobody has selected others meanwhile."""
    if not slip.proposed or _QUOTES not in kept:
        return slip
    try:
        citations = msgspec.json.decode(kept[_QUOTES], type=tuple[Citation, ...])
    except msgspec.MsgspecError:
        return slip
    count = len(briefing.paragraphs)
    for one in citations:
        if not 1 <= one.paragraph <= count or one.quote not in briefing.paragraph(one.paragraph).text:
            return slip
    return msgspec.structs.replace(slip, citations=citations) if citations else slip
