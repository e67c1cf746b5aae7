"""Quotes from reported speech whose speaker a claim leaves out, as far as that can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.arabic.folding import fold
from briefing.document.model import Name

_SAID: Final = (
    "قال قالت قالوا يقول تقول اكد اكدت اكدوا يؤكد اعلن اعلنت ذكر ذكرت اوضح اوضحت اضاف اضافت صرح صرحت "
    "اشار اشارت شدد شددت اعتبر اعتبرت حذر حذرت زعم زعمت ادعي ادعت نفي نفت كشف كشفت افاد افادت راي "
    "رات اعرب اعربت وصف وصفت"
)
_SOURCES: Final = ("وفقا", "فقا", "بحسب", "حسب", "نقلا")
_VERBS: Final = frozenset((*_SAID.split(), *_SOURCES))
_SENTENCE_END: Final = re.compile(r"[.!?\u061f\u06d4\n](?=\s|$)")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Between the verb and what was said.
_THAT: Final = re.compile(r"(?:^|\s)(?:ب?ان|انه|انها|انهم|بانه|بانها)\s|:")
_ENGLISH: Final = re.compile(
    r"\b(?:sa(?:id|ys|ying)|t(?:old|ells?|elling)|announc\w+|according|reported(?:ly)?|reports?|stress\w*|warn\w*|"
    r"point\w*|confirm\w*|claim\w*|stat(?:ed|es|ing|ements?)|declar\w+|add(?:ed|s)|not(?:ed|es)|emphasi[sz]\w*|"
    r"voic\w+|express\w*|argu\w+|consider\w*|reveal\w*|den(?:y|ie[sd])|admit\w*|insist\w*|expla\w+|describ\w+|"
    r"call\w*|accus\w+|alleg\w+|spoke\w*|believ\w+|s(?:ees|aw)|view\w*|disclos\w+|affirm\w*|assert\w*|cit(?:ed|es|ing)|"
    r"quot\w+|in the words|mention\w*|indicat\w+|suggest\w*|fears?|hop\w+|urg\w+|observ\w+|remark\w*)\b",
    re.IGNORECASE,
)
_SHOWN: Final = 40


def lost_speaker(claim: str, text: str, start: int, end: int, names: Sequence[Name]) -> str:
    """Return the words of `text` by which `[start:end]` is speech and `claim` does not say so, or "".

    A claim says so by an English word for speaking, or by the name of whoever is named there.
    """
    if _ENGLISH.search(claim):
        return ""
    sentence = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    before = text[sentence:start]
    for match in _WORD.finditer(before):
        folded = fold(match.group())
        if not any(folded.removeprefix(prefix) in _VERBS for prefix in ("", "و", "ف")):
            continue
        between = fold(f"{before[match.end() :]}{text[start : min(end, start + 6)]} ")
        is_said = _THAT.search(between) or folded.removeprefix("و").removeprefix("ف") in _SOURCES
        named = before[match.start() :]
        if is_said and not any(_names(claim, name, named) for name in names):
            return " ".join(named.split())[:_SHOWN].rstrip()
    return ""


def speech_in(sentence: str) -> str:
    """Return the words by which somebody is said to speak in a sentence, or ""."""
    for match in _WORD.finditer(sentence):
        folded = fold(match.group())
        verb = next((one for p in ("", "و", "ف") if (one := folded.removeprefix(p)) in _VERBS), "")
        behind = sentence[match.end() :]
        if verb and (verb in _SOURCES or _THAT.search(f"{fold(behind)} ")):
            words = " ".join(sentence[match.start() :].split())
            return words if len(words) <= _SHOWN else words[: _SHOWN + 1].rpartition(" ")[0]
    return ""


def _names(claim: str, name: Name, words: str) -> bool:
    """Whether `words` name somebody, and the claim does so by a word of the English name."""
    if not any(form in words for form in name.arabic if form.strip()):
        return False
    return any(len(word) > 3 and word in claim for word in re.findall(r"[^\W\d_]+", name.english))
