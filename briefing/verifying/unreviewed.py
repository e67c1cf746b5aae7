"""Events, names and a bottom line that a program wrote and that still carry its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefing.document.toml_places import TomlPlaces
from briefing.sources.fault import Fault, Steps
from briefing.verifying.examined import Examined

MARK: Final = "UNREVIEWED"  # as a comment, beside a heading or in the line above
WORD: Final = "Unreviewed"  # as a text begins


def unreviewed(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each event and name, and for the bottom line, that nobody is said to have read."""
    written = examined.written
    if written is None:
        return
    if written.bottom_line and _has_mark(examined, ("bottom_line",)):
        yield _fault("top level", "bottom line", "the article", ("bottom_line",), ())
    for at, event in enumerate(written.events):
        steps = ("events", at)
        texts = {"title": event.title, "note": event.note}
        marked = [key for key, text in texts.items() if text.startswith(WORD)]
        if marked or _has_mark(examined, steps):
            yield _fault(f"event {at + 1}", "event", "its paragraphs", (*steps, *marked[:1]), marked)
    for at, name in enumerate(written.names):
        steps = ("names", at)
        marked = ["role"] if name.role.startswith(WORD) else []
        if marked or _has_mark(examined, steps):
            yield _fault(f"name {at + 1}", "name", "the article", (*steps, *marked), marked)


def _fault(where: str, what: str, against: str, steps: Steps, marked: Sequence[str]) -> Fault:
    out = " and ".join([*(f'"{WORD}" from its {key}' for key in marked[:2]), f"the mark {MARK}"])
    said = f"a program wrote this {what}, and nobody has reviewed it"
    return Fault("draft", where, said, f"read it against {against}, and take {out} out if it is right", steps)


def _has_mark(examined: Examined, steps: Steps) -> bool:
    """Whether a comment marks a value: in the line of its heading or key, or in the one above."""
    place = examined.places.exact(steps)
    if place is None or not isinstance(examined.places, TomlPlaces):
        return False
    text = examined.text
    end = text.find("\n", place.key_end)
    behind = text[place.key_end : end if end >= 0 else len(text)]
    start = text.rfind("\n", 0, place.key_start) + 1
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()
    if steps == ("bottom_line",):
        behind = ""
    return (behind.lstrip().startswith("#") and MARK in behind) or (above.startswith("#") and MARK in above)
