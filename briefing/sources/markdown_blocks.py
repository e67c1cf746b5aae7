"""Tokens of Markdown as paragraphs: blocks and the words in them as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.document.model import Inline, InlineKind, Paragraph, ParagraphKind
from briefing.sources.addresses import followable
from briefing.sources.html_blocks import BULLET
from briefing.sources.markdown_signs import ELEMENTS, Sign, kept_in, signed
from briefing.sources.runs import Runs

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES: Final[dict[str, InlineKind]] = {"strong": "strong", "em": "emphasis", "s": "struck", "link": "link"}
_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_PROGRAM: Final = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<[?!][^<>]*>")
_ELEMENT: Final = re.compile(rf"<(/?)({'|'.join(ELEMENTS)})(?:\s[^<>]*)?>", re.IGNORECASE)
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\n")


class _OpenBlock(NamedTuple):
    """A block that is open: what the paragraphs inside it become."""

    kind: ParagraphKind
    level: int = 0
    label: str = ""


class BlockWalk:
    """The walk over the tokens of one text: which blocks are open, and how deep.

    `comments` are the comments that it met, each in one line. Addresses of links start from `base`, "" leaves
    relative ones out.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self.comments: list[str] = []
        self._blocks: list[_OpenBlock] = [_OpenBlock("text")]
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
                yield from self._html(self._commentless(token.content))

    def _html(self, html: str) -> Iterator[Paragraph]:
        """A block of HTML without comments: a `<pre>` as it is, of others the text."""
        if (kept := kept_in(html, self.base)) is not None:
            label = kept.label if kept.sign else self._blocks[-1].label
            text, inlines = kept.runs.held
            inlines = tuple(sorted(inlines, key=lambda one: (one.start, one.end)))
            yield self._signed(kept.sign or Sign("code", self._level_of_code), label, text, inlines)
            return
        for text in _EMPTY_LINE.split(_tagless(html)):
            yield self._paragraph(" ".join(text.split()))

    def without_tags(self, html: str) -> str:
        """Return the text of a piece of HTML. Its comments are put aside, its scripts left out."""
        return _tagless(self._commentless(html))

    def _commentless(self, html: str) -> str:
        self.comments += (" ".join(one.split()) for one in _COMMENT.findall(html))
        return _COMMENT.sub("", html)

    def _open(self, name: str, token: Token) -> None:
        if name == "heading":
            self._blocks.append(_OpenBlock("heading", int(token.tag[1:])))
        elif name in ("bullet_list", "ordered_list"):
            self._lists += 1
        elif name == "list_item":
            label = f"{token.info}{token.markup}" if token.info else BULLET
            self._blocks.append(_OpenBlock("item", self._lists, label))
        elif name == "blockquote":
            self._quotes += 1
            self._blocks.append(_OpenBlock("quote", self._quotes))
        elif name == "footnote":
            self._blocks.append(_OpenBlock("note", 0, note_sign(token)))
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
        if self._cells is None and (found := signed(token.children or ())):
            sign, named, said = found
            label = Run(self)
            label.walk(named, " ")
            run.walk(said, "\n")
            yield self._signed(sign, label.held[0], *run.trimmed(" \n"))
            return
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
        return Paragraph(0, text, kind, self._level_of_code, block.label)

    @property
    def _level_of_code(self) -> int:
        block = self._blocks[-1]
        return block.level if block.kind == "item" else 0

    def _signed(self, sign: Sign, label: str, text: str, inlines: tuple[Inline, ...]) -> Paragraph:
        """A paragraph that says itself what it is."""
        block = self._blocks[-1]
        if text.strip():
            label = label or ("" if sign.kind else block.label)
            self._blocks[-1] = block._replace(label="")
        kind, level = (block.kind, block.level) if sign.kind is None else sign
        return Paragraph(0, text, kind or block.kind, level, label, inlines)


class Run(Runs):
    """Running text, gathered token by token."""

    def __init__(self, blocks: BlockWalk) -> None:
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
                    self.mark(begun.pop(), ELEMENTS[element[2].lower()])
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


def _tagless(html: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", _PROGRAM.sub("", html))))


def note_sign(token: Token) -> str:
    """Return what is shown for a footnote, in the text and before the note."""
    return f"[{int(token.meta.get('id', 0)) + 1}]"
