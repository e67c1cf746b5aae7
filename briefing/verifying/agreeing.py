"""Anchors made anew: what is exact is anchored where it stands, what moved where it was agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.machine import atomic
from briefing.verifying.anchoring import Fate, fate
from briefing.verifying.anchors import ANCHORS_NAME, Anchor, anchor_at, read_anchors, written_anchors
from briefing.verifying.examined import Examined
from briefing.verifying.finding import Repair
from briefing.verifying.quoting import Quote
from briefing.verifying.repairing import replace_file, with_repairs, write_back


class Plan(NamedTuple):
    """What anchoring would do: `anchors` to be kept, what `moved` (in words, by its place), and the `repairs`
    of the briefing's paragraph numbers that go with it; `left` citations cannot be anchored.
    """

    anchors: tuple[Anchor, ...]
    moved: tuple[str, ...]
    repairs: tuple[Repair, ...]
    left: tuple[str, ...]
    old: bytes | None


def plan(examined: Examined, quotes: Sequence[Quote]) -> Plan:
    """Return what anchoring a briefing would do. Raises BriefingError for anchors that cannot be read.

    So it does for what is no folder.
    """
    if not examined.is_folder:
        cure = "begin one of it (briefing new), and anchor that"
        raise BriefingError(examined.file, "is no folder, beside whose text anchors could stand", cure)
    kept = read_anchors(examined.path.parent)
    by_words = {(one.paragraph, one.exact): one for one in kept[0]} if kept else {}
    anchors: dict[tuple[int, str], Anchor] = {}
    moved: list[str] = []
    repairs: list[Repair] = []
    left: list[str] = []
    for quote in quotes:
        anchor = by_words.get((quote.paragraph, quote.words))
        now = fate(anchor, examined.paragraphs or ()) if anchor else _first(quote)
        number = examined.places.exact((*quote.steps, "paragraph"))
        goes_over = now.paragraph != quote.paragraph
        if now.kind == "orphan" or (
            goes_over and (now.paragraph not in quote.section.paragraphs or not number)
        ):
            left.append(f"{quote.where}: {now.why or 'is not exact'}")
            if anchor:  # it stays what it is until somebody mends the quote
                anchors[anchor.paragraph, anchor.exact] = anchor
            continue
        if now.kind == "moved":
            moved.append(f"{quote.where}: {now.why}")
            if goes_over and number:
                repairs.append(Repair(number.start, number.end, str(now.paragraph)))
        paragraphs, article = examined.paragraphs or (), examined.article or ""
        made = anchor_at(paragraphs, article, now.paragraph, now.offset, quote.words)
        anchors[made.paragraph, made.exact] = made
    return Plan(tuple(anchors.values()), tuple(moved), tuple(repairs), tuple(left), kept[1] if kept else None)


def carry_out(examined: Examined, made: Plan) -> None:
    """Write the anchors, and the numbers of paragraphs that go with them. Raises BriefingError.

    A file that changed meanwhile is not overwritten.
    """
    path = examined.path.parent / ANCHORS_NAME
    source = Path(examined.article_file).name
    data = written_anchors(made.anchors, examined.article or "", source)
    if made.repairs:
        write_back(examined, with_repairs(examined.text, made.repairs))
    if made.old is not None:
        replace_file(path, made.old, data)
        return
    if path.exists():
        raise BriefingError(str(path), "was made meanwhile, nothing was written", "anchor again")
    try:
        atomic.write(path, data)
    except FAULTS as error:
        cure = "allow writing in this folder, or copy it to one of your own"
        raise refused(str(path), error, to="written", cure=cure) from None


def _first(quote: Quote) -> Fate:
    if quote.verdict.kind != "exact":
        return Fate("orphan", 0, -1)
    place = quote.verdict.places[0]
    return Fate("same", place.paragraph, place.start)
