"""Mutants of the bundled briefing and of a small one; the same random source gives the same mutant."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any, Final, TypeVar

from briefing.machine.assets import bundled_folder
from tests.document.sample import ARTICLE, TOML
from tests.fuzz import payloads
from tests.fuzz.characters import BYTE_STEPS, TEXT_STEPS
from tests.fuzz.mutant import OUTSIDE, Entry, Link, Mutant
from tests.fuzz.structure import FILE_NAMES, STEPS, free_text
from tests.fuzz.toml_writing import toml_of

_NAMES: Final = ("briefing.toml", "article.txt", "capture.txt")
_DETAIL: Final = [{"label": "a", "captured": ["b"], "english": "c"}]
_IN_PLACE: Final = (
    "a link",
    "a loop",
    "a FIFO",
    "a folder",
    "gone",
    "renamed",
    "beside others",
    "not opened",
)
_T = TypeVar("_T")
_LINKS: Final = (
    OUTSIDE,
    "article.txt",
    "briefing.toml",
    "missing.txt",
    "/dev/null",
    "/dev/zero",
    ".",
    "..",
    "/",
    "x" * 300,
)


@cache
def _bases() -> tuple[tuple[str, str, str], ...]:
    """TOML, article and capture of the two briefings that mutants are made of."""
    folder = bundled_folder()
    bundled = tuple((folder / name).read_text("utf-8") for name in _NAMES)
    return ((TOML, ARTICLE, ARTICLE), (bundled[0], bundled[1], bundled[2]))


@cache
def _parsed(base: int) -> dict[str, Any]:
    data = tomllib.loads(_bases()[base][0])
    data["provenance"].setdefault("capture", "capture.txt")
    for key in ("details", "left_out"):
        data["provenance"].setdefault(key, copy.deepcopy(_DETAIL))
    data["provenance"].setdefault("unknown", ["d"])
    return data


def mutated(random: Random) -> Mutant:
    """A briefing with one to six things changed: in its data, its characters, its bytes or its folder."""
    kind = random.randrange(10)
    if kind < 1:
        return _plain_text(random)
    base = int(random.random() < 0.15)  # most are small: a case takes a tenth of the time
    toml, article, capture = _bases()[base]
    steps: list[str] = []
    if kind < 6:
        data = copy.deepcopy(_parsed(base))
        for _ in range(random.choice((1, 1, 2, 3))):
            _apply(random.choice(STEPS), steps)(data, random)
        toml = toml_of(data)
    if kind >= 5:
        for _ in range(random.choice((1, 1, 2, 3))):
            toml = _apply(random.choice(TEXT_STEPS), steps)(toml, random)
    if random.random() < 0.2:
        article = _apply(random.choice(TEXT_STEPS), steps)(article, random)
    entries: dict[str, Entry] = {
        name: text.encode("utf-8", "surrogatepass")
        for name, text in zip(_NAMES, (toml, article, capture), strict=True)
    }
    if random.random() < 0.15:
        name = random.choice(_NAMES[:2])
        data_of = entries[name]
        assert isinstance(data_of, bytes)
        entries[name] = _apply(random.choice(BYTE_STEPS), steps)(data_of, random)
    opened = random.choice(("", "", "", "briefing.toml", "article.txt"))
    if random.random() < 0.15:
        opened = _other_folder(entries, opened, steps, random)
    return Mutant(entries, opened, tuple(steps))


def readable(random: Random, share: float = 0.5) -> Mutant:
    """A briefing that loads: hostile text in a share of the places where text is free, and in the article."""
    base = int(random.random() < 0.3)
    data = copy.deepcopy(_parsed(base))
    for spot in free_text(data):
        if random.random() < share:
            # A lone surrogate cannot be written in TOML; an empty title is refused.
            spot.put("t" + payloads.text(random).encode("utf-8", "replace").decode())
    article = _bases()[base][1].rstrip("\n")
    for _ in range(random.randint(0, 6)):
        article += "\n\n" + payloads.text(random).replace("\n", " ")
    entries: dict[str, Entry] = {
        "briefing.toml": toml_of(data).encode(),
        "article.txt": article.encode("utf-8", "replace"),
        "capture.txt": _bases()[base][2].encode(),
    }
    return Mutant(entries, "", ("hostile text in every free field",))


def _plain_text(random: Random) -> Mutant:
    """A text file with a name of its own, made of hostile text or of nothing but bytes."""
    steps = ["a plain text"]
    if random.random() < 0.2:
        data = random.randbytes(random.choice((0, 1, 20, 3000)))
    else:
        parts = (payloads.text(random) for _ in range(random.randint(1, 8)))
        data = (
            random.choice(("\n", "\n\n", " "))
            .join(parts)
            .encode("utf-8", random.choice(("replace", "surrogatepass")))
        )
    if random.random() < 0.3:
        data = _apply(random.choice(BYTE_STEPS), steps)(data, random)
    return Mutant({(name := _name(random)): data}, name, tuple(steps))


def _name(random: Random) -> str:
    """A name that a file can have: of at most 255 bytes, without a slash or NUL; not UTF-8 now and then."""
    name = random.choice(
        ("article.txt", payloads.text(random), payloads.sequence(random) + ".txt", payloads.markup(random))
    )
    data = name.encode("utf-8", "replace").replace(b"/", b"_").replace(b"\0", b"_")[:250]
    if random.random() < 0.2:
        data += b"\xff\x9b"
    return (data if data not in (b"", b".", b"..") else b"a.txt").decode("utf-8", "surrogateescape")


def _other_folder(entries: dict[str, Entry], opened: str, steps: list[str], random: Random) -> str:
    """Put something else in place of a file; returns what is to be opened."""
    name = random.choice(_NAMES)
    kind = random.randrange(8)
    steps.append(f"{name} {_IN_PLACE[kind]}")
    if kind == 0:
        entries[name] = Link(random.choice(_LINKS))
    elif kind == 1:
        entries[name] = Link(name)
    elif kind == 2:
        entries[name] = "fifo"
    elif kind == 3:
        entries[name] = "folder"
    elif kind == 4:
        del entries[name]
    elif kind == 5:
        entries[_name(random)] = entries.pop(name)
    elif kind == 6:
        odd: dict[str, Entry] = {
            "fifo": "fifo",
            "folder": "folder",
            "loop": Link("loop"),
            "dangling": Link("no"),
        }
        entries |= odd | {_name(random): b"x", _name(random): b"x"}
        return random.choice((opened, opened, *odd))
    else:
        return random.choice((*FILE_NAMES, _name(random))).replace("\0", "").lstrip("/")
    return opened


def _apply(step: Callable[..., _T], steps: list[str]) -> Callable[..., _T]:
    """Write a step down, to be taken at once."""
    steps.append(step.__name__.strip("_").replace("_", " "))
    return step
