"""In which manner the tables of a kind are written: learnt from those that are there, near ones first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from briefing.document.toml_literal import literal
from briefing.document.toml_places import Steps
from briefing.writing.toml_layout import TomlLayout
from briefing.writing.toml_strings import WIDTH, is_over_lines, like, over_lines, without_strings

#: The order of the keys of each kind of table, where the text shows no other.
ORDERS: Final = {
    "sections": ("key", "title", "arabic", "paragraphs", "claims"),
    "claims": ("drafted", "text", "likelihood", "confidence", "citations"),
    "citations": ("paragraph", "quote"),
    "events": ("date", "title", "arabic", "paragraphs", "basis", "note"),
    "names": ("kind", "english", "arabic", "role"),
    "title": ("english", "arabic"),
    "": ("article", "bottom_line", "title"),
}
_PROSE: Final = ("text", "note", "role", "bottom_line", "title", "english")
_NEAR: Final = 8  # tables that are learnt from


class Manner:
    """The manner of the tables of one kind (a key of `ORDERS`); `near` lead to some, the nearest first."""

    def __init__(self, layout: TomlLayout, kind: str, near: Iterable[Steps]) -> None:
        self._layout = layout
        self._kind = kind
        self.near = [one for one, _ in zip(near, range(_NEAR), strict=False)]

    def ordered(self, data: Mapping[str, Any]) -> list[str]:
        """Return the keys of `data` in the order that they are to have."""
        order = list(ORDERS[self._kind])
        for steps in self.near[:1]:
            there = [key for key in order if self._layout.place((*steps, key))]
            there.sort(key=lambda key: self._layout.places.of((*steps, key)).start)
            for key in order:
                if key not in there:
                    before = order[: order.index(key)]
                    at = max((there.index(one) + 1 for one in before if one in there), default=0)
                    there.insert(at, key)
            order = there
        return [key for key in order if key in data] + [key for key in data if key not in order]

    def assign(self, key: str) -> str:
        """Return a key with what stands between it and its value: `text = `."""
        sample = self._sample(key)
        if sample is not None:
            place = self._layout.places.of((*sample, key))
            written = self._layout.text[place.key_start : place.start]
            if "." not in written and "\n" not in written:
                return written
        for steps in self.near:
            for other in ORDERS[self._kind]:
                there = self._layout.places.exact((*steps, other))
                written = self._layout.text[there.key_start : there.start] if there else ""
                if re.fullmatch(rf"{other} ?= ?", written):
                    return key + written[len(other) :]
        article = self._layout.places.of(("article",))
        between = self._layout.text[article.key_start : article.start].lstrip("\"'article")
        return key + (between if re.fullmatch(" ?= ?", between) else " = ")

    def value(self, key: str, data: Any, *, column: int | None, old: str = "") -> str:
        """Return a value as TOML.

        `column` is where it begins on a line of its own pair, None if it has to stay on one line. `old` is
        the text that it takes the place of.
        """
        sample = old or self._written(key)
        if isinstance(data, str):
            return self._text(key, data, column, old, sample)
        if isinstance(data, bool):
            return str(data).lower()
        if isinstance(data, list) and data and isinstance(data[0], dict):
            return self._tables(key, data, column, sample)
        if isinstance(data, list):
            words = [like(one, _first(sample)) if isinstance(one, str) else str(one) for one in data]
            return self._listed(words, sample, column)
        return str(data)

    def table(self, data: Mapping[str, Any], sample: str = "") -> str:
        """Return an inline table of `data`, as those there are written."""
        if not sample:
            sample = next((one for steps in self.near if (one := self._layout.value(steps))[:1] == "{"), "")
        pad = "" if sample and not sample.startswith("{ ") else " "
        pairs = [f"{self.assign(key)}{self.value(key, data[key], column=None)}" for key in self.ordered(data)]
        return f"{{{pad}{_comma(sample).join(pairs)}{pad}}}"

    def _text(self, key: str, data: str, column: int | None, old: str, sample: str) -> str:
        if column is None:
            return like(data, sample)
        newline = self._layout.newline
        if is_over_lines(old):
            return over_lines(data, old, self._width(old), newline)
        long = self._long(key) if key in _PROSE else ""
        width = self._width(long)
        if not long or column + len(literal(data)) <= width:
            return like(data, "" if is_over_lines(sample) else sample)
        return over_lines(data, _frame(long), width, newline)

    def _long(self, key: str) -> str:
        """Some text of that key, or of another, that stands between three quotes; "" if none does."""
        for one in dict.fromkeys((key, *_PROSE)):
            for steps in self.near:
                if is_over_lines(written := self._layout.value((*steps, one))):
                    return written
        written = self._layout.value(("bottom_line",))
        return written if is_over_lines(written) else ""

    def _width(self, sample: str) -> int:
        lines = re.split(r"\r?\n", sample)
        longest = max(map(len, lines))
        return max(longest, WIDTH) if longest > 80 or len(lines) < 5 else max(longest, 60)

    def _tables(self, key: str, data: list[Mapping[str, Any]], column: int | None, sample: str) -> str:
        near = [
            (*steps, key, at)
            for steps in self.near
            for at in range(min(_NEAR, self._layout.count((*steps, key))))
        ]
        inner = Manner(self._layout, key, near)
        return self._listed([inner.table(one) for one in data], sample, column, roomy=True)

    def _listed(self, words: list[str], sample: str, column: int | None, *, roomy: bool = False) -> str:
        if not words:
            return "[]"
        over_lines = "\n" in sample if sample[:1] == "[" else roomy
        if column is None or not over_lines:
            pad = " " if sample.startswith("[ ") else ""
            return f"[{pad}{_comma(sample).join(words)}{pad}]"
        newline = self._layout.newline
        inner = re.search(r"\n([ \t]*)\S", sample)
        outer = re.search(r"\n([ \t]*)\]\Z", sample)
        indent, last = inner[1] if inner else "  ", outer[1] if outer else ""
        comma = "," if not sample or re.search(r",\s*\]\Z", sample) else ""
        return f"[{newline}" + f",{newline}".join(indent + one for one in words) + f"{comma}{newline}{last}]"

    def _sample(self, key: str) -> Steps | None:
        for steps in self.near:
            place = self._layout.places.exact((*steps, key))
            if place is not None and place.key_start != place.start:
                return steps
        return None

    def _written(self, key: str) -> str:
        sample = self._sample(key)
        return "" if sample is None else self._layout.value((*sample, key))


def _first(sample: str) -> str:
    """The first word of a list, if it is a text."""
    match = re.match(r"\[\s*(['\"])", sample)
    return match[1] if match else ""


def _comma(sample: str) -> str:
    """The comma of a list or an inline table, with the space behind it, if there is one."""
    plain = without_strings(sample)
    return "," if re.search(r",[^\s\]}]", plain) and ", " not in plain else ", "


def _frame(sample: str) -> str:
    """A string between three quotes without its text."""
    quotes = sample[:3]
    inner = sample[3:-3].replace("\r\n", "\n")
    opens = re.match(r"\n[ \t]*", inner)
    closes = re.search(r"\n[ \t]*\Z", inner)
    return f"{quotes}{opens[0] if opens else ''}x{closes[0] if closes else ''}{quotes}"
