"""Lines of a PDF, which knows no paragraphs, joined to such: across lines, columns and pages.

All measures are points from the bottom left of a page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from briefing.document.model import Paragraph
from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.sources.html_blocks import BULLET

_RTL: Final = re.compile(f"[{RIGHT_TO_LEFT}]")
_LTR: Final = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_BULLETS: Final = "•‣◦▪▫●○■□❖➢✓⁃∙·"
_NUMBER: Final = "(?:[0-9]{1,2}|[\u0660-\u0669\u06f0-\u06f9]{1,2})"
#: What stands before an item, its sign on either side; no white space where the text has none either.
_ITEM: Final = re.compile(
    rf"(?:[{_BULLETS}\uf0b7\uf0a7]|(?P<number>[(]?{_NUMBER}[.)-])|(?P<turned>[.)-]{_NUMBER}(?=\s)))"
    rf"(?:\s+(?=\S)|(?=[^\W\d]))"
)
_SIGN: Final = re.compile(r"[(\[]?(?:[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}|[*†‡]{1,3})[)\]]?")
_NOTE: Final = re.compile(r"[(\[]?(?P<sign>[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}|[*†‡])[)\].]?\s*(?=\S)")
_SENTENCE: Final = (".", "!", "?", "؟", "…", "۔", ":", "»", '"', "”", ".)", ")")
_HYPHENS: Final = ("-", "\u2010", "\u00ad")
_MARKS: Final = re.compile("[\u064b-\u0652\u0670]+")
_DIGITS: Final = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]+")

_ADDRESS: Final = re.compile(r"(?:https?|file)://\S+")
_PAGE_OF: Final = re.compile(r"(?<!\S)\d{1,4}/\d{1,4}(?!\S)")
_DAY_AND_TIME: Final = re.compile(r"(?=.*\d\W{1,2}\d{1,2}\W{1,2}\d)(?=.*\b\d{1,2}:\d\d\b)")

_CUT: Final = 4  # characters
_MARGIN: Final = 0.12  # of a page's height, above and below, where running heads stand
_SAME_SIZE: Final = 0.08  # by which sizes differ that are one
_LARGER: Final = 1.12  # times the size of the text from which on a line is a heading
_SMALLER: Final = 0.93  # times it, below which notes are
_WIDER: Final = 1.22  # times the usual distance of lines that parts paragraphs
_HEADING: Final = 240  # characters
_NARROWEST: Final = 0.15  # of its size, a letter's width in a line
_USUAL_WIDTH: Final = 0.47
_AROUND: Final = 8  # lines on either side that show how wide a column is


class PdfLine(NamedTuple):
    """A line of text: its place, the size of its letters, the number of its page (from 0) and that height.

    The row of a table is one, too; it has tabs between its cells, and the size 0.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    page: int = 0
    height: float = 0.0
    is_row: bool = False

    @property
    def is_rtl(self) -> bool:
        """Whether it runs from right to left: most of its letters do."""
        return len(_RTL.findall(self.text)) > len(_LTR.findall(self.text))

    @property
    def ends(self) -> tuple[float, float]:
        """Where it starts and where it ends, growing in the direction of its text."""
        return (-self.right, -self.left) if self.is_rtl else (self.left, self.right)


def with_width(line: PdfLine) -> PdfLine:
    """Return a line as wide as it looks: of fonts that no PDF needs to hold, nobody may know any widths."""
    least = _NARROWEST * line.size * len(line.text)
    if line.right - line.left >= least:
        return line
    return line._replace(right=line.left + _USUAL_WIDTH * line.size * len(line.text))


def without_running_heads(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[str]]:
    """Part lines at the edges of pages that come again on others, whatever their numbers, from the text.

    What a browser prints there is known on a single page, too.
    """
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in lines:
        if _is_at_edge(line):
            for place in _places(line):
                places[place].add(line.page)
    pages = len({line.page for line in lines})
    printed = {line.page for line in lines if _is_foot_of_browser(line)}
    heads: list[str] = []
    kept: list[PdfLine] = []
    for line in lines:
        met = max((len(places[place]) for place in _places(line)), default=0) if _is_at_edge(line) else 0
        of_browser = line.page in printed and (_is_foot_of_browser(line) or _is_head_of_browser(line))
        if of_browser or (met > 1 and (met >= 3 or met == pages)):
            heads.append(line.text)
        else:
            kept.append(line)
    return kept, list(dict.fromkeys(heads))


