"""Markdown as GitHub and Obsidian show it: front matter, claims with their quotes as footnotes, tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.document import Citation, Claim, Paragraph
from briefing.document.citing import cited
from briefing.exporting.bibliography import source_of
from briefing.exporting.chosen import Chosen
from briefing.exporting.markdown_inlines import is_followed, marked
from briefing.exporting.markdown_text import as_shown, fenced, inline, spanned
from briefing.exporting.page.texts import cells
from briefing.exporting.paragraphs import link_lines
from briefing.exporting.phrases import stated
from briefing.exporting.plain import source_line
from briefing.exporting.tongues import (
    TextDirection,
    Tongue,
    direction,
    language_in,
    last_direction,
    quoted_direction,
    tongue,
)
from briefing.exporting.tracing import trace_of

_DEEPEST = 6  # levels of headings


def written(chosen: Chosen) -> bytes:
    """Return it as UTF-8. Footnotes have the quotes, exactly; an article from right to left is in a `div`."""
    return text_of(chosen).encode()


def text_of(chosen: Chosen, *, sourced: bool = True) -> str:
    """Return it as text that ends in a line end. `sourced`: with front matter and the source at its end."""
    return "\n\n".join(block for block in _blocks(chosen, sourced=sourced) if block) + "\n"


def paragraph_text(paragraph: Paragraph) -> str:
    """Return a paragraph as its own block, with its number."""
    return "\n\n".join(_paragraphs([paragraph]))


def claim_text(claim: Claim, own: Tongue) -> str:
    """Return a claim about an article of language `own`, and the numbers of the paragraphs it cites."""
    said = stated(claim)
    # The numbers would be drawn into words from right to left before them.
    is_mixed = direction(said) != "rtl" and last_direction(said) == "rtl"
    mark = "&lrm;" if claim.citations and is_mixed else ""
    return f"{_either(said, own)}{mark} {cited(claim.paragraphs)}".rstrip()


def quote_text(quote: str) -> str:
    """Return words of the article between quotation marks, in the direction of their language."""
    return f"«{either(quote)}»"


def either(text: str) -> str:
    """Return a text of any language for the inside of a block, in the direction of its language."""
    return _either(text, tongue([text]))


def _blocks(chosen: Chosen, *, sourced: bool) -> Iterator[str]:
    briefing = chosen.briefing
    own = tongue(one.text for one in briefing.paragraphs)
    yield _front_matter(chosen, own) if sourced else ""
    yield f"# {inline(briefing.title.shown)}" if briefing.title.shown else ""
    if briefing.title.english and briefing.title.arabic:
        yield _either(briefing.title.arabic, own)
    if not chosen.is_whole:
        for section in chosen.sections:
            yield from (f"**{_either(one, own)}**" for one in (section.title, section.arabic) if one)
    yield inline(chosen.bottom_line)
    notes: list[str] = []
    yield from _claims(chosen, own, notes)
    yield from _article(chosen, own)
    yield from _timeline(chosen, own)
    yield from _names(chosen, own)
    if sourced:
        yield from ["---", inline(source_line(briefing))]
    yield from notes


def _front_matter(chosen: Chosen, own: Tongue) -> str:
    briefing = chosen.briefing
    facts = {fact.id: fact.text for fact in trace_of(briefing).facts}
    lines = {
        "title": briefing.title.shown,
        "title_original": briefing.title.arabic if briefing.title.english else "",
        "lang": own.lang,
        "source": source_line(briefing).removeprefix("Source:").strip(),
        "author": facts.get("author", ""),
        "date": facts.get("published", ""),
        "publication": facts.get("publication", ""),
        "url": source_of(briefing).address,
        "captured": facts.get("received", "") or facts.get("captured", "") or facts.get("accessed", ""),
        "sha256": facts.get("sha256", ""),
        "section": "" if chosen.is_whole else ", ".join(section.key for section in chosen.sections),
    }
    said = [f"{key}: {_quoted(text)}" for key, text in lines.items() if text]
    return "\n".join(["---", *said, "---"])


def _quoted(text: str) -> str:
    """A text as a string of YAML: those of JSON are, but for line ends that only YAML knows."""
    one = json.dumps(as_shown(text), ensure_ascii=False)
    return re.sub("[\u2028\u2029\ufeff\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", one)


def _either(text: str, own: Tongue) -> str:
    return spanned(text, language_in(own, text)) if direction(text) == "rtl" else inline(text)


def _claims(chosen: Chosen, own: Tongue, notes: list[str]) -> Iterator[str]:
    """The claims under their sections' titles; their footnotes go to `notes`."""
    section, said = None, False
    items: list[str] = []
    for its, claim in chosen.claims:
        if not said:
            yield "## Summary"
            said = True
        if its is not section:
            yield "\n".join(items)
            items, section = [], its
            if chosen.is_whole and (its.title or its.arabic):
                yield f"### {' · '.join(_either(one, own) for one in (its.title, its.arabic) if one)}"
        refers = ""
        for citation in claim.citations if chosen.quotes else ():
            refers += f"[^{len(notes) + 1}]"
            quoted = f"¶{citation.paragraph} {_quote(chosen, citation, own)}"
            notes.append(f"[^{len(notes) + 1}]: {quoted}")
        items.append(f"- {claim_text(claim, own)}{refers}")
    yield "\n".join(items)


