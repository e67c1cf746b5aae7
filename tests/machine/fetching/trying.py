"""What the tests fetch, and how long they wait for it."""

from __future__ import annotations

import pytest

from briefing.document import BriefingError
from briefing.machine.fetching.fetch import fetch
from briefing.machine.fetching.limits import Limits

PAGE = "<!doctype html><p>نص".encode()
QUICK = Limits(whole=3.0, connect=1.0, silence=1.0, largest=1 << 20)


def refused(address: str, limits: Limits = QUICK) -> str:
    with pytest.raises(BriefingError) as caught:
        fetch(address, limits)
    return str(caught.value)
