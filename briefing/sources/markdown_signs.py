"""What Markdown has no sign for, as HTML in it: how a paragraph is set, and text that is kept as it is.

`<span class="as-item-2">أ.</span> ` at a paragraph's beginning makes it an item of a list in a list, with
that label; `as-label` gives it a label and nothing else. `<pre>` keeps blanks, line ends and blank lines.
Other programs show the label before the text, and the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from briefing.document.model import InlineKind, ParagraphKind
from briefing.sources.addresses import followable
from briefing.sources.runs import Runs

if TYPE_CHECKING:
    from markdown_it.token import Token

#: HTML inside of a line that sets words as marks of Markdown do.
ELEMENTS: Final[dict[str, InlineKind]] = {
    **{"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis"},
    **{"del": "struck", "s": "struck", "strike": "struck", "code": "code"},
}
_KINDS: Final[dict[str, ParagraphKind]] = {kind: kind for kind in get_args(ParagraphKind)}
_SIGN: Final = re.compile(rf'<span class="as-(label|{"|".join(_KINDS)})(?:-([0-9]{{1,3}}))?">')
_END: Final = "</span>"
_PRE: Final = re.compile(r"\s*<pre(?:\s[^<>]*)?>\n?(.*?)\n?</pre>\s*", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)>|<[?!][^<>]*>")
_HREF: Final = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE)


class Sign(NamedTuple):
    """What a paragraph says that it is; `kind` is None if it only has a label of its own."""

    kind: ParagraphKind | None
    level: int


def sign_text(kind: ParagraphKind | None, level: int, label: str) -> str:
    """Return the sign before a paragraph; `label` is Markdown or HTML by now."""
    name = "label" if kind is None else f"{kind}-{level}" if level else kind
    return f'<span class="as-{name}">{label}{_END} '


def signed(tokens: Sequence[Token]) -> tuple[Sign, Sequence[Token], Sequence[Token]] | None:
    """Return the sign that the tokens of a paragraph begin with, those of its label and those of the text.

    None: they begin with no sign.
    """
    found = _SIGN.fullmatch(tokens[0].content) if tokens and tokens[0].type == "html_inline" else None
    if found is None:
        return None
    for at, token in enumerate(tokens):
        if token.type == "html_inline" and token.content == _END:
            return _sign(found), tokens[1:at], tokens[at + 1 :]
    return None


def _sign(found: re.Match[str]) -> Sign:
    return Sign(_KINDS.get(found[1]), int(found[2] or 0))


class KeptSign(NamedTuple):
    """A `<pre>`: its sign, None for code, the label, and the text with what is set in it."""

    sign: Sign | None
    label: str
    runs: Runs


def kept_in(html: str, base: str) -> KeptSign | None:
    """Return a piece of HTML that is one `<pre>` and nothing else, None if it is another."""
    found = _PRE.fullmatch(html)
    if found is None:
        return None
    inside = found[1]
    sign, label = None, ""
    if (begun := _SIGN.match(inside)) and (end := inside.find(_END, begun.end())) >= 0:
        sign, label = _sign(begun), unescape(inside[begun.end() : end])
        inside = inside[end + len(_END) :].removeprefix(" ")
    return KeptSign(sign, label, _set(inside, base, is_code=sign is None or sign.kind in ("code", None)))


def _set(html: str, base: str, *, is_code: bool) -> Runs:
    """A text with elements as runs; in code nothing is code by itself."""
    runs, at = Runs(), 0
    opened: dict[InlineKind, list[tuple[int, str]]] = {}
    for tag in _TAG.finditer(html):
        runs.add(unescape(html[at : tag.start()]))
        at = tag.end()
        name = (tag[2] or "").lower()
        kind = "link" if name == "a" else ELEMENTS.get(name)
        if name == "br":
            runs.add("\n")
        if kind is None or (kind == "code" and is_code):
            continue
        if not tag[1]:
            href = _HREF.search(tag[3]) if kind == "link" else None
            address = unescape(next(filter(None, href.groups()), "")) if href else ""
            opened.setdefault(kind, []).append((runs.length, followable(address, base)))
        elif opened.get(kind):
            start, address = opened[kind].pop()
            runs.mark(start, kind, address)
    runs.add(unescape(html[at:]))
    return runs
