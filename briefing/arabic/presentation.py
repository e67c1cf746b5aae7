"""How the reader prefers text to be painted. The text, its lines and what is copied do not change by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefing.arabic.cell import Cell

if TYPE_CHECKING:
    from briefing.arabic.digits import Digits


class Presentation(Struct, frozen=True):
    """What a reader prefers in how text is painted.

    Attributes:
        harakat: Whether vowel signs and other Arabic marks are painted.
        digits: The shapes of digits: `"written"` (as in the text), `"western"` (0-9) or `"arabic-indic"`.
        justified: Whether lines are filled by kashida, but for the last line of a paragraph and for
            paragraphs from left to right.
    """

    harakat: bool = True
    digits: Digits = "written"
    justified: bool = False


#: Everything is painted as the author wrote it.
AS_WRITTEN: Final = Presentation()


def present(
    cells: Sequence[Cell], text: str, offset: int, presentation: Presentation, *, rtl: bool, missing: int
) -> tuple[Cell, ...]:
    """Return the cells of a line with a presentation applied.

    Args:
        cells: The cells of the line as written, in visual order.
        text: The paragraph that the line is of.
        offset: The index where the paragraph begins in the text that was laid out.
        presentation: What to apply.
        rtl: Whether the paragraph direction is right to left.
        missing: The number of cells that the line lacks to be justified.
    """
    # Imported late: most readers want the text as it was written.
    if not presentation.harakat:
        from briefing.arabic.harakat import without_harakat

        cells = [cell._replace(text=without_harakat(cell.text) or " " * cell.width) for cell in cells]
    if presentation.digits != "written":
        from briefing.arabic.digits import with_digits

        cells = with_digits(cells, text, offset, presentation.digits, rtl=rtl)
    if presentation.justified and rtl:
        from briefing.arabic.kashida import justified

        cells = justified(cells, text, offset, missing, unmarked=not presentation.harakat)
    return tuple(cells)
