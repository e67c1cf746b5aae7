"""TMX 1.4 (LISA, XML): each quote with the claim that says it in English, for a translation memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from briefing.document import Citation, Claim, visible_controls
from briefing.document.citing import cited
from briefing.exporting.chosen import Chosen
from briefing.exporting.phrases import judgement
from briefing.exporting.tongues import tongue

# What XML 1.0 has no way to write, beside what `visible_controls` replaces.
_FORBIDDEN: Final = re.compile("[\ufffe\uffff]")


def written(chosen: Chosen) -> bytes:
    """Return it as UTF-8: a unit for each claim with quotes, its quotes joined by ` […] `; names are units.

    Without quotes, where nobody wants them, no claim makes one.
    Controls, which XML cannot hold, are visible characters.
    """
    language = tongue(one.text for one in chosen.briefing.paragraphs).lang or "und"
    units = [*_claims(chosen, language), *_names(chosen, language)]
    header = (
        f'  <header creationtool="briefing" creationtoolversion="1" segtype="block" o-tmf="briefing"'
        f' adminlang="en" srclang="{language}" datatype="plaintext"/>'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">', header, "  <body>"]
    return "\n".join([*lines, *units, "  </body>", "</tmx>", ""]).encode()


def _claims(chosen: Chosen, language: str) -> Iterator[str]:
    for _, claim in chosen.claims:
        if chosen.quotes and any(citation.quote for citation in claim.citations):
            said = (cited(claim.paragraphs), judgement(claim), "draft" if claim.drafted else "")
            note = ", ".join(filter(None, said))
            yield _unit(language, _joined(claim), claim.text, note)


def _joined(claim: Claim) -> str:
    """The quotes in their order, each once; `[…]` says that the article has words between them."""
    quotes: dict[str, Citation] = {citation.quote: citation for citation in claim.citations if citation.quote}
    return " […] ".join(quotes)


def _names(chosen: Chosen, language: str) -> Iterator[str]:
    for name in chosen.names:
        for form in name.arabic:
            yield _unit(language, form, name.english, f"name: {name.kind}")


def _unit(language: str, text: str, english: str, note: str) -> str:
    return (
        f'    <tu><note>{_xml(note)}</note><tuv xml:lang="{language}"><seg>{_xml(text)}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{_xml(english)}</seg></tuv></tu>'
    )


def _xml(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", visible_controls(text)))
