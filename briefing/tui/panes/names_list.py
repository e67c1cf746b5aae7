"""The names in their window: one of them is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.tui.panes.facts import Facts

if TYPE_CHECKING:
    from briefing.tui.screens.facts_screen import NamesScreen


class NamesList(Facts):
    """Facts, through which the keys go item by item; the one that is chosen stays in sight."""

    @property
    def _window(self) -> NamesScreen:
        return self.screen  # type: ignore[return-value]  # it stands nowhere else

    def watch_contents(self, before: Any, after: Any) -> None:
        """Keep what is chosen in sight."""
        super().watch_contents(before, after)
        if before is not None and after is not None and before.cursor != after.cursor:
            self.show_item(after.cursor)

    def row_clicked(self, row: int, column: int) -> None:
        """Take the name that was clicked on."""
        if row < self.count_rows():
            self._window.move(self.item_at(row)[0])
            self._window.action_take()

    def action_scroll_rows(self, step: int) -> None:
        """Choose the next name, or the one before."""
        self._window.move((self.contents.cursor or 0) + step)

    def _page_by(self, step: int) -> None:
        super()._page_by(step)
        self._window.move(self.item_at(self.top)[0] if step < 0 or self.top else self.count)
        if step > 0 and self.top + self.page >= self.count_rows():
            self._window.move(self.count)

    def _to_end(self, step: int) -> None:
        self._window.move(0 if step < 0 else self.count)
