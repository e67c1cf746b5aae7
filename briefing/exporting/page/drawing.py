"""The timeline drawn: an SVG with a row for each event, its mark on the scale, its date and its title.

A mark says how well a date is known: a dot is a day, a bar what lasted, a diamond between brackets what
happened at some time in between, an arrow what has an open end, a hatched band what is expected. It is filled
if the article states the date, hollow if some of it is inferred, and dashed if the date is approximate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal
from unicodedata import combining, east_asian_width

from briefing.exporting.page.escaping import escaped, quoted
from briefing.exporting.page.scale import NumberedEvent, ScaleStretch, ScaleTick, scale_stretches, ticks
from briefing.exporting.tongues import direction

_WIDTH: Final = 900.0
_EDGE: Final = 24.0
_TOP: Final = 40.0  # the axis and the names of its ticks
_ROW: Final = 44.0
_DOT: Final = 6.0
_BESIDE: Final = 12.0  # between a mark and its words
_LETTER: Final = 7.2  # the widest that letters are on average
_LEAST_ROOM: Final = 180.0  # for words beside a mark; where there is less they stand below it
_OPEN: Final = 56.0  # an arrow
_SHORTEST: Final = 26.0  # a band or a bracket

DrawnKind = Literal["day", "period", "range", "since", "until", "projected"]


def drawn_kind(dated: NumberedEvent) -> DrawnKind:
    """Return what is known of a date, which its mark says."""
    date = dated.date
    if dated.event.basis == "projected":
        return "projected"
    if date is None or date.precision == "day":
        return "day"
    if date.end is None:
        return "since"
    if date.start is None:
        return "until"
    if "/" in date.edtf:
        return "range" if dated.first < dated.last else "day"
    return "period"


def is_cut(events: Sequence[NumberedEvent]) -> bool:
    """Return whether some of the time between these events is left out."""
    return len(scale_stretches(events, _EDGE, _WIDTH - 2 * _EDGE)) > 1


def drawing(events: Sequence[NumberedEvent], basis: dict[int, str]) -> str:
    """Return the timeline of events in the order of time; `basis` says how the date of each is known."""
    laid = scale_stretches(events, _EDGE, _WIDTH - 2 * _EDGE)
    height = _TOP + _ROW * len(events) + 8
    count = f"{len(events)} event{'s' * (len(events) != 1)}"
    parts = [
        f'<svg viewBox="0 0 {_WIDTH:.0f} {height:.0f}" role="graphics-document" '
        'paint-order="stroke" aria-labelledby="tl-t tl-d">',
        f'<title id="tl-t">Timeline of {count}</title>',
        '<desc id="tl-d">Each mark leads to its event in the list below, in words.</desc>',
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern></defs>',
        '<g class="axis" aria-hidden="true">',
        *_axis(laid, height),
        "</g>",
    ]
    row = 0
    for stretch in laid:
        for dated in stretch.events:
            parts.append(_event(dated, stretch, _TOP + _ROW * row + _ROW / 2, basis[dated.number]))
            row += 1
    return "\n".join([*parts, "</svg>"])


def _axis(laid: Sequence[ScaleStretch], height: float) -> Iterator[str]:
    for index, stretch in enumerate(laid):
        end = stretch.start + stretch.width
        yield f'<path d="M{stretch.start:.1f} {_TOP - 12}H{end:.1f}"/>'
        if index:  # a break: time is left out
            middle = stretch.start - 20
            yield f'<path d="M{middle - 6:.1f} {_TOP - 6}l6 -12m2 12l6 -12"/>'
    for x, label in _apart([tick for stretch in laid for tick in ticks(stretch)]):
        yield f'<path class="grid" d="M{x:.1f} {_TOP - 16}V{height:.0f}"/>'
        yield f'<text x="{x:.1f}" y="{_TOP - 22}" text-anchor="{_anchor(x)}">{escaped(label)}</text>'


def _apart(found: Sequence[ScaleTick]) -> Iterator[ScaleTick]:
    reached = 0.0
    for tick in found:
        width = _LETTER * len(tick.label)
        start = tick.x - width * {"start": 0, "middle": 0.5, "end": 1}[_anchor(tick.x)]
        if start >= reached:
            yield tick
            reached = start + width + _BESIDE


def _anchor(x: float) -> str:
    return "start" if x < 2 * _EDGE else "end" if x > _WIDTH - 2 * _EDGE else "middle"


def _event(dated: NumberedEvent, stretch: ScaleStretch, y: float, basis: str) -> str:
    label = dated.date.label if dated.date else dated.event.date
    start, end, _ = _mark(dated, stretch, y)
    is_above = max(_WIDTH - end, start) < _LEAST_ROOM
    _, _, mark = _mark(dated, stretch, y - 13 if is_above else y)
    said = f"{label} ({basis}): {dated.event.title}"
    about = " about" if _is_about(dated) else ""
    right = is_above or _WIDTH - end >= start
    room = (_WIDTH - start if is_above else _WIDTH - end if right else start) - _BESIDE - 4
    x = start if is_above else end + _BESIDE if right else start - _BESIDE
    line = y + 6 if is_above else y - 3
    title = _fitting(dated.event.title, room)
    return (
        f'<a href="#v{dated.number}" id="m{dated.number}" class="event {dated.event.basis}{about}" '
        f"aria-label={quoted(said)}>"
        f"<title>{escaped(said)}</title>"
        f'<rect class="hit" x="{min(start, x) - 6:.1f}" y="{y - _ROW / 2 + 2:.1f}" '
        f'width="{max(end, x) - min(start, x) + 12:.1f}" height="{_ROW - 4:.1f}"/>{mark}\n'
        f"{_words(label, x, line, 'date', right=right)}\n"
        f"{_words(title, x, line + 15, 'what', right=right)}</a>"
    )


def _words(text: str, x: float, y: float, name: str, *, right: bool) -> str:
    """A line of text at the right or the left of `x`."""
    rtl = direction(text) == "rtl"
    way = ' direction="rtl"' if rtl else ""
    anchor = ' text-anchor="end"' if right == rtl else ""
    return f'<text class="{name}" x="{x:.1f}" y="{y:.1f}"{way}{anchor}>{escaped(text)}</text>'


def _fitting(text: str, room: float) -> str:
    """Return as much of a text as has room; all of it is in the mark's name and in the list."""
    text = " ".join(text.split())
    width = [
        0.0 if combining(one) else _LETTER * (1.8 if east_asian_width(one) in "WF" else 1.0) for one in text
    ]
    if sum(width) <= room:
        return text
    reached, kept = _LETTER, 0
    while kept < len(text) and reached + width[kept] <= room:
        reached += width[kept]
        kept += 1
    return text[:kept].rstrip() + "…"


