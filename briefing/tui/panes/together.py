"""Article and summary scrolling together, each claim beside the paragraph that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from briefing.reading.effects import Reveal
from briefing.tui.panes.article import Article
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.summary import Summary


class Together:
    """Has one pane follow the other: the same row at the upper edge of both, as far as each has rows.

    What an action brings into sight stays in sight, even where the panes then show different rows: the claim
    that the reader stands on, and evidence more than a page away from it. The next scrolling joins them.
    """

    def __init__(self, article: Article, summary: Summary) -> None:
        self._article = article
        self._summary = summary
        self._alone = False
        article.moved = summary.moved = self._moved
        article.remeasured = self._remeasured

    def switch(self, on: bool) -> None:
        """Have the panes scroll together from now on, or apart."""
        if on != (self._summary.beside is not None):
            with self._by_itself():
                self._summary.align(self._article if on else None)
            self.join()

    def join(self) -> None:
        """Bring the rows beside one another again: those of the pane that the reader is in stay."""
        self._moved(self._summary if self._summary_leads else self._article)

    def reveal(self, reveals: Iterable[Reveal]) -> None:
        """Bring what effects name into sight: in the pane that the reader is in first."""
        led = "summary" if self._summary_leads else "article"
        if self._summary.is_aligned:
            reveals = sorted(reveals, key=lambda reveal: reveal.pane != led)
        for reveal in reveals:
            shown: ItemView = self._article if reveal.pane == "article" else self._summary
            shown.reveal(reveal)
            if self._summary.is_aligned and reveal.pane != led:
                with self._by_itself():
                    (self._summary if self._summary_leads else self._article).bring_back()

    @property
    def _summary_leads(self) -> bool:
        contents = self._summary.contents
        return contents is not None and contents.has_focus

    def _moved(self, moved: ItemView) -> None:
        if not self._alone and self._summary.is_aligned:
            with self._by_itself():
                (self._article if moved is self._summary else self._summary).top = moved.top

    def _remeasured(self, rows: int) -> None:
        """Follow the article, of which what is in sight stands `rows` rows further down than was thought."""
        if self._summary.is_aligned:
            with self._by_itself():
                self._summary.top += rows
            self._summary.update()

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        before, self._alone = self._alone, True
        try:
            yield
        finally:
            self._alone = before
