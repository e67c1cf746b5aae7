"""What the sidebar shows of a reading: the views, and of each how much there is to it."""

from __future__ import annotations

from msgspec import Struct

from briefing.arabic import Presentation
from briefing.reading.items import SidebarItem
from briefing.reading.preferring import presentation
from briefing.reading.state import Reading
from briefing.reading.titles import Titles, titles_of
from briefing.reading.views import View
from briefing.settings.paragraph_ranges import ParagraphRanges, count_in


class SidebarContents(Struct, frozen=True):
    """The views that can be opened, by index. `bare`: of each, the paragraphs that no claim rests on."""

    titles: Titles
    views: tuple[View, ...]
    current: int
    has_focus: bool
    presentation: Presentation
    bare: tuple[int, ...] = ()
    found: tuple[int, ...] = ()
    seen: ParagraphRanges = ()

    def item(self, index: int) -> SidebarItem:
        """Return the entry of a view."""
        view = self.views[index]
        count = len(view.section.paragraphs)
        current = index == self.current
        bare = self.bare[index] if self.bare else None
        found = self.found[index] if self.found else None
        seen = _eighths(count_in(self.seen, view.numbers), count) if self.seen else 0
        leads = current and self.has_focus
        return SidebarItem(view.digit, view.title, view.arabic, count, current, leads, bare, found, seen)


def sidebar_contents(reading: Reading) -> SidebarContents:
    """Return what the sidebar alone shows of a reading."""
    found: tuple[int, ...] = ()
    if reading.search is not None:
        from briefing.reading import lit  # not on the way to the first frame

        found = lit.found_by_view(reading)
    return SidebarContents(
        titles_of("sidebar"),
        reading.views,
        reading.view,
        reading.focus == "sidebar",
        presentation(reading),
        _bare(reading),
        found,
        reading.seen if reading.outline.has_choice else (),
    )


def _eighths(part: int, whole: int) -> int:
    """Return how much of a whole that is: 0 only if nothing, 8 only if all, 1 to 7 for what is between."""
    return 8 if part >= whole else part and max(1, 8 * part // whole)


def _bare(reading: Reading) -> tuple[int, ...]:
    """How many paragraphs of each view no claim rests on; nothing if that is not shown."""
    if not reading.shows_resting:
        return ()
    from briefing.reading.resting import bare_count

    return tuple(bare_count(reading.outline, view) for view in reading.views)
