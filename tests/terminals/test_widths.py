"""Text of which terminals count the cells in different ways: borders and numbers stand in their columns."""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.judges import real_terminal
from tests.judges.panes import Pane, article_pane
from tests.judges.picture import Picture
from tests.judges.real_terminal import RealTerminal
from tests.judges.screen import Screen
from tests.judges.terminals import TERMINALS
from tests.needs import needs, needs_file
from tests.terminals.expected import WINDOW
from tests.terminals.walk import Walk

pytestmark = [
    pytest.mark.xdist_group("terminals"),
    needs(*real_terminal.TOOLS),
    needs_file("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
]

#: Signs that became emoji; skin tones, families, flags; marks with a width; what joins; signs that enclose
#: digits; what is new; more marks on a letter than there should be.
TEXTS = (
    "نص عربي كما هو",
    "نص عربي كما هو كذلك",
    "❤️ قلب ☪️ هلال ⚠️ تحذير ©️ حق 1️⃣ واحد ✔️ نعم",
    "👍🏽 جيد 👨‍👩‍👧‍👦 أسرة 🇫🇷 علم 🇫 حرف ⌚ ساعة",
    "هندية हिन्दी में मा कि क्ष और தமிழ் கொண்டு நி",
    "تايلاندية ที่นี่ กำลัง ลاوية ກຳລັງ ຊ່ວຍ كورية 각 각하 ᄒᆞᆫ",
    "سورة ۝١٢ ثم ۝٣ و ؀١٢ و ؅ و ࢐ و ࢑ و ࣢ و ܏ نهاية",
    "جديد ب\u0897 b\u1acf 🫩 🪿 𞗐 وكثير ب" + "\u064e\u0651" * 4 + " z" + "\u0351\u036b\u0353" * 5 + "a",
    "\u0bbe \u3164 \u1160 \U0001f3fb نهاية",
    "English ❤️ first, मा and ۝١٢ last 👍🏽",
)
_TITLE = "Text"
_SETTLED = 3  # keys, each of which paints parts of rows


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "text.txt"
    file.write_text("\n\n".join(TEXTS), "utf-8")
    return file


@cache
def frame() -> tuple[Pane, int]:
    """The article's frame on a screen of that size, and the column of the paragraph numbers."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text("\n\n".join(TEXTS[:2] * (len(TEXTS) // 2)), "utf-8")
        with Screen([sys.executable, "-m", "briefing", file], *WINDOW) as screen:
            screen.wait_for("¶2")
            screen.wait_until_idle()
            cells = screen.cells()
    pane = article_pane(cells, _TITLE)
    (column,) = {x for y in (pane.top, pane.top + 2) for x, cell in enumerate(cells[y]) if cell.text == "¶"}
    return pane, column


def out_of_place(terminal: RealTerminal, picture: Picture) -> Iterator[str]:
    """The rows whose border, or whose number's sign, is not where, or what, it is on others."""
    pane, column = frame()
    rows = {y: picture.part(terminal.box((0, WINDOW[0]), (y, y + 1))) for y in range(pane.top, pane.bottom)}

    def odd(column: int, where: Iterable[int]) -> Iterator[str]:
        box = terminal.box((column, column + 1), (0, 1))
        cells = {y: rows[y].part(box) for y in where}
        usual, _ = Counter(cells.values()).most_common(1)[0]
        yield from (
            f"row {y}, column {column}" for y, cell in cells.items() if not cell.looks_like(usual, 0.1)
        )

    yield from odd(pane.left - 1, rows)
    yield from odd(pane.right, rows)
    yield from odd(column, [pane.top + 2 * n for n in range(len(TEXTS) - 1)])  # the last one has the cursor


def check(terminal: RealTerminal, text: Path) -> None:
    terminal.run("clear")
    terminal.start(f"briefing {text}")
    terminal.press(*["down"] * _SETTLED, "end")
    picture = terminal.picture()
    wrong = list(out_of_place(terminal, picture))
    with terminal.command_ending():
        terminal.press("q")
    assert not wrong


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs(*TERMINALS[name].programs)) for name in TERMINALS]
)
def test_all_stands_in_its_columns(name: str, text: Path) -> None:
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        check(terminal, text)


@needs("tmux", "screen")
@pytest.mark.parametrize("multiplexer", ["tmux", "screen"])
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs(*TERMINALS[name].programs)) for name in ("xterm", "VTE", "kitty")]
)
def test_so_it_does_inside_of_a_multiplexer(name: str, multiplexer: str, text: Path) -> None:
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        walk = Walk(terminal)
        with walk.inside(multiplexer):
            check(terminal, text)
