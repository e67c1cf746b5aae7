"""A large text is read while it is counted: what is shown is what a small one shows, and the end can wait."""

from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.document.growing import GrowingParagraphs
from briefing.machine import large_bytes
from briefing.sources import large_text, load
from briefing.tui import counting
from briefing.tui.painting import one_line
from briefing.tui.picture.still import screen_picture
from briefing.tui.screens.reader_screen import ReaderScreen
from tests.tui.reader import Reader, reading

WORDS = "قال المتحدث إن الاجتماع (2024) انتهى في Tokyo دون اتفاق، وسيعود الطرفان بعد شهر. "
KEYS = ("down", "pagedown", "G", "up", "up", "pageup", "pageup", "home", "down", "shift+down", "shift+left",
        "end", "shift+up", "pageup")  # fmt: skip
TEXTS = {
    "paragraphs": "\n\n".join(f"{at} {WORDS * (1 + at % 4)}" for at in range(1, 2001)),
    "lines": "\r\n".join(f"{at} {WORDS * (at % 2)}" for at in range(1, 2001)),
    "long": "سطر\n" + WORDS * 3000 + "\nسطر قصير\n\n" + f"{WORDS}\n\n" * 1500,
}


def opened(path: Path, *, large: bool) -> Briefing:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_bytes, "LARGE", 1000 if large else 1 << 40)
        patch.setattr(large_text, "CHUNK", 1 << 15)
        briefing = load(path)
    assert isinstance(briefing.paragraphs, GrowingParagraphs) == large
    return briefing


def content(reader: Reader) -> list[str]:
    """What is painted in the article, its scrollbar left out."""
    return ["".join(cell.text for cell in row[:-2]) for row in reader.inside(reader.article)[1:-1]]


async def counted(reader: Reader) -> None:
    """Wait until all is counted."""
    while reader.screen.counting.goes_on:
        await reader.pilot.pause(0.01)
    await reader.settle()


async def walk(briefing: Briefing) -> list[tuple[int | None, str, list[str]]]:
    screens = []
    async with reading(briefing, size=(100, 30)) as reader:
        await counted(reader)
        for key in KEYS:
            await reader.press(key)
            screens.append((reader.number, reader.selected, content(reader)))
        for size in ((72, 24), (100, 30)):
            await reader.resize(*size)
            screens.append((reader.number, reader.selected, content(reader)))
    return screens


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.whole
async def test_it_shows_what_a_small_text_shows(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS[name].encode())
    small, large = await walk(opened(path, large=False)), await walk(opened(path, large=True))
    for key, there, here in zip((*KEYS, "narrow", "wide"), small, large, strict=True):
        assert here == there, key


@pytest.fixture
def _held(monkeypatch: pytest.MonkeyPatch) -> None:
    """One chunk is counted behind the first screen, and nothing more until a test asks for it."""
    monkeypatch.setattr(counting, "_COUNTING", 0.0)
    monkeypatch.setattr(counting, "_PAUSE", 3600.0)


def go_on(screen: ReaderScreen) -> None:
    while screen.counting.goes_on:
        screen.counting.go_on()


@pytest.mark.usefixtures("_held")
async def test_how_far_it_is_counted_stands_beside_the_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["paragraphs"], "utf-8")
    async with reading(opened(tmp_path / "a.txt", large=True), size=(100, 30)) as reader:
        assert "counting: " in reader.row(0)
        assert "¶1" in reader.text
        go_on(reader.screen)
        await reader.settle()
        assert "counting" not in reader.row(0)


@pytest.mark.usefixtures("_held")
async def test_the_end_is_gone_to_once_it_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["paragraphs"], "utf-8")
    async with reading(opened(tmp_path / "a.txt", large=True), size=(100, 30)) as reader:
        await reader.press("G")
        assert reader.number == 1
        go_on(reader.screen)
        await reader.settle()
        assert reader.number == 2000
        assert "¶2000" in reader.text


