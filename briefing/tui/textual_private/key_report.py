"""Reports of keys, in Kitty's protocol or in xterm's form, put into the one form that Textual understands."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# Patterns as text, here and where a pattern is seldom needed: `re` compiles them when they are.
# The key's code, that with Shift, that of its place on a US keyboard; modifiers, kind of event; text.
_REPORT: Final = (
    r"\x1b\[(?P<code>\d*)(?::(?P<shifted>\d*))?(?::(?P<base>\d*))?[\d:]*"
    r"(?:;(?P<modifiers>\d*)(?::(?P<event>\d*)[\d:]*)?)?(?:;(?P<text>[\d:]*))?(?P<end>[u~A-S])"
)
# xterm's own, where it is asked to report keys that are modified.
_XTERMS: Final = r"\x1b\[27;(?P<modifiers>\d+);(?P<code>\d+)~"
_RELEASED: Final = "3"
# The modifiers' bits.
_SHIFT: Final = 1
_CAPS_LOCK: Final = 64
_LOCKS: Final = _CAPS_LOCK | 128
_PRINTED: Final = range(0x21, 0x7F)


class Report(NamedTuple):
    """What is reported of a key.

    `sequence` is the report without what the parser does not know, and with the text, where that can be told.
    `place` is what the key types on a US keyboard (with Shift, if it came with that); empty if nothing says
    so. `caps_lock`: a capital is that lock's doing, a small letter Shift's. `ignored`: nothing was pressed.
    """

    sequence: str
    place: str = ""
    caps_lock: bool = False
    ignored: bool = False


def report_of(sequence: str) -> Report | None:
    """Take the report of a key apart; None if `sequence` is none. Raises ValueError if numbers make no sense.

    kitty does not say what was typed where that is not ASCII, and of a key of two letters (lam-alef) not even
    which it was: both follow from the key's place, and from what it reports the key to be with Shift.
    """
    if (xterms := re.fullmatch(_XTERMS, sequence)) is not None:
        text = f";{xterms['code']}" if xterms["modifiers"] == "2" else ""
        return Report(f"\x1b[{xterms['code']};{xterms['modifiers']}{text}u")
    match = re.fullmatch(_REPORT, sequence)
    if match is None or not (":" in sequence or ";" in sequence):
        return None
    if match["event"] == _RELEASED:
        return Report(sequence, ignored=True)
    code, modifiers, text = match["code"], match["modifiers"] or "", match["text"] or ""
    bits = int(modifiers or 1) - 1
    shift, place = bool(bits & _SHIFT), ""
    if match["end"] == "u":
        if match["base"] and (base := int(match["base"])) in _PRINTED:
            from briefing.settings.places import letters_at, shifted

            place = shifted(chr(base)) if shift else chr(base)
            if code == "0" and not text:
                text = ":".join(str(ord(letter)) for letter in letters_at(place))
        if shift and match["shifted"] not in (None, "", "0"):
            text = text or match["shifted"]
        if bits & ~(_SHIFT | _LOCKS):
            code, text = text.partition(":")[0] if code == "0" else code, ""
        if code == "0" and not text:
            return Report(sequence, ignored=True)
    plain = f"\x1b[{code};{modifiers}{text and ';' + text}{match['end']}"
    return Report(plain, place, caps_lock=bool(bits & _CAPS_LOCK))
