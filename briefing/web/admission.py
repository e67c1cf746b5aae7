"""Who is let in where a password is asked for: by a header, or by a cookie that the login page gives."""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Final

from aiohttp import web

#: Seconds after a wrong password in which the same address may not try again.
PAUSE: Final = 1.0
_REMEMBERED: Final = 1024  # addresses
_FORM: Final = 4096  # bytes of a form with a password
_READING: Final = 5.0  # seconds for it to come
_LOGIN: Final = "/login"
_PAGE: Final = Path(__file__).parent / "page" / "login.html"


class Admission:
    """Checks the password, in constant time; after a wrong one the next try has to wait."""

    def __init__(self, password: bytes) -> None:
        self._password = _digest(password)
        self._cookie = secrets.token_urlsafe(32)  # of this run: a restart ends all visits
        self._wrong: dict[str, float] = {}
        self._page = _PAGE.read_text("utf-8")

    async def refusal(self, request: web.Request) -> web.StreamResponse | None:
        """Return the answer to a login, or to a request without the password; None: the request may go on."""
        if request.path == _LOGIN and request.method == "POST":
            return await self._log_in(request)
        cookie = request.cookies.get(_cookie_name(request), "")
        if hmac.compare_digest(cookie.encode(), self._cookie.encode()):
            return None
        given = _password_in(request)
        if given is not None:
            if self._must_wait(request):
                return self._too_soon()
            if self._is_right(given, request):
                return None
        if request.path in ("/", _LOGIN):
            return self._ask()
        headers = {"WWW-Authenticate": 'Bearer realm="briefing"'}
        return web.Response(status=401, text="a password is needed", headers=headers)

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        if request.content_type != "application/x-www-form-urlencoded":
            return web.Response(status=415, text="this is for the login page's form")
        try:
            async with asyncio.timeout(_READING):
                form = await request.post()
        except (TimeoutError, ValueError, web.HTTPException):
            return web.Response(status=400, text="this is no form")
        given = form.get("password")
        if self._must_wait(request):
            return self._too_soon()
        if not (isinstance(given, str) and self._is_right(given.encode("utf-8", "replace"), request)):
            return self._ask("That is not the password.")
        answer = web.Response(status=303, headers={"Location": "./"})
        answer.set_cookie(_cookie_name(request), self._cookie, httponly=True, samesite="Strict", path="/")
        return answer

    def _is_right(self, given: bytes, request: web.Request) -> bool:
        right = hmac.compare_digest(_digest(given), self._password)
        if not right:
            while len(self._wrong) >= _REMEMBERED:
                del self._wrong[next(iter(self._wrong))]
            self._wrong[request.remote or ""] = time.monotonic() + PAUSE
        return right

    def _must_wait(self, request: web.Request) -> bool:
        return time.monotonic() < self._wrong.get(request.remote or "", 0)

    def _ask(self, why: str = "", status: int = 401) -> web.Response:
        text = self._page.replace("<!-- why -->", why)
        headers = {"WWW-Authenticate": 'Bearer realm="briefing"'} if status == 401 else {}
        return web.Response(status=status, text=text, content_type="text/html", headers=headers)

    def _too_soon(self) -> web.Response:
        answer = self._ask("One try a second: try again.", 429)
        answer.headers["Retry-After"] = "1"
        return answer


def _digest(password: bytes) -> bytes:
    """What is compared: of one length, whatever the length of the password."""
    return sha256(password.strip()).digest()


def _cookie_name(request: web.Request) -> str:
    """A browser sends a machine's cookies to all of its ports: each server has one of its own."""
    own = request.transport.get_extra_info("sockname") if request.transport else None
    return f"briefing-{own[1] if own else 0}"


def _password_in(request: web.Request) -> bytes | None:
    """The password in the header for it, if there is one: Basic (with any name) or Bearer."""
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return value.strip().encode("utf-8", "surrogateescape")
    if scheme.lower() == "basic":
        try:
            return b64decode(value.strip(), validate=True).partition(b":")[2]
        except ValueError:
            return b""
    return None
