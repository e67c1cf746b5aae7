"""Where the lines of a text may end: at which white space not, and where else (UAX #14), as codes tell.

Both functions change what they are given in place. They search with regular expressions for the few places
where a rule may apply, and look only at those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from briefing.arabic.break_classes import CODES
from briefing.arabic.break_rules import QUIET, WIDE, Verdict, name_of, verdict
from briefing.arabic.coding import BLANK, FORMAT, GLUED, GLUED_WIDE, MARK, SKIPPED, SPACES


def _narrow(names: str) -> str:
    """The codes of the break classes `names`, as the inside of a regular expression's set."""
    return "".join(CODES[name] for name in names.split())


def _any(names: str) -> str:
    """The same with those of wide characters."""
    return _narrow(names) + "".join(chr(ord(code) | WIDE) for code in _narrow(names))


def _pattern(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode("latin-1"), re.DOTALL)


# Rules LB11, LB13, LB15b, LB16, LB17: no line ends at white space before these (the last three not always).
_CLOSING: Final = _pattern(f"[{_any('WJ CP CL EX IS SY PF NS B2')}](?<=[{SPACES}{SKIPPED}].)")
_BEHIND_CLOSING: Final = BLANK + _any("GL WJ CL QU PI PF CP EX IS SY ZW")
# Rules LB14, LB15a: nor at white space after these.
_OPENING: Final = _pattern(f"[{_any('OP PI')}](?=[{SPACES}{SKIPPED}])")
_BEFORE_OPENING: Final = BLANK + _any("OP QU PI PF GL ZW")

_IDEOGRAPH: Final = chr(ord(CODES["ID"]) | WIDE)
_IDEOGRAPHS: Final = _pattern(f"{_IDEOGRAPH}+(?={_IDEOGRAPH})")
# Of the classes beside which a line may end: before which none does, and behind which none does (rule LB30
# sees wide brackets in another way).
_ONLY_BEHIND: Final = _any("CL EX SY BA HY IN NS")
_ONLY_BEFORE: Final = _narrow("OP")
# Where a rule may let a line end though no white space is there.
_LOUD: Final = _pattern(
    f"[^{BLANK}{SKIPPED}{_narrow(QUIET)}](?:"
    f"(?<=[{_ONLY_BEHIND}])(?=[^{BLANK}])"
    f"|(?<=[^{BLANK}{_narrow('AL HL RL NU')}][{_ONLY_BEFORE}])"
    f"|(?<=[^{_ONLY_BEHIND}{_ONLY_BEFORE}{_IDEOGRAPH}])"
    f"|(?<=[^{_IDEOGRAPH}]{_IDEOGRAPH})|(?<={_IDEOGRAPH})(?!{_IDEOGRAPH}))"
)
_LOUD_CHARACTER: Final = _pattern(f"[^{BLANK}{SKIPPED}{_narrow(QUIET)}]")
_BLANK_AS_SPACE: Final = bytes.maketrans(BLANK.encode(), b" " * len(BLANK))
_REMEMBERED: Final = 64  # characters of a word
_NO_CELL: Final = f"{MARK}{FORMAT}{_narrow('WJ ZW')}"
_HYPHEN: Final = ord(CODES["HY"])
_ENDS: Final[dict[Verdict, bytes]] = {
    "yes": bytes.maketrans(b"xXpP", b"yYqQ"),
    "rather not": bytes.maketrans(b"xXpP", b"zZrR"),
}


def glue_spaces(codes: bytearray) -> None:
    """Make no-break spaces of those at which no line ends."""
    for match in _CLOSING.finditer(bytes(codes)):
        at = match.start()
        first = _before_spaces(codes, at)
        before = name_of(codes[first]) if first >= 0 else ""
        name = name_of(codes[at])
        if name == "PF":
            behind = _right(codes, at)
            glued = behind == len(codes) or chr(codes[behind]) in _BEHIND_CLOSING
        elif name == "NS":
            glued = before in ("CL", "CP")
        else:
            glued = name != "B2" or before == "B2"
        if glued:
            _glue(codes, first + 1)
    for match in _OPENING.finditer(bytes(codes)):
        at = match.start()
        first = left(codes, at)
        if name_of(codes[at]) == "OP" or first < 0 or chr(codes[first]) in _BEFORE_OPENING:
            _glue(codes, at + 1)


def _before_spaces(codes: bytearray, at: int) -> int:
    """The last index before `at` that holds no space, -1 if there is none."""
    at = left(codes, at)
    while at >= 0 and chr(codes[at]) in SPACES:
        at = left(codes, at)
    return at


def _glue(codes: bytearray, start: int) -> None:
    """Make no-break spaces of the spaces at `start`."""
    for at in range(start, len(codes)):
        code = chr(codes[at])
        if code in SPACES:
            codes[at] = ord(GLUED if code == " " else GLUED_WIDE)
        elif code not in SKIPPED:
            return


def set_ends(measured: bytearray, codes: bytes) -> None:
    """Mark in the measured text where lines may end though no white space is there."""
    for match in _IDEOGRAPHS.finditer(codes):
        part = slice(*match.span())
        measured[part] = measured[part].translate(_ENDS["yes"])
    spaced = codes.translate(_BLANK_AS_SPACE)
    end = 0
    while loud := _LOUD_CHARACTER.search(spaced, end):
        start = spaced.rfind(b" ", 0, loud.start()) + 1
        end = spaced.find(b" ", loud.start())
        end = len(codes) if end < 0 else end
        ends = _remembered_ends if end - start <= _REMEMBERED else _ends
        for at, kind in ends(codes[start:end]):
            measured[start + at] = _ENDS[kind][measured[start + at]]


def _ends(word: bytes) -> list[tuple[int, Verdict]]:
    """Behind which indices of a word, which holds no white space, lines may end."""
    ends: list[tuple[int, Verdict]] = []
    for match in _LOUD.finditer(word):
        at = match.start()
        code = chr(word[at])
        if code not in _ONLY_BEHIND:
            ends += _end(word, left(word, at), at)
        if code not in _ONLY_BEFORE:
            ends += _end(word, at, _right(word, at))
    return ends


_remembered_ends: Final = lru_cache(maxsize=1 << 13)(_ends)


def _end(word: bytes, one: int, two: int) -> Iterator[tuple[int, Verdict]]:
    """The end of a line between the characters at `one` and `two`, if it may be there."""
    if one < 0 or two == len(word):
        return
    before = left(word, one)
    while before >= 0 and word[before] == word[one] == _HYPHEN:
        before = left(word, before)
    kind = verdict(0 if before < 0 else word[before], word[one], word[two])
    if kind == "no":
        return
    last = two - 1  # the last that has a cell
    while last >= 0 and chr(word[last]) in _NO_CELL:
        last -= 1
    if last >= 0:
        yield last, kind


def left(codes: bytes | bytearray, at: int) -> int:
    """The index before `at` of what is not skipped (rule LB9), -1 if there is none."""
    at -= 1
    while at >= 0 and chr(codes[at]) in SKIPPED:
        at -= 1
    return at


def _right(codes: bytes | bytearray, at: int) -> int:
    """The index behind `at` of what is not skipped, `len(codes)` if there is none."""
    at += 1
    while at < len(codes) and chr(codes[at]) in SKIPPED:
        at += 1
    return at
