"""What there must be for an action to do anything: something in the text, or in the view that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from briefing.reading.views import Outline, View


class Need(Struct, frozen=True):
    """What an action needs. Without `in_text` it is not offered at all, without `in_view` not in that view.

    None: any view of a text that has it will do.
    """

    in_text: Callable[[Outline], bool]
    in_view: Callable[[View], bool] | None = None


def _has_more_panes(outline: Outline) -> bool:
    return outline.has_choice or outline.has_summary or outline.has_events


def _leads_anywhere(outline: Outline) -> bool:
    return outline.has_claims or outline.has_events or _has_names(outline)


def _has_names(outline: Outline) -> bool:
    return bool(outline.briefing.names)


SECTIONS: Final = Need(lambda outline: outline.has_choice)
PANES: Final = Need(_has_more_panes)
EVENTS: Final = Need(lambda outline: outline.has_events)
NAMES: Final = Need(_has_names)
CLAIMS: Final = Need(lambda outline: outline.has_claims)
CLAIMS_HERE: Final = Need(lambda outline: outline.has_claims, lambda view: view.first_claim is not None)
SUMMARY: Final = Need(lambda outline: outline.has_summary)
SUMMARY_HERE: Final = Need(lambda outline: outline.has_summary, lambda view: view.has_summary)
LINKS_HERE: Final = Need(lambda outline: outline.has_links, lambda view: view.has_links)
#: Something that one comes to the article from: a claim, an event or a name.
LEADS: Final = Need(_leads_anywhere)
