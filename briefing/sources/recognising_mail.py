"""Which documents are e-mails, and which pages saved as such: told by the headers that they begin with."""

from __future__ import annotations

import re
from typing import Final

from briefing.sources.material import HEAD, Material

# Patterns are strings: most documents are plain text, and compiling costs the time of the first frame.
#: What names of e-mails end in; the second is Apple Mail's.
MAILS: Final = (".eml", ".emlx")
#: What names of saved pages end in.
SAVED_PAGES: Final = (".mhtml", ".mht")
_LOOKED_AT: Final = 1 << 15  # bytes; what servers write before the first header that tells anything
_BEGINS: Final = rb"\s{0,100}(?:\d{1,12}[ \t]{0,20}\n)?(?:From [^\n]{0,300}\n)?[!-9;-~]{1,70}:"
_FIELD: Final = rb"(?m)^([!-9;-~]{1,70}):"
_MADE_BY: Final = frozenset((b"from", b"received", b"return-path", b"delivered-to", b"resent-from"))
# What a person who notes down who wrote to whom does not write.
_TECHNICAL: Final = frozenset((
    b"message-id", b"mime-version", b"received", b"return-path", b"content-type", b"delivered-to",
    b"content-transfer-encoding",
))  # fmt: skip
_OTHERS: Final = frozenset((b"to", b"cc", b"subject", b"date", b"reply-to", b"sender", b"in-reply-to"))
_LEAST: Final = 3
_SAVED: Final = rb"(?im)^(?:snapshot-content-location:|from: <saved by |x-saved-by-|x-maf)"
_RELATED: Final = rb"(?i)content-type:\s*(?:multipart/related|text/html)"


def is_mail(material: Material) -> bool:
    """Return whether a document is an e-mail (RFC 5322). A name of one makes it likelier."""
    names = _names(material)
    known = names & (_MADE_BY | _TECHNICAL | _OTHERS)
    if _is_called_mail(material):
        return bool(known)
    return len(known) >= _LEAST and bool(names & _MADE_BY) and bool(names & _TECHNICAL)


def mail_ending(material: Material) -> str:
    """Return what the name of a file of such an e-mail ends in: those of Apple Mail begin with a length."""
    return MAILS[re.match(rb"\s{0,100}\d{1,12}[ \t]{0,20}\n", material.beginning(HEAD)) is not None]


def is_saved_page(material: Material) -> bool:
    """Return whether a document is a web page that a browser saved as an e-mail (MHTML, RFC 2557)."""
    names = _names(material)
    if b"content-type" not in names:
        return False
    head = _head(material)
    if not re.search(_RELATED, head):
        return False
    is_called_page = material.suffix in SAVED_PAGES
    return is_called_page or re.search(_SAVED, head) is not None


def _is_called_mail(material: Material) -> bool:
    return material.media_type == "message/rfc822" or material.suffix in MAILS


def _names(material: Material) -> frozenset[bytes]:
    """The names of the fields that it begins with, in lower case; none if it begins in another way."""
    if not re.match(_BEGINS, material.beginning(HEAD)):
        return frozenset()
    return frozenset(name.lower() for name in re.findall(_FIELD, _head(material)))


def _head(material: Material) -> bytes:
    """What stands before the first empty line, if all lines of it are fields or go on with one."""
    head, is_ended, _ = material.beginning(_LOOKED_AT).lstrip().partition(b"\n\n")
    first, _, rest = head.partition(b"\n")
    if first.startswith(b"From ") or first.strip().isdigit():  # of a mailbox file, or one of Apple Mail
        head = rest
    lines = head.split(b"\n")
    if not is_ended and len(material.data) > _LOOKED_AT and len(lines) > 1:
        lines.pop()
    is_head = all(line[:1] in b" \t" or re.match(_FIELD, line) for line in lines)
    return head if is_head else b""
