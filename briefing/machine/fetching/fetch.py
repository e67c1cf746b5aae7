"""A document fetched from an address, within limits of time, size and trust."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from http.client import HTTPException
from typing import Final, NamedTuple
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse

from briefing.document.errors import BriefingError
from briefing.machine.fetching.address import Address, parsed, without_credentials
from briefing.machine.fetching.body import UnfitBodyError, read_body
from briefing.machine.fetching.complaints import by_error, by_status
from briefing.machine.fetching.exchange import HTTPError, answer_of
from briefing.machine.fetching.limits import Limits

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_FITTING: Final = (200, 201, 202, 203)
#: Fields of an answer that are not kept: they are of this visit, or secret.
_SECRET: Final = frozenset(
    (
        *("set-cookie", "set-cookie2", "authorization", "www-authenticate", "authentication-info"),
        *("proxy-authorization", "proxy-authenticate", "proxy-authentication-info"),
    )
)


class Fetched(NamedTuple):
    """A document as a server sent it.

    `data` are its bytes, with the transfer coding (chunks) and the content coding taken off; `coding` says
    which the latter was (`gzip`), or "". `address` is where it came from after redirects, `asked` what was
    asked for, both without credentials. `received` is when the answer was complete (ISO 8601, with offset).
    `headers` are the answer's fields in their order, without cookies and credentials. `media_type` and
    `charset` are what Content-Type declares, in lower case, or "".
    """

    data: bytes
    address: str
    asked: str
    received: str
    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str
    charset: str
    coding: str


def fetch(address: str, limits: Limits | None = None) -> Fetched:
    """Return the document at an http or https address.

    Raises BriefingError, in one line without credentials, for whatever is wrong. It works in a thread, for
    there is no other way to limit a look-up, or a server that sends its answer letter by letter; one that
    keeps the thread beyond the time limit is left to it.
    """
    limits = limits or Limits()
    named = parsed(address)
    work = _Work(named, limits)
    thread = threading.Thread(target=work.do, name="fetching", daemon=True)
    thread.start()
    thread.join(limits.whole)
    if thread.is_alive():
        work.give_up()
        raise _late(named, limits)
    if work.error is not None:
        raise work.error
    assert work.found is not None
    return work.found


class _Work:
    def __init__(self, named: Address, limits: Limits) -> None:
        self._named, self._limits = named, limits
        self._end = time.monotonic() + limits.whole
        self._is_given_up = False
        self.found: Fetched | None = None
        self.error: BaseException | None = None

    def do(self) -> None:
        """Fetch it; whatever is raised is kept for the thread that waits."""
        try:
            self.found = _followed(self._named, self._limits, self.check)
        except BaseException as error:  # it is raised where somebody waits
            self.error = error

    def give_up(self) -> None:
        """Have the thread end at its next step."""
        self._is_given_up = True

    def check(self) -> None:
        """Raise BriefingError if the time is up."""
        if self._is_given_up or time.monotonic() > self._end:
            raise _late(self._named, self._limits)


def _late(named: Address, limits: Limits) -> BriefingError:
    cure = "save it with another program, or give it by standard input: curl ... | briefing -"
    return BriefingError(named.shown, f"took longer than {limits.whole:g} s", cure)


def _followed(named: Address, limits: Limits, check: Callable[[], None]) -> Fetched:
    """What is at an address, or where it redirects to."""
    address = named
    for _ in range(limits.redirects + 1):
        check()
        try:
            answer = answer_of(address, named, limits, check)
            try:
                location = answer.headers.get("Location") if answer.status in _REDIRECTS else None
                if not location:
                    return _taken(answer, address, named, limits, check)
            finally:
                with suppress(OSError, HTTPError):
                    answer.close()
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            raise by_error(address.shown, error, limits) from None
        address = _redirected(address, location, named)
    cure = "open it in a browser, save the page, and name that file"
    raise BriefingError(named.shown, f"redirects more than {limits.redirects} times", cure)


def _redirected(address: Address, location: str, named: Address) -> Address:
    """Where an answer's Location leads; credentials in it are not the reader's, and are not sent."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")  # http.client takes fields for Latin-1
    location = re.sub(r"[\t\r\n]", "", location).strip()
    try:
        target = urljoin(address.shown, location)
    except ValueError:
        target = location
    if re.match(r"(?i)https?://", target) is None:
        what = f"it redirects to {without_credentials(target)}, which is no address of http or https"
        raise BriefingError(named.shown, what, "check the address")
    try:
        return parsed(target)._replace(credentials=b"")
    except BriefingError as error:
        raise BriefingError(
            named.shown, f"it redirects to {error.file}, which {error.what}", error.cure
        ) from None


def _taken(
    answer: BaseHTTPResponse, address: Address, named: Address, limits: Limits, check: Callable[[], None]
) -> Fetched:
    if answer.status not in _FITTING:
        raise by_status(address.shown, answer.status)
    fields = answer.headers
    try:
        lengths, codings = fields.get("Content-Length", ""), fields.get("Content-Encoding", "")
        body = read_body(answer, lengths, codings, limits.largest, check)
    except UnfitBodyError as unfit:
        raise BriefingError(address.shown, unfit.what, unfit.cure) from None
    if not body.data:
        raise BriefingError(address.shown, "the answer is empty", "check the address")
    media_type, charset = _declared(fields.get("Content-Type", ""))
    return Fetched(
        data=body.data,
        address=address.shown,
        asked=named.shown,
        received=datetime.now().astimezone().isoformat(timespec="seconds"),
        status=answer.status,
        headers=tuple((name, value) for name, value in fields.items() if name.lower() not in _SECRET),
        media_type=media_type,
        charset=charset,
        coding=body.coding,
    )


def _declared(content_type: str) -> tuple[str, str]:
    """Media type and charset of a field Content-Type; "" for what is not there, or is none."""
    media_type = content_type.partition(";")[0].strip().lower()
    found = re.search(r""";\s*charset\s*=\s*["']?([A-Za-z0-9_.:+-]{1,40})""", content_type, re.IGNORECASE)
    is_one = re.fullmatch(r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}", media_type)
    return media_type if is_one else "", found[1].lower() if found else ""
