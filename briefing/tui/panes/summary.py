"""The summary's pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType

from briefing.reading.contents import SummaryContents
from briefing.reading.effects import Reveal
from briefing.reading.selection import Selection
from briefing.reading.views import View
from briefing.tui.bindings import pane_bindings
from briefing.tui.panes.article import Article
from briefing.tui.panes.cross_references import paragraph_led_to
from briefing.tui.panes.heights import Heights
from briefing.tui.panes.pane import Act
from briefing.tui.panes.summary_sheet import SummarySheet
from briefing.tui.panes.text_view import TextView

# Items that are measured at once; of more the claims stand one under the other until all are measured.
_AT_ONCE = 500


class Summary(TextView):
    """The claims of the view that is open."""

    BINDINGS: ClassVar[list[BindingType]] = pane_bindings("summary")

    def __init__(self, *, id: str, act: Act) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, act=act)
        #: The article that claims stand beside; None: they stand one under the other.
        self.beside: Article | None = None
        self._stands_beside: tuple[View, tuple[int | None, ...]] | None = None
        self._aligned: tuple[tuple[object, ...], Heights] | None = None

    @property
    def is_aligned(self) -> bool:
        """Whether claims stand beside their paragraphs, as things are."""
        return self._heights is not self._own_heights

    @property
    def _heights(self) -> Heights:
        own, article, contents = self._own_heights, self.beside, self.contents
        if article is None or contents is None or self._sheet is None or not self._is_ready(article):
            return own
        passages = article.own_heights
        key = (own, passages, passages.left)
        if self._aligned is None or self._aligned[0] != key:
            from briefing.tui.panes.alignment import AlignedHeights, anchors

            for index in range(own.count if own.left else 0):
                self._measure(index)
            if self._stands_beside is None or self._stands_beside[0] is not contents.view:
                self._stands_beside = contents.view, anchors(contents.view, self._order)
            self._aligned = key, AlignedHeights(own, passages, self._stands_beside[1])
        return self._aligned[1]

    def _is_ready(self, article: Article) -> bool:
        """Whether both panes have the same view laid out, and measuring all of this one takes no time."""
        view, own = self.contents.view, self._own_heights
        if view.first_claim is None or own.count != len(self._order) or (own.left and own.count > _AT_ONCE):
            return False
        return article.shows(view) and article.own_heights.count == view.count

    def align(self, article: Article | None) -> None:
        """Have claims stand beside their paragraphs in `article`, or one under the other (None).

        The item at the upper edge stays there.
        """
        index, inside = self.item_at(self.top)
        item = self._order[index] if self._sheet is not None and self.count else 0
        self.beside = article
        if not isinstance(self._sheet, SummarySheet) or not self.count:
            return
        self._sheet = self.lay_out(self.contents, self.text_width)
        self._measured.clear()
        self._remeasure(first=False)
        position, heights = self._sheet.position(item), self._heights
        if position is None or not self.top:
            self.top = 0
        else:
            self.top = heights.top(position) + max(0, min(inside, heights.height(position) - 1))
        self.update()

    def row_clicked(self, row: int, column: int) -> None:
        """Go to the paragraph whose number was clicked on; or else stand on the claim."""
        value = self.row_value(row)
        if value is not None:
            number = paragraph_led_to(self.paint(value), self.text_width, column, mirrored=self.mirrored)
            if number is not None:
                self.act("follow", self.id, self._order[self.item_at(row)[0]], number)
                return
        super().row_clicked(row, column)

    def _bring_cursor(self) -> None:
        """Leave the bottom line in sight, where the reader still stands on the claim that follows on it."""
        contents = self.contents
        if isinstance(contents, SummaryContents) and contents.view.shows_bottom_line and self.top == 0:
            self._keeps_cursor = self._keeps_cursor and contents.cursor != contents.view.first_claim
        super()._bring_cursor()

    def lay_out(self, contents: SummaryContents, width: int) -> SummarySheet:
        """Return the claims laid out."""
        together = self.beside is not None and contents.view.first_claim is not None
        return SummarySheet(contents, width, contents.view.interleaving.items if together else None)

    # Items stand here by position, and are known to the reading by their index in the view.

    @property
    def _order(self) -> Sequence[int]:
        assert isinstance(self._sheet, SummarySheet)
        return self._sheet.order

    def item_of(self, position: int) -> int:
        """Return which item of the view stands at a position."""
        return self._order[position]

    def position_of(self, item: int) -> int | None:
        """Return where an item of the view stands; None if it is not shown."""
        return self._sheet.position(item) if isinstance(self._sheet, SummarySheet) else None

    def _items_hit(self) -> Sequence[int]:
        items = {*super()._items_hit()}
        return [position for position, item in enumerate(self._order) if item in items]

    def _hit_places(self, index: int) -> Sequence[int]:
        return super()._hit_places(self._order[index])

    def put_cursor(self, index: int, action: str = "put-cursor") -> None:
        """Have the reader stand on the item at a position."""
        if index != self.cursor:
            self.act(action, self.id, self._order[index])

    @property
    def selection(self) -> Selection | None:
        """What is selected here, by position."""
        selection, sheet = super().selection, self._sheet
        if selection is None or not isinstance(sheet, SummarySheet):
            return None
        anchor, head = (sheet.position(place.item) for place in selection)
        if anchor is None or head is None:
            return None
        return Selection(replace(selection.anchor, item=anchor), replace(selection.head, item=head))

    def select(self, selection: Selection | None) -> None:
        """Have something selected, or (None) nothing."""
        if selection != self.selection:
            order = self._order
            places = [replace(place, item=order[place.item]) for place in selection or ()]
            self.act("select", self.id, Selection(*places) if places else None)

    def reveal(self, reveal: Reveal) -> None:
        """Bring what an effect names into sight."""
        if isinstance(self._sheet, SummarySheet):
            position = self._sheet.position(reveal.item)
            if position is None:
                return
            reveal = replace(reveal, item=position)
        super().reveal(reveal)
