"""The break opportunities of a text (UAX #14): at which spaces there are none, and where else there are.

A text is given as its codes (`break_codes`). Both public functions change their first argument in place. They
search with regular expressions for the few indices where a rule may apply, and look only at those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from briefing.arabic.break_classes import CODES
from briefing.arabic.break_codes import (
    BREAKING_SPACES,
    COMBINING,
    FORMAT,
    MARK,
    NO_BREAK_SPACE,
    NO_BREAK_SPACE_WIDE,
    WHITE_SPACE,
)
from briefing.arabic.break_rules import NEVER_BROKEN, WIDE, Break, break_between, class_of


def _narrow_codes(names: str) -> str:
    """Return the codes of break classes (names parted by spaces), for a set in a regular expression."""
    return "".join(CODES[name] for name in names.split())


def _all_codes(names: str) -> str:
    """Return the same codes and those of wide characters of these classes."""
    return _narrow_codes(names) + "".join(chr(ord(code) | WIDE) for code in _narrow_codes(names))


def _pattern(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode("latin-1"), re.DOTALL)


# Rules LB11, LB13, LB15b, LB16, LB17: breaks at spaces before these are prohibited (by the last three not
# always).
_BEFORE_CLOSING: Final = _pattern(
    f"[{_all_codes('WJ CP CL EX IS SY PF NS B2')}](?<=[{BREAKING_SPACES}{COMBINING}].)"
)
_AFTER_CLOSING: Final = WHITE_SPACE + _all_codes("GL WJ CL QU PI PF CP EX IS SY ZW")
# Rules LB14, LB15a: breaks at spaces after these are prohibited.
_AFTER_OPENING: Final = _pattern(f"[{_all_codes('OP PI')}](?=[{BREAKING_SPACES}{COMBINING}])")
_BEFORE_OPENING: Final = WHITE_SPACE + _all_codes("OP QU PI PF GL ZW")

_IDEOGRAPH: Final = chr(ord(CODES["ID"]) | WIDE)
_IDEOGRAPHS: Final = _pattern(f"{_IDEOGRAPH}+(?={_IDEOGRAPH})")
# Classes with opportunities after them but none before, and the other way round (rule LB30 excepts wide
# brackets).
_ONLY_BREAK_AFTER: Final = _all_codes("CL EX SY BA HY IN NS")
_ONLY_BREAK_BEFORE: Final = _narrow_codes("OP")
# Characters beside which a rule may allow a break though there is no white space.
_CANDIDATE: Final = _pattern(
    f"[^{WHITE_SPACE}{COMBINING}{_narrow_codes(NEVER_BROKEN)}](?:"
    f"(?<=[{_ONLY_BREAK_AFTER}])(?=[^{WHITE_SPACE}])"
    f"|(?<=[^{WHITE_SPACE}{_narrow_codes('AL HL RL NU')}][{_ONLY_BREAK_BEFORE}])"
    f"|(?<=[^{_ONLY_BREAK_AFTER}{_ONLY_BREAK_BEFORE}{_IDEOGRAPH}])"
    f"|(?<=[^{_IDEOGRAPH}]{_IDEOGRAPH})|(?<={_IDEOGRAPH})(?!{_IDEOGRAPH}))"
)
_CANDIDATE_CHARACTER: Final = _pattern(f"[^{WHITE_SPACE}{COMBINING}{_narrow_codes(NEVER_BROKEN)}]")
_WHITE_SPACE_AS_SPACE: Final = bytes.maketrans(WHITE_SPACE.encode(), b" " * len(WHITE_SPACE))
# Words up to this many characters are looked up in a cache.
_CACHED_LENGTH: Final = 64
_WITHOUT_CELL: Final = f"{MARK}{FORMAT}{_narrow_codes('WJ ZW')}"
_HYPHEN: Final = ord(CODES["HY"])
# How a measured character changes (see `measuring`) when there is an opportunity after it.
_MARKED: Final[dict[Break, bytes]] = {
    "allowed": bytes.maketrans(b"xXpP", b"yYqQ"),
    "emergency": bytes.maketrans(b"xXpP", b"zZrR"),
}


def prohibit_breaks_at_spaces(codes: bytearray) -> None:
    """Change the codes of spaces at which a break is prohibited to those of no-break spaces."""
    for match in _BEFORE_CLOSING.finditer(bytes(codes)):
        at = match.start()
        first = _before_spaces(codes, at)
        before = class_of(codes[first]) if first >= 0 else ""
        name = class_of(codes[at])
        if name == "PF":
            following = _index_after(codes, at)
            prohibited = following == len(codes) or chr(codes[following]) in _AFTER_CLOSING
        elif name == "NS":
            prohibited = before in ("CL", "CP")
        else:
            prohibited = name != "B2" or before == "B2"
        if prohibited:
            _prohibit_breaks_from(codes, first + 1)
    for match in _AFTER_OPENING.finditer(bytes(codes)):
        at = match.start()
        first = index_before(codes, at)
        if class_of(codes[at]) == "OP" or first < 0 or chr(codes[first]) in _BEFORE_OPENING:
            _prohibit_breaks_from(codes, at + 1)


def _before_spaces(codes: bytearray, at: int) -> int:
    """Return the last index before `at` that holds no breaking space, -1 if there is none."""
    at = index_before(codes, at)
    while at >= 0 and chr(codes[at]) in BREAKING_SPACES:
        at = index_before(codes, at)
    return at


def _prohibit_breaks_from(codes: bytearray, start: int) -> None:
    """Change the spaces that begin at `start` to no-break spaces."""
    for at in range(start, len(codes)):
        code = chr(codes[at])
        if code in BREAKING_SPACES:
            codes[at] = ord(NO_BREAK_SPACE if code == " " else NO_BREAK_SPACE_WIDE)
        elif code not in COMBINING:
            return


def mark_opportunities(measured: bytearray, codes: bytes) -> None:
    """Mark the opportunities that are not at white space in a measured text (see `measuring`).

    Args:
        measured: The measured text, one byte for each character; it is changed in place.
        codes: The codes of its characters.
    """
    for match in _IDEOGRAPHS.finditer(codes):
        part = slice(*match.span())
        measured[part] = measured[part].translate(_MARKED["allowed"])
    spaced = codes.translate(_WHITE_SPACE_AS_SPACE)
    end = 0
    while candidate := _CANDIDATE_CHARACTER.search(spaced, end):
        start = spaced.rfind(b" ", 0, candidate.start()) + 1
        end = spaced.find(b" ", candidate.start())
        end = len(codes) if end < 0 else end
        find = _cached_opportunities if end - start <= _CACHED_LENGTH else _opportunities
        for at, kind in find(codes[start:end]):
            measured[start + at] = _MARKED[kind][measured[start + at]]


def _opportunities(word: bytes) -> list[tuple[int, Break]]:
    """Return the indices of a word (codes without white space) that an opportunity follows, and its kind."""
    found: list[tuple[int, Break]] = []
    for match in _CANDIDATE.finditer(word):
        at = match.start()
        code = chr(word[at])
        if code not in _ONLY_BREAK_AFTER:
            found += _opportunity(word, index_before(word, at), at)
        if code not in _ONLY_BREAK_BEFORE:
            found += _opportunity(word, at, _index_after(word, at))
    return found


_cached_opportunities: Final = lru_cache(maxsize=1 << 13)(_opportunities)


def _opportunity(word: bytes, one: int, two: int) -> Iterator[tuple[int, Break]]:
    """Yield the opportunity between the characters at `one` and `two`, if there is one."""
    if one < 0 or two == len(word):
        return
    before = index_before(word, one)
    while before >= 0 and word[before] == word[one] == _HYPHEN:
        before = index_before(word, before)
    kind = break_between(0 if before < 0 else word[before], word[one], word[two])
    if kind == "prohibited":
        return
    last = two - 1  # the last character that has a cell
    while last >= 0 and chr(word[last]) in _WITHOUT_CELL:
        last -= 1
    if last >= 0:
        yield last, kind


def index_before(codes: bytes | bytearray, at: int) -> int:
    """Return the last index before `at` of no combining character (rule LB9), -1 if there is none."""
    at -= 1
    while at >= 0 and chr(codes[at]) in COMBINING:
        at -= 1
    return at


def _index_after(codes: bytes | bytearray, at: int) -> int:
    """Return the first index after `at` of no combining character, `len(codes)` if there is none."""
    at += 1
    while at < len(codes) and chr(codes[at]) in COMBINING:
        at += 1
    return at
