"""What comes of an action: the reading as it has become, and what else is asked for."""

from __future__ import annotations

from typing import NamedTuple

from briefing.reading.effects import Effect
from briefing.reading.state import Reading


class Result(NamedTuple):
    """A reading and the effects to be carried out, in this order, once it is shown."""

    reading: Reading
    effects: tuple[Effect, ...] = ()

    def then(self, other: Result) -> Result:
        """Return `other`, which was made from this reading, with the effects of both."""
        return Result(other.reading, self.effects + other.effects)

    def asking(self, *effects: Effect) -> Result:
        """Return the same with more effects."""
        return Result(self.reading, self.effects + effects)
