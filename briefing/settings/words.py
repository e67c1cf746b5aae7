"""Every word that the program says on its screen, by the id of what it says, in the language in use.

English stays, on the screen too, what comes from elsewhere: faults of documents and of preference files (the
same lines that the command line prints), and what the operating system says. So do the command line's help,
the doctor and the browser's page, which are not the reader's screen.
"""

from __future__ import annotations

from typing import Any

from briefing.document.counted import counted
from briefing.document.date_names import DateNames
from briefing.settings.languages.english import DATE_PHRASES
from briefing.settings.languages.english import LANGUAGE as ENGLISH
from briefing.settings.languages.language import Language, completed

__all__ = ["ENGLISH", "Language", "date_names", "in_use", "say", "say_count", "use"]

_in_use = ENGLISH


def use(language: Language) -> None:
    """Say everything in `language` from now on: to be called before anything is shown.

    What it has no words for is said in English.
    """
    global _in_use
    _in_use = completed(language, ENGLISH)


def in_use() -> Language:
    """Return the language that everything is said in."""
    return _in_use


def say(id: str, **values: Any) -> str:  # noqa: A002 - the field's word for it
    """Return the words of that id, with `values` in their places. Raises KeyError for an id without words."""
    words = _in_use.words[id]
    return words.format(**values) if values else words


def say_count(id: str, count: int, **values: Any) -> str:  # noqa: A002 - the field's word for it
    """Return the words of that id for so many: those of `id.COUNT` if there are any, else those of `id`."""
    return counted(_in_use.words, id, count, **values)


def date_names() -> DateNames:
    """Return the words for dates in the language in use."""
    phrases = (say(f"date.{name}") for name in DATE_PHRASES)
    return DateNames(_numbered("month", 12), _numbered("season", 4), _numbered("quarter", 4), *phrases)


def _numbered(name: str, count: int) -> tuple[str, ...]:
    return tuple(say(f"date.{name}.{number}") for number in range(1, count + 1))
