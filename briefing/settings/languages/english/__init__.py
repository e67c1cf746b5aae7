"""English: the model of every other language, gathered from the tables that it stands in.

The words of dates, of copying, of looking words up and of where a text comes from stand in the rooms that say
them without a screen too, in exports and on the command line: those rooms may not import this one. `TABLES`
brings them here. Another language has all of its words in its own package: it is never exported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.document.date_names import ENGLISH as _DATES
from briefing.document.date_names import DateNames
from briefing.exporting.tracing_words import ENGLISH as _TRACING
from briefing.machine.copying_words import ENGLISH as _COPYING_DONE
from briefing.machine.lookup.reasons import ENGLISH as _LOOKUP
from briefing.settings.languages.english.copying import ENGLISH as _COPYING
from briefing.settings.languages.english.files import ENGLISH as _FILES
from briefing.settings.languages.english.keys import ENGLISH as _KEYS
from briefing.settings.languages.english.reading import ENGLISH as _READING
from briefing.settings.languages.english.timeline import ENGLISH as _TIMELINE
from briefing.settings.languages.english.windows import ENGLISH as _WINDOWS
from briefing.settings.languages.english.writing import ENGLISH as _WRITING
from briefing.settings.languages.language import Language

#: The fields of `DateNames` after the numbered ones.
DATE_PHRASES: Final = DateNames.__struct_fields__[3:]

_NUMBERED: Final = (("month", _DATES.months), ("season", _DATES.seasons), ("quarter", _DATES.quarters))

#: Every table of English words: first those of this room, then those of the rooms below.
TABLES: Final[tuple[Mapping[str, str], ...]] = (
    _READING,
    _WINDOWS,
    _TIMELINE,
    _KEYS,
    _COPYING,
    _FILES,
    _WRITING,
    _TRACING,
    _COPYING_DONE,
    _LOOKUP,
    {f"date.{kind}.{number}": name for kind, names in _NUMBERED for number, name in enumerate(names, 1)},
    {f"date.{name}": getattr(_DATES, name) for name in DATE_PHRASES},
)

LANGUAGE: Final = Language("en", {name: words for table in TABLES for name, words in table.items()})
