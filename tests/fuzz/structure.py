"""Mutations of a briefing's data: its keys, values, types, nesting, dates and numbers."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Callable
from random import Random
from typing import Any, Final, NamedTuple

from tests.fuzz import payloads

Data = dict[str, Any]

_DATES: Final = (
    "2024?-06-10", "2024-06-10/2024-06-12", "2024-13-01", "2026-02-30", "-0044", "1984-1X", "156X", "XXXX",
    "1985-04-12T23:20:30-04", "1985-04-12T23:20:30+14:00", "Y170000002", "Y-9999999999", "2001-21",
    "[1667..]", "{1960,1961-12}", "../2004", "2004/..", "/", "2004-06?/2004-08~", "%2001", "?~%", "0000",
    "9999-12-31", "10000", "2024-6-1", "٢٠٢٤-٠٦-١٠", "2024-06-10 ", "", "1e4", "2024" * 200,
    "2024-06-1" + "0" * 400,
)  # fmt: skip
_NUMBERS: Final = (
    0,
    -1,
    1,
    2,
    4,
    99,
    2**31,
    2**63,
    2**64,
    -(2**63) - 1,
    10**400,
    1.0,
    1.5,
    1e308,
    float("nan"),
    float("inf"),
)
_OTHERS: Final[tuple[Any, ...]] = (
    True, False, "", [], {}, [[]], [{}], [""], {"": ""}, {"x": 1}, [None.__class__.__name__],
    datetime.date(2024, 6, 10), datetime.time(1, 2, 3, 4), datetime.datetime(1, 1, 1), "text", " ", "1", 1,
    [1, "a"],
)  # fmt: skip
_KEYS: Final = (
    "titel",
    "Title",
    "",
    "a.b",
    "key ",
    "__proto__",
    "paragraph",
    "path",
    "text",
    "full",
    "arabic",
)
#: Names of files that an article or a capture may be said to have.
FILE_NAMES: Final = (
    "article.txt", "capture.txt", "briefing.toml", "missing.txt", "", ".", "..", "../article.txt",
    "/etc/passwd", "/dev/zero", "/dev/stdin", "/proc/self/environ", "a\0b", "a\\b", "~", "~root/x",
    "$HOME/x", "inner", "inner/a.txt", "./article.txt", "article.txt/", "article.txt/x", "//article.txt",
    "ARTICLE.TXT", "x" * 255, "x" * 256, "ض" * 300, "x/" * 2500, "مقال.txt", "-", "--help", "|cat",
    "file:///etc/passwd", "\n", "\x1b[31m.txt", "a\x9bb", "\u202egpj.txt", "article.txt ", "CON", "fifo",
    "folder", "loop", "out", "dangling", "\ufeffarticle.txt", "article\u200b.txt",
)  # fmt: skip


class Spot(NamedTuple):
    """One value of the data: what holds it, and under which key or index."""

    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        self.holder[self.key] = value


def spots(data: Any) -> list[Spot]:
    """Every value inside `data`, from the top down."""
    found: list[Spot] = []
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        found.append(Spot(data, key))
        found += spots(value)
    return found


def _text(data: Data, random: Random) -> None:
    spot = _of_type(data, random, str)
    spot.put(payloads.text(random))


def _text_around(data: Data, random: Random) -> None:
    spot = _of_type(data, random, str)
    at = random.randint(0, len(spot.value))
    spot.put(spot.value[:at] + payloads.text(random) + spot.value[at:])


def _cut_text(data: Data, random: Random) -> None:
    spot = _of_type(data, random, str)
    at = random.randint(0, len(spot.value))
    spot.put(spot.value[:at] + spot.value[at + random.randint(1, 8) :])


def _number(data: Data, random: Random) -> None:
    _of_type(data, random, int).put(random.choice(_NUMBERS))


def _date(data: Data, random: Random) -> None:
    dates = [spot for spot in spots(data) if spot.key == "date"]
    (random.choice(dates) if dates else _any(data, random)).put(random.choice(_DATES))


def _other_type(data: Data, random: Random) -> None:
    _any(data, random).put(copy.deepcopy(random.choice(_OTHERS)))


def _gone(data: Data, random: Random) -> None:
    spot = _any(data, random)
    del spot.holder[spot.key]


def _other_key(data: Data, random: Random) -> None:
    spot = random.choice([spot for spot in spots(data) if isinstance(spot.key, str)])
    value = spot.holder.pop(spot.key)
    spot.holder[_hostile_key(random)] = value


def _added_key(data: Data, random: Random) -> None:
    tables = [data, *(spot.value for spot in spots(data) if isinstance(spot.value, dict))]
    random.choice(tables)[_hostile_key(random)] = copy.deepcopy(random.choice(_OTHERS))


def _hostile_key(random: Random) -> str:
    return random.choice((random.choice(_KEYS), payloads.text(random)))


def _twice(data: Data, random: Random) -> None:
    lists = [spot.value for spot in spots(data) if isinstance(spot.value, list) and spot.value]
    if lists:
        chosen = random.choice(lists)
        entry = random.choice(chosen)
        chosen[random.randint(0, len(chosen)) : 0] = [
            copy.deepcopy(entry) for _ in range(random.choice((1, 1, 2, 50)))
        ]


def _swapped(data: Data, random: Random) -> None:
    one, two = copy.deepcopy(_any(data, random).value), copy.deepcopy(_any(data, random).value)
    _any(data, random).put(one)
    _any(data, random).put(two)


def _deeper(data: Data, random: Random) -> None:
    spot = _any(data, random)
    for _ in range(random.choice((1, 2, 30))):
        spot.put({random.choice(_KEYS): spot.value} if random.random() < 0.5 else [spot.value])


def _file_name(data: Data, random: Random) -> None:
    if random.random() < 0.6 or not isinstance(data.get("provenance"), dict):
        data["article"] = random.choice(FILE_NAMES)
    else:
        data["provenance"]["capture"] = random.choice(FILE_NAMES)


def _section_key(data: Data, random: Random) -> None:
    keys = [spot for spot in spots(data) if spot.key == "key"]
    if keys:
        random.choice(keys).put(random.choice(("full", "start", "end", "1", "-x", payloads.text(random))))


def _any(data: Data, random: Random) -> Spot:
    if not data:
        data["title"] = {}
    return random.choice(spots(data))


def _of_type(data: Data, random: Random, kind: type) -> Spot:
    found = [spot for spot in spots(data) if isinstance(spot.value, kind)]
    return random.choice(found) if found else _any_text(data)


def _any_text(data: Data) -> Spot:
    data["article"] = "article.txt"
    return Spot(data, "article")


STEPS: Final[tuple[Callable[[Data, Random], None], ...]] = (
    _text, _text, _text_around, _text_around, _cut_text, _number, _date, _other_type, _gone, _other_key,
    _added_key, _twice, _swapped, _deeper, _file_name, _section_key,
)  # fmt: skip


def free_text(data: Data) -> list[Spot]:
    """The values in which a briefing may say anything it likes."""
    bound = {"key", "date", "basis", "kind", "article", "capture", "quote"}
    forms = [name["arabic"] for name in data.get("names", ())]  # have to stand in the article
    return [
        spot
        for spot in spots(data)
        if isinstance(spot.value, str)
        and spot.key not in bound
        and not any(spot.holder is form for form in forms)
    ]
