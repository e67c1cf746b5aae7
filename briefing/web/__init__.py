"""`briefing serve`: the reader in a browser, by textual-serve.

`server` is the few addresses that are answered, `page/` what the browser gets, `visitor` the process that
each visitor has to themselves, `driver` the pipe between it and the server.
"""

from collections.abc import Sequence
from importlib.util import find_spec

from briefing.document import BriefingError


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status. Raises BriefingError for what cannot be read or opened."""
    from briefing.web.command import options, serve

    asked = options(arguments)
    for module in ("textual_serve", "aiohttp"):
        if find_spec(module) is None:
            cure = "pip install 'briefing[web]' (in a clone: pip install '.[web]')"
            raise BriefingError("serve", "this needs textual-serve, which is not installed", cure)
    return serve(asked)


__all__ = ["main"]
