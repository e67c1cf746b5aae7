"""Facts that a window lists: where a text comes from, and the names in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.document import Briefing, CapturedDetail
from briefing.exporting.tracing import trace_of
from briefing.reading.listed import FactItem
from briefing.reading.marks import Span, merged
from briefing.reading.mentions import NameTable
from briefing.settings.words import in_use, say, say_count


def source_items(briefing: Briefing, sha256: str = "", *, opened: bool = False) -> tuple[FactItem, ...]:
    """Return where a text comes from, item by item.

    `sha256` is what there is to say of a checksum that was made, or is being made, after the text was read.
    `opened`: the lines of what was left out are shown too.
    """
    trace = trace_of(briefing, in_use().words)
    if sha256:
        trace = trace.summed_up(sha256, in_use().words)
    groups = [[FactItem(fact.label, (fact.text,)) for fact in trace.facts]]
    if trace.details:
        groups.append([_heading("details"), *(_detail(one, opened=True) for one in trace.details)])
    if trace.left_out:
        groups.append([_heading("left-out"), *(_detail(one, opened=opened) for one in trace.left_out)])
    if trace.unknown:
        groups.append([_heading("unknown"), *(FactItem("", (one,), "line") for one in trace.unknown)])
    return tuple(_spaced(groups))


def hides_lines(briefing: Briefing) -> bool:
    """Return whether there are lines that were left out, which can be shown."""
    return any(detail.captured for detail in trace_of(briefing).left_out)


def name_items(briefing: Briefing, names: NameTable) -> tuple[FactItem, ...]:
    """Return the names, item by item: English, Arabic forms, role, and how often the article has them."""
    last = len(briefing.names) - 1
    counts: Counter[int] = Counter()
    for paragraph in briefing.paragraphs:
        spans: dict[int, list[Span]] = {}
        for mention in names.mentions(paragraph.text):
            spans.setdefault(mention.name, []).append((mention.start, mention.end))
        counts.update({name: len(merged(own)) for name, own in spans.items()})
    return tuple(
        FactItem(
            say(f"kind.{name.kind}"),
            tuple(
                filter(None, (name.english, *name.arabic, name.role, say_count("names.mentions", counts[at])))
            ),
            ends=at < last,
        )
        for at, name in enumerate(briefing.names)
    )


def _heading(words: str) -> FactItem:
    return FactItem(say(f"trace.{words}"), kind="heading")


def _detail(detail: CapturedDetail, *, opened: bool) -> FactItem:
    lines = tuple(line for line in detail.captured if line.strip()) if opened else ()
    return FactItem(detail.label, (detail.english, *lines) if detail.english else lines)


def _spaced(groups: list[list[FactItem]]) -> Iterator[FactItem]:
    """The items, a blank row between one group and the next."""
    for at, group in enumerate(groups):
        yield from group[:-1]
        if group:
            yield group[-1]._replace(ends=at < len(groups) - 1)
