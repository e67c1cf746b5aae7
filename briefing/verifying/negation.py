"""Quotes that begin right behind the word that denies them, as far as that can be told."""

from __future__ import annotations

import re
from typing import Final

from briefing.arabic.folding import fold

# `ما` is left out: as often it is "what". In folded letters.
_DENIES: Final = frozenset(
    "لا لم لن ليس ليست ليسوا لست لسنا غير دون بدون عدم بلا".split()  # noqa: SIM905 - a list of words
)
_LAST: Final = re.compile(r"([^\W\d_][\w\u064b-\u065f\u0670]*)\s+$")
_ENGLISH: Final = re.compile(
    r"n['\u2019]t\b|\b(?:not?|non|nor|neither|never|none|nothing|nobody|without|cannot|lack\w*|absen\w+|refus\w+|reject\w*|"
    r"den(?:y|ies|ied|ying|ial)|fail\w*|rul\w+ out|avoid\w*|stop\w*|halt\w*|prevent\w*|"
    r"un(?!der|ion|ique|iso|it|iver|til)\w+|in(?:ab|ad|cap|com|eff|sec|stab|suff|val)\w*|im(?:poss|prob|prop)\w*|"
    r"il(?:leg|lic)\w*|ir(?:reg|rep|res)\w*|opposed?|against|instead|except|free of|short of|decline[ds]?|"
    r"devoid)\b",
    re.IGNORECASE,
)


def lost_negation(claim: str, text: str, start: int) -> str:
    """Return the word of `text` right before `start`, where a quote begins, that denies it, or "".

    Nothing is said of a `claim` that has any English word by which it may deny it too.
    """
    match = _LAST.search(text[max(0, start - 20) : start])
    if match is None or _ENGLISH.search(claim):
        return ""
    folded = fold(match[1])
    denies = any(folded.removeprefix(prefix) in _DENIES for prefix in ("", "و", "ف", "ب", "ل"))
    return match[1] if denies else ""
