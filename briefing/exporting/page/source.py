"""Where the text comes from, as markup: facts, what stood beside it, what was left out, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from briefing.document import Briefing, CapturedDetail, Paragraph
from briefing.exporting.page.escaping import escaped
from briefing.exporting.page.wording import english, foreign
from briefing.exporting.tongues import Tongue
from briefing.exporting.tracing import Trace, trace_of


def source(briefing: Briefing, tongue: Tongue, paragraphs: Iterable[Paragraph], lost: int) -> Iterator[str]:
    """Yield all that is known; `paragraphs` are those of the page, `lost` characters of which it lacks."""
    trace = trace_of(briefing).elsewhere()
    yield '<dl class="facts">\n'
    for fact in trace.facts:
        yield _fact(fact.label, english("dd", fact.text, tongue))
    if checksum := _checksum(paragraphs):
        said = f"<code>{checksum}</code> of the paragraphs above in UTF-8, an empty line between them"
        yield _fact("SHA-256 of the text", f"<dd>{said}</dd>")
    if lost:
        said = "in 1 place" if lost == 1 else f"in {lost:,} places"
        yield _fact(
            "Not carried", f"<dd>characters that HTML cannot hold, {said}; pictures of them stand there</dd>"
        )
    yield "</dl>\n"
    yield from _details(trace, tongue)


def _fact(label: str, value: str) -> str:
    return f"<div><dt>{escaped(label)}</dt>{value}</div>\n"


def _details(trace: Trace, tongue: Tongue) -> Iterator[str]:
    for heading, details in (("Beside the text", trace.details), ("Left out", trace.left_out)):
        if details:
            yield f'<h3>{heading}</h3>\n<dl class="facts">\n'
            for label, same in groupby(details, lambda detail: detail.label):
                said = "".join(_said(one, tongue) for one in same)
                yield f"<div>{english('dt', label, tongue)}{said}</div>\n"
            yield "</dl>\n"
    if trace.unknown:
        yield "<h3>Not known</h3>\n<ul>\n"
        yield from (f"<li>{english('p', unknown, tongue)}</li>\n" for unknown in trace.unknown)
        yield "</ul>\n"


def _said(detail: CapturedDetail, tongue: Tongue) -> str:
    captured = "".join(foreign("dd", line, tongue, "arabic") for line in detail.captured if line.strip())
    said = english("dd", detail.english, tongue) if detail.english else ""
    nothing = "" if said or captured else "<dd>—</dd>"
    return f"{said}{captured}{nothing}"


def _checksum(paragraphs: Iterable[Paragraph]) -> str:
    found, first = sha256(), True
    for paragraph in paragraphs:
        found.update(b"" if first else b"\n\n")
        found.update(paragraph.text.encode("utf-8", "surrogatepass"))
        first = False
    if first:
        return ""
    found.update(b"\n")
    return found.hexdigest()
