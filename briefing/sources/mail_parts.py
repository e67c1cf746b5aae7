"""An e-mail as its parts, within limits: which of them is its text, and what is left out of it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from email import message_from_bytes
from email._policybase import Compat32
from email.message import Message
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.left_out import left_out as not_shown
from briefing.document.model import CapturedDetail
from briefing.sources.codec_names import codec_of
from briefing.sources.encodings import Decoded, decoded
from briefing.sources.mail_headers import header, plain
from briefing.sources.material import Material

#: Bytes of an e-mail; parts and headers in all of it; multiparts within one another; characters of a header.
LARGEST: Final = 128 << 20
MOST_PARTS: Final = 1000
MOST_HEADERS: Final = 20_000
DEEPEST: Final = 50
_LONGEST_HEADER: Final = 1 << 14
_BOUNDARY: Final = re.compile(rb"boundary\s{0,9}\*?0?\*?=", re.IGNORECASE)
_COUNTED: Final = re.compile(rb"(\d{1,12})[ \t]{0,20}\r?\n")
_NEXT: Final = re.compile(rb"(?<=\n)\r?\nFrom \S{1,200} [^\n]{0,60}\d\d:\d\d[^\n]{0,60}\n")
_SPLIT: Final = "save its text as a text file"
_LOCKED: Final = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
# How much of a page's words the plain text beside it holds at least, if it is a text and not a notice.
_REAL: Final = 0.25
_TAG: Final = re.compile(r"(?is)<(style|script|head)\b.*?</\1\s*>|<[^<>]*>")


class MailPart(NamedTuple):
    """A text in an e-mail: its bytes, `charset` as declared, whether it is a page, and how its lines are set.

    `is_packed`: it is written in other letters for the way (base64, quoted-printable), as no editor of text
    shows it. `flowed` and `deletes_space` are those of RFC 3676.
    """

    data: bytes
    charset: str
    is_page: bool
    is_packed: bool = False
    flowed: bool = False
    deletes_space: bool = False


def narrowed(material: Material) -> tuple[Material, Decoded | None]:
    """Return an e-mail in bytes, and its text if it was written in UTF-16 or UTF-32 (None: it was not).

    No program for mail writes it so, but editors do, and a shell to which it was printed (PowerShell's `>`).
    Its bytes are UTF-8 then, and an encoding like that, if it was asked for, was the file's.
    """
    if not material.wide_encoding:
        return material, None
    whole = decoded(material.data, material.name)
    asked = "" if codec_of(material.encoding).startswith(("utf-16", "utf-32")) else material.encoding
    return replace(material, data=whole.text.encode(), encoding=asked), whole


def is_packed(message: Message[Any, Any]) -> bool:
    """Return whether what a part holds is written in other letters for the way, and is bytes again after."""
    way = str(message.get("content-transfer-encoding", "")).strip().lower()
    return way not in ("", "7bit", "8bit", "binary")


def message_of(material: Material) -> Message[Any, Any]:
    """Return an e-mail as a tree of parts. Raises BriefingError for one that is too large."""
    name, data = material.name, first_mail(material.data)[0]
    if len(data) > LARGEST:
        raise BriefingError(name, f"is an e-mail of more than {LARGEST >> 20} MiB", _SPLIT)
    if sum(1 for _ in _BOUNDARY.finditer(data)) > DEEPEST:  # each of them is compared with every line
        raise BriefingError(name, f"is an e-mail of more than {DEEPEST} messages or parts of parts", _SPLIT)
    try:
        return message_from_bytes(data, policy=_Bounded(name))
    except RecursionError:
        raise BriefingError(name, "is an e-mail of parts nested too deep", _SPLIT) from None


def first_mail(data: bytes) -> tuple[bytes, int]:
    """Return the first e-mail in a file, and how many there are: mailbox files hold one after another.

    Apple Mail writes its length before an e-mail, and what it knows of it behind it.
    """
    data = data.removeprefix(BOM_UTF8).lstrip()  # an editor of text has put it there
    if counted := _COUNTED.match(data):
        return data[counted.end() : counted.end() + int(counted[1])], 1
    if not data.startswith(b"From "):
        return data, 1
    others = [found.start() for found in _NEXT.finditer(data)]
    return (data[: others[0]] if others else data), 1 + len(others)


class _Bounded(Compat32):
    """How the standard library reads headers, with limits to their length and number, and to parts."""

    def __init__(self, name: str) -> None:
        super().__init__()
        counts = {"headers": 0, "parts": 0}

        def count(what: str, most: int) -> None:
            counts[what] += 1
            if counts[what] > most:
                raise BriefingError(name, f"is an e-mail of more than {most} {what}", _SPLIT)

        def message_factory(policy: Any = None) -> Message[Any, Any]:
            count("parts", MOST_PARTS)
            return Message(policy=policy or self)

        object.__setattr__(self, "message_factory", message_factory)
        object.__setattr__(self, "_count", count)

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return a header's name and value; of a long one the beginning."""
        self._count("headers", MOST_HEADERS)  # type: ignore[attr-defined]
        kept, length = [], 0
        for line in sourcelines:
            kept.append(line[:_LONGEST_HEADER])
            length += len(line)
            if length > _LONGEST_HEADER:
                break
        return super().header_source_parse(kept)


def texts_of(message: Message[Any, Any], name: str) -> tuple[list[MailPart], list[str]]:
    """Return the texts of an e-mail that are to be read, and the names of what is attached to it.

    Of alternatives it is the plain text where that says what the page says. Raises BriefingError, naming the
    e-mail as `name`, if it is encrypted.
    """
    found: list[MailPart] = []
    attached: list[str] = []
    for part in _leaves(message, attached, name):
        text = _text_of(part)
        if text.data.strip():
            found.append(text)
    if not found:
        inner = next((one for one in message.walk() if one is not message and _is_message(one)), None)
        if inner is not None and (content := _content(inner)) is not None:
            return texts_of(content, name)
    return found, attached


def _leaves(message: Message[Any, Any], attached: list[str], name: str) -> Iterator[Message[Any, Any]]:
    """The texts to be read, in their order; the names of what is not go to `attached`."""
    kind = message.get_content_type()
    if kind in _LOCKED and message.get_param("smime-type") != "signed-data":
        raise BriefingError(name, "is an encrypted e-mail", "save its text from the program that can open it")
    if message.is_multipart() and not _is_message(message):
        parts = [one for one in message.get_payload() if isinstance(one, Message)]
        if kind == "multipart/alternative":
            best = _best(parts)
            parts = [best] if best is not None else []
        elif kind in ("multipart/related", "multipart/signed") and parts:
            attached += (_named(one) for one in parts[1:])
            parts = parts[:1]
        for part in parts:
            yield from _leaves(part, attached, name)
    elif _is_text(message):
        yield message
    else:
        attached.append(_named(message))


def _best(parts: list[Message[Any, Any]]) -> Message[Any, Any] | None:
    """The one of alternatives that is read: the last is the richest (RFC 2046), the plainest the easiest."""
    plain_part = next((one for one in parts if one.get_content_type() == "text/plain"), None)
    rich = next((one for one in reversed(parts) if one is not plain_part and not _is_calendar(one)), None)
    if plain_part is None or rich is None:
        return plain_part or rich
    page = next((one for one in rich.walk() if one.get_content_type() == "text/html"), None)
    if page is None:
        return plain_part
    words = len(_text_of(plain_part).data.split())
    shown = _TAG.sub(" ", _text_of(page).data[: 1 << 22].decode("latin-1"))
    return plain_part if words and words >= _REAL * len(shown.split()) else rich


def _is_calendar(message: Message[Any, Any]) -> bool:
    return message.get_content_type() in ("text/calendar", "text/x-amp-html")


def _is_message(message: Message[Any, Any]) -> bool:
    return message.get_content_maintype() == "message"


def _content(message: Message[Any, Any]) -> Message[Any, Any] | None:
    inside = message.get_payload()
    return inside[0] if isinstance(inside, list) and inside and isinstance(inside[0], Message) else None


def _is_text(message: Message[Any, Any]) -> bool:
    is_attached = message.get_content_disposition() == "attachment"
    return message.get_content_type() in ("text/plain", "text/html", "text/enriched") and not is_attached


def _text_of(message: Message[Any, Any]) -> MailPart:
    data = message.get_payload(decode=True)
    return MailPart(
        data if isinstance(data, bytes) else b"",
        _parameter(message, "charset"),
        message.get_content_type() == "text/html",
        is_packed(message),
        _parameter(message, "format") == "flowed",
        _parameter(message, "delsp") == "yes",
    )


def _parameter(message: Message[Any, Any], name: str) -> str:
    value = message.get_param(name, "")
    value = value[2] if isinstance(value, tuple) else value
    return value.strip().lower() if isinstance(value, str) else ""


def _named(message: Message[Any, Any]) -> str:
    """What something attached is called, and its kind: `report.pdf (application/pdf)`."""
    if _is_message(message) and (inner := _content(message)) is not None:
        name = header(inner, "subject")
    else:
        name = plain(message.get_filename("") or "")[:200]
    kind = message.get_content_type()
    return f"{name} ({kind})" if name else kind


def parts_left_out(
    message: Message[Any, Any], attached: list[str], charset: str, material: Material
) -> Iterator[CapturedDetail]:
    """Iterate over what of an e-mail is not shown: who else it went to, and what is attached to it."""
    names = ("to", "cc", "bcc", "reply-to", "resent-from", "list-id")
    lines = [f"{name.title()}: {value}" for name in names if (value := header(message, name, charset))]
    yield not_shown("headers", "headers.says", len(message), lines)
    if others := first_mail(material.data)[1] - 1:
        yield not_shown("further", "further.says", others)
    if attached:
        yield not_shown("attachments", "attachments.says", len(attached), attached[:100])
