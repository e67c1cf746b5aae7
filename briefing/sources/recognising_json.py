"""Which documents are briefings that `briefing export` gave out as JSON."""

from __future__ import annotations

import re
from typing import Final

from briefing.sources.material import Material

_LOOKED_AT: Final = 1 << 12  # bytes
_SAYS_SO: Final = rb'"format"\s{0,20}:\s{0,20}"briefing"'
_SORTED: Final = rb'\s*\{\s*"briefing"\s*:\s*\{\s*"bottom_line"\s*:'  # as `jq -S` writes it


def is_given(material: Material) -> bool:
    """Return whether a document is a briefing's JSON, by the keys that it begins with.

    All other JSON is a text like any other.
    """
    start = material.beginning(_LOOKED_AT).lstrip()  # PowerShell saves what is piped as UTF-16
    if not start.startswith(b"{"):
        return False
    top = start[1:].partition(b"{")[0]  # its other keys are no objects
    return re.search(_SAYS_SO, top) is not None or re.match(_SORTED, start) is not None
