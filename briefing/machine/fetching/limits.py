"""How much a server may take of this machine's time and memory."""

from __future__ import annotations

from typing import NamedTuple

from briefing.machine.files import LARGEST


class Limits(NamedTuple):
    """Seconds and bytes. No option raises them: what is slower comes by `curl ... | briefing -`.

    `whole` is the time for everything, redirects and look-ups included; `connect` that for one connection,
    `silence` that in which something has to come. `largest` counts the bytes that come, and once more those
    that they unpack to. `redirects` is how many are followed.
    """

    whole: float = 120.0
    connect: float = 10.0
    silence: float = 30.0
    largest: int = LARGEST
    redirects: int = 10
