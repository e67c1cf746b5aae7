"""The encoding of a text: asked for, marked, valid UTF-8, declared, or recognised by its letters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from briefing.document.errors import BriefingError
from briefing.machine.file_kinds import kind_by_beginning, kind_of_bytes, may_be_no_text

#: What each encoding is called, by Python's name of its codec.
_NAMES: Final = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "cp1256": "windows-1256",
    "iso8859-6": "ISO-8859-6",
    "mac-arabic": "MacArabic",
    "cp1252": "windows-1252",
    "iso8859-1": "ISO-8859-1",
}
# Other names that people and documents have for codecs of Python's.
_ALIASES: Final = {
    "macarabic": "mac-arabic",
    "x-mac-arabic": "mac-arabic",
    "asmo-708": "iso8859-6",
    "arabic": "iso8859-6",
}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Old encodings of Arabic, the likelier first.
_OLD: Final = ("cp1256", "iso8859-6")
_ARABIC: Final = re.compile("[\u0621-\u064a\u0671-\u06d3]")
# What no running text in Arabic holds, and the wrong encoding is full of.
_STRANGE: Final = re.compile("[\x80-\x9f\ufffd\u00a1-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00ff]")
_SAMPLE: Final = 1 << 16


class Decoded(NamedTuple):
    """A text; the name of its encoding, and how that is known: `asked for`, `its mark`, `valid`, `declared`
    or `recognised`. `lost` bytes could not be read and are U+FFFD in the text.
    """

    text: str
    encoding: str
    known_from: str
    lost: int = 0


def decoded(data: bytes, name: str, *, asked: str = "", declared: Iterable[str] = ()) -> Decoded:
    """Return the text that `data` is.

    `asked` is an encoding that counts whatever the document says; bytes that it does not have are U+FFFD.
    `declared` are those that document and server declare, the weightiest first: one counts if the bytes
    fit it and are not valid UTF-8. Raises BriefingError, naming the document as `name`, for an encoding that
    nobody knows and for bytes that are no text.
    """
    if asked:
        return _asked(data, name, asked)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, codec, name)
    kind = kind_by_beginning(data) if may_be_no_text(data) else None
    if kind is not None and kind.name.startswith(("UTF-16", "UTF-32")):
        codec = codec_of(kind.name.split(",")[0])
        return Decoded(data.decode(codec, "replace"), _NAMES[codec], "recognised")
    if kind is not None:
        raise BriefingError(name, f"is {kind.name}", kind.cure, where=kind.where)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8", "valid")
    except UnicodeDecodeError as error:
        fault = error
    if (kind := kind_of_bytes(data)) is not None:
        raise BriefingError(name, f"is {kind.name}", kind.cure, where=kind.where)
    for one in declared:
        codec = codec_of(one)
        if codec and codec != "utf-8" and (text := _strictly(data, codec)) is not None and _is_sound(text):
            return Decoded(text, shown(codec), "declared")
    found = _recognised(data)
    if found is None:
        line = data.count(b"\n", 0, fault.start) + 1
        what = f"byte 0x{data[fault.start]:02x} is not UTF-8, and no other encoding fits"
        cure = "name its encoding, as in --encoding windows-1256"
        raise BriefingError(name, what, cure, where=f"byte {fault.start} (line {line})")
    return found


def codec_of(name: str) -> str:
    """Return Python's name of the codec for an encoding, however it is written; "" if there is none."""
    plain = name.strip().strip("\"'").lower().replace("_", "-").replace(" ", "-")
    plain = _ALIASES.get(plain, plain)
    try:
        found = codecs.lookup(plain)
    except (LookupError, ValueError):
        return ""
    return found.name if getattr(found, "_is_text_encoding", True) else ""


def shown(codec: str) -> str:
    """Return what people call the encoding of a codec: `windows-1256`."""
    return _NAMES.get(codec, codec)


def _asked(data: bytes, name: str, asked: str) -> Decoded:
    codec = codec_of(asked)
    if not codec:
        known = "utf-8, utf-16, windows-1256, iso-8859-6, macarabic"
        raise BriefingError(name, f'there is no encoding "{asked}"', f"there are {known} and others")
    text = data.decode(codec, "replace")
    lost = text.count("\ufffd") if "\ufffd".encode() not in data else 0
    return Decoded(text.removeprefix("\ufeff"), shown(codec), "asked for", lost)


def _marked(data: bytes, mark: bytes, codec: str, name: str) -> Decoded:
    text = data[len(mark) :].decode(codec, "replace")
    if codec == "utf-8":
        strict = _strictly(data[len(mark) :], codec)
        if strict is None:
            return decoded(data[len(mark) :], name)
        text = strict
    return Decoded(text, _NAMES[codec], "its mark", text.count("\ufffd"))


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _is_sound(text: str) -> bool:
    """Whether a text reads like one: hardly a control or a letter that is strange among its others."""
    sample = text[:_SAMPLE]
    return len(re.findall("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]", sample)) <= len(sample) // 200


def _recognised(data: bytes) -> Decoded | None:
    best: tuple[float, str, str] | None = None
    for codec in _OLD:
        text = data.decode(codec, "replace")
        sample = text[:_SAMPLE]
        letters, strange = len(_ARABIC.findall(sample)), len(_STRANGE.findall(sample))
        score = (letters - 4 * strange) / max(1, letters + strange)
        if letters >= 2 and (best is None or score > best[0]):
            best = score, codec, text
    if best is not None and best[0] > 0.5 and _looks_arabic(best[2]):
        return Decoded(best[2], shown(best[1]), "recognised", best[2].count("\ufffd"))
    from charset_normalizer import from_bytes  # knows what is not Arabic

    guess = from_bytes(data[: _SAMPLE * 4]).best()
    if guess is None or (whole := _strictly(data, guess.encoding)) is None:
        return None
    return Decoded(whole, shown(codecs.lookup(guess.encoding).name), "recognised")


def _looks_arabic(text: str) -> bool:
    """Whether its Arabic stands in words of more than a letter or two, as in a text and not by chance."""
    words = re.findall(f"{_ARABIC.pattern}+", text[:_SAMPLE])
    return bool(words) and sum(map(len, words)) / len(words) >= 2.5
