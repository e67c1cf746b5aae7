"""Finding what a regular expression describes, in whatever spelling it stands in a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from math import prod
from time import monotonic
from typing import Final, Literal

import regex  # unlike `re`, it stops in time, whatever the expression

from briefing.arabic.folding import Span, fold_letters, is_seen_mark, unfolded

# Seconds that one text may take.
_LIMIT: Final = 0.2
# How often something may be repeated by counts within counts: `regex` writes each repetition out.
_REPEATS: Final = 50_000
_DIGITS: Final = 20
_TOO_OFTEN: Final = "repeats too often"
_COUNT: Final = regex.compile(r"\{(\d*),?(\d*)\}")


#: What is wrong with an expression, as far as that helps to mend it.
PatternFault = Literal["bracket", "set", "repeat", "count", "escape", "group", "property", "sign", "other"]

# What messages of `regex` begin with: those that are about one thing to whoever types an expression.
_FAULTS: Final[dict[PatternFault, tuple[str, ...]]] = {
    "bracket": (
        "missing )",
        "missing ]",
        "expected }",
        "unbalanced parenthesis",
        "unterminated character set",
    ),
    "set": ("bad character range", "expected character set"),
    "repeat": ("nothing to repeat", "multiple repeat"),
    "count": ("min repeat greater", "repeat count too big", _TOO_OFTEN),
    "escape": ("bad escape", "bad hex escape", "incomplete escape", "undefined character name"),
    "group": (
        *("unknown group", "invalid group", "missing group", "ambiguous group", "group reference"),
        *("bad character in group", "cannot refer to an open group"),
        *("invalid relative group", "missing relative group", "undefined named list"),
    ),
    "property": ("unknown property",),
    "sign": (
        *("unknown extension", "unknown verb", "bad inline flags", "missing ", "expected lookaround"),
        *("bad fuzzy", "nothing for fuzzy", "repeated fuzzy", "more than one cost"),
        *("ASCII, LOCALE and UNICODE flags", "VERSION0 and VERSION1 flags"),
    ),
}


class PatternError(ValueError):
    """What was typed is no regular expression. The message says why, in the words of `regex`; `fault` is what
    it is about, to be said in any language.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        found = (fault for fault, begins in _FAULTS.items() if why.startswith(begins))
        self.fault: PatternFault = next(found, "other")


class Pattern:
    """A regular expression to look for, in the syntax of the `regex` module; its letters fit any spelling.

    With a mark (a harakah, a hamza) in it, it is looked for in the text as it stands. Without a capital
    letter, capitals and small letters are one. After an expression that took too long on one text
    (`gave_up`), there are no more hits.

    Args:
        typed: The expression, in logical order.
        whole_words: Whether a hit begins and ends where words do.

    Raises:
        PatternError: It is none.
    """

    def __init__(self, typed: str, *, whole_words: bool = False) -> None:
        self.gave_up = False
        self._as_written = any(map(is_seen_mark, unicodedata.normalize("NFKD", typed)))
        self._is_empty = not typed
        source = typed if self._as_written else fold_letters(typed)[0]
        if _repeats(source) > _REPEATS:
            raise PatternError(_TOO_OFTEN)
        flags = regex.MULTILINE | (0 if _has_capital(source) else regex.IGNORECASE)
        try:
            regex.compile(source, flags)  # by itself first: what is put around it closes no bracket
            self._regex = regex.compile(rf"(?<!\w)(?:{source})(?!\w)" if whole_words else source, flags)
        except (regex.error, RecursionError, OverflowError, MemoryError, ValueError, KeyError) as error:
            raise PatternError(getattr(error, "msg", "") or str(error) or type(error).__name__) from None

    def __bool__(self) -> bool:
        return not self._is_empty

    def hits(self, text: str) -> Iterator[Span]:
        """The slices of `text` that fit, in order; none is empty, none overlaps the one before it."""
        if self.gave_up or self._is_empty:
            return
        folded, origin = (text, None) if self._as_written else fold_letters(text)
        stop = monotonic() + _LIMIT
        after = 0
        try:
            for match in self._regex.finditer(folded, timeout=_LIMIT):
                start, end = match.span()
                if start == end:
                    continue
                span = Span(start, end) if origin is None else unfolded(text, origin, start, end)
                if span.start >= after:
                    yield span
                    after = span.end
                if monotonic() > stop:
                    self.gave_up = True
                    return
        except (TimeoutError, MemoryError, RecursionError):
            self.gave_up = True


def _repeats(source: str) -> int:
    """How often something may be repeated at most, if all counts stand within one another."""
    counts = [
        # More digits than these are too often, however many; Python reads no number of thousands of them.
        max((int(one[:_DIGITS]) for one in match.groups() if one), default=1)
        for match in _COUNT.finditer(source)
    ]
    return prod(max(1, count) for count in counts)


def _has_capital(source: str) -> bool:
    r"""Whether a capital letter stands in an expression, but for those of `\S` and the like."""
    plain = regex.sub(r"\\([pP]\{[^}]*\}|.)", "", source, flags=regex.DOTALL)
    return any(one.isupper() for one in plain)
