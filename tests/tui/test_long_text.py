"""A text of 5 MB opens, pages and ends as a short one does: only what is in sight is laid out."""

import os
import sys
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pytest

from briefing.arabic import Line, count_lines, layout
from briefing.tui.panes import set_lines
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.needs import needs_file
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading

MEGABYTES = 5
WINDOW = (80, 24)


@pytest.fixture(scope="module")
def long_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of that many megabytes, whose every paragraph begins with its number."""
    texts = [paragraph.text for paragraph in bundled().paragraphs]
    share = sum(len(text.encode()) for text in texts) // len(texts)
    numbers = range(1, MEGABYTES * 1_000_000 // share + 1)
    path = tmp_path_factory.mktemp("long") / "long.txt"
    path.write_text(
        "\n\n".join(f"{number} {texts[number % len(texts)]}" for number in numbers), encoding="utf-8"
    )
    return path


@pytest.fixture
def short_text(tmp_path: Path) -> Path:
    path = tmp_path / "short.txt"
    path.write_text("\n\n".join(paragraph.text for paragraph in bundled().paragraphs), encoding="utf-8")
    return path


def opened(path: Path) -> tuple[Screen, float]:
    """The reader with that text, and the processor's seconds until its first paragraph was on the screen."""
    screen = Screen([sys.executable, "-m", "briefing", path], *WINDOW)
    screen.emulator = QuickEmulator(*WINDOW)
    screen.wait_for("¶1 ")
    return screen, worked(screen)


def worked(screen: Screen) -> float:
    """How many seconds the processor was at the program, whatever else the machine had to do."""
    fields = Path(f"/proc/{screen.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@needs_file("/proc/self/stat")
@pytest.mark.whole
def test_first_frame_and_first_key_do_not_wait_for_the_whole(short_text: Path, long_text: Path) -> None:
    screen, short = opened(short_text)
    screen.close()
    screen, long = opened(long_text)
    with screen:
        assert long < 3 * short
        before = worked(screen)
        screen.press("pagedown")
        screen.wait_for(lambda screen: "¶1 " not in screen.text)
        assert worked(screen) - before < 2 * short
        screen.press("end")
        last = long_text.read_text(encoding="utf-8").count("\n\n") + 1
        screen.wait_for(f"{last} ¶{last}")


class Layouts:
    """How many paragraphs are laid out, or their lines counted."""

    def __init__(self) -> None:
        self.count = 0

    def layout(self, *arguments: Any, **settings: Any) -> list[Line]:
        self.count += 1
        return layout(*arguments, **settings)

    def count_lines(self, *arguments: Any) -> int:
        self.count += 1
        return count_lines(*arguments)


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> Layouts:
    """Counts what the article's pane asks of the text engine."""
    counting = Layouts()
    monkeypatch.setattr(set_lines, "layout", counting.layout)
    monkeypatch.setattr(set_lines, "count_lines", counting.count_lines)
    return counting


LONG = plain(*(f"الفقرة رقم {number} من نص طويل." for number in range(1, 3001)))


async def until_measured(reader: Reader) -> None:
    """Wait until the reader has found out how long the text is, which it does after the first frame."""
    while not reader.article.is_measured:
        await reader.settle()
    assert reader.article.count_rows() == 2 * 3000 - 1


async def test_a_frame_lays_out_what_is_in_sight(layouts: Layouts) -> None:
    async with reading(LONG, size=WINDOW) as reader:
        await until_measured(reader)
        assert layouts.count >= 3000
        for key, number in (("end", 3000), ("home", 1), ("pagedown", 12), ("end", 3000), ("pageup", 2988)):
            layouts.count = 0
            await reader.press(key)
            assert f"¶{number} " in reader.text
            assert layouts.count <= WINDOW[1]


async def test_a_step_paints_the_paragraphs_it_leaves_and_reaches(
    layouts: Layouts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(LONG, size=(80, 40)) as reader:
        await until_measured(reader)
        painted: list[object] = []
        paint = reader.article.paint

        def counted(value: Hashable) -> object:
            painted.append(value)
            return paint(value)

        monkeypatch.setattr(reader.article, "paint", counted)
        await reader.press("down")
        assert painted
        assert len(painted) <= 4
