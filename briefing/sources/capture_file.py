"""The `capture.toml` beside a kept document: what it says, as data and as text."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from msgspec import Struct

from briefing.document.errors import BriefingError
from briefing.document.toml_literal import literal

_HEAD: Final = """\
# A document as it was received, and what was known of it then. `briefing FOLDER` opens it again.
"""
_BYTES: Final = """\
# The bytes are those that came, with what HTTP wrapped them in for the way (chunks, compression) taken off.
"""


class ServerAnswer(Struct, frozen=True):
    """What a server answered beside the document: its status, and its fields as pairs of name and value.

    `packed` is the compression that was taken off (`gzip`), or "".
    """

    status: int = 0
    packed: str = ""
    headers: tuple[tuple[str, str], ...] = ()


class CapturedFacts(Struct, frozen=True):
    """What the document says of itself."""

    title: str = ""
    author: str = ""
    published: str = ""
    address: str = ""
    saved: str = ""
    publication: str = ""


class CaptureFile(Struct, frozen=True):
    """A kept document: `file` is its name beside this one, `place` where it came from (an address after all
    redirects, a path, `standard input`), `asked` the address that was asked for, `received` when (ISO 8601
    with offset) and `changed` when the file it was copied from was last changed.

    `format` and `encoding` are those that were found; `as_format` and `as_encoding` are those that somebody
    asked for, whatever the document says, and which it is opened with again.
    """

    file: str
    sha256: str
    size: int
    place: str
    asked: str = ""
    received: str = ""
    changed: str = ""
    media_type: str = ""
    charset: str = ""
    format: str = ""
    encoding: str = ""
    as_format: str = ""
    as_encoding: str = ""
    answer: ServerAnswer = ServerAnswer()
    document: CapturedFacts = CapturedFacts()


def capture_toml(capture: CaptureFile) -> str:
    """Return it as the text of a `capture.toml`; what is not known is not in it."""
    lines = [_HEAD]
    for name in capture.__struct_fields__:
        value = getattr(capture, name)
        if name == "sha256":
            lines.append(_BYTES)
        if isinstance(value, str | int) and value != "":
            lines.append(f"{name} = {_written(value)}\n")
    if capture.answer.status:
        lines.append(f"\n[answer]\nstatus = {capture.answer.status}\n")
        lines += [f"packed = {_written(capture.answer.packed)}\n"] if capture.answer.packed else []
        rows = (f"  [{_written(name)}, {_written(value)}],\n" for name, value in capture.answer.headers)
        lines += ["headers = [\n", *rows, "]\n"]
    facts = [(name, getattr(capture.document, name)) for name in capture.document.__struct_fields__]
    if any(value for _, value in facts):
        lines.append("\n# What the document says of itself.\n[document]\n")
        lines += [f"{name} = {_written(value)}\n" for name, value in facts if value]
    return "".join(lines)


def shaped_capture(data: dict[str, Any], file: str) -> CaptureFile:
    """Return parsed TOML as typed data. Raises BriefingError, naming `file`, for what is out of shape."""
    try:
        return msgspec.convert(data, CaptureFile)
    except msgspec.ValidationError as error:
        cure = "put back what `briefing --save` wrote"
        raise BriefingError(file, f"is no capture: {error}", cure) from None


def _written(value: str | int) -> str:
    return str(value) if isinstance(value, int) else literal(value)