@pytest.mark.usefixtures("_held")
@pytest.mark.parametrize(("key", "number"), [("down", 2), ("home", 1), ("pagedown", None)])
async def test_who_goes_elsewhere_meanwhile_stays_there(key: str, number: int | None, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["paragraphs"], "utf-8")
    async with reading(opened(tmp_path / "a.txt", large=True), size=(100, 30)) as reader:
        await reader.press("G", key)
        before = reader.number
        assert number in (None, before)
        go_on(reader.screen)
        await reader.settle()
        assert reader.number == before


@pytest.mark.usefixtures("_held")
async def test_what_was_lost_far_on_is_said_when_it_is_met(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سطر\n\n".encode() + TEXTS["paragraphs"].encode() + b"\xff\n")
    async with reading(opened(tmp_path / "a.txt", large=True), size=(100, 30)) as reader:
        go_on(reader.screen)
        await reader.settle()
        assert "Unreadable as UTF-8: 1" in reader.text
        assert "UTF-8, recognised" in reader.row(0)


async def test_a_file_that_shrinks_meanwhile_is_no_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS["paragraphs"], "utf-8")
    async with reading(opened(path, large=True), size=(100, 30)) as reader:
        await counted(reader)
        with path.open("r+b") as file:
            file.truncate(5000)
        await reader.press("G", "up", "pageup", "home", "G")
        assert "¶2000" in reader.text
        await reader.press("home")
        assert "¶1" in reader.text


@pytest.mark.usefixtures("_held")
async def test_a_file_that_shrinks_before_it_is_counted_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS["paragraphs"], "utf-8")
    async with reading(opened(path, large=True), size=(100, 30)) as reader:
        with path.open("r+b") as file:
            file.truncate(100_000)
        await reader.press("G")
        go_on(reader.screen)
        await reader.settle()
        assert "The file became shorter while it was read" in reader.text
        assert reader.number is not None
        assert 1 < reader.number < 2000
        await reader.press("i")
        assert "Missing" in reader.text


async def test_a_picture_says_nothing_of_counting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_COUNTING", 0.0)
    (tmp_path / "a.txt").write_text(TEXTS["paragraphs"], "utf-8")
    svg = await screen_picture(opened(tmp_path / "a.txt", large=True), 0, (100, 30), light=False)
    assert "¶1" in svg
    assert "counting" not in svg


@pytest.mark.usefixtures("_held")
async def test_an_encoding_that_shows_late_is_shown_where_the_reader_stands(tmp_path: Path) -> None:
    words = "قال المتحدث إن الاجتماع انتهى دون اتفاق وسيعود الطرفان بعد شهر"
    text = "plain words, as they are in many files\n\n" * 6000 + f"{words}\n\n" * 500
    (tmp_path / "a.txt").write_bytes(text.encode("cp1256"))
    async with reading(opened(tmp_path / "a.txt", large=True), size=(100, 30)) as reader:
        await reader.press("G")
        while reader.reading.counted is not None and reader.reading.counted.percent < 100:
            reader.screen.counting.go_on()
        await reader.settle()
        assert reader.number == 6500
        while reader.screen.counting.goes_on:  # what was counted is counted anew on the way
            reader.screen.counting.go_on()
            await reader.settle()
            assert reader.number == 6500
        await reader.press("G")
        assert one_line(words, 80, "R").text in reader.text
        assert "windows-1256, recognised" in reader.row(0)


async def test_a_text_that_has_become_large_is_counted_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS["paragraphs"].encode())
    async with reading(opened(path, large=False), section=None, size=(80, 24)) as reader:
        for _ in range(2):
            reader.app.reload(opened(path, large=True))
            await reader.settle()
            for _ in range(500):
                if reader.reading.counted is not None and reader.reading.counted.percent == 100:
                    break
                await reader.pilot.pause(0.01)
            await reader.press("G")
            assert reader.number == 2000
            reader.app.reload(opened(path, large=False))
            await reader.settle()
            assert reader.reading.counted is None
