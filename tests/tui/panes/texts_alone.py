"""A pane of texts by itself: an article of so many paragraphs, in which a reader stands and selects."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from briefing.document import Briefing, Paragraph, Section
from briefing.reading import contents
from briefing.reading.contents import ArticleContents
from briefing.reading.selection import Place
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.text_view import TextView
from tests.reading.conftest import Walk, bare
from tests.tui.panes.alone import Alone

#: Columns of a pane whose lines have twenty cells, and rows of one that has ten in sight.
COLUMNS, ROWS = 28, 12


def written(*texts: str) -> Briefing:
    """A briefing of paragraphs and nothing else."""
    numbers = tuple(range(1, len(texts) + 1))
    paragraphs = tuple(map(Paragraph, numbers, texts))
    return replace(bare(), paragraphs=paragraphs, sections=(Section("text", "", "", numbers),))


class Texts(Alone, TextView):
    """A pane of them, which selects and stands as it says."""

    stands_on: Place | None = None

    def __init__(self, **others: Any) -> None:
        super().__init__(**others)
        self.act = self._do

    def _do(self, name: str, *told: Any) -> None:
        self.acts.append((name, *told[1:]))
        if name == "select":
            self.contents = replace(self.contents, selection=told[1])
        elif name in ("put-cursor", "jump-to"):
            self.contents = replace(self.contents, cursor=told[1])

    @property
    def word(self) -> Place | None:
        return self.stands_on

    def lay_out(self, contents: ArticleContents, width: int) -> ArticleSheet:
        return ArticleSheet(contents, width)

    @property
    def selected(self) -> str:
        """The words that are selected, with a bar between items."""
        found = self.selection
        if found is None:
            return ""
        texts = ((at, self._text.text(at)) for at in found.items)
        spans = ((text, found.in_item(at, len(text))) for at, text in texts)
        return "|".join(text[span[0] : span[1]] for text, span in spans if span)


def texts(*words: str, size: tuple[int, int] = (COLUMNS, ROWS), **changes: Any) -> Texts:
    """A pane with these paragraphs, all of it measured."""
    pane = Texts()
    pane.contents = replace(contents(Walk(written(*words), None).reading).article, **changes)
    pane.sized(*size)
    pane.told()
    return pane
