"""Which of many words occur in texts, in one pass over them: by the algorithm of Aho and Corasick.

For few words Python's own `in` is faster; for thousands its time grows as words times text, this one's as
words plus text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

LIMIT = 500_000  # characters of all words; a step of the automaton takes some 200 bytes
_CODES = 0x110000  # how many characters there are


def absent(words: Collection[str], texts: Iterable[str]) -> set[str]:
    """Return those of `words` (none of them empty) that occur in none of `texts`.

    Raises OverflowError if the words have more than `LIMIT` characters.
    """
    if sum(map(len, words)) > LIMIT:
        raise OverflowError
    steps: dict[int, int] = {}  # from node and character (node * _CODES + code) to node; 0 is where all begin
    parents, codes, depths = [0], [0], [0]
    ends: dict[str, int] = {}
    for word in words:
        node = 0
        for depth, code in enumerate(map(ord, word), start=1):
            following = steps.setdefault(node * _CODES + code, len(parents))
            if following == len(parents):
                parents.append(node)
                codes.append(code)
                depths.append(depth)
            node = following
        ends[word] = node
    # By depth, so that the longest shorter end of what was read (`shorter`) is known before it is needed.
    order = sorted(range(1, len(parents)), key=depths.__getitem__)
    shorter = [0] * len(parents)
    for node in order:
        if parents[node]:
            shorter[node] = _step(steps, shorter, shorter[parents[node]], codes[node])
    seen = _read(steps, shorter, texts)
    for node in reversed(order):
        seen[shorter[node]] |= seen[node]
    return {word for word, node in ends.items() if not seen[node]}


def _step(steps: dict[int, int], shorter: list[int], node: int, code: int) -> int:
    while (following := steps.get(node * _CODES + code)) is None:
        if not node:
            return 0
        node = shorter[node]
    return following


def _read(steps: dict[int, int], shorter: list[int], texts: Iterable[str]) -> bytearray:
    """Return 1 for each node that is the longest end of what was read, at some place of the texts."""
    seen = bytearray(len(shorter))
    for text in texts:
        node = 0
        for code in map(ord, text):
            while (following := steps.get(node * _CODES + code)) is None and node:
                node = shorter[node]
            node = following or 0
            seen[node] = 1
    return seen
