"""Tokens of Markdown as paragraphs: blocks and the words in them as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.document.model import Inline, InlineKind, Paragraph, ParagraphKind
from briefing.sources.addresses import followable
from briefing.sources.html_blocks import BULLET
from briefing.sources.runs import Runs

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES: Final[dict[str, InlineKind]] = {"strong": "strong", "em": "emphasis", "s": "struck", "link": "link"}
_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_PROGRAM: Final = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<[?!][^<>]*>")
# HTML inside of a line that sets words as marks of Markdown do.
_ELEMENT: Final = re.compile(r"<(/?)(strong|b|em|i|del|s|strike|code)(?:\s[^<>]*)?>", re.IGNORECASE)
_ELEMENTS: Final[dict[str, InlineKind]] = {
    **{"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis"},
    **{"del": "struck", "s": "struck", "strike": "struck", "code": "code"},
}
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\n")


class _Block(NamedTuple):
    """A block that is open: what the paragraphs inside it become."""

    kind: ParagraphKind
    level: int = 0
    label: str = ""


class Blocks:
    """The walk over the tokens of one text: which blocks are open, and how deep.

    `comments` are the comments that it met, each in one line. Addresses of links start from `base`, "" leaves
    relative ones out.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self.comments: list[str] = []
        self._blocks: list[_Block] = [_Block("text")]
        self._lists = self._quotes = 0
        self._cells: list[Run] | None = None  # of the row that is open

    def paragraphs(self, tokens: Iterable[Token]) -> Iterator[Paragraph]:
        """Iterate over the paragraphs that the tokens are; their numbers are all 0."""
        for token in tokens:
            name, _, end = token.type.rpartition("_")
            if end == "open":
                self._open(name, token)
            elif end == "close":
                yield from self._close(name)
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "code_block"):
                yield self._paragraph(token.content.removesuffix("\n"), kind="code")
            elif token.type == "html_block":
                for text in _EMPTY_LINE.split(self.without_tags(token.content)):
                    yield self._paragraph(" ".join(text.split()))

    def without_tags(self, html: str) -> str:
        """Return the text of a piece of HTML. Its comments are put aside, its scripts left out."""
        self.comments += (" ".join(one.split()) for one in _COMMENT.findall(html))
        html = _PROGRAM.sub("", _COMMENT.sub("", html))
        return unescape(_TAG.sub("", _BREAK.sub("\n", html)))

    def _open(self, name: str, token: Token) -> None:
        if name == "heading":
            self._blocks.append(_Block("heading", int(token.tag[1:])))
        elif name in ("bullet_list", "ordered_list"):
            self._lists += 1
        elif name == "list_item":
            label = f"{token.info}{token.markup}" if token.info else BULLET
            self._blocks.append(_Block("item", self._lists, label))
        elif name == "blockquote":
            self._quotes += 1
            self._blocks.append(_Block("quote", self._quotes))
        elif name == "footnote":
            self._blocks.append(_Block("note", 0, note_sign(token)))
        elif name == "tr":
            self._cells = []

    def _close(self, name: str) -> Iterator[Paragraph]:
        if name in ("heading", "list_item", "blockquote", "footnote"):
            self._blocks.pop()
        if name in ("bullet_list", "ordered_list"):
            self._lists -= 1
        elif name == "blockquote":
            self._quotes -= 1
        elif name == "tr":
            row = Runs()
            for number, cell in enumerate(self._cells or ()):
                row.add("\t" * (number > 0))
                row.join(cell)
            self._cells = None
            text, inlines = row.trimmed("")
            yield Paragraph(0, text, "row", inlines=inlines)

    def _inline(self, token: Token) -> Iterator[Paragraph]:
        run = Run(self)
        run.walk(token.children or (), " " if self._cells is not None else "\n")
        if self._cells is not None:
            self._cells.append(run)
        else:
            yield self._paragraph(*run.trimmed(" \n"))

    def _paragraph(
        self, text: str, inlines: tuple[Inline, ...] = (), *, kind: ParagraphKind = "text"
    ) -> Paragraph:
        block = self._blocks[-1]
        if text.strip() and block.label:  # it stands before the first paragraph of an item only
            self._blocks[-1] = block._replace(label="")
        if kind == "text":
            return Paragraph(0, text, block.kind, block.level, block.label, inlines)
        return Paragraph(0, text, kind, 0, block.label)


class Run(Runs):
    """Running text, gathered token by token."""

    def __init__(self, blocks: Blocks) -> None:
        super().__init__()
        self._blocks = blocks

    def walk(self, tokens: Iterable[Token], line_end: str) -> None:
        """Add the text of tokens. `line_end` is what a line that the author ended there is ended with."""
        opened: list[tuple[str, int, str]] = []
        elements: dict[str, list[int]] = {}  # where those that are open begin
        for token in tokens:
            name, _, end = token.type.rpartition("_")
            if end == "open":
                address = followable(str(token.attrs.get("href", "")), self._blocks.base)
                opened.append((name, self.length, address))
            elif end == "close" and opened:
                self._mark(*opened.pop())
            elif token.type == "softbreak":
                self.add(" ")
            elif token.type == "hardbreak":
                self.add(line_end)
            elif token.type == "code_inline":
                start = self.length
                self.add(token.content)
                self._mark("code", start, "")
            elif token.type == "html_inline" and (element := _ELEMENT.fullmatch(token.content)):
                begun = elements.setdefault(element[2].lower(), [])
                if not element[1]:
                    begun.append(self.length)
                elif begun:
                    self.mark(begun.pop(), _ELEMENTS[element[2].lower()])
            elif token.type == "html_inline":
                self.add(self._blocks.without_tags(token.content).replace("\n", line_end))
            elif token.type == "footnote_ref":
                self.add(note_sign(token))
            elif token.type == "image":
                self.walk(token.children or (), line_end)
            elif token.type == "text":
                self.add(token.content)

    def _mark(self, name: str, start: int, address: str) -> None:
        kind: InlineKind | None = "code" if name == "code" else _STYLES.get(name)
        if kind is not None:
            self.mark(start, kind, address)


def note_sign(token: Token) -> str:
    """Return what is shown for a footnote, in the text and before the note."""
    return f"[{int(token.meta.get('id', 0)) + 1}]"
