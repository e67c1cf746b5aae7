"""Searching: what is typed is looked for at once, and one goes from hit to hit."""

from __future__ import annotations

import unicodedata
from time import monotonic
from typing import Final

from msgspec.structs import replace

from briefing.arabic.searching import Query
from briefing.document import Claim
from briefing.document.growing import GrowingParagraphs
from briefing.reading.effects import Notify, Reveal
from briefing.reading.jumping import remembered
from briefing.reading.linking import linked, revealed
from briefing.reading.marks import occurrences
from briefing.reading.moving import go_to, opened, show_event
from briefing.reading.result import Result
from briefing.reading.search import ARTICLE, EVENT, SUMMARY, Finds, Hit, Search, Seek, UnitKind
from briefing.reading.selection import Place, word_at
from briefing.reading.standing_word import this_word
from briefing.reading.state import Reading
from briefing.reading.tally import FoundHit, Tally
from briefing.reading.units import Units
from briefing.settings.words import say

# Seconds of searching within a key, in a text that is counted while it is read too, and between two frames.
_AT_ONCE: Final = 0.02
_AT_ONCE_IN_LARGE: Final = 0.003
_A_STEP: Final = 0.005


def look_for(reading: Reading, typed: str, whole_words: bool = False, regex: bool = False) -> Result:
    """Look for what is typed by now, from where the reader stood when the field was opened."""
    before = _unaccepted(reading)
    if not typed:
        return Result(
            _returned(reading, before).changed(search=_nothing(reading, before, whole_words, regex))
        )
    query, fault = _query(typed, whole_words=whole_words, regex=regex)
    tally = Tally(_units(reading), query)
    search = Search(typed, whole_words, regex, query, tally, before, fault=fault)
    back = _returned(reading, before).changed(search=search)
    if not query:
        return Result(back.changed(search=_counted(search)))
    if not _is_large(reading):
        tally.step(_AT_ONCE)
    start = _start(back)
    return _arrived(back, start) if isinstance(start, Hit) else _sought(back, start, _within_key(reading))


def search_word(reading: Reading) -> Result:
    """Look for the word the reader stands on, in any spelling: go to the next place that has it."""
    word = _bare(this_word(reading))
    if not word:
        return Result(reading, (Notify(say("search.no-word")),))
    query, _ = _query(word)
    tally = Tally(_units(reading), query)
    tally.step(_within_key(reading))
    there = reading.changed(search=Search(word, False, False, query, tally))
    place = reading.standing_word
    start = place.end if place is not None else 1
    return _step_from(there, (ARTICLE, _unit(there)), start, 1)


def accept_search(reading: Reading) -> Result:
    """Stay where the search has led, which is a jump from where it began; nothing typed is no search."""
    search = reading.search
    if search is None:
        return Result(reading)
    there = reading.changed(search=None if not search.query else _replaced(search, before=None))
    return Result(there) if search.before is None else remembered(search.before, "jump", Result(there))


def cancel(reading: Reading) -> Result:
    """Go back to where the reader was when the field was opened."""
    search = reading.search
    if search is None or search.before is None:
        return Result(reading.changed(search=None) if search is not None else reading)
    return Result(_returned(reading, search.before))


def step_hit(reading: Reading, step: int) -> Result:
    """Go to the next hit (1) or to the one before (-1), round and round."""
    search = reading.search
    if search is None or not search.query:
        return Result(reading, (Notify(say("search.none-yet")),))
    hit = search.at
    if hit is None:
        return _step_from(reading, (ARTICLE, _unit(reading)), 0, step)
    inside = hit.nth + step
    if 0 <= inside < search.tally.units.hits(search.query, hit.kind, hit.unit):
        return _arrived(reading, hit._replace(nth=inside))
    seek = Seek(hit.kind, hit.unit + step, step, (hit.kind, hit.unit))
    return _sought(reading, seek, _within_key(reading))


def search_on(reading: Reading, says: bool = True) -> Result:
    """Count on, and look for the hit that is wanted: a few milliseconds of it.

    Not `says`: as long as more is to be counted, the reading stays as it is, however many hits there are.
    """
    search = reading.search
    if search is None or (search.is_whole and search.seek is None):
        return Result(reading)
    if search.seek is not None:
        return _sought(reading, search.seek, _A_STEP)
    search.tally.step(_A_STEP)
    if not says and not search.tally.is_whole:
        return Result(reading)
    now = _counted(search)
    same = (now.total, now.number, now.is_whole, now.fault) == (
        search.total,
        search.number,
        search.is_whole,
        search.fault,
    )
    return Result(reading if same else reading.changed(search=now))


