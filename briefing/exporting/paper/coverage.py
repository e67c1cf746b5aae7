"""Which characters of a text no font has: typst says nothing of them, and draws boxes."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any, Final

import typst

# A page for each character; the first is a character that Unicode will never assign.
_SOURCE: Final = b"""
#set page(width: 60pt, height: 60pt, margin: 10pt)
#set text(font: ("Libertinus Serif", "Noto Naskh Arabic"))
#for one in json(bytes(sys.inputs.data)) { page(text(one)) }
"""
_NEVER: Final = "\U0001fffe"
_SHAPE: Final = re.compile(rb'href="#(\w+)"')
_SURE: Final = re.compile("[\x00-\x7e\u0621-\u064a\u0660-\u0669]+")  # in any font with Arabic
_MOST: Final = 2000  # characters that are tried; no text has more but by design


def missing(text: str, fonts: Any) -> str:
    """Return the characters of a text that none of typst's `fonts` has, each once, in Unicode's order.

    Marks are left to the letters under them, and what is not seen to itself.
    """
    tried = [one for one in sorted({*_SURE.sub("", text)}) if unicodedata.category(one)[0] not in "MZC"]
    tried += sorted({one for one in text if unicodedata.category(one) == "Co"})
    tried = tried[:_MOST]
    if not tried:
        return ""
    data = json.dumps([_NEVER, *tried])
    compiler = typst.Compiler(_SOURCE, font_paths=fonts, sys_inputs={"data": data})
    made = compiler.compile(format="svg")
    boxes, *pages = made if isinstance(made, list) else [made or b""]
    box = _SHAPE.search(boxes)
    return "".join(
        one
        for one, page in zip(tried, pages, strict=False)
        if box and (shape := _SHAPE.search(page)) and shape[1] == box[1]
    )
