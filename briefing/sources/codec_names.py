"""What encodings are called: by documents and servers, by people, and by Python, whose codecs read them."""

from __future__ import annotations

import codecs
import re
from typing import Final

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
    "mac-arabic": "MacArabic",
    "koi8-r": "KOI8-R",
}
# Other names, and those that mean a larger encoding than they say (WHATWG Encoding, 4.2).
_ALIASES: Final = {
    "macarabic": "mac-arabic",
    "asmo-708": "iso8859-6",
    "unicode": "utf-16",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "sjis": "cp932",
    "ks-c-5601-1987": "cp949",
}
_LARGER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Python calls these encodings of text as well; no document is in one.
_NONE: Final = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
_CODE_PAGE: Final = re.compile(r"(?:windows|win|ms|cp|ibm)-?(\d{3,5})")
_LONGEST: Final = 40  # characters of a name


def codec_of(name: str) -> str:
    """Return Python's name of the codec for an encoding, however it is written; "" if there is none."""
    plain = re.sub(r"[\s_]+", "-", name[:_LONGEST].strip(" \t\r\n\f\"'").lower()).removeprefix("x-")
    if page := _CODE_PAGE.fullmatch(plain):
        plain = f"cp{page[1]}"
    try:
        found = codecs.lookup(_ALIASES.get(plain, plain))
    except (LookupError, ValueError):
        return ""
    if found.name in _NONE or not getattr(found, "_is_text_encoding", True):
        return ""
    return _LARGER.get(found.name, found.name)


def encoding_name(codec: str) -> str:
    """Return what people call the encoding of a codec: `windows-1256`."""
    if name := _NAMES.get(codec):
        return name
    if re.fullmatch(r"cp125\d", codec):
        return codec.replace("cp", "windows-")
    return re.sub(r"^iso8859-", "ISO-8859-", codec)
