"""Where names stand in a text: by words, in any spelling that is folded to the same, behind what is written
together with the next word (و ف ب ل ك ال).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from briefing.arabic.folding import fold, origins, unfolded
from briefing.reading.marks import Span, merged

# Texts whose mentions are kept.
_KEPT: Final = 256
_WORD: Final = re.compile(r"\w+")
_ARTICLE: Final = "ال"
# What may stand before the first word of a name: a conjunction, a preposition, the article.
_BEFORE: Final = tuple(
    first + second + article
    for first in ("", "و", "ف")
    for second in ("", "ب", "ل", "ك")
    for article in ("", _ARTICLE)
)
# Written with its article after ل, a word loses the alef: للجنة for اللجنة.
_CONTRACTED: Final = ("لل", "ولل", "فلل")
# Letters from which on a single word behind one of these is the name for certain: وسام is no سام.
_CERTAIN: Final = 4


class Mention(NamedTuple):
    """`[start:end]` of a text is a form of the name of that index."""

    name: int
    start: int
    end: int


class _Form(NamedTuple):
    name: int
    words: tuple[str, ...]
    is_certain: bool


class NameTable:
    """The forms of names, each by the name's index, to be found in texts. Equal only to itself."""

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        self._forms: dict[str, list[_Form]] = {}
        for index, forms in enumerate(names):
            for form in forms:
                words = tuple(_WORD.findall(fold(form)))
                if words:
                    letters = words[0].removeprefix(_ARTICLE)
                    own = _Form(
                        index, words, len(words) > 1 or letters != words[0] or len(letters) >= _CERTAIN
                    )
                    self._forms.setdefault(words[0], []).append(own)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where any name stands in `text`, in order, none touching another."""
        return merged((one.start, one.end) for one in self.mentions(text))

    @lru_cache(maxsize=_KEPT)  # noqa: B019 - one table for each briefing that is open
    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return all mentions in `text`, in order; they may overlap. The work grows with the text alone."""
        folded = fold(text)
        found = [*self._found(folded)] if self._forms else []
        if not found:
            return ()
        origin = origins(text)
        return tuple(sorted(
            {Mention(name, *unfolded(text, origin, start, end)) for name, start, end in found},
            key=lambda one: (one.start, -one.end, one.name),
        ))  # fmt: skip

    def _found(self, folded: str) -> Iterator[Mention]:
        words = [*_WORD.finditer(folded)]
        for at, word in enumerate(words):
            for skipped, first, is_bare in _firsts(word.group()):
                for form in self._forms.get(first, ()):
                    if not (is_bare or form.is_certain):
                        continue
                    last = at + len(form.words) - 1
                    if last >= len(words) or any(
                        words[at + n].group() != form.words[n]
                        or folded[words[at + n - 1].end() : words[at + n].start()].strip(" -")
                        for n in range(1, len(form.words))
                    ):
                        continue
                    yield Mention(form.name, word.start() + skipped, words[last].end())


def _firsts(word: str) -> Iterator[tuple[int, str, bool]]:
    """What of a word may be the first of a name: the letters before it, the word, whether there are none."""
    for before in _BEFORE:
        rest = word[len(before) :]
        if rest and word.startswith(before):
            yield len(before), rest, not before or (rest[0].isascii() and not before.isascii())
    for before in _CONTRACTED:
        if len(word) > len(before) and word.startswith(before):
            yield len(before) - 1, _ARTICLE + word[len(before) :], False
            yield len(before), word[len(before) :], False
