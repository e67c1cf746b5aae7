"""The parser of Markdown: CommonMark with tables, struck words and footnotes, in bounded time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

#: Blocks within blocks; what is deeper is left out by the parser.
DEEPEST: Final = 60
# Brackets in one paragraph: looking for their partners takes the square of their number.
_MOST_BRACKETS: Final = 500


def parsed(text: str) -> list[Token]:
    """Return the tokens of a text in Markdown. Inside a paragraph of too many brackets nothing is read."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.core.ruler.at("inline", _inline)
    return parser.parse(text)


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
