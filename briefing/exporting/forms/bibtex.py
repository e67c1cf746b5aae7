"""BibTeX: the source as an entry, in UTF-8 as biber and today's LaTeX read it."""

from __future__ import annotations

import re
from typing import Final

from briefing.exporting.bibliography import source_of
from briefing.exporting.chosen import Chosen

# What LaTeX acts on, as what it sets as the sign itself.
_SIGNS: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}

# BibTeX counts escaped braces too: one that stands alone would end the field, or the entry never.
_ALONE: Final = {**_SIGNS, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def written(chosen: Chosen) -> bytes:
    """Return one entry as UTF-8. Titles keep their capitals, an author is one name as it is written."""
    source = source_of(chosen.briefing)
    fields = {
        "title": f"{{{_escaped(source.title)}}}" if source.title else "",
        "titleaddon": f"{{{_escaped(source.translated)}}}" if source.translated else "",
        "author": f"{{{_escaped(source.author)}}}" if source.author else "",
        "date": "/".join(f"{_date(one)}{'?' * source.is_unsure}" for one in source.published),
        "year": _date(source.published[0][:1]) if source.published else "",
        "organization": f"{{{_escaped(source.publication)}}}" if source.publication else "",
        "url": _address(source.address),
        "urldate": _date(source.accessed),
        "langid": {"ar": "arabic", "fa": "persian", "ur": "urdu", "he": "hebrew"}.get(source.language, ""),
        "note": _escaped(source.note),
    }
    kind = "online" if source.address else "misc"
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@{kind}{{{source.key},", *lines, "}", ""]).encode()


def _escaped(text: str) -> str:
    signs = _SIGNS if _has_pairs(text) else _ALONE
    return re.sub(r"[\\{}~^#$%&_]", lambda match: signs[match[0]], text)


def _has_pairs(text: str) -> bool:
    """Whether each brace has its partner."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _address(address: str) -> str:
    r"""An address for `\url`, which takes signs as they are but braces and backslashes."""
    return re.sub(r"[\\{}\s]", lambda match: f"%{ord(match[0]):02X}", address)


def _date(parts: tuple[int, ...]) -> str:
    return "-".join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))
