"""What a source of briefings is: how what it can read is recognised, and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from briefing.document import Briefing


class Source(NamedTuple):
    """One format. `sniff` says whether a path looks like it, `read` makes a briefing of it.

    `read` raises BriefingError, one line long, for whatever is wrong with it.
    """

    name: str
    sniff: Callable[[Path], bool]
    read: Callable[[Path], Briefing]
