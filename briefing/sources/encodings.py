"""The encoding of a text: asked for, marked, valid UTF-8, declared, or recognised by its letters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from briefing.document.errors import BriefingError
from briefing.machine.file_kinds import kind_by_beginning, kind_of_bytes, may_be_no_text, wide_encoding
from briefing.sources.codec_names import codec_of, encoding_name

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST: Final = "\ufffd"
_SAMPLE: Final = 1 << 16
_EAST_ASIAN: Final = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_EAST_ASIAN_LANGUAGES: Final = ("Japanese", "Chinese", "Korean")
_EAST_ASIAN_SAMPLE: Final = 1 << 14
_ENOUGH: Final = 60  # bytes that are not ASCII, and a quarter of all
_HIGH: Final = bytes(range(0x80, 0x100))
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")


class Decoded(NamedTuple):
    """A text; the name of its encoding, and how that is known: `asked for`, `its mark`, `valid`, `declared`
    or `recognised`. In `lost` places bytes could not be read: U+FFFD stands there in the text.
    """

    text: str
    encoding: str
    known_from: str
    lost: int = 0


def decoded(data: bytes, name: str, *, asked: str = "", declared: Iterable[str] = ()) -> Decoded:
    """Return the text that `data` is.

    `asked` is an encoding that counts whatever the document says; bytes that it does not have are U+FFFD.
    `declared` are those that document and server declare, the weightiest first: bytes that are valid UTF-8
    weigh more, and so do letters that are plainly another encoding's. Raises BriefingError, naming the
    document as `name`, for an encoding that nobody knows and for bytes that are no text.
    """
    if asked:
        return _asked(data, name, asked)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], codec, name, declared)
    if may_be_no_text(data):
        if (kind := kind_by_beginning(data)) is not None:
            raise BriefingError(name, f"is {kind.name}", kind.for_documents, where=kind.where)
        if wide := wide_encoding(data):
            return _replaced(data, codec_of(wide), "recognised")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", "valid")
    except UnicodeDecodeError as error:
        fault = error
    if (kind := kind_of_bytes(data)) is not None:
        what = f"is {kind.name}: {_not_utf8(data, fault)}"
        raise BriefingError(name, what, kind.for_documents, where=_place(data, fault))
    found = _old(data, fault, [codec for codec in map(codec_of, declared) if codec])
    if found is None:
        what = f"{_not_utf8(data, fault)}, and which encoding it is cannot be told"
        cure = "name it, as in --encoding windows-1256"
        raise BriefingError(name, what, cure, where=_place(data, fault))
    return found


def _asked(data: bytes, name: str, asked: str) -> Decoded:
    codec = codec_of(asked)
    if not codec:
        known = "utf-8, utf-16, windows-1256, iso-8859-6, macarabic"
        raise BriefingError(name, f'there is no encoding "{asked}"', f"there are {known} and others")
    found = _replaced(data, codec, "asked for")
    return found._replace(text=found.text.removeprefix("\ufeff"))


def _marked(data: bytes, codec: str, name: str, declared: Iterable[str]) -> Decoded:
    """The text of `data` behind the mark of `codec`, which may be a lie."""
    found = _replaced(data, codec, "its mark")
    if not found.lost or 4 * found.lost < len(found.text):
        return found
    if codec == "utf-8":
        return decoded(data, name, declared=declared)
    what = f"begins as {found.encoding} does, and is no text in it"
    raise BriefingError(name, what, "give a text file", where="byte 0 (line 1)")


def _replaced(data: bytes, codec: str, known_from: str) -> Decoded:
    if (text := _strictly(data, codec)) is not None:
        return Decoded(text, encoding_name(codec), known_from)
    text = data.decode(codec, "replace")
    return Decoded(text, encoding_name(codec), known_from, text.count(_LOST))


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _old(data: bytes, fault: UnicodeDecodeError, declared: list[str]) -> Decoded | None:
    """The text of `data`, which is not UTF-8 as a whole, and no UTF-16; None if it cannot be told."""
    if (damaged := _damaged(data, fault)) is not None:
        return damaged
    from briefing.sources.letters import CODECS, recognised

    for codec in declared:
        text = None if codec in CODECS or codec.startswith("utf") else _strictly(data, codec)
        if text is not None and _is_sound(text):
            return Decoded(text, encoding_name(codec), "declared")
    if codec := recognised(data, declared):
        return _replaced(data, codec, "declared" if codec in declared else "recognised")
    for codec in declared:
        if codec in CODECS and _is_sound((found := _replaced(data, codec, "declared")).text):
            return found
    return _east_asian(data)


def _damaged(data: bytes, fault: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 that was cut, or of which little was damaged; None if it is hardly UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count(_LOST)
    whole = sum(one > "\x7f" for one in text[:_SAMPLE]) - text[:_SAMPLE].count(_LOST)
    was_cut = fault.reason == "unexpected end of data" and lost == 1 and whole > 0
    here = text[:_SAMPLE].count(_LOST) if lost else 0
    if was_cut or (whole >= 20 * here and whole > 20 and lost * 20 <= len(text)):
        return Decoded(text, "UTF-8", "recognised", lost)
    return None


def _is_sound(text: str) -> bool:
    """Whether a text reads like one: hardly a control, or what could not be read."""
    sample = text[:_SAMPLE]
    return len(_NO_TEXT.findall(sample)) <= len(sample) // 100


def _east_asian(data: bytes) -> Decoded | None:
    """The text of `data` in an encoding of more than one byte a character, where a library is sure of it."""
    sample = data[:_EAST_ASIAN_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH))
    if high < _ENOUGH or 4 * high < len(sample):
        return None
    from charset_normalizer import from_bytes

    guess = from_bytes(sample, cp_isolation=[*_EAST_ASIAN]).best()
    if guess is None or guess.language not in _EAST_ASIAN_LANGUAGES:
        return None
    codec = codec_of(guess.encoding)
    found = _replaced(data, codec, "recognised")
    return found if found.lost <= 1 and _is_sound(found.text) else None


def _not_utf8(data: bytes, fault: UnicodeDecodeError) -> str:
    return f"byte 0x{data[fault.start]:02x} is not UTF-8"


def _place(data: bytes, fault: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, fault.start) + 1
    return f"byte {fault.start} (line {line})"
