"""Where in its `briefing.toml` stands what the reader stands on."""

from __future__ import annotations

from briefing.document import FULL_KEY, Claim
from briefing.reading.mentioning import name_here
from briefing.reading.state import Reading
from briefing.reading.views import Heading, Prose

#: Keys and indices that lead to a value, as in `document.toml_places`.
Steps = tuple[str | int, ...]


def file_place(reading: Reading) -> Steps:
    """Return what leads to the claim, event, name, section or bottom line that the reader stands on.

    In the article that is the name stood on, else the section of the paragraph. Nothing: to the file's top.
    """
    briefing = reading.briefing
    if reading.focus == "timeline" and reading.event is not None:
        return "events", reading.event
    if reading.focus == "summary" and reading.item is not None:
        return _of_item(reading, reading.item)
    if reading.focus == "summary" and reading.open.shows_bottom_line:
        return ("bottom_line",)
    if reading.focus == "article" and (name := name_here(reading)) is not None:
        return "names", briefing.names.index(name)
    if reading.open.key != FULL_KEY:
        return _of_section(reading, reading.open.key)
    number = reading.number
    if number is None or reading.focus == "sidebar" or reading.counted is not None:
        return ()
    found = (at for at, one in enumerate(briefing.sections) if number in one.paragraphs)
    return next((("sections", at) for at in found), ())


def place_in_json(reading: Reading) -> Steps:
    """Return the same in the briefing of a JSON file, which has the paragraphs of the article as well."""
    if reading.focus == "article" and reading.number is not None and name_here(reading) is None:
        numbers = [one.number for one in reading.briefing.paragraphs]
        omitted = getattr(reading.briefing, "omitted", ())
        return "paragraphs", sum(number not in omitted for number in numbers[: reading.number - 1])
    return file_place(reading)


def _of_item(reading: Reading, index: int) -> Steps:
    """What leads to an item of the summary."""
    item = reading.open.items[index]
    if isinstance(item, Claim):
        for at, section in enumerate(reading.briefing.sections):
            for nth, claim in enumerate(section.claims):
                if claim is item:
                    return "sections", at, "claims", nth
    if isinstance(item, Prose) and item.text == reading.briefing.bottom_line:
        return ("bottom_line",)
    if isinstance(item, Heading):
        below = reading.open.items[index + 1 :]
        after = next((at for at, one in enumerate(below, index + 1) if isinstance(one, Claim)), None)
        return () if after is None else _of_item(reading, after)[:2]
    return ()


def _of_section(reading: Reading, key: str) -> Steps:
    found = (at for at, one in enumerate(reading.briefing.sections) if one.key == key)
    return next((("sections", at) for at in found), ())
