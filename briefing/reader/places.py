"""Places of the briefing in the command palette: sections, events, and the names in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing.reader.painting import label
from briefing.reader.reader_screen import ReaderScreen
from briefing.reader.view import digits


class Places(Provider):
    """Finds them by their English names."""

    def _places(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        screen = self.screen
        if not isinstance(screen, ReaderScreen):
            return
        for index, (section, digit) in enumerate(zip(screen.sections, digits(screen.sections), strict=True)):
            name = label(f"Section: {section.title}")
            yield name, f"Key {digit}", partial(setattr, screen, "section", index)
        yield "Keys", "Key ?", screen.action_help
        yield "Copy the section's summary", "Key c", screen.action_copy_summary
        yield "Copy the selected claim", "Key y", screen.action_copy_claim
        yield "Harakat, shown or hidden", "Key v", screen.action_switch_harakat
        yield "Digits, as written, Western or Arabic-Indic", "Key d", screen.action_switch_digits
        yield "Lines, filled by kashida or flush right", "Key f", screen.action_switch_lines
        for index, event in enumerate(screen.briefing.events):
            name = label(f"Event: {event.title}")
            yield name, f"{event.date}, {event.basis}", partial(screen.show_event, index)
        for known in screen.briefing.names:
            name, role = label(f"Name: {known.english}"), label(known.role)
            yield name, role, partial(screen.show_name, known.arabic)

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, help_text, command in self._places():
            yield DiscoveryHit(name, command, help=help_text)

    async def search(self, query: str) -> Hits:
        """What matches `query`, best first."""
        matcher = self.matcher(query)
        for name, help_text, command in self._places():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), command, help=help_text)
