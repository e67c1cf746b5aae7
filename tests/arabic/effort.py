"""How much is tried: all with `--everything`, which takes minutes; else a sample.

Of examples, which are the same each time, `--hypothesis-profile=search` tries a thousand new ones.
"""

from typing import Final

from hypothesis import settings

from tests.tiers import in_full

WHOLE: Final = in_full()
#: Examples of a property test.
EXAMPLES: Final = max(300, settings().max_examples) if WHOLE else settings().max_examples
#: Codes of characters: all planes in use, or all of the first 4,000 and some of the others.
CHARACTERS: Final = (
    [*range(0x33000), *range(0xE0000, 0xE0200)] if WHOLE else [*range(0xFA0), *range(0xFA0, 0xE0200, 61)]
)
