"""What goes wrong while an address is fetched, said in one line: no address, no server's text in it."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from http import HTTPStatus
from http.client import IncompleteRead
from pathlib import Path
from typing import Final

from urllib3 import exceptions

from briefing.document.errors import BriefingError
from briefing.machine.fetching.limits import Limits

_EXPIRED, _SELF_SIGNED, _OTHER_HOST = 10, 18, 62  # X509_V_ERR_... of OpenSSL
_UNKNOWN: Final = (19, 20, 21)
_UNREACHED: Final = exceptions.NewConnectionError  # which is a ConnectTimeoutError for old programs' sake
_IN_A_BROWSER: Final = "open it in a browser, save the page, and name that file"
_AGAIN: Final = "try again later, or save the page in a browser and name that file"


def by_status(shown: str, status: int) -> BriefingError:
    """Return the line for an answer that is no document; `shown` is the address."""
    try:
        what = f"the server answered {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        what = f"the server answered {status}"
    if status in (204, 205, 304):
        return BriefingError(shown, f"{what}: no document", "check the address")
    if status in (401, 407):
        return BriefingError(shown, what, "put name and password into it, as in https://name:password@host/")
    if status in (404, 410):
        return BriefingError(shown, what, "check the address")
    return BriefingError(shown, what, _AGAIN if status >= 500 or status == 429 else _IN_A_BROWSER)


def by_error(shown: str, error: BaseException, limits: Limits) -> BriefingError:
    """Return the line for what urllib3, the system or TLS raised."""
    chain = [*_chain(error)]
    for one in chain:
        if isinstance(one, ssl.SSLCertVerificationError):
            return _by_certificate(shown, one)
    for one in chain:
        if isinstance(one, exceptions.ConnectTimeoutError) and not isinstance(one, _UNREACHED):
            return BriefingError(shown, f"the server does not answer within {limits.connect:g} s", _AGAIN)
        if isinstance(one, exceptions.ReadTimeoutError | TimeoutError):
            return BriefingError(shown, "the server has sent nothing for too long", _AGAIN)
        if isinstance(one, ssl.SSLError):
            cure = "check port and address; http:// is without encryption"
            return BriefingError(shown, "no encrypted connection can be made (TLS)", cure)
        if isinstance(one, exceptions.IncompleteRead | IncompleteRead):
            return BriefingError(shown, "the answer was cut off", "try again")
    by_proxy = " (by the proxy that the environment names)" if _is(chain, exceptions.ProxyError) else ""
    for one in chain:
        if isinstance(one, OSError) and one.errno:
            why = os.strerror(one.errno)
            return BriefingError(shown, f"cannot be reached{by_proxy}: {why}", "check address and connection")
    if by_proxy:
        return BriefingError(shown, f"cannot be reached{by_proxy}", "check http_proxy and https_proxy")
    return BriefingError(shown, "what came is no answer of HTTP, or only a part of one", _AGAIN)


def _by_certificate(shown: str, error: ssl.SSLCertVerificationError) -> BriefingError:
    code = error.verify_code
    if code in (_SELF_SIGNED, *_UNKNOWN) and not _has_certificates():
        cure = "install ca-certificates, or name a file of them in SSL_CERT_FILE"
        return BriefingError(shown, "this machine has no certificates to check it by", cure)
    if code == _EXPIRED:
        return BriefingError(
            shown, "its certificate has expired", "check this machine's date, or ask its owner"
        )
    if code == _OTHER_HOST or "match" in error.verify_message or "mismatch" in error.verify_message:
        return BriefingError(shown, "its certificate is for another host", "check the address")
    if code in (_SELF_SIGNED, *_UNKNOWN):
        cure = "if you trust its issuer, name a file with that certificate in SSL_CERT_FILE"
        return BriefingError(shown, "its certificate is of nobody whom this machine trusts", cure)
    return BriefingError(shown, f"its certificate is not valid ({error.verify_message})", "ask its owner")


def _has_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    try:
        in_folder = bool(paths.capath and any(os.scandir(paths.capath)))
    except OSError:
        in_folder = False
    return in_folder or bool(paths.cafile and Path(paths.cafile).stat().st_size)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, and what it was made of, in whichever way that is kept."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [*one.args, getattr(one, "original_error", None), one.__cause__, one.__context__]


def _is(chain: list[BaseException], kind: type[BaseException]) -> bool:
    return any(isinstance(one, kind) for one in chain)