def _is_at_edge(line: PdfLine) -> bool:
    middle = (line.bottom + line.top) / 2
    return len(line.text) < 200 and not _MARGIN * line.height < middle < (1 - _MARGIN) * line.height


def _is_foot_of_browser(line: PdfLine) -> bool:
    """Whether it has the address of a printed page and `1/3`, and hardly more: parts of letters cut there."""
    if line.bottom > _MARGIN * line.height:
        return False
    rest, addresses = _ADDRESS.subn("", line.text)
    rest, numbers = _PAGE_OF.subn("", rest)
    return bool(addresses and numbers) and len(rest.replace(" ", "")) <= _CUT


def _is_head_of_browser(line: PdfLine) -> bool:
    """Whether it has day and time, beside the title, where a page that was printed has them."""
    return line.top > (1 - _MARGIN) * line.height and bool(_DAY_AND_TIME.match(line.text))


def _places(line: PdfLine) -> tuple[tuple[str, int], ...]:
    """What a running head is known by: its words without numbers, and its height; neighbours count alike."""
    words = _DIGITS.sub("#", " ".join(line.text.split()))
    height = round(line.bottom / 3)
    return tuple((words, height + by) for by in (0, 1))


def paragraphs_of_lines(lines: Sequence[PdfLine]) -> list[Paragraph]:
    """Return the paragraphs that lines in reading order make up, notes at the foot of pages last.

    Their numbers are 0. Headings are known by their size, items by what stands before them.
    """
    body = _body_size(lines)
    lines = [line for line in lines if not _is_sign(line, body)]
    lines, notes = _parted_notes(lines, body)
    found = [_paragraph(group, body) for group in _groups(lines)]
    found = _levelled(found)
    found += [_note(group) for group in _groups(notes, at_note=True)]
    return found


def _is_beside(one: PdfLine, other: PdfLine) -> bool:
    return one.page == other.page and abs(one.bottom - other.bottom) < 0.5 * max(one.size, other.size)


