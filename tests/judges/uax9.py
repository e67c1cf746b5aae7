"""The bidirectional algorithm word for word (UAX #9, rules X1 to L1), slow and plain: it settles what
FriBidi and the engine disagree about. It shares no code with either.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

MAX_DEPTH: Final = 125
_REMOVED: Final = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_ISOLATES: Final = {"LRI", "RLI", "FSI"}
_NEUTRAL: Final = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
_SAME: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


def levels(text: str, base: int, start: int = 0, end: int | None = None) -> list[int | None]:
    """The level of each character of the line `text[start:end]` of a paragraph, None if rule X9 removes it.

    Classes are Python's; what it does not know is taken for L.
    """
    original = [unicodedata.bidirectional(character) or "L" for character in text]
    result, types = _explicit(text, original, base)
    kept = [at for at, kind in enumerate(original) if kind not in _REMOVED]
    matching = _matching(original)
    explicit = list(result)
    for sequence in _sequences(kept, explicit, original, matching):
        resolved = _resolve(text, sequence, explicit, types, original, base, matching)
        for at, level in zip(sequence, resolved, strict=True):
            result[at] = level
    end = len(text) if end is None else end
    _rule_l1(result, original, base, start, end)
    return [None if original[at] in _REMOVED else result[at] for at in range(start, end)]


def _matching(types: list[str]) -> dict[int, int]:
    """Where the PDI of each isolate initiator is, and the other way round (BD9)."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for at, kind in enumerate(types):
        if kind in _ISOLATES:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            opened = waiting.pop()
            found |= {opened: at, at: opened}
        elif kind == "B":
            waiting.clear()
    return found


def _first_strong(types: list[str]) -> int:
    depth = 0
    for kind in types:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth -= depth > 0
        elif not depth and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return 0


