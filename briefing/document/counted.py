"""Words for a number of things, out of a table of words by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def counted(words: Mapping[str, str], id: str, count: int, **values: Any) -> str:  # noqa: A002 - the table's word
    """Return the words of that id for so many: those of `id.COUNT` if there are any, else those of `id`."""
    return words.get(f"{id}.{count}", words[id]).format(count=count, **values)
