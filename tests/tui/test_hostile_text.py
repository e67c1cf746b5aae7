"""A document that means harm is text: it is painted as it is written, and nothing of it acts."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.content import Content
from textual.widgets import Static

from briefing.settings.keymap import bound
from tests.tiers import in_full
from tests.tui.hostile import FOLDER, TEXT, hostile_briefing
from tests.tui.reader import Reader, reading, until
from tests.tui.test_control_characters import assert_clean

pytestmark = pytest.mark.whole

SIZES = ((80, 24), (120, 36))
KEYS = [key for one in bound() for key in one.keys]
ENDS = {"q", "ctrl+z"}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))


def assert_nothing_written(*allowed: str) -> None:
    written = [path.name for path in Path.cwd().iterdir()]
    assert not [name for name in written if not name.startswith(allowed or ("\0",))]
    assert not Path(FOLDER).exists()


@pytest.mark.parametrize("size", SIZES if in_full() else SIZES[:1], ids=str)
async def test_in_the_palette_it_is_kept_as_it_is_written(size: tuple[int, int]) -> None:
    async with reading(hostile_briefing(), size=size) as reader:
        await reader.press("ctrl+p")
        for kind in ("Section", "Event", "Name"):
            assert f'{kind}: [sic] [@click=app.screenshot("victim.rc"' in reader.text
        assert_clean(reader)
        await reader.write("sic")
        assert "[sic] [@click" in reader.text
        for row in range(3, size[1] - 2):
            x = reader.find("[sic]")[0] if "[sic]" in reader.text else 10
            await reader.click(x + 8, row)
            assert reader.app.is_running
            assert_clean(reader)
            if reader.app.screen is reader.screen:
                await reader.press("ctrl+p")
        await reader.press("escape")
        assert reader.app.return_code is None
    assert_nothing_written()


async def test_in_notices_it_is_kept_as_it_is_written() -> None:
    async with reading(hostile_briefing(), size=(120, 36)) as reader:
        reader.app.copy_to_clipboard = lambda text: None  # type: ignore[method-assign]
        await reader.press("c")
        await until(reader, "Summary of [sic]")
        assert_clean(reader)
        reader.app.notify(TEXT, title=TEXT)
        await until(reader, "[@click=app.screenshot(")
        assert_clean(reader)
        for row in range(36):
            await reader.click(110, row)
        assert reader.app.is_running
    assert_nothing_written()


@pytest.mark.whole
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_key_and_no_click_makes_it_act(size: tuple[int, int]) -> None:
    async with reading(hostile_briefing(), size=size) as reader:
        reader.app.copy_to_clipboard = lambda text: None  # type: ignore[method-assign]
        for key in KEYS:
            if key not in ENDS:
                await reader.press(key)
                assert_clean(reader)
                if reader.app.screen is not reader.screen:
                    await reader.press("escape")
                assert reader.app.is_running
        for row in range(size[1]):
            quits = reader.rows()[row].find("q Quit")
            for column in range(size[0]):
                if not (0 <= quits <= column < quits + 6):
                    reader._mouse(events.MouseDown, column, row, 1)
                    reader._mouse(events.MouseUp, column, row, 1)
            await reader.settle()
            assert reader.app.return_code is None, reader.text
            assert_clean(reader)
            while reader.app.screen is not reader.screen:
                await reader.press("escape")
        assert "[sic]" in reader.text
    assert_nothing_written("briefing-")


async def click_on(reader: Reader, text: str) -> None:
    await reader.click(*reader.find(text))


async def test_markup_that_got_in_all_the_same_runs_nothing() -> None:
    markup = (
        f'[@click=app.screenshot("victim.svg","{FOLDER}")]PRESS[/] [@click=app.exit]LEAVE[/]'
        "[@click=app.quit]QUIT[/] [@click=screen.picture]PICTURE[/]"
    )
    async with reading(size=(80, 24)) as reader:
        await reader.screen.mount(Static(Content.from_markup(markup), id="keys-too"))
        box = reader.screen.query_one("#keys-too")
        box.styles.dock = "top"
        await reader.settle()
        for word in ("PRESS", "LEAVE", "QUIT", "PICTURE"):
            await click_on(reader, word)
            assert reader.app.is_running
            assert reader.app.return_code is None
    assert_nothing_written()


@pytest.mark.parametrize(
    "action",
    [
        'app.screenshot("victim.svg", "FOLDER")', 'screenshot("victim.svg")', "app.change_theme",
        "app.command_palette", "app.notify('x')", "app.simulate_key('p')", "app.push_screen('x')",
        "app.add_class('Screen', '-x')",
        "app.exit", "app.toggle_dark", "screen.dismiss", "app.bell", "x.y", "app.",
    ],
)  # fmt: skip
async def test_no_action_that_has_no_key_can_be_called_by_name(action: str) -> None:
    async with reading(size=(80, 24)) as reader:
        before = reader.text
        assert not await reader.app.run_action(action.replace("FOLDER", FOLDER))
        await reader.settle()
        assert reader.text == before
        reader.app.action_screenshot("victim.svg", str(Path.cwd()))
        reader.app.deliver_screenshot("victim.svg", str(Path.cwd()))
        reader.app.save_screenshot("victim.svg", str(Path.cwd()))
    assert_nothing_written()
