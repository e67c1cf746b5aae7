"""CSL-JSON: the source as an item for reference managers and citation processors (Zotero, Pandoc)."""

from __future__ import annotations

import json
from typing import Any

from briefing.exporting.bibliography import Reference, source_of
from briefing.exporting.chosen import Chosen


def written(chosen: Chosen) -> bytes:
    """Return an array of one item as UTF-8. CSL has no variable for the English title: it is in the note."""
    source = source_of(chosen.briefing)
    item: dict[str, Any] = {
        "id": source.key,
        "type": "webpage" if source.address else "document",
        "title": source.title,
        "author": [{"literal": source.author}] if source.author else [],
        "container-title": source.publication,
        "issued": _issued(source),
        "accessed": {"date-parts": [list(source.accessed)]} if source.accessed else {},
        "URL": source.address,
        "language": source.language,
        "note": " · ".join(part for part in (source.translated, source.note) if part),
    }
    known = {name: value for name, value in item.items() if value}
    return (json.dumps([known], ensure_ascii=False, indent=2) + "\n").encode()


def _issued(source: Reference) -> dict[str, Any]:
    if not source.published:
        return {}
    dates: dict[str, Any] = {"date-parts": [list(one) for one in source.published]}
    return {**dates, "circa": True} if source.is_unsure else dates
