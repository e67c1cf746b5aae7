"""Evidence in real terminals: the cells that are lit are those of its words, beside whatever they stand."""

import sys
from pathlib import Path

import pytest

from tests.judges import real_terminal
from tests.judges.panes import article_pane
from tests.judges.real_terminal import RealTerminal
from tests.judges.screen import Screen
from tests.judges.terminals import TERMINALS
from tests.needs import needs

pytestmark = [pytest.mark.xdist_group("terminals"), needs(*real_terminal.TOOLS)]

WINDOW = (100, 30)
TEXT = "قال (بثته القناة): «الدفاع، أولا»؛ 12 و(A/B)، ثم غادر."
QUOTES = ("الدفاع، أولا", "(بثته القناة)", "B)، ثم")
TITLE = "Goals"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    citations = ", ".join(f'{{paragraph = 1, quote = "{quote}"}}' for quote in QUOTES)
    (tmp_path / "briefing.toml").write_text(
        'article = "article.txt"\nbottom_line = "So."\n[title]\nenglish = "A"\narabic = "ا"\n'
        f'[[sections]]\nkey = "a"\ntitle = "{TITLE}"\narabic = "ا"\nparagraphs = [1]\n'
        f'[[sections.claims]]\ntext = "He spoke."\ncitations = [{citations}]\n',
        "utf-8",
    )
    return tmp_path


def lit_cells(folder: Path) -> dict[tuple[int, int], bool]:
    """The cells of the article with letters, by column and row, and whether they are painted as lit."""
    with Screen(
        [sys.executable, "-m", "briefing", "--theme", "dark", "--section", "a", folder], *WINDOW
    ) as screen:
        screen.wait_for("He spoke")
        screen.wait_until_idle()
        screen.press("tab")
        screen.wait_until_idle()
        cells = screen.cells()
    pane = article_pane(cells, TITLE)
    ground = cells[pane.bottom - 1][pane.left].bg
    return {
        (x, y): cells[y][x].bg != ground
        for y in range(pane.top, pane.bottom)
        for x in range(pane.left, pane.right - 6)
        if cells[y][x].text.strip()
    }


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs(*TERMINALS[name].programs)) for name in TERMINALS]
)
def test_the_cells_of_the_words_are_lit(name: str, folder: Path) -> None:
    painted = lit_cells(folder)
    assert len(set(painted.values())) == 2
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        terminal.start(f"briefing --theme dark --section a {folder}")
        terminal.press("tab")
        picture = terminal.picture()
        grounds = {(x, y): picture.part(terminal.box((x, x + 1), (y, y + 1))).ground() for x, y in painted}
        with terminal.command_ending():
            terminal.press("q")
    lit = {grounds[place] for place, is_lit in painted.items() if is_lit}
    unlit = {grounds[place] for place, is_lit in painted.items() if not is_lit}
    assert not lit & unlit
