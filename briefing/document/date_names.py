"""The words that dates are said in: a value, so that whoever shows a date may bring another language's."""

from __future__ import annotations

from typing import Final, NamedTuple


class DateNames(NamedTuple):
    """Names of months and of what may stand in a month's place, and phrases with a place for the rest.

    `seasons` begin with spring. `{number}` is which third or half of the year; `{date}` a date already in
    words; `{years}` the first year of a decade.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    quarters: tuple[str, ...]
    third: str
    half: str
    circa: str
    since: str
    until: str
    decade: str

    def month(self, number: int) -> str:
        """Return the name of month 1 to 12, or of what EDTF numbers 21 to 41."""
        if number <= 12:
            return self.months[number - 1]
        if number <= 32:  # 25 to 32 are the seasons again, by hemisphere
            return self.seasons[(number - 21) % 4]
        if number <= 36:
            return self.quarters[number - 33]
        return (self.third if number <= 39 else self.half).format(
            number=number - (36 if number <= 39 else 39)
        )


ENGLISH: Final = DateNames(
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    seasons=("Spring", "Summer", "Autumn", "Winter"),
    quarters=("Q1", "Q2", "Q3", "Q4"),
    third="Third {number}",
    half="Half {number}",
    circa="c. {date}",
    since="from {date}",
    until="until {date}",
    decade="{years}s",
)
