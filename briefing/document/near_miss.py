"""What the writer may have meant: the nearest of the known words."""

from __future__ import annotations

from collections.abc import Iterable

# How much is compared at most: letters of the word times letters of all candidates. A second, at the worst.
_EFFORT = 1_000_000
_LONGEST = 150  # characters of a word that is compared at all


def nearest_word(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word` (letter case aside), or an empty string if none is like it.

    Words of more than 150 characters are like none, and of very many only the first are looked at.
    """
    import difflib  # only a mistake needs it

    if len(word) > _LONGEST:
        return ""
    by_folded: dict[str, str] = {}
    effort = _EFFORT
    for candidate in known:
        if (
            not 0.4 * len(word) < len(candidate) <= min(_LONGEST, 2.5 * len(word))
        ):  # too far off by length alone
            continue
        effort -= len(word) * len(candidate)
        if effort < 0:
            break
        by_folded[candidate.casefold()] = candidate
    found = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the known word most like `word`, or an empty string."""
    near = nearest_word(word, known)
    return f'did you mean "{near}"?' if near else ""


def word_list(words: Iterable[str]) -> str:
    """Return the words in double quotes, as a list for a sentence: `"a", "b" or "c"`."""
    quoted = [f'"{word}"' for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
