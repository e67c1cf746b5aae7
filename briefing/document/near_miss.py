"""What the writer may have meant: the nearest of the known words."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word` (letter case aside), or an empty string if none is like it."""
    import difflib  # only a mistake needs it

    by_folded = {candidate.casefold(): candidate for candidate in known}
    found = difflib.get_close_matches(word[:200].casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the known word most like `word`, or an empty string."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else ""


def listed(words: Iterable[str]) -> str:
    """Return the words in double quotes, as a list for a sentence: `"a", "b" or "c"`."""
    quoted = [f'"{word}"' for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
