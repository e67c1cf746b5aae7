"""Takes harakat off painted clusters, for readers and terminals that do not want marks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

#: The combining marks of the Arabic script: vowel signs, shadda, signs of recitation, hamza and madda.
HARAKAT: Final = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
_HARAKAT: Final = re.compile(f"[{HARAKAT}]")
# Hamza and madda above, hamza below: with a letter they make another letter.
_LETTER_PARTS: Final = re.compile("[\u0653-\u0655]")


def without_harakat(text: str) -> str:
    """Return what is painted for a cluster without Arabic marks; "" if it is only marks.

    A hamza or madda that is a mark stays where Unicode has one letter for both.
    """
    bare = _HARAKAT.sub("", text)
    if bare == text or not bare:
        return bare
    part = _LETTER_PARTS.search(text)
    return _composed(bare, part.group()) if part else bare


@cache
def _composed(form: str, mark: str) -> str:
    """Return the presentation form of the letter that `form` and `mark` make together, or `form` itself."""
    *tag, letters = _parts(form)
    letter = unicodedata.normalize("NFC", letters[-1:] + mark)
    if len(letter) != 1:
        return form
    return _form_of().get((*tag, letters[:-1] + letter), form) if tag else letter


def _parts(form: str) -> tuple[str, ...]:
    """Return a presentation form as its tag (`<final>`...) and its letters; a letter as itself alone."""
    tag, *codes = unicodedata.decomposition(form).split() or [""]
    if not tag.startswith("<"):
        return (form,)
    return tag, "".join(chr(int(code, 16)) for code in codes)


@cache
def _form_of() -> dict[tuple[str, ...], str]:
    """Return the presentation form for each tag and letters."""
    forms = map(chr, (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)))
    return {_parts(form): form for form in forms if unicodedata.decomposition(form)}