def _body_size(lines: Sequence[PdfLine]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    sizes.pop(0.0, None)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_sign(line: PdfLine, body: float) -> bool:
    """Whether it is the sign of a note, raised beside a line; where in that it stands, nobody knows."""
    return 0 < line.size < 0.8 * body and bool(
        _SIGN.fullmatch(_MARKS.sub("", line.text).strip())  # marks of the line below may be among it
    )


def _parted_notes(lines: Sequence[PdfLine], body: float) -> tuple[list[PdfLine], list[PdfLine]]:
    """Part small lines at the foot of each page from the rest."""
    kept: list[PdfLine] = []
    notes: list[PdfLine] = []
    for page in _by_page(lines):
        at = len(page)
        while at and 0 < page[at - 1].size < _SMALLER * body and page[at - 1].top < page[at - 1].height / 2:
            at -= 1
        kept += page[:at] if at else page
        notes += page[at:] if at else []
    return kept, notes


def _by_page(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    pages: dict[int, list[PdfLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return list(pages.values())


def _groups(lines: Sequence[PdfLine], *, at_note: bool = False) -> Iterator[list[PdfLine]]:
    """The lines of each paragraph."""
    leading = _leading(lines)
    group: list[PdfLine] = []
    for at, line in enumerate(lines):
        if group and (_parts(lines, at, leading, group) or (at_note and _NOTE.match(line.text))):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _leading(lines: Sequence[PdfLine]) -> dict[float, float]:
    """The usual distance between lines within a paragraph, by their size."""
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    for one, other in pairwise(lines):
        distance = one.bottom - other.bottom
        if one.page == other.page and _one_size(one, other) and 0.5 * one.size < distance < 4 * one.size:
            distances[round(other.size)][round(distance * 2) / 2] += 1
    # Of two distances that are about as frequent, the smaller is that between lines.
    return {
        size: min(one for one, count in found.items() if count >= 0.34 * max(found.values()))
        for size, found in distances.items()
    }


def _one_size(one: PdfLine, other: PdfLine) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _parts(lines: Sequence[PdfLine], at: int, leading: dict[float, float], group: Sequence[PdfLine]) -> bool:
    """Whether the paragraph of the lines in `group` ends before the line at that index."""
    above, line = lines[at - 1], lines[at]
    if above.is_row or line.is_row or not _one_size(above, line) or _ITEM.match(line.text):
        return True
    if _is_beside(above, line):
        return False
    distance = above.bottom - line.bottom
    goes_on = above.page == line.page and 0 < distance < 4 * line.size
    usual = leading.get(round(line.size), distance)
    if goes_on and distance > _WIDER * usual + 0.5:
        return True
    if _is_short(lines, at - 1, line):
        return True
    hangs = len(group) == 1 and _ITEM.match(above.text)
    if above.is_rtl == line.is_rtl and not hangs and _is_indented(lines, at):
        return True
    return not goes_on and above.text.rstrip().endswith(_SENTENCE)


def _column(lines: Sequence[PdfLine], at: int) -> list[PdfLine]:
    """The lines around one that stand in its column, itself among them."""
    line = lines[at]
    column = [line]
    for step in (-1, 1):
        for other in (at + step * far for far in range(1, _AROUND + 1)):
            if not 0 <= other < len(lines):
                break
            one = lines[other]
            overlap = min(one.right, line.right) - max(one.left, line.left)
            if one.page != line.page or not _one_size(one, line):
                break
            if one.is_rtl == line.is_rtl and overlap > 0:
                column.append(one)
    return column


def _is_short(lines: Sequence[PdfLine], at: int, after: PdfLine) -> bool:
    """Whether a line ends where the first word of the one after it would have fitted in."""
    line = lines[at]
    if line.text.endswith(_HYPHENS) and _LTR.match(line.text[-2:-1]):
        return False  # a word is cut
    edge = max(one.ends[1] for one in _column(lines, at))
    words = after.text.split(maxsplit=1)
    width = (after.right - after.left) / max(1, len(after.text)) * (len(words[0]) + 1 if words else 1)
    return edge - line.ends[1] > width + 0.6 * line.size


def _is_indented(lines: Sequence[PdfLine], at: int) -> bool:
    """Whether a line starts a little further in than those around it, as the first of a paragraph does."""
    starts = [one.ends[0] for one in _column(lines, at)]
    line = lines[at]
    above = lines[at - 1]
    before = above.ends[0] if above.page == line.page else min(starts)
    indents = (line.ends[0] - median(starts), line.ends[0] - before)
    return len(starts) > 2 and all(0.7 * line.size < indent < 5 * line.size for indent in indents)


def joined(lines: Sequence[PdfLine]) -> str:
    """Return the text of lines that follow each other; a word that was cut at the end of one is whole."""
    text = ""
    for line in lines:
        more = " ".join(line.text.split())
        if not text:
            text = more
        elif text.endswith(_HYPHENS) and _LTR.match(text[-2:-1]) and more[:1].islower():
            text = text[:-1] + more
        elif text.endswith("/"):  # nobody leaves a space after it
            text += more
        else:
            text += f" {more}"
    return text


def _paragraph(group: Sequence[PdfLine], body: float) -> Paragraph:
    if group[0].is_row:
        return Paragraph(0, group[0].text, "row" if "\t" in group[0].text else "text")
    text = joined(group)
    size = median(line.size for line in group)
    if size > _LARGER * body and len(text) <= _HEADING:
        return Paragraph(0, text, "heading", round(size * 2))  # the level follows from all of them
    item = _ITEM.match(text)
    if item:
        turned = item["turned"] or ""
        label = item["number"] or turned[1:] + turned[:1] or BULLET
        return Paragraph(0, text[item.end() :], "item", 1, label)
    return Paragraph(0, text)


def _levelled(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings with levels from 1, by their sizes."""
    sizes = sorted({one.level for one in paragraphs if one.kind == "heading"}, reverse=True)
    return [
        Paragraph(0, one.text, "heading", min(6, sizes.index(one.level) + 1))
        if one.kind == "heading"
        else one
        for one in paragraphs
    ]


def _note(group: Sequence[PdfLine]) -> Paragraph:
    text = joined(group)
    sign = _NOTE.match(text)
    if sign:
        return Paragraph(0, text[sign.end() :], "note", 0, f"[{sign['sign']}]")
    return Paragraph(0, text, "note")
