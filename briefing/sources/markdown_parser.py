"""The parser of Markdown: CommonMark with tables, struck words and footnotes, in bounded time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

#: Blocks within blocks; what is deeper is one paragraph, as it is written.
DEEPEST: Final = 60
_OPENED: Final = 3  # levels by which one block may go deeper
# Brackets in one paragraph: looking for their partners takes the square of their number.
_MOST_BRACKETS: Final = 500


def parsed(text: str) -> list[Token]:
    """Return the tokens of a text in Markdown. Inside a paragraph of too many brackets nothing is read."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    # An address stays as it is written: else one in Arabic letters would come in bytes (`%D9`).
    for name in ("normalizeLink", "normalizeLinkText"):
        setattr(parser, name, _as_written)
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.before("footnote_tail", "unreferred", _unreferred)
    parser.block.ruler.before("table", "too_deep", _too_deep)
    return parser.parse(text)


def _unreferred(state: StateCore) -> None:
    """Number the footnotes that nothing refers to after the others: the plugin would leave out their text."""
    known = state.env.get("footnotes", {})
    notes = known.setdefault("list", {})
    for label, number in known.get("refs", {}).items():
        if number < 0:
            notes[len(notes)] = {"label": label.removeprefix(":"), "count": 0}


def _as_written(address: str) -> str:
    return address


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take what is too deep as one paragraph: the parser would pass over it, and over all that follows."""
    if silent or state.level < DEEPEST - _OPENED:
        return False
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    state.push("paragraph_open", "p", 1).map = [start, line]
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start, line, state.blkIndent, False).strip()
    inline.map, inline.children = [start, line], []
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True


def _inline(state: StateCore) -> None:
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if token.content.count("[") > _MOST_BRACKETS:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