def _mark(dated: NumberedEvent, stretch: ScaleStretch, y: float) -> tuple[float, float, str]:
    """Return where an event's mark begins and ends, and its shapes."""
    what = drawn_kind(dated)
    start, end = stretch.x(dated.first), stretch.x(dated.last)
    if what in ("period", "projected") and end - start < _SHORTEST:
        middle = min(max((start + end) / 2, _SHORTEST), _WIDTH - _SHORTEST)
        start, end = middle - _SHORTEST / 2, middle + _SHORTEST / 2
    dot = f'<circle class="sign" cx="{{:.1f}}" cy="{y:.1f}" r="{_DOT}"/>'
    if what == "projected":
        size = f'width="{end - start:.1f}" height="{2 * _DOT}"'
        return start, end, f'<rect class="band" x="{start:.1f}" y="{y - _DOT:.1f}" {size} rx="2"/>'
    if what == "range":
        end = max(end, start + 3 * _DOT)  # or its dots would look like one
        bar = f'<path class="bar" d="M{start:.1f} {y:.1f}H{end:.1f}"/>'
        return start - _DOT, end + _DOT, bar + dot.format(start) + dot.format(end)
    if what == "period":
        middle, edge = (start + end) / 2, f"M{{:.1f}} {y - _DOT:.1f}v{2 * _DOT}"
        lines = (
            f'<path class="line" d="M{start:.1f} {y:.1f}H{end:.1f}{edge.format(start)}{edge.format(end)}"/>'
        )
        diamond = f"M{middle - 7:.1f} {y:.1f}l7 -7 7 7 -7 7z"
        return start, end, f'{lines}<path class="sign" d="{diamond}"/>'
    if what == "since":
        end = min(start + _OPEN, _WIDTH - 4)
        arrow = f'<path class="line" d="M{start:.1f} {y:.1f}H{end:.1f}m-7 -5l7 5 -7 5"/>'
        return start - _DOT, end, arrow + dot.format(start)
    if what == "until":
        start = max(end - _OPEN, 4)
        arrow = f'<path class="line" d="M{end:.1f} {y:.1f}H{start:.1f}m7 -5l-7 5 7 5"/>'
        return start, end + _DOT, arrow + dot.format(end)
    size = f'cx="{start:.1f}" cy="{y:.1f}" r="{_DOT + 4}"'
    ring = f'<circle class="ring" {size}/>' if _is_about(dated) else ""
    return start - _DOT, start + _DOT, dot.format(start) + ring


def _is_about(dated: NumberedEvent) -> bool:
    return bool(dated.date and dated.date.approximate)
