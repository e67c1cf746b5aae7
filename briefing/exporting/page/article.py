"""The article: each paragraph once, as what it is in its document, with its number and the claims on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from briefing.document import Paragraph
from briefing.document.model import ParagraphKind
from briefing.exporting.page.escaping import escaped
from briefing.exporting.page.evidence import QuotedWords
from briefing.exporting.page.texts import Marked, cells
from briefing.exporting.tongues import Tongue, direction, language

_DEEPEST: Final = 20  # lists within lists, quotes within quotes
_LAST_HEADING: Final = 6


class Headings:
    """Levels of the page's headings, made of those of a document: none is left out on the way down."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._open: list[int] = []

    def level(self, asked: int) -> int:
        """Return the page's level of the next heading, which has level `asked` in its document."""
        while self._open and self._open[-1] >= asked:
            self._open.pop()
        self._open.append(asked)
        return min(_LAST_HEADING, self._first + len(self._open) - 1)


class PageArticle(NamedTuple):
    """What the paragraphs of a page have in common."""

    tongue: Tongue
    quotes: Mapping[int, Sequence[QuotedWords]]
    headings: Headings

    def markup(self, paragraphs: Iterable[Paragraph]) -> Iterator[str]:
        """Yield paragraphs as markup, in order; a list, a quote and a table are an element each."""
        for kind, group in groupby(paragraphs, _kind):
            if kind == "item":
                yield from self._list(group)
            elif kind == "row":
                yield from self._table(group)
            elif kind == "quote":
                for level, same in groupby(group, lambda one: min(max(1, one.level), _DEEPEST)):
                    yield "<blockquote>" * level
                    yield from (self._block(one) for one in same)
                    yield "</blockquote>" * level + "\n"
            else:
                yield from (self._block(one) for one in group)

    def _block(self, one: Paragraph) -> str:
        text = Marked(one, self.quotes.get(one.number, ()))
        name, marked = text.name, text.whole()
        label = _label(one)
        if one.kind == "code":
            way = direction(one.text) or "ltr"
            block = f'<pre lang="" dir="{way}"><code class="t">{marked}</code></pre>'
        elif one.kind == "heading":
            level = self.headings.level(max(1, one.level))
            block = f'<h{level}{self._told(one.text)}>{label}<span class="{name}">{marked}</span></h{level}>'
        elif label:
            block = f'<p{self._told(one.text)}>{label}<span class="{name}">{marked}</span></p>'
        else:
            block = f'<p class="{name}"{self._told(one.text)}>{marked}</p>'
        kind = "p" if one.kind == "text" else f"p {one.kind}"
        role = ' role="note"' if one.kind == "note" else ""
        return f'<div class="{kind}" id="p{one.number}"{role}>{self._number(one)}{block}</div>\n'

    def _list(self, items: Iterable[Paragraph]) -> Iterator[str]:
        """Yield a list; a paragraph that its document shows nothing before goes on with the item above."""
        levels: list[int] = []
        for one in items:
            level = min(max(1, one.level), _DEEPEST)
            if one.label or not levels:
                while levels and levels[-1] > level:
                    levels.pop()
                    yield "</li></ul>"
                if levels and levels[-1] == level:
                    yield "</li>"
                else:
                    levels.append(level)
                    yield '<ul class="items">'
                yield "<li>"
            elif one.kind == "code":
                while len(levels) > 1 and levels[-1] > level:  # it stands in the outer item, behind a list
                    levels.pop()
                    yield "</li></ul>"
            yield self._block(one)
        yield "</li></ul>" * len(levels) + "\n"

    def _table(self, rows: Iterable[Paragraph]) -> Iterator[str]:
        table = [*rows]
        columns = max(one.text.count("\t") + 1 for one in table)
        yield '<div class="wide" role="region" aria-label="Table" tabindex="0"><table class="rows">\n'
        for one in table:
            marked = Marked(one, self.quotes.get(one.number, ()))
            own = [*cells(one.text)]
            yield f'<tr id="p{one.number}"><th scope="row">{self._number(one)}</th>'
            for at, (start, end) in enumerate(own, 1):
                missing = columns - len(own) + 1 if at == len(own) else 1
                span = f' colspan="{missing}"' if missing > 1 else ""
                side = self._told(one.text[start:end])
                yield f'<td class="{marked.name}"{span}{side}>{marked.part(start, end)}</td>'
            yield "</tr>\n"
        yield "</table></div>\n"

    def _told(self, text: str) -> str:
        """The attributes of a text: none, unless it runs another way than the article does."""
        way = direction(text)
        if way in (None, self.tongue.direction):
            return ""
        lang = language(text)
        return f' dir="{way}"' if lang == self.tongue.lang else f' lang="{lang}" dir="{way}"'

    def _number(self, one: Paragraph) -> str:
        """The paragraph's number, a link to itself, and links to the claims that rest on it."""
        number = f'<a href="#p{one.number}">¶{one.number}</a>'
        claims = sorted({quote.claim for quote in self.quotes.get(one.number, ())})
        if claims:
            links = " ".join(
                f'<a href="#c{claim}" aria-label="Claim {claim}">{claim}</a>' for claim in claims
            )
            number += f' <span class="on">{links}</span>'
        return f'<span class="n" lang="en" dir="ltr">{number}</span>'


def _label(one: Paragraph) -> str:
    return f'<span class="label">{escaped(one.label)}</span> ' if one.label else ""


def _kind(one: Paragraph) -> ParagraphKind:
    """What a paragraph stands among: code in an item of a list among the items."""
    return "item" if one.is_code_in_item else one.kind
