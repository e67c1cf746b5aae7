"""What is shown in the terminals, where it stands, and how well it reads there."""

import sys
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from briefing.sources import load_bundled
from tests.judges import ocr
from tests.judges.panes import article_pane, article_rows, called
from tests.judges.picture import Picture
from tests.judges.screen import Screen

#: Columns and rows: all panes are there, and a whole section fits its own.
WINDOW = 108, 34
SECTION, TITLE = "groups", "Working groups"
PARAGRAPHS = (8, 9)
#: Of wrong characters: a right screen has less, a wrong one more (they were 2 to 9 and 70 to 84 %).
RIGHT, WRONG = 0.15, 0.60
#: What the shell prints: Arabic alone, so that no terminal need guess at the direction.
LINES = (
    "أنشأ البلدان هذا المنتدى لتعميق التعاون الصناعي في مجال الدفاع",
    "وتعزيز الأمن الإقليمي في غرب المحيط الهادي، وزيادة الإنتاج المشترك",
    "للصواريخ والذخائر وإصلاح السفن والطائرات بشكل جماعي",
)

Span = tuple[int, int]

_read = cache(ocr.read)


@dataclass(frozen=True)
class Reading:
    """A picture, and how much of the text that must be in it reads wrongly."""

    picture: Picture
    expected: str
    language: str = "ara"

    @property
    def seen(self) -> str:
        """What OCR sees in it."""
        return _read(self.picture, self.language)

    @property
    def error(self) -> float:
        """The share of characters read wrongly."""
        return ocr.error(self.seen, self.expected)


@dataclass(frozen=True)
class Shown:
    """The program on a terminal: the Arabic article, and the English summary beside it."""

    article: Reading
    summary: Reading

    @property
    def right(self) -> bool:
        """Whether both read as they must."""
        return self.article.error < RIGHT and self.summary.error < RIGHT

    def __str__(self) -> str:
        return f"{self.article.error:.1%} of the article, {self.summary.error:.1%} of the summary"


class Layout(NamedTuple):
    """Columns and rows of the panes' texts on a screen of this size, and the summary's text."""

    article: tuple[Span, Span]
    summary: tuple[Span, Span]
    summary_text: str


@cache
def layout() -> Layout:
    """Return where the texts stand, without borders, paragraph numbers, bullets and scroll bars."""
    with Screen([sys.executable, "-m", "briefing", "--section", SECTION], *WINDOW) as screen:
        screen.wait_for(f"¶{PARAGRAPHS[-1]}")
        screen.wait_until_idle()
        cells = screen.cells()
    frame = article_pane(cells, TITLE)
    rows, edge = article_rows(cells, TITLE)
    inked = [n for n, row in enumerate(rows, frame.top) if row.end]
    (beside,) = called(cells, "Summary")
    left, right = beside.left + 2, beside.right - 2
    text = ("".join(cell.text for cell in cells[y][left:right]) for y in range(beside.top, beside.bottom))
    return Layout(
        ((frame.left, edge), (inked[0], inked[-1] + 1)),
        ((left, right), (beside.top, beside.bottom)),
        "\n".join(text),
    )


@cache
def article() -> str:
    """The paragraphs of that section, as the author wrote them."""
    briefing = load_bundled()
    return "\n".join(briefing.paragraph(number).text for number in PARAGRAPHS)