# What is looked for.


def _query(typed: str, *, whole_words: bool = False, regex: bool = False) -> tuple[Finds, str]:
    """What finds it, and what is wrong with it."""
    if not regex:
        return Query(typed, whole_words=whole_words), ""
    from briefing.arabic.patterns import Pattern, PatternError

    try:
        return Pattern(typed, whole_words=whole_words), ""
    except PatternError as error:
        return Query(""), say("search.fault", fault=say(f"search.fault.{error.fault}"))


def _bare(word: str) -> str:
    """A word without marks and in small letters, so that it finds every spelling."""
    bare = (
        one for one in unicodedata.normalize("NFKD", word) if unicodedata.category(one) not in ("Mn", "Me")
    )
    return "".join(bare).lower().strip()


def _units(reading: Reading) -> Units:
    search = reading.search
    if search is not None and search.tally.units.outline is reading.outline:
        return search.tally.units
    return Units(reading.outline)


def _nothing(reading: Reading, before: Reading, whole_words: bool, regex: bool) -> Search:
    query = Query("")
    return Search("", whole_words, regex, query, Tally(_units(reading), query), before, is_whole=True)


def _unaccepted(reading: Reading) -> Reading:
    """The reading as it was when the field was opened: now, if nothing was typed yet."""
    search = reading.search
    return search.before if search is not None and search.before is not None else reading


def _returned(reading: Reading, before: Reading) -> Reading:
    """The reading as it was before; what was found out of the document meanwhile is kept."""
    return before.changed(
        preferences=reading.preferences,
        order=reading.order,
        counted=reading.counted,
        shows_marks=reading.shows_marks,
    )


def _counted(search: Search) -> Search:
    """The search with its numbers as they are by now."""
    tally = search.tally
    number = None if search.at is None else tally.number(search.at)
    is_whole = tally.is_whole or not search.query
    fault = search.fault or (say("search.slow") if getattr(search.query, "gave_up", False) else "")
    return _replaced(search, total=tally.total, number=number, is_whole=is_whole, fault=fault)


def _replaced(search: Search, **values: object) -> Search:
    return replace(search, **values)


# Where it is.


def _is_large(reading: Reading) -> bool:
    return isinstance(reading.briefing.paragraphs, GrowingParagraphs)


def _within_key(reading: Reading) -> float:
    """The seconds that a key may search."""
    return _AT_ONCE_IN_LARGE if _is_large(reading) else _AT_ONCE


def _unit(reading: Reading) -> int:
    """The unit of the article that the reader stands on."""
    passage, whole = reading.passage, reading.outline.views[0]
    if passage is None or reading.view == 0:
        return passage or 0
    start = reading.open.passage(passage).start
    return whole.passage_of(reading.open.number(passage), start) or 0


def _start(reading: Reading) -> Hit | Seek:
    """The first hit of the section at hand, from where the reader stands on; else where to look for one.

    Of a text that is counted while it is read, nothing is looked through here.
    """
    search = reading.search
    assert search is not None
    origin = (ARTICLE, _unit(reading))
    onward = Seek(ARTICLE, origin[1], 1, origin)
    if _is_large(reading):
        return onward
    panes = (_said_here, _read_here) if reading.focus == "summary" else (_read_here, _said_here)
    stop = monotonic() + 2 * _AT_ONCE
    for pane in panes:
        hit = pane(reading, search, stop)
        if hit is not None:
            return hit
    return onward


def _read_here(reading: Reading, search: Search, stop: float) -> Hit | None:
    """The first hit in the open view's passages, from the one at hand on, then from the first."""
    view, units = reading.open, search.tally.units
    if not view.count:
        return None
    at, word = reading.passage or 0, reading.standing_word
    for index in (*range(at, view.count), *range(at)):
        if monotonic() > stop:
            return None
        unit = index if reading.view == 0 else _unit(reading.changed(passage=index))
        if search.tally.is_counted(ARTICLE, unit) and not search.tally.has_any(ARTICLE, unit, unit + 1):
            continue
        spans = units.spans(search.query, ARTICLE, unit)
        after = word.start if word is not None and index == at else 0
        nth = next((n for n, span in enumerate(spans) if span[0] >= after), None)
        if nth is not None:
            return Hit(ARTICLE, unit, nth)
    return None


