"""What is searched for in a reading, and how far the search has come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

from msgspec import Struct

from briefing.reading.marks import Span

if TYPE_CHECKING:
    from briefing.reading.state import Reading
    from briefing.reading.tally import Tally

#: Where hits are, in the order that they are gone through: passages of the article, claims and the bottom
#: line, events, names.
UnitKind = Literal[0, 1, 2, 3]
ARTICLE: Final = 0
SUMMARY: Final = 1
EVENT: Final = 2
NAME: Final = 3
KINDS: Final[tuple[UnitKind, ...]] = (ARTICLE, SUMMARY, EVENT, NAME)


class Finds(Protocol):
    """What finds a text's hits; false if there is nothing to look for. One is equal only to itself."""

    def __bool__(self) -> bool: ...

    def __hash__(self) -> int: ...

    def hits(self, text: str) -> Iterator[Span]:
        """The slices of `text` that fit, in order."""


@lru_cache(maxsize=512)
def hits_in(query: Finds, text: str) -> tuple[Span, ...]:
    """Return the hits in a text. Those of what is in sight are kept."""
    return tuple(tuple(hit) for hit in query.hits(text))  # type: ignore[misc]  # plain tuples: they are hashed often


class Hit(NamedTuple):
    """Hit number `nth` (from 0) of a text that is searched: a unit, by its index among those of its kind."""

    kind: UnitKind
    unit: int
    nth: int


class Seek(NamedTuple):
    """A search for the next hit that is not done: what is looked at next, and which way.

    `origin` is where it began; `turned`: it has gone on at the other end since.
    """

    kind: UnitKind
    unit: int
    step: int
    origin: tuple[int, int]
    turned: bool = False


class Search(Struct, frozen=True):
    """A search. `typed` is the query as typed, in logical order.

    `before` is the reading as it was when the field was opened, None once the search was accepted. `at` is
    the current hit, `turned` whether the last step has gone on from the top (1) or from the end (-1).
    `total` are the hits counted by now, `number` says which of them the current one is (from 1; None: not
    known yet), and `is_whole`: all are counted. `fault` says what is wrong with the query, in words;
    else it is empty.
    """

    typed: str
    whole_words: bool
    regex: bool
    query: Finds
    tally: Tally
    before: Reading | None = None
    at: Hit | None = None
    turned: int = 0
    seek: Seek | None = None
    total: int = 0
    number: int | None = None
    is_whole: bool = False
    fault: str = ""
