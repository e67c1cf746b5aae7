"""What is shown in the terminals, where it stands, and how well it reads there."""

import sys
from dataclasses import dataclass
from functools import cache

from briefing.document import load_bundled
from tests.judges import ocr
from tests.judges.panes import article_pane, article_rows
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

_read = cache(ocr.read)


@dataclass(frozen=True)
class Reading:
    """A picture, and how much of the text that must be in it reads wrongly."""

    picture: Picture
    expected: str

    @property
    def seen(self) -> str:
        """What OCR sees in it."""
        return _read(self.picture)

    @property
    def error(self) -> float:
        """The share of characters read wrongly."""
        return ocr.error(self.seen, self.expected)


@cache
def layout() -> tuple[tuple[int, int], tuple[int, int]]:
    """The columns and rows of the article on a screen of this size, without borders and numbers."""
    with Screen([sys.executable, "-m", "briefing", "--section", SECTION], *WINDOW) as screen:
        screen.wait_for(f"¶{PARAGRAPHS[-1]}")
        screen.wait_until_idle()
        frame = article_pane(screen.cells(), TITLE)
        rows, edge = article_rows(screen.cells(), TITLE)
    inked = [n for n, row in enumerate(rows, frame.top) if row.end]
    return (frame.left, edge), (inked[0], inked[-1] + 1)


@cache
def article() -> str:
    """The paragraphs of that section, as the author wrote them."""
    briefing = load_bundled()
    return "\n".join(briefing.paragraph(number).text for number in PARAGRAPHS)
