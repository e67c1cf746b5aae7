"""Words and digits that are one number, put together: `خمسة وعشرون ألفا`, `مليارا و200 مليون`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from briefing.verifying.figures.number_words import NumberWord
from briefing.verifying.figures.tokens import Token

_Values = frozenset[Fraction]
_NONE: Final[_Values] = frozenset((Fraction(0),))
_LOOSE: Final = ("en", "he")  # languages that put hundreds and what follows them together without "and"
_MOST: Final = 64  # values of one number, where each of its parts is in doubt


class Sum:
    """A number that grows by a token at a time.

    `values` are all that it may be; `scale` is that of its last part, 0 if none; `first` and `end` are the
    tokens of a list that it is made of, `joints` those at which it is joined by "and".
    """

    def __init__(self, first: int) -> None:
        self.first = self.end = first
        self.joints: list[int] = []
        self.scale = 0
        self._total: _Values = _NONE
        self._group: _Values | None = None  # what is not multiplied by a scale yet
        self._last: NumberWord | None = None
        self._has_digits = False

    @property
    def values(self) -> _Values:
        """All that the number may be so far."""
        group = self._group
        return self._total if group is None else _each(self._total, group, Fraction.__add__)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has come in yet."""
        return self._group is None and not self.scale

    def takes_digits(self, token: Token, *, is_joined: bool) -> bool:
        """Add a number in digits; returns whether it belongs to this one."""
        most = max(token.values)
        self._settle(is_joined)
        if self.is_empty or (self._group is None and is_joined and most < self.scale):
            self._group, self._has_digits = token.values, True
        elif self._group is not None and not self._has_digits and is_joined and self._is_hundreds(most):
            self._group = _each(self._group, token.values, Fraction.__add__)
        else:
            return False
        self._last = None
        return True

    def takes(self, word: NumberWord, *, is_joined: bool, is_near: bool = True) -> bool:
        """Add a word; returns whether it belongs to this one.

        Args:
            word: What the word stands for.
            is_joined: Whether "and" stands before it.
            is_near: Whether a scale may multiply what stands before; not a year, as in `عام 2023 مليار`.
        """
        self._settle(is_joined)
        taken = {
            "unit": self._unit, "ten": self._unit, "teen": self._unit, "tens": self._unit,
            "hundred": self._hundred, "hundreds": self._unit, "part": self._part, "parts": self._parts,
            "decade": self._alone, "other": self._alone,
        }  # fmt: skip
        if word.kind in taken:
            is_taken = taken[word.kind](word, is_joined)
        else:
            is_taken = is_near and self._scaled(word, is_joined)
        if is_taken:
            self._last = word
        return is_taken

    def _settle(self, is_joined: bool) -> None:
        """Two milliards are `مليارا` only where what is counted follows: not in `مليارا و200 مليون`."""
        if is_joined and self._group is None and self._last and self._last.kind == "either":
            self._total = frozenset((min(self._total),))

    def _alone(self, word: NumberWord, is_joined: bool) -> bool:
        if not self.is_empty:
            return False
        values = {word.value}
        if word.kind == "decade":
            values |= {1900 + word.value, *([2000 + word.value] if word.value <= 30 else [])}
        self._group = frozenset(values)
        return True

    def _unit(self, word: NumberWord, is_joined: bool) -> bool:
        value = word.value
        if self.is_empty:
            values = {value}
            if word.is_ordinal and value > 2:
                values.add(1 / value)  # a third; خمس is a fifth as well
            self._group = frozenset(values)
            return True
        if self._group is None:
            if value < self.scale and (is_joined or word.language in _LOOSE):
                self._group = frozenset((value,))
                return True
            return False
        if self._has_digits:
            return False
        last = self._last
        if word.is_ordinal and word.language != "ar" and last and last.kind == "unit" and not is_joined:
            self._group = frozenset(one / value for one in self._whole())  # one third
            return True
        if self._fits(word, last, is_joined):
            self._group = frozenset(one + value for one in self._whole())
            return True
        return False

    def _fits(self, word: NumberWord, last: NumberWord | None, is_joined: bool) -> bool:
        """Whether a word is added to what stands before it, by its place: `عشرون` behind `خمسة و`."""
        kind, language = word.kind, word.language
        if kind == "hundreds" or last is None:
            return False
        if self._is_hundreds(word.value):
            return is_joined or language in _LOOSE
        if kind == "ten":
            return last.kind == "unit" and not is_joined and language != "en"
        if kind == "tens":
            return last.kind == "unit" and is_joined and language == "ar"
        if kind == "unit" and last.kind == "tens" and language != "ar":
            return is_joined != (language == "en")
        return False

    def _hundred(self, word: NumberWord, is_joined: bool) -> bool:
        if self.is_empty:
            self._group = frozenset((word.value,))
        elif self._group is None:
            if not (is_joined or word.language in _LOOSE) or self.scale <= word.value:
                return False
            self._group = frozenset((word.value,))
        elif not is_joined and all(one < 100 for one in self._whole()) and (word.language == "en" or (
            self._last and self._last.kind == "unit"
        )):  # fmt: skip
            self._group = frozenset(one * word.value for one in self._whole())
        else:
            return False
        return True

    def _part(self, word: NumberWord, is_joined: bool) -> bool:
        if self.is_empty:
            self._group = frozenset((word.value,))
        elif self._group is not None and (is_joined or self._has_digits):
            self._group = _each(self._whole(), frozenset((word.value,)), Fraction.__add__)
        elif self._group is None and is_joined:
            self._total = frozenset(one + self.scale * word.value for one in self._total)
        else:
            return False
        return True

    def _parts(self, word: NumberWord, is_joined: bool) -> bool:
        if self._group is None or is_joined or max(self._group) >= 10:
            return False
        self._group = frozenset(one * word.value for one in self._whole())
        return True

    def _scaled(self, word: NumberWord, is_joined: bool) -> bool:
        scale = int(word.value)
        if self._group is not None:
            if is_joined or word.kind == "dual":
                return False
            if self.scale and scale > self.scale and (self.scale != 1000 or word.kind == "scales"):
                return False
            group = self._whole() if not self._has_digits else self._group
            if word.kind == "either" and word.language == "en":  # 5m may be metres
                group = _each(group, frozenset((Fraction(1), Fraction(1, scale))), Fraction.__mul__)
            if self.scale and scale > self.scale:
                self._total = _each(_each(self._total, group, Fraction.__add__), _of(scale), Fraction.__mul__)
            elif scale == self.scale:
                return False
            else:
                self._total = _each(self._total, _each(group, _of(scale), Fraction.__mul__), Fraction.__add__)
        elif self.scale:
            last = self._last
            if last and last.kind == "part" and scale == self.scale:
                return True  # "a million and a half of the million"
            if not is_joined and scale > self.scale and word.kind != "dual" and last and last.kind != "part":
                self._total = _each(self._total, _of(scale), Fraction.__mul__)  # a thousand milliards
            elif (is_joined or word.language in _LOOSE) and scale < self.scale and word.kind != "scales":
                self._total = _each(self._total, _one_of(word, is_joined=True), Fraction.__add__)
            else:
                return False
        elif word.kind == "scales":
            return False
        else:
            self._total = _one_of(word)
        self._group, self._has_digits, self.scale = None, False, scale
        return True

    def _whole(self) -> _Values:
        """The group without the fractions that a single word might be."""
        group = self._group or _NONE
        last = self._last
        return frozenset(one for one in group if one >= 1) or group if last and last.kind != "part" else group

    def _is_hundreds(self, value: Fraction) -> bool:
        return value < 100 and all(one >= 100 and one % 100 == 0 for one in self._whole())


def _one_of(word: NumberWord, *, is_joined: bool = False) -> _Values:
    if word.kind == "dual":
        return _of(2 * int(word.value))
    if word.kind == "either" and not is_joined:
        return frozenset((word.value, 2 * word.value))
    return frozenset((word.value,))


def _of(number: int) -> _Values:
    return frozenset((Fraction(number),))


def _each(first: _Values, second: _Values, by: object) -> _Values:
    assert callable(by)
    made = frozenset(by(one, two) for one in first for two in second)
    return made if len(made) <= _MOST else frozenset(sorted(made)[:_MOST])
