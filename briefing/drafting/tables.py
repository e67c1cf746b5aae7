"""What comes in, as TOML: tables as a person writes them, or in line for lists that are written so."""

from __future__ import annotations

from typing import Final

from briefing.document.model import Citation, Claim, Event, Name
from briefing.drafting.outcome import JudgedClaim, NewSection
from briefing.sources.toml_writing import comment, numbers, toml_list, toml_string

_WIDTH: Final = 110
_ANY: Final = 1 << 30  # characters of a line that may not be broken


def section_table(section: NewSection) -> str:
    """Return the table of a section without its claims."""
    lines = [f"\n[[sections]]\nkey = {toml_string(section.key)}\n"]
    if section.title:
        lines.append(f"title = {toml_string(section.title)}\n")
    if section.arabic:
        lines.append(f"arabic = {toml_string(section.arabic)}\n")
    lines.append(f"paragraphs = {numbers(section.paragraphs)}\n")
    return "".join(lines)


def claim_table(claim: Claim) -> str:
    """Return a claim under its heading."""
    return "\n[[sections.claims]]\n" + "".join(
        f"{key} = {value}\n" for key, value in _claim(claim, is_spread=True)
    )


def claim_inline(claim: Claim) -> str:
    """Return a claim on one line, for a list of such."""
    return _inline(_claim(claim, is_spread=False))


def refused_comment(judged: JudgedClaim) -> str:
    """Return a refused claim as comments: why, and its table, to be mended and uncommented by hand."""
    why = "".join(comment(f"REFUSED: {what}; {cure}") for what, cure in judged.why)
    lines = claim_table(judged.claim).strip("\n").split("\n")
    return f"\n{why}" + "".join(f"# {line}\n" for line in lines)


def event_table(event: Event) -> str:
    """Return an event under its heading, marked as `briefing new` marks what it finds."""
    return "\n[[events]]  # UNREVIEWED\n" + "".join(f"{key} = {value}\n" for key, value in _event(event))


def event_inline(event: Event) -> str:
    """Return an event on one line, for a list of such."""
    return _inline(_event(event, _ANY))


def name_table(name: Name) -> str:
    """Return a name under its heading, marked as `briefing new` marks what it finds."""
    return "\n[[names]]  # UNREVIEWED\n" + "".join(f"{key} = {value}\n" for key, value in _name(name))


def name_inline(name: Name) -> str:
    """Return a name on one line, for a list of such."""
    return _inline(_name(name))


def bottom_line_text(text: str) -> str:
    """Return the bottom line as a key of the top level, which no quote proves."""
    return f"# UNREVIEWED: drafted by a program; no quote proves it.\nbottom_line = {toml_string(text)}\n"


def _claim(claim: Claim, *, is_spread: bool) -> list[tuple[str, str]]:
    citations = [_citation(one) for one in claim.citations]
    line = f"[{', '.join(citations)}]"
    if is_spread and len(citations) > 1 and len(line) > _WIDTH:
        line = "[\n" + "".join(f"  {one},\n" for one in citations) + "]"
    made = [("drafted", "true"), ("text", toml_string(claim.text))]
    if claim.likelihood:
        made.append(("likelihood", toml_string(claim.likelihood)))
    if claim.confidence:
        made.append(("confidence", toml_string(claim.confidence)))
    return [*made, ("citations", line)]


def _citation(citation: Citation) -> str:
    return f"{{ paragraph = {citation.paragraph}, quote = {toml_string(citation.quote)} }}"


def _event(event: Event, width: int = 100) -> list[tuple[str, str]]:
    return [
        ("date", toml_string(event.date)),
        ("title", toml_string(event.title)),
        ("arabic", toml_string(event.arabic)),
        ("paragraphs", numbers(event.paragraphs, width)),
        ("basis", toml_string(event.basis)),
        ("note", toml_string(event.note)),
    ]


def _name(name: Name) -> list[tuple[str, str]]:
    return [
        ("kind", toml_string(name.kind)),
        ("english", toml_string(name.english)),
        ("arabic", toml_list(name.arabic)),
        ("role", toml_string(name.role)),
    ]


def _inline(pairs: list[tuple[str, str]]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"
