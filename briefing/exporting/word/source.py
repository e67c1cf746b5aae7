"""Where the text comes from, as the last part of a Word document."""

from __future__ import annotations

from briefing.exporting.tongues import direction
from briefing.exporting.tracing import Trace
from briefing.exporting.word.body import Body


def add_source(body: Body, trace: Trace, lost: int) -> None:
    """Add all that is known; in `lost` places of the text stands a picture of what XML cannot hold."""
    for fact in trace.facts:
        _line(body, fact.label, fact.text)
    if lost:
        said = "1 character" if lost == 1 else f"{lost:,} characters"
        _line(body, "Not carried", f"{said} that a Word document cannot hold; a picture stands for each")
    for heading, details in (("Beside the text", trace.details), ("Left out", trace.left_out)):
        if details:
            body.heading(heading, 2)
        for detail in details:
            _line(body, detail.label, detail.english)
            for line in detail.captured:
                if line.strip():
                    body.paragraph("Source Detail", line, article=True)
    if trace.unknown:
        body.heading("Not known", 2)
        for unknown in trace.unknown:
            body.paragraph("Source Detail", unknown)


def _line(body: Body, label: str, text: str) -> None:
    if direction(text) == "rtl":
        body.paragraph("Source Detail", f"{label}:")
        body.paragraph("Source Detail", text)
    else:
        body.paragraph("Source Detail", f"{label}: {text}" if text else label)
