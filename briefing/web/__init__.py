"""`briefing serve`: the reader in a browser, with the front end of textual-serve.

`server` is the few addresses that are answered, `page/` what the browser gets. Who is answered is settled
by `connection` (limits), `guard` and `hosts` (which names), `admission` and `secret` (the password). `visits`
are all that read at the moment, `visit` one of them, `child` its process and `packets` what is said to it. In
that process `visitor` is the program, `driver` the pipe to the server, `limits` what the system enforces.
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
