"""What is said of copying, and in the menu of what can be copied, by the id of what is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "action.copy-menu": "Choose what to copy, and see it first",
    "copy-menu.title": "Copy",
    "copy-menu.title.arabic": "النسخ",
    "copy-menu.selection": "Selection",
    "copy-menu.word": "Word",
    "copy-menu.claim": "Claim with its evidence",
    "copy-menu.quote": "Quote with its paragraph",
    "copy-menu.paragraph": "Paragraph {number}",
    "copy-menu.summary": "Summary of {title}",
    "copy-menu.event": "Event",
    "copy-menu.name": "Name",
    "copy-menu.whole": "Whole briefing",
    "copy-menu.text": "text",
    "copy-menu.markdown": "Markdown",
    "copy-menu.sourced": "with source",
    "copy-menu.bare": "without source",
    "copy-menu.keys": "Enter · m form · s source · Esc",
    "copy-menu.making": "Being made…",
    "window.copy-menu.on": "A screenful of the preview on",
    "window.copy-menu.back": "A screenful of the preview back",
    "window.copy-menu.markdown": "Text or Markdown",
    "window.copy-menu.source": "With or without where it comes from",
    "window.copy-menu.take": "Copy what is shown below",
    "copied.summary": "Summary of {title}",
    "copied.claim": "Claim",
    "copied.paragraph": "Paragraph {number}",
    "copied.source": "Where it comes from",
    "copied.lookup": "What was looked up",
    "copied.names": "Names",
    "copied.selection": "Selection",
    "copied.address": "Address",
    "copy.no-claims": "This text comes without claims.",
    "copy.no-claims-here": "This section comes without claims.",
    "copy.no-claim": "No claim is selected: Tab to the summary and choose one with the arrow keys.",
    "copy.nothing-selected": "Nothing is selected: drag with the mouse, or use Shift with the arrow keys.",
}
