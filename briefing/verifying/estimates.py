"""Words of likelihood and of confidence (ICD 203, Analytic Standards), which are not to be mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.document.model import Likelihood

# The second term of each line is the other that the directive allows.
TERMS: Final[dict[Likelihood, str]] = {
    "almost no chance": r"almost no chance|remote(?:ly)? (?:chance|possib\w+|likel\w+)",
    "very unlikely": r"(?:very|highly) (?:unlikely|improbable)",
    "unlikely": r"unlikely|improbabl[ey]",
    "roughly even chance": r"roughly even (?:chance|odds)",
    "likely": r"likely|probabl[ey]|probability|likelihood",
    "very likely": r"(?:very|highly) (?:likely|probabl[ey])",
    "almost certain": r"(?:almost|nearly) certain(?:ly)?",
}
_CONFIDENCE: Final = re.compile(r"\b(?:low|moderate|medium|high)[ -]confidence\b", re.IGNORECASE)
# Longer terms first: `very unlikely` is not `unlikely`, nor that `likely`.
_ANY: Final = re.compile(
    "|".join(
        rf"(?P<t{list(TERMS).index(term)}>\b(?:{TERMS[term]})\b)"
        for term in sorted(TERMS, key=lambda one: " " not in one)
    ),
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[^.!?]+")


def likelihoods(text: str) -> list[Likelihood]:
    """Return the terms of likelihood in a text, in order, each as the directive's first word for it."""
    return [list(TERMS)[int(match.lastgroup[1:])] for match in _ANY.finditer(text) if match.lastgroup]


def mixed(text: str) -> Iterator[str]:
    """Yield the sentences that give a likelihood and a level of confidence at once."""
    for sentence in _SENTENCE.findall(text):
        if _CONFIDENCE.search(sentence) and _ANY.search(sentence):
            yield sentence.strip()
