"""What can be done in the pane at hand, then all keys, grouped, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from briefing.document.citing import cited
from briefing.reading import ACTIONS, Outline
from briefing.reading.offering import offered, say_for, words_for
from briefing.reading.state import PaneName
from briefing.settings.keymap import KEYMAP, Bound
from briefing.settings.words import say
from briefing.tui.screens.keys_screen import KeyLine, KeysScreen


class HelpScreen(KeysScreen):
    """The keys of the reader: `outline` says what there is to do, `pane` where the reader is."""

    def __init__(self, outline: Outline, pane: PaneName) -> None:
        super().__init__()
        self._outline = outline
        self._pane = pane

    def groups(self) -> Iterator[tuple[str, list[KeyLine]]]:
        """Return what can be done in the pane at hand, then everything, then the signs."""
        here = offered(self._outline)
        groups = [
            (say_for(group.words, self._outline), [one for one in group.bound if one.action in here])
            for group in KEYMAP
        ]
        own = [one for _, bound in groups for one in bound if _is_of(one, self._pane)]
        yield say("help.here", pane=say(f"pane.{self._pane}")), self._lines(own)
        for at, (title, bound) in enumerate(groups, 1):
            lines = self._lines(bound)
            if at == len(groups):
                lines.append((say("help.layouts.keys"), say("help.layouts")))
            if lines:
                yield title, lines
        yield from self._signs()

    def _lines(self, bound: list[Bound]) -> list[KeyLine]:
        return [(one.written, words_for(one.action, self._outline)) for one in bound if one.listed]

    def _signs(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """The signs that the panes of this briefing may show, and what each means."""
        from briefing.tui.panes.article_sheet import BARE
        from briefing.tui.panes.sidebar_sheet import SOME_SEEN
        from briefing.tui.panes.summary_sheet import CLAIM, CURRENT, LINKED, WEAK

        panes: list[tuple[str, str]] = []
        if self._outline.has_claims:
            panes += [
                (CLAIM, "claim"),
                (LINKED, "linked"),
                (CURRENT, "current"),
                (cited([6]), "citation"),
                (BARE, "bare"),
                (WEAK, "weak"),
            ]
        if self._outline.has_choice:
            panes.append((SOME_SEEN, "seen"))
        if panes:
            yield say("help.signs.panes"), [(sign, say(f"sign.{name}")) for sign, name in panes]
        if self._outline.has_events:
            from briefing.tui.timeline.legend import whole_legend

            yield say("help.signs"), [*whole_legend()]


def _is_of(one: Bound, pane: PaneName) -> bool:
    """Whether keys do something in that pane, and not in every other."""
    where = ACTIONS[one.action].where
    return pane in where and len(where) < len(get_args(PaneName))
