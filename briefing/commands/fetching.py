"""A document fetched from an address, while one line on the terminal says so."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

from briefing.document.controls import safe_line, shortened
from briefing.machine.ending.way_out import no_longer, on_the_way_out, write_if_it_takes_it
from briefing.machine.fetching.address import parsed
from briefing.machine.fetching.fetch import fetch
from briefing.sources import Material

_ERASED: Final = "\r\x1b[K"


def fetched(address: str, *, encoding: str = "") -> Material:
    """Return the document at an http or https address. Raises BriefingError for whatever is wrong."""
    shown = parsed(address).shown
    with _said(f"briefing: fetching {shown}"):
        found = fetch(address)
    return Material(
        found.address,
        found.data,
        media_type=found.media_type,
        charset=found.charset,
        encoding=encoding,
        asked=found.asked,
        received=found.received,
        status=found.status,
        headers=found.headers,
        packed=found.coding,
    )


@contextmanager
def _said(text: str) -> Iterator[None]:
    """Show a line as long as this lasts, on a terminal alone; it is gone afterwards, whatever happens."""
    stream = sys.stderr
    if stream is None or not stream.isatty() or os.environ.get("TERM") in ("dumb", "", None):
        yield
        return
    descriptor = stream.fileno()
    erase = partial(write_if_it_takes_it, descriptor, _ERASED)
    on_the_way_out(erase)
    try:
        with suppress(OSError):
            columns = os.get_terminal_size(descriptor).columns or 80
            stream.flush()
            write_if_it_takes_it(descriptor, shortened(safe_line(text), columns - 1))
        yield
    finally:
        no_longer(erase)
        with suppress(OSError):
            erase()
