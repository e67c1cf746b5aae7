"""Which characters are written from right to left: the blocks of Hebrew, Arabic, Syriac and their like."""

from typing import Final

#: Ranges for a class of a pattern, of the plane where nearly all text is.
RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
