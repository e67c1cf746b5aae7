r"""Words of an article as Markdown for a person to edit: a backslash where a sign would act, nowhere else.

(`exporting/markdown_text` writes for programs that know more signs than CommonMark has.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from html import escape
from typing import Final, Literal

from briefing.document.model import Inline, InlineKind, Paragraph, ParagraphKind
from briefing.exporting.markdown_inlines import InlineWriters
from briefing.sources.markdown_signs import sign_text

_SIGNS: Final = re.compile(r"[\\`*\[\]~]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?]|\Z)|&(?=#|\w+;|\Z)|!\Z")
# What begins a block, or is the second line of a heading or of a table.
_BEGINNING: Final = re.compile(
    r"\d{1,9}(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[-+](?:[\s+-]|\Z)|[-=:|\s]+\Z)"
)
#: What words stand in.
BlockKind = Literal["lines", "heading", "cell", "label"]
_RETURN: Final = "&#13;"
_ADDRESS: Final = {"\\": "\\\\", "|": "&#124;", "<": "\\<", ">": "\\>", "`": "&#96;"}
_ELEMENTS: Final[dict[InlineKind, str]] = {
    **{"strong": "strong", "emphasis": "em", "struck": "del", "code": "code", "link": "a"}
}


def writers_of(block: BlockKind) -> InlineWriters:
    """Return how words are written in a block of lines, in a heading, in a cell, in a label."""
    line_end = {"lines": "\\\n", "heading": "<br>"}.get(block, " ")

    def piece(text: str, *, begins: bool, ends: bool) -> str:
        lines = text.split("\n")
        last = len(lines) - 1
        return line_end.join(
            _line(line, block, begins=begins or at > 0, ends=ends or at < last)
            for at, line in enumerate(lines)
        )

    return InlineWriters(piece, _address)


def _line(line: str, block: BlockKind, *, begins: bool, ends: bool) -> str:
    marked = _SIGNS.sub(r"\\\g<0>", line)
    if begins and (found := _BEGINNING.match(marked)) and marked[found.end() :].strip():
        marked = f"{found[0]}\\{marked[found.end() :]}"
    if block == "cell":
        marked = marked.replace("|", "&#124;")
    if ends and block == "heading":
        marked = _with_last_hashes(marked)
    if begins:  # blanks at the ends of a block and of a line Markdown would drop
        rest = marked.lstrip()
        marked = _entities(marked[: len(marked) - len(rest)]) + rest
    if ends:
        rest = marked.rstrip()
        marked = rest + _entities(marked[len(rest) :])
    return marked.replace("\r", _RETURN)


def _with_last_hashes(heading: str) -> str:
    """A heading whose last signs are its words: those behind a blank would be none."""
    words = heading.rstrip()
    before = words.rstrip("#")
    if len(before) == len(words) or before[-1:] not in ("", " ", "\t"):
        return heading
    return f"{before}\\{heading[len(before) :]}"


def _entities(blanks: str) -> str:
    return "".join(f"&#{ord(one)};" for one in blanks)


def _address(address: str) -> str:
    return re.sub(r"[\\|<>`]", lambda match: _ADDRESS[match[0]], address)


def kept(one: Paragraph, kind: ParagraphKind | Literal[""]) -> str:
    """Return a paragraph's text as it is, blanks and blank lines too, with what is set in it, as a `<pre>`.

    `kind` says what it is, "" that it is code, without a label.
    """
    sign = sign_text(kind, one.level, _escaped(one.label)) if kind else ""
    text = one.text
    opens: dict[int, list[tuple[int, str]]] = {}
    closes: dict[int, list[tuple[int, str]]] = {}
    for inline in _nested(one.inlines):
        name = _ELEMENTS[inline.kind]
        href = f' href="{escape(inline.address)}"' if inline.kind == "link" else ""
        opens.setdefault(inline.start, []).append((-inline.end, f"<{name}{href}>"))
        closes.setdefault(inline.end, []).append((-inline.start, f"</{name}>"))
    parts, at = [], 0
    for here in sorted({*opens, *closes}):
        parts.append(_escaped(text[at:here]))
        parts += [tag for _, tag in sorted(closes.get(here, ()))]
        parts += [tag for _, tag in sorted(opens.get(here, ()))]
        at = here
    return f"<pre>\n{sign}{''.join(parts)}{_escaped(text[at:])}\n</pre>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\r", _RETURN)


def _nested(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Inlines of which no link ends within another that it began in: it goes on behind that one's end.

    An end of a link says nothing of which it is: it is that of the last one that began.
    """
    waiting: list[tuple[int, int, str]] = []
    for one in inlines:
        if one.kind == "link":
            heappush(waiting, (one.start, -one.end, one.address))
        else:
            yield one
    begun: list[int] = []  # the ends of those that the next one may stand in
    while waiting:
        start, minus_end, address = heappop(waiting)
        begun = [end for end in begun if end > start]
        end = min([*begun, -minus_end])
        if end < -minus_end:
            heappush(waiting, (end, minus_end, address))
        begun.append(end)
        yield Inline(start, end, "link", address)