def _explicit(text: str, original: list[str], base: int) -> tuple[list[int], list[str]]:
    """Rules X1 to X8: levels and types."""
    matching = _matching(original)
    stack = [_Status(base, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    result, types = [base] * len(text), list(original)

    def following(rtl: bool) -> int:
        level = stack[-1].level + 1
        return level if level % 2 == rtl else level + 1

    for at, kind in enumerate(original):
        if kind in ("LRE", "RLE", "LRO", "RLO"):
            result[at] = stack[-1].level
            level = following(kind[0] == "R")
            if level <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append(_Status(level, kind[0] if kind[2] == "O" else "", False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind in _ISOLATES:
            result[at] = stack[-1].level
            types[at] = stack[-1].override or kind
            inside = original[at + 1 : matching.get(at, len(original))]
            rtl = kind == "RLI" or (kind == "FSI" and _first_strong(inside) == 1)
            level = following(rtl)
            if level <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append(_Status(level, "", True))
            else:
                overflow_isolates += 1
        elif kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            result[at] = stack[-1].level
            types[at] = stack[-1].override or kind
        elif kind == "PDF":
            if not overflow_isolates:
                if overflow_embeddings:
                    overflow_embeddings -= 1
                elif not stack[-1].isolate and len(stack) > 1:
                    stack.pop()
        elif kind not in ("B", "BN"):
            result[at] = stack[-1].level
            types[at] = stack[-1].override or kind
    return result, types


def _sequences(
    kept: list[int], levels: list[int], original: list[str], matching: dict[int, int]
) -> list[list[int]]:
    """The isolating run sequences (BD13)."""
    runs = [list(run) for _, run in groupby(kept, levels.__getitem__)]
    starting = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in matching:
            continue
        sequence = list(run)
        while original[sequence[-1]] in _ISOLATES and sequence[-1] in matching:
            sequence += starting[matching[sequence[-1]]]
        sequences.append(sequence)
    return sequences


def _resolve(
    text: str, sequence: list[int], levels: list[int], types: list[str], original: list[str], base: int,
    matching: dict[int, int],
) -> list[int]:  # fmt: skip
    """Rules W1 to W7, N0 to N2, I1 and I2 for one isolating run sequence."""
    level = levels[sequence[0]]

    def neighbour(at: int, step: int) -> int:
        at += step
        while 0 <= at < len(text) and original[at] in _REMOVED:
            at += step
        return levels[at] if 0 <= at < len(text) else base

    unclosed = original[sequence[-1]] in _ISOLATES and sequence[-1] not in matching
    sos = "LR"[max(level, neighbour(sequence[0], -1)) % 2]
    eos = "LR"[max(level, base if unclosed else neighbour(sequence[-1], 1)) % 2]
    kinds = [types[at] for at in sequence]
    _weak(kinds, sos)
    _brackets([text[at] for at in sequence], [original[at] for at in sequence], kinds, sos, "LR"[level % 2])
    at = 0
    while at < len(kinds):
        start = at
        while at < len(kinds) and kinds[at] in _NEUTRAL:
            at += 1
        if at > start:
            before = _strong(kinds[start - 1]) if start else sos
            after = _strong(kinds[at]) if at < len(kinds) else eos
            kinds[start:at] = [before if before == after else "LR"[level % 2]] * (at - start)
        at += 1
    more = {"R": 0} if level % 2 else {"L": 0, "R": 1}
    return [level + more.get(kind, 2 - level % 2) for kind in kinds]


def _weak(kinds: list[str], sos: str) -> None:
    for at, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            before = kinds[at - 1] if at else sos
            kinds[at] = "ON" if before in _ISOLATES or before == "PDI" else before
    strong = sos
    for at, kind in enumerate(kinds):  # W2
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for at in range(1, len(kinds) - 1):  # W4
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))
        ):
            kinds[at] = before
    runs = [(kind, [at for at, _ in run]) for kind, run in groupby(enumerate(kinds), lambda pair: pair[1])]
    for kind, run in runs:
        if kind == "ET":  # W5
            around = kinds[run[0] - 1 : run[0]] + kinds[run[-1] + 1 : run[-1] + 2]
            if "EN" in around:
                for at in run:
                    kinds[at] = "EN"
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]  # W6
    strong = sos
    for at, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _strong(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind


def _brackets(characters: list[str], original: list[str], kinds: list[str], sos: str, own: str) -> None:
    """Rule N0."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    for at, character in enumerate(characters):
        if kinds[at] != "ON" or character not in BRACKETS:
            continue
        closing, opens = BRACKETS[character]
        if opens:
            if len(waiting) == 63:
                break
            waiting.append((_SAME.get(closing, closing), at))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == _SAME.get(character, character):
                pairs.append((waiting[depth][1], at))
                del waiting[depth:]
                break
    for first, last in sorted(pairs):
        inside = {_strong(kind) for kind in kinds[first + 1 : last]} & {"L", "R"}
        if not inside:
            continue
        kind = own
        if own not in inside:
            before = next((_strong(k) for k in reversed(kinds[:first]) if _strong(k) in "LR"), sos)
            kind = before if before != own else own
        for at in (first, last):
            kinds[at] = kind
            marked = at + 1
            while marked < len(kinds) and original[marked] == "NSM":
                kinds[marked] = kind
                marked += 1


def _rule_l1(levels: list[int], original: list[str], base: int, start: int, end: int) -> None:
    blank = True
    for at in range(end - 1, start - 1, -1):
        kind = original[at]
        if kind in ("S", "B"):
            blank = True
        elif kind not in _REMOVED and kind not in ("WS", "LRI", "RLI", "FSI", "PDI"):
            blank = False
        if blank and kind not in _REMOVED:
            levels[at] = base


def _read_brackets() -> dict[str, tuple[str, bool]]:
    """Unicode's brackets: the other one of the pair, and whether this one opens it."""
    file = Path("/usr/share/unicode/BidiBrackets.txt")
    found = {}
    for record in file.read_text("utf-8").splitlines() if file.exists() else ():
        fields = [field.strip() for field in record.split("#")[0].split(";")]
        if len(fields) == 3:
            found[chr(int(fields[0], 16))] = (chr(int(fields[1], 16)), fields[2] == "o")
    return found


BRACKETS: Final = _read_brackets()
