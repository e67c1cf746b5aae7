"""The article as lines of plain text: each paragraph behind its number and what its document shows before it.

The paragraph's own text is never changed: headings begin with `#`, quotes with `>`, items and notes with
their labels, and code stands on lines of its own. Cells of a table are parted by tabs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from briefing.document import Briefing, Paragraph, Section, safe_line
from briefing.document.citing import cited
from briefing.document.controls import title_line, unordered
from briefing.document.model import Inline

_DEEPEST: Final = 20
_TITLE: Final = 4096  # characters of a text among which a title is looked for


def paragraph_blocks(briefing: Briefing, numbers: Iterable[int]) -> Iterator[list[str]]:
    """Return the paragraphs of these numbers: blocks of lines; a list and a table are a block each."""
    block: list[str] = []
    last: Paragraph | None = None
    for number in numbers:
        one = briefing.paragraph(number)
        if last is None or not _goes_on(last, one):
            if block:
                yield block
            block = []
        if one.kind == "text" and not one.label:  # most are
            block.append(f"¶{number} {one.text}")
        elif one.kind == "code":
            block.append(f"{cited([number])} {_before(one)}".rstrip() + f"\n{one.text}")
        else:
            block.append(f"{cited([number])} {_before(one)}{one.text}")
        last = one
    if block:
        yield block


def link_lines(
    briefing: Briefing, numbers: Iterable[int], *, without: Callable[[Inline], bool] = lambda _: False
) -> list[str]:
    """Return one line for each link in these paragraphs: where it stands, its words and its address.

    `without`: which links need none.
    """
    lines: list[str] = []
    for number in numbers:
        one = briefing.paragraph(number)
        for link in one.inlines:
            if link.kind == "link" and not without(link):
                words = " ".join(one.text[link.start : link.end].split())
                address = safe_line(link.address)
                named = "" if words == link.address else f"{title_line(words)}: "
                lines.append(f"- {cited([number])} {named}{address}")
    return lines


def begins_with(briefing: Briefing, numbers: Iterable[int], title: str) -> bool:
    """Return whether the first line of these paragraphs is `title`, or as much of it as the title has."""
    first = next((briefing.paragraph(number).text for number in numbers), "")
    return _is_title(first, title)


def begins_under(briefing: Briefing, section: Section) -> bool:
    """Return whether a section begins with the heading that it is named after."""
    for number in section.paragraphs:
        one = briefing.paragraph(number)
        if one.kind != "heading":
            return False
        if any(title and _is_title(one.text, title) for title in (section.title, section.arabic)):
            return True
    return False


def _is_title(text: str, title: str) -> bool:
    """Whether a title was made of a text, or of its first line: white space is one blank in it."""
    text, begun, wanted = text[:_TITLE].lstrip(), title.removesuffix("…"), title_line(title)
    for one in (text, text.splitlines()[0] if text else ""):
        said = title_line(one)
        if said == wanted or (begun != title and said.startswith(begun)):
            return True
    return False


def _goes_on(before: Paragraph, one: Paragraph) -> bool:
    """Whether a paragraph stands on the next line: the next row of a table, the next item, the next note."""
    if one.kind == "text" or before.kind != one.kind:
        return False
    return one.kind == "row" or (one.kind in ("item", "note") and bool(one.label))


def _before(one: Paragraph) -> str:
    """What stands between the number of a paragraph and its text."""
    label = f"{safe_line(unordered(one.label))} " if one.label else ""
    level = min(one.level, _DEEPEST)
    if one.kind == "item":
        return "  " * (level - 1 if label else level) + label
    if one.kind == "heading":  # its number is a part of it
        return f"{'#' * max(1, level)} {label}"
    return f"{label}{'>' * max(1, level)} " if one.kind == "quote" else label
