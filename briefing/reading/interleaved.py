"""The contents of the pane in which claims stand between the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.arabic import Presentation
from briefing.document import Claim
from briefing.reading.contents import (
    ArticleContents,
    SummaryContents,
)
from briefing.reading.interleaving import Interleaving
from briefing.reading.selection import Selection
from briefing.reading.state import Reading
from briefing.reading.titles import Titles
from briefing.reading.views import View


class InterleavedContents(Struct, frozen=True):
    """The passages of the open view, and what is said about it between them: by position in `order`."""

    titles: Titles
    view: View
    order: Interleaving
    article: ArticleContents
    summary: SummaryContents
    cursor: int | None
    selection: Selection | None
    has_focus: bool
    presentation: Presentation

    @property
    def hits(self) -> Sequence[int]:
        """The positions at which something is found, ascending."""
        found = [self.order.position("article", at) for at in self.article.hits]
        found += [self.order.position("summary", at) for at in self.summary.hits if self.order.has(at)]
        return sorted(found)

    def hit_places(self, position: int) -> Sequence[int]:
        """Return where in the text at a position the hits begin."""
        pane, index = self.order.entry(position)
        return (self.article if pane == "article" else self.summary).hit_places(index)

    def is_claim(self, position: int) -> bool:
        """Return whether a claim stands at a position."""
        pane, index = self.order.entry(position)
        return pane == "summary" and isinstance(self.view.items[index], Claim)


def interleaved(reading: Reading, article: ArticleContents, summary: SummaryContents) -> InterleavedContents:
    """Return one pane's contents of those of two."""
    view, selected = reading.open, reading.selected
    order = view.interleaving
    leads, trail = reading.focus in ("article", "summary"), reading.trail
    cursor = None if reading.passage is None else order.position("article", reading.passage)
    if reading.focus == "summary" and reading.item is not None:
        cursor = order.position("summary", reading.item)
    came = trail is not None and trail.origin is reading.claim  # the claim that led here is told from others
    at = reading.item if reading.focus == "summary" or came else None
    return InterleavedContents(
        article.titles,
        view,
        order,
        article,
        replace(summary, cursor=at),
        cursor,
        selected.selection if selected is not None and selected.pane == "both" else None,
        leads,
        article.presentation,
    )
