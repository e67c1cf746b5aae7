"""The row under a heading, by which its level is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from rich.segment import Segment

from briefing.arabic import Direction, Line
from briefing.reading.forms import Form
from briefing.tui.panes.sheet import Looks

# What headings are underlined with, by level; those of deeper levels are not, and are set in.
_SIGNS: Final = ("━", "─", "╌")


class Rule(Struct, frozen=True):
    """All that the row shows: so many signs, at the side that the heading begins at."""

    sign: str
    width: int
    base: Direction


def rule_under(form: Form, lines: Sequence[Line]) -> Rule | None:
    """Return the rule under the lines of a heading, as wide as they are; None if it has none."""
    if not 1 <= form.level <= len(_SIGNS):
        return None
    return Rule(_SIGNS[form.level - 1], max(line.width for line in lines), lines[0].base)


def rule_segments(rule: Rule, width: int, looks: Looks) -> tuple[Segment, Segment]:
    """Return the rule in `width` cells."""
    signs = Segment(rule.sign * rule.width, looks["quiet"])
    rest = Segment(" " * (width - rule.width), looks["text"])
    return (rest, signs) if rule.base == "R" else (signs, rest)