def _said_here(reading: Reading, search: Search, stop: float) -> Hit | None:
    """The first hit in the open view's summary, from the claim at hand on, then from the first."""
    view, units = reading.open, search.tally.units
    at = reading.item or 0
    for item in (*range(at, len(view.items)), *range(min(at, len(view.items)))):
        if monotonic() > stop:
            return None
        unit = units.unit_of_item(view, item)
        if unit is not None and units.hits(search.query, SUMMARY, unit):
            return Hit(SUMMARY, unit, 0)
    return None


def _step_from(reading: Reading, unit: tuple[UnitKind, int], start: int, step: int) -> Result:
    """To the hit that follows on character `start` of a unit of the article, or that is before it."""
    search = reading.search
    assert search is not None
    kind, index = unit
    spans = search.tally.units.spans(search.query, kind, index) if reading.open.count else ()
    inside = [n for n, span in enumerate(spans) if (span[0] >= start if step > 0 else span[1] <= start)]
    if inside:
        return _arrived(reading, Hit(kind, index, inside[0 if step > 0 else -1]))
    return _sought(reading, Seek(kind, index + step, step, unit), _within_key(reading))


def _sought(reading: Reading, seek: Seek, seconds: float) -> Result:
    search = reading.search
    assert search is not None
    found = search.tally.seek(seek, seconds)
    if isinstance(found, Seek) and search.seek is seek:
        return Result(reading)  # the tally knows how far it has come: nothing else has changed
    if isinstance(found, FoundHit):
        return _arrived(reading, found.hit, seek.step if found.turned else 0)
    return Result(reading.changed(search=_counted(_replaced(search, seek=found))))


# Going there.


def _arrived(reading: Reading, hit: Hit, turned: int = 0) -> Result:
    """Stand on a hit, in a view that shows it."""
    search = reading.search
    assert search is not None
    search = _counted(_replaced(search, at=hit, turned=turned, seek=None))
    there = reading.changed(search=search)
    if hit.kind == ARTICLE:
        return _to_passage(there, hit, search)
    if hit.kind == SUMMARY:
        return _to_said(there, hit, search)
    if hit.kind == EVENT:
        return show_event(there, hit.unit)
    spans = occurrences(reading.briefing, reading.briefing.names[hit.unit].arabic)
    return go_to(there, min(spans), spans) if spans else Result(there)


def _to_passage(reading: Reading, hit: Hit, search: Search) -> Result:
    units = search.tally.units
    span = units.span(search.query, ARTICLE, hit.unit, hit.nth)
    number, start = units.whole.number(hit.unit), units.whole.passage(hit.unit).start + span[0]
    view = reading.view
    if view and reading.open.index_of(number) is None:
        view = next(iter(units.views_of.get(number, ())), 0)
    gone = reading if view == reading.view else opened(reading, view)
    index = gone.open.passage_of(number, start)
    if index is None:
        return Result(reading)
    word = Place(index, *word_at(gone.open.text(index), span[0]))
    there = linked(gone.changed(passage=index, focus="article", word=word))
    return there.asking(*revealed(gone.open, number, start))


def _to_said(reading: Reading, hit: Hit, search: Search) -> Result:
    units = search.tally.units
    said = units.said[hit.unit]
    span = units.span(search.query, SUMMARY, hit.unit, hit.nth)
    view, item = reading.view, item_of(reading, hit)
    if item is None:
        view, item = said
    gone = reading if view == reading.view else opened(reading, view)
    is_claim = isinstance(gone.open.items[item], Claim)
    there = linked(gone.changed(focus="summary", item=item if is_claim else gone.open.first_claim))
    return there.asking(Reveal("summary", item, span[0]))


def item_of(reading: Reading, hit: Hit) -> int | None:
    """Return which item of the open view's summary a hit is in; None if it has no such item."""
    search = reading.search
    if search is None or hit.kind != SUMMARY:
        return None
    units, view = search.tally.units, reading.open
    return next((n for n in range(len(view.items)) if units.unit_of_item(view, n) == hit.unit), None)
