"""How a reader wants text painted. Nothing of it changes the text, its lines or what is copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.arabic.cell import Cell

if TYPE_CHECKING:
    from briefing.arabic.digits import Digits


class Presentation(NamedTuple):
    """How text is presented: whether harakat are painted, in what shapes digits are, if lines are justified.

    Justified lines are filled by kashida, but for the last of a paragraph and those of paragraphs that run
    from left to right.
    """

    harakat: bool = True
    digits: Digits = "written"
    justified: bool = False


#: Everything painted as the author wrote it.
AS_WRITTEN: Final = Presentation()


def read(
    cells: Sequence[Cell], text: str, offset: int, presentation: Presentation, *, rtl: bool, missing: int
) -> tuple[Cell, ...]:
    """Return the cells of a line as `presentation` has them.

    `text` is the line's paragraph, which begins at `offset` and runs from right to left if `rtl`; `missing`
    are the cells that a justified line would have to grow by.
    """
    # Each is imported by who wants it: most read the text as it was written.
    if not presentation.harakat:
        from briefing.arabic.harakat import without_harakat

        cells = [cell._replace(text=without_harakat(cell.text) or " " * cell.width) for cell in cells]
    if presentation.digits != "written":
        from briefing.arabic.digits import with_digits

        cells = with_digits(cells, text, offset, presentation.digits, rtl=rtl)
    if presentation.justified and rtl:
        from briefing.arabic.kashida import justified

        cells = justified(cells, text, offset, missing, vocalised=not presentation.harakat)
    return tuple(cells)
