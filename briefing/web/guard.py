"""Before anything is answered: is the request a plain one, for this server, and from its own page?"""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from briefing.web.admission import Admission
from briefing.web.connection import Connection
from briefing.web.hosts import is_host, is_right


def guard(names: frozenset[str], admission: Admission | None) -> Middleware:
    """Keep other web pages out: a browser lets any of them open a socket to this machine.

    They say who they are (Origin); one whose name was made to mean this machine is known by that name (Host).
    `names` are those that it goes by. `admission` asks for a password; None: nobody does.
    """

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        visit = request.path == "/ws"
        if isinstance(request.protocol, Connection):
            request.protocol.asked(visit=visit and "Upgrade" in request.headers)
        _check(request, names)
        refused = await admission.refusal(request) if admission else None
        if refused is not None:
            return refused
        return await handler(request)

    return guarded


def _check(request: web.Request, names: frozenset[str]) -> None:
    """Raise the answer to what this server does not answer."""
    hosts = request.headers.getall("Host", [])
    if len(hosts) != 1 or not is_host(hosts[0]) or not request.raw_path.startswith("/"):
        raise web.HTTPBadRequest(text="this is no address")
    if request.method != "POST" and request.can_read_body:
        raise web.HTTPBadRequest(text="nothing is read here")
    reached = request.transport.get_extra_info("sockname") if request.transport else None
    if not is_right(hosts[0], names, reached[0] if reached else ""):
        raise web.HTTPForbidden(text="this address is not served (the host names it with --allow-host)")
    try:
        origins = [urlsplit(one).netloc.lower() for one in request.headers.getall("Origin", [])]
    except ValueError:
        raise web.HTTPBadRequest(text="this is no address") from None
    if origins not in ([], [hosts[0].lower()]):
        raise web.HTTPForbidden(text="other pages are not served")
