"""How many cases are tried: many with `--everything`, few otherwise; thousands by `python -m tests.fuzz`."""

from typing import Final

from tests.tiers import in_full

#: The seed of every campaign of the test suite.
SEED: Final = 2026
BRIEFINGS: Final = 2_000 if in_full() else 500
READERS: Final = 12 if in_full() else 1
PTYS: Final = 40 if in_full() else 10