def _quote(chosen: Chosen, citation: Citation, own: Tongue) -> str:
    """A quote runs as its paragraph does, whatever it begins with."""
    words = citation.quote
    is_rtl = (quoted_direction(chosen.briefing, citation) or own.direction) == "rtl"
    return f"«{spanned(words, language_in(own, words)) if is_rtl else inline(words)}»"


def _article(chosen: Chosen, own: Tongue) -> Iterator[str]:
    paragraphs = chosen.paragraphs
    if not paragraphs:
        return
    yield "## Article"
    for way, together in groupby(_together(paragraphs), lambda group: _way(group, own)):
        group = [one for some in together for one in some]
        if way == "rtl":
            yield f'<div dir="rtl" lang="{language_in(own, group[0].text)}">'
        yield from _paragraphs(group, way)
        yield "</div>" if way == "rtl" else ""
    if links := link_lines(chosen.briefing, (one.number for one in paragraphs), without=is_followed):
        yield "### Links"
        yield "\n".join(f"- {inline(line.removeprefix('- '))}" for line in links)


def _together(paragraphs: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs in groups: a list, a table, and any other by itself."""
    at = 0
    while at < len(paragraphs):
        end = at + 1
        while (
            paragraphs[at].kind in ("row", "item")
            and end < len(paragraphs)
            and (paragraphs[end].kind == paragraphs[at].kind or _is_in_item(paragraphs[at], paragraphs[end]))
        ):
            end += 1
        yield paragraphs[at:end]
        at = end


def _is_in_item(before: Paragraph, one: Paragraph) -> bool:
    """Whether a paragraph is code in a list that began before."""
    return before.kind == "item" and one.is_code_in_item


def _way(group: Sequence[Paragraph], own: Tongue) -> TextDirection:
    """The direction of a group: of a list and a table the article's, of any other its text's own."""
    if len(group) > 1 or group[0].kind == "row":
        return own.direction
    return direction(group[0].text) or ("ltr" if group[0].kind == "code" else own.direction)


def _paragraphs(paragraphs: Sequence[Paragraph], way: TextDirection | None = None) -> Iterator[str]:
    for group in _together(paragraphs):
        if group[0].kind == "row":
            yield _table([[*_cells(row)] for row in group])
        elif group[0].kind == "item":
            yield "\n".join(_items(group, way))
        else:
            yield _paragraph(group[0])


def _cells(row: Paragraph) -> Iterator[str]:
    for number, (start, end) in enumerate(cells(row.text)):
        said = marked(row.text, row.inlines, start, end)
        yield said if number else f"¶{row.number} {said}"


def _paragraph(one: Paragraph) -> str:
    label = f"{inline(one.label)} " if one.label else ""
    if one.kind == "code":
        return f"¶{one.number} {label}".rstrip() + f"\n\n{fenced(one.text)}"
    before = ""
    if one.kind == "heading":
        before = f"{'#' * min(_DEEPEST, max(1, one.level) + 2)} "
    elif one.kind == "quote":
        before = "> " * min(_DEEPEST, max(1, one.level))
    return f"{before}¶{one.number} {label}{marked(one.text, one.inlines)}"


def _items(items: Iterable[Paragraph], way: TextDirection | None) -> Iterator[str]:
    """The lines of items; code stands in the item before it, between empty ones."""
    depth, gap = 0, ""
    for one in items:
        if one.kind == "code":
            depth = min(one.level, depth + bool(one.label))
            block = re.sub("(?m)^(?=.)", "  " * depth, _paragraph(one))
            yield f"\n{'  ' * (depth - 1)}- {block.lstrip()}" if one.label else f"\n{block}"
            gap = "\n"
            continue
        depth = min(max(1, one.level), depth + 1, 20)
        label = f"{inline(one.label)} " if one.label.strip("-*+•◦▪ ") else ""
        said, its = marked(one.text, one.inlines), direction(one.text)
        if way and its and its != way:
            said = f'<span dir="{its}">{said}</span>'
        yield f"{gap}{'  ' * (depth - 1)}- ¶{one.number} {label}{said}"
        gap = ""


def _timeline(chosen: Chosen, own: Tongue) -> Iterator[str]:
    if chosen.events:
        yield "## Timeline"
        rows = [
            (
                inline(one.date),
                one.basis,
                inline(one.title),
                _either(one.arabic, own),
                cited(one.paragraphs),
                inline(one.note),
            )
            for one in chosen.events
        ]
        yield _table([("Date", "Basis", "Event", "Original", "Paragraphs", "Note"), *rows])


def _names(chosen: Chosen, own: Tongue) -> Iterator[str]:
    if chosen.names:
        yield "## Names"
        rows = [
            (
                inline(one.english),
                one.kind,
                inline(one.role),
                " / ".join(_either(form, own) for form in one.arabic),
            )
            for one in chosen.names
        ]
        yield _table([("Name", "Kind", "Role", "Original"), *rows])


def _table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose first row is its head; a row that is shorter gets empty cells."""
    columns = max(map(len, rows))
    filled = [[*row, *[""] * (columns - len(row))] for row in rows]
    filled.insert(1, ["---"] * columns)
    return "\n".join(f"| {' | '.join(row)} |" for row in filled)
