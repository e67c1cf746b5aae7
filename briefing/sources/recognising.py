"""Which documents are web pages and which Markdown: told by what stands in them, not by a name alone."""

from __future__ import annotations

import re
from typing import Final

from briefing.sources.material import Material

# Patterns are strings: most documents are plain text, and compiling costs the time of the first frame.
_LOOKED_AT: Final = 1 << 14  # bytes
#: What names of web pages end in.
PAGES: Final = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_PAGE_TYPES: Final = frozenset(("text/html", "application/xhtml+xml"))
#: What names of Markdown files end in.
MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
_MARKDOWN_TYPES: Final = frozenset(("text/markdown", "text/x-markdown"))
_BEGINS: Final = (
    rb"(?i)\s{0,4096}(?:<\?xml[^<>]{0,200}\?>\s{0,100})?(?:<!--(?:[^-]|-(?!->)){0,3000}-->\s{0,100}){0,5}"
    rb"(?:<!doctype\s+html\b|<html[\s>])"
)
_TAG: Final = (
    rb"(?i)</?(?:html|head|title|meta|link|body|div|p|br|span|table|tr|td|a|b|i|em|strong|font|center|ul|ol|li"
    rb"|h[1-6]|hr|img|section|article|main|nav|header|footer|blockquote|pre|script|style|form)(?:\s[^<>]{0,1000})?/?>"
)
_FEW: Final = 3  # tags that a page has at least; a text about pages may have one
# What is hardly in a text that is not Markdown. Lines that begin with `-`, `*` or `1.` are in any text.
_SIGNS: Final = (
    rb"(?m)^ {0,3}#{1,6} +\S",
    rb"(?m)^ {0,3}(?:```|~~~)",
    rb"(?<![\w!])!?\[[^\[\]\n]{1,300}\]\((?:https?://|mailto:|/|\.{0,2}/?[\w.-]+\.\w+|#)[^()\s]{0,500}[^\n()]{0,100}\)",
    rb"(?m)^ {0,3}\[[^\[\]\n]{1,100}\]: +(?:https?://|/|\.)\S",
    rb"(?<![\w*])\*\*[^\s*][^*\n]{0,300}\*\*(?!\*)",
    rb"(?m)^ {0,3}\|?(?: *:?-{3,}:? *\|)+ *(?::?-{3,}:?)? *$",
    rb"(?m)\A---[ \t]*$(?s:.{1,3000}?)^---[ \t]*$",
)
_LARGEST_MARKDOWN: Final = 4 << 20  # bytes; some ten seconds
_KINDS, _ALL = 2, 3  # kinds of signs, and signs, that make a text without a name Markdown


def is_web_page(material: Material) -> bool:
    """Return whether a document is one of HTML. Its name and what a server says only make it likelier."""
    start = material.beginning(_LOOKED_AT)
    if re.match(_BEGINS, start):
        return True
    suffix = material.suffix
    likely = suffix in PAGES or material.media_type in _PAGE_TYPES
    if suffix in MARKDOWN or not (likely or start.lstrip()[:1] == b"<"):
        return False
    tags = sum(1 for _ in re.finditer(_TAG, start))
    if likely:
        return tags > 0
    return tags >= _FEW and re.match(_TAG, start.lstrip()) is not None


def is_markdown(material: Material) -> bool:
    """Return whether a document is Markdown, by its name, or by several signs of different kinds.

    A very large one is not: it opens at once as the plain text that it is as well.
    """
    if material.size > _LARGEST_MARKDOWN:
        return False
    start = material.beginning(_LOOKED_AT)
    if b"\0" in start or start.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf")):
        return False
    if material.suffix in MARKDOWN or material.media_type in _MARKDOWN_TYPES:
        return True
    counts = [sum(1 for _ in re.finditer(sign, start)) for sign in _SIGNS]
    return sum(count > 0 for count in counts) >= _KINDS and sum(counts) >= _ALL
