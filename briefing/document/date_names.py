"""The words that dates are said in: a value, so that whoever shows a date may bring another language's."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class DateNames(Struct, frozen=True):
    """Names of months and of what may stand in a month's place, and phrases with a place for the rest.

    `seasons` begin with spring. `{number}` is which third or half of the year; `{season}` the season of one
    hemisphere; `{date}` a date already in words; `{years}` the first year of a decade; `{year}` a year of an
    era. `comma` stands between dates that are listed, `{many}` says how many things have one date.
    """

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    quarters: tuple[str, ...]
    third: str
    half: str
    northern: str
    southern: str
    circa: str
    since: str
    until: str
    decade: str
    before_christ: str
    anno_domini: str
    utc: str
    comma: str
    several: str

    def month(self, number: int) -> str:
        """Return the name of month 1 to 12, or of what EDTF numbers 21 to 41."""
        if number <= 12:
            return self.months[number - 1]
        if number <= 32:  # 25 to 28 are the seasons of the north, 29 to 32 of the south
            season = self.seasons[(number - 21) % 4]
            phrase = "{season}" if number <= 24 else self.northern if number <= 28 else self.southern
            return phrase.format(season=season)
        if number <= 36:
            return self.quarters[number - 33]
        return (self.third if number <= 39 else self.half).format(
            number=number - (36 if number <= 39 else 39)
        )


#: The names of the months in English, whole.
ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH: Final = DateNames(
    months=tuple(name[:3] for name in ENGLISH_MONTHS),
    seasons=("Spring", "Summer", "Autumn", "Winter"),
    quarters=("Q1", "Q2", "Q3", "Q4"),
    third="Third {number}",
    half="Half {number}",
    northern="{season} (north)",
    southern="{season} (south)",
    circa="c. {date}",
    since="from {date}",
    until="until {date}",
    decade="{years}s",
    before_christ="{year} BC",
    anno_domini="{year} AD",
    utc="UTC",
    comma=", ",
    several="{date} ×{many}",
)
