"""Pairs and entries of a TOML text set, put in and taken out, all else in it left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, Final

from briefing.document.toml_places import Steps, ValuePlace
from briefing.writing.toml_inline import InlineEntries
from briefing.writing.toml_layout import TomlLayout, TomlTable
from briefing.writing.toml_manner import ORDERS, Manner
from briefing.writing.toml_splices import Overlap, Splices

#: Comments that are about more than the table under them.
_BANNER: Final = re.compile(r"[-=#*~_]{3,}")


class Editor:
    """Edits of a TOML text; `result` is the text with all of them."""

    def __init__(self, text: str) -> None:
        self.layout = TomlLayout(text)
        self._splices = Splices(text)

    def result(self) -> str:
        """Return the text with all that was changed. Raises `toml_splices.Overlap`."""
        return self._splices.result()

    # ------------------------------------------------------------------------------------------------ pairs

    def update(self, table: Steps, kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Have the pairs of `new` in a table whose pairs are `old`: those that differ are written.

        `kind` is a key of `toml_manner.ORDERS`.
        """
        changed = {key: value for key, value in new.items() if key not in old or old[key] != value}
        gone = [key for key in old if key not in new]
        if self.layout.place(table) is not None and self.layout.is_inline(table):
            self._update_inline(table, kind, changed, gone)
            return
        manner = self.manner(kind, table)
        for key in gone:
            self._take_pair((*table, key))
        for key, value in changed.items():
            if self.layout.place((*table, key)) is not None:
                self._replace((*table, key), manner, value)
        added = [
            key for key in manner.ordered(new) if key in changed and not self.layout.place((*table, key))
        ]
        for key in added:
            self._add_pair(table, kind, manner, key, changed[key])

    def set_text(self, steps: Steps, new: str) -> None:
        """Put `new` in the place of a value."""
        place = self.layout.places.of(steps)
        self._splices.put(place.start, place.end, new)

    def _replace(self, steps: Steps, manner: Manner, value: Any) -> None:
        place = self.layout.places.of(steps)
        column = place.start - self.layout.line_start(place.start)
        old = self.layout.text[place.start : place.end]
        self.set_text(steps, manner.value(str(steps[-1]), value, column=column, old=old))

    def _update_inline(
        self, table: Steps, kind: str, changed: Mapping[str, Any], gone: Iterable[str]
    ) -> None:
        manner = self.manner(kind, table)
        for key, value in changed.items():
            place = self.layout.place((*table, key))
            if place is not None:
                old = self.layout.text[place.start : place.end]
                self.set_text((*table, key), manner.value(key, value, column=None, old=old))
        added = [key for key in changed if self.layout.place((*table, key)) is None]
        gone = set(gone)
        if not (added or gone):
            return
        entries = self._resolved_entries(table)
        keys = [self._key_at(table, place.key_start) for place in self.layout.pairs(table)]
        for at in range(len(keys) - 1, -1, -1):
            if keys[at] in gone:
                entries.remove(at)
        for key in added:
            entries.insert(
                len(entries.entries), manner.assign(key) + manner.value(key, changed[key], column=None)
            )
        self.set_text(table, entries.text())

    def _key_at(self, table: Steps, start: int) -> str:
        for steps, place in self.layout.places.under(table):
            if place.key_start == start and place.key_start != place.start and len(steps) == len(table) + 1:
                return str(steps[-1])
        return ""

    def _add_pair(self, table: Steps, kind: str, manner: Manner, key: str, value: Any) -> None:
        layout = self.layout
        own = layout.table(table)
        if own is None or (not table and not own.statements):
            self._add_without_heading(table, kind, manner, key, value)
            return
        pairs = [one for one in own.statements if not one.is_heading]
        order = ORDERS[kind]
        before = order[: order.index(key)] if key in order else order
        anchor = next((one for one in own.statements if one.is_heading), None)
        for one in pairs:
            name = self._name(one.start, len(table))
            if name in before or (name not in order and pairs.index(one) == 0):
                anchor = one
        indent = self._indent(pairs[0].start if pairs else own.statements[0].start)
        assign = indent + manner.assign(key)
        line = assign + manner.value(key, value, column=len(assign)) + layout.newline
        if (span := self._placeholder(own, key)) is not None:
            self._splices.put(*span, line)
        elif anchor is None:
            at = layout.line_start(pairs[0].start)
            self._splices.put(at, at, line)
        else:
            self._put_line(layout.line_end(anchor.end), line)

    def _add_without_heading(self, table: Steps, kind: str, manner: Manner, key: str, value: Any) -> None:
        """Add a pair to a table that is written in dotted keys, or not at all."""
        layout = self.layout
        for one in layout.places.statements:
            if not one.is_heading and one.steps == table[:-1]:
                written = layout.text[one.start : one.end].partition("=")[0]
                name, dot, _ = written.rpartition(".")
                if dot and self._name(one.start, len(table) - 1) == table[-1]:
                    assign = f"{name}.{manner.assign(key)}"
                    line = assign + manner.value(key, value, column=len(assign)) + layout.newline
                    self._put_line(layout.line_end(one.end), line)
                    return
        assign = manner.assign(key)
        line = assign + manner.value(key, value, column=len(assign)) + layout.newline
        if not table:
            at = layout.tables[1].top if len(layout.tables) > 1 else len(layout.text)
            self._put_line(at, line)
            return
        raise Overlap

    def add_table(self, name: str, data: Mapping[str, Any]) -> None:
        """Add a table with a heading, after the pairs that have none."""
        layout = self.layout
        manner = self.manner(name, (name,))
        lines = [f"[{name}]"]
        for key in manner.ordered(data):
            assign = manner.assign(key)
            lines.append(assign + manner.value(key, data[key], column=len(assign)))
        at = layout.tables[0].end
        self._put_line(at, layout.newline + "".join(f"{one}{layout.newline}" for one in lines))

    def _take_pair(self, steps: Steps) -> None:
        place = self.layout.places.of(steps)
        layout = self.layout
        self._splices.take(layout.line_start(place.key_start), layout.line_end(place.end))

    def _placeholder(self, table: TomlTable, key: str) -> tuple[int, int] | None:
        """The lines under a heading in which a key stands in a comment, with dots for its value."""
        layout = self.layout
        following = layout.tables[layout.tables.index(table) + 1 :]
        end = following[0].top if following else len(layout.text)
        dots = r'(?:"\.\.\."|"""\r?\n#[ \t]*\.\.\.\r?\n#[ \t]*""")'
        pattern = re.compile(rf"^[ \t]*#[ \t]*{key}[ \t]*=[ \t]*{dots}[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
        match = pattern.search(layout.text, table.top, end)
        if match is None or any(one.start <= match.start() < one.end for one in table.statements):
            return None
        return match.span()

    def _name(self, start: int, depth: int) -> str:
        for steps, place in self._pair_places.get(start, ()):
            if len(steps) == depth + 1 and place.key_start == start:
                return str(steps[-1])
        return ""

    @cached_property
    def _pair_places(self) -> dict[int, list[tuple[Steps, ValuePlace]]]:
        found: dict[int, list[tuple[Steps, ValuePlace]]] = {}
        for steps, place in self.layout.places.under(()):
            if place.key_start != place.start:
                found.setdefault(place.key_start, []).append((steps, place))
        return found

    # ------------------------------------------------------------------------------------------------ lists

    def manner(self, kind: str, near: Steps) -> Manner:
        """Return the manner of the tables of a kind: of the one at `near`, and of those about it."""
        return Manner(self.layout, kind, self._like(kind, near))

    def _like(self, kind: str, near: Steps) -> Iterable[Steps]:
        """Tables of the same kind, those nearest to `near` first."""
        layout = self.layout
        if kind in ("", "title"):
            return [near]
        if kind == "claims":
            section = int(near[1])
            sections = sorted(range(layout.count(("sections",))), key=lambda one: abs(one - section))
            lists: Iterable[Steps] = [("sections", one, "claims") for one in sections]
        elif kind == "citations":
            lists = [near[:-1]]
        else:
            lists = [(kind,)]
        at = int(near[-1]) if isinstance(near[-1], int) else 0
        return chain.from_iterable(
            (
                (*one, index)
                for index in sorted(range(layout.count(one)), key=lambda index: abs(index - at + 0.1))
            )
            for one in lists
        )

    def insert(self, steps: Steps, kind: str, at: int, data: Mapping[str, Any]) -> None:
        """Put a table of `data` into the list at `steps`, before the entry at index `at`."""
        layout = self.layout
        manner = self.manner(kind, (*steps, max(0, at - 1)))
        if layout.is_inline(steps):
            self.insert_inline(steps, at, manner.table(data))
        else:
            self.insert_lines(steps, at, self.written(steps, kind, manner, data))

    def insert_inline(self, steps: Steps, at: int, table: str) -> None:
        """Put an inline table, as text, into an inline list."""
        entries = self._resolved_entries(steps)
        entries.insert(at, table)
        self.set_text(steps, entries.text())

    def remove(self, steps: Steps, at: int) -> None:
        """Take an entry out of a list."""
        if self.layout.is_inline(steps):
            entries = self._resolved_entries(steps)
            entries.remove(at)
            self.set_text(steps, entries.text())
            return
        for start, end in self.layout.spans((*steps, at)):
            self._take_lines(self._without_banner(start, (*steps, at)), end)

    def written(self, steps: Steps, kind: str, manner: Manner, data: Mapping[str, Any]) -> str:
        """Return a table of `data` under a heading, as the others of its list are."""
        layout = self.layout
        heading, indent, inner = self._heading(steps, kind)
        lines = [indent + heading]
        subtables: list[str] = []
        for key in manner.ordered(data):
            value = data[key]
            if self._are_headings(manner, key):
                own = self._like(kind, (*steps, 0))
                sample = next((*one, key) for one in own if layout.has_headings((*one, key)))
                under = Manner(layout, key, [(*sample, 0)])
                subtables += [self.written(sample, key, under, one) for one in value]
                continue
            assign = inner + manner.assign(key)
            lines.append(assign + manner.value(key, value, column=len(assign)))
        text = "".join(f"{one}{layout.newline}" for one in lines)
        return "".join([text, *subtables])

    def insert_lines(self, steps: Steps, at: int, text: str, *, anchor: int | None = None) -> None:
        """Put lines into a list of headings, before the entry at index `at`.

        `anchor` is where they go if there is no entry.
        """
        layout = self.layout
        count = layout.count(steps) if layout.has_headings(steps) else 0
        gap = layout.newline * self.gap(steps)
        if at < count:
            place = layout.spans((*steps, at))[0][0]
            self._splices.put(place, place, text + gap)
            return
        place = anchor if anchor is not None else -1
        if count:
            place = layout.spans((*steps, count - 1))[-1][1]
        rest = layout.text[place : layout.line_end(place)]
        self._put_line(place, gap + text + (gap if rest.strip() else ""))

    def layout_lines(self, steps: Steps) -> str:
        """Return a table with a heading as written, its comments included, each line ended."""
        layout = self.layout
        parts = [layout.text[self._without_banner(start, steps) : end] for start, end in layout.spans(steps)]
        ended = [one if one.endswith("\n") else one + layout.newline for one in parts]
        return "".join(ended)

    def insert_head(self, at: int, steps: Steps, inner: Steps, text: str) -> None:
        """Put a table's own lines, of the list at `steps`, before an entry of the list `inner`, at `at`."""
        gap, own = self.gap(steps), self.gap(inner)
        newline = self.layout.newline
        self._splices.put(at, at, newline * max(0, gap - own) + text + newline * own)

    def take_lines(self, start: int, end: int, steps: Steps) -> None:
        """Take lines out that begin the entry at `steps` of a list of headings."""
        start = self._without_banner(start, steps)
        self._splices.take(self.layout.blank_before(start), end)

    def take_mark(self, steps: Steps, mark: str) -> None:
        """Take a comment out that stands behind a table's heading and says but `mark`."""
        table = self.layout.table(steps)
        if table is not None:
            start = table.statements[0].end
            end = self.layout.line_end(start)
            rest = self.layout.text[start:end]
            if re.fullmatch(rf"[ \t]*#[ \t]*{mark}[ \t]*\r?\n?", rest):
                self._splices.put(start, start + len(rest.rstrip("\r\n")), "")

    def gap(self, steps: Steps) -> int:
        """Return how many blank lines stand between the entries of a list of headings."""
        layout = self.layout
        count = layout.count(steps) if layout.has_headings(steps) else 0
        starts = [layout.spans((*steps, one))[0][0] for one in range(1, min(count, 9))]
        if not starts:
            starts = [table.top for table in layout.tables[2:12]]
        gaps = [layout.text.count("\n", layout.blank_before(one), one) for one in starts]
        return max(set(gaps), key=gaps.count) if gaps else 1

    def _resolved_entries(self, steps: Steps) -> InlineEntries:
        """The entries of an inline list or table, with what was changed inside them."""
        entries = self.layout.entries(steps)
        place = self.layout.places.of(steps)
        if self.layout.text[place.start] == "[":
            inner = [self.layout.places.of((*steps, at)) for at in range(len(entries.entries))]
            spans = [(one.start, one.end) for one in inner]
        else:
            spans = [(one.key_start, one.end) for one in self.layout.pairs(steps)]
        for entry, (start, end) in zip(entries.entries, spans, strict=True):
            entry.value = self._splices.part(start, end)
        return entries

    def _are_headings(self, manner: Manner, key: str) -> bool:
        return any(self.layout.has_headings((*one, key)) for one in manner.near[:1])

    def _heading(self, steps: Steps, kind: str) -> tuple[str, str, str]:
        """The heading of a list's entry, its indentation, and that of its pairs."""
        layout = self.layout
        names = [one for one in steps if isinstance(one, str)]
        for near in self._like(kind, (*steps, 0)):
            table = layout.table(near)
            if table is not None:
                first, *pairs = table.statements
                inner = self._indent(pairs[0].start) if pairs else ""
                return layout.text[first.start : first.end], self._indent(first.start), inner
        return f"[[{'.'.join(names)}]]", "", ""

    def _indent(self, at: int) -> str:
        return self.layout.text[self.layout.line_start(at) : at]

    def _put_line(self, at: int, text: str) -> None:
        """Put whole lines in at the beginning of a line, or at the end of a text whose last line is open."""
        layout = self.layout
        if at and layout.text[at - 1] != "\n":
            text = layout.newline + text
        self._splices.put(at, at, text)

    def _take_lines(self, start: int, end: int) -> None:
        """Take lines out, and the fewer of the blank lines before and behind them."""
        layout = self.layout
        before, behind = layout.blank_before(start), layout.blank_after(end)
        if behind == len(layout.text):
            self._splices.take(before, behind)
        elif before and start - before <= behind - end:
            self._splices.take(before, end)
        else:
            self._splices.take(start, behind)

    def _without_banner(self, start: int, steps: Steps) -> int:
        """Where a table's own lines begin: behind comments above it that head its whole list."""
        table = self.layout.table(steps)
        if table is None or table.top != start or not table.statements:
            return start
        line = self.layout.line_start(table.statements[0].start)
        above = self.layout.text[start:line].splitlines(keepends=True)
        for at in range(len(above) - 1, -1, -1):
            if _BANNER.search(above[at]):
                return start + sum(map(len, above[: at + 1]))
        return start
