"""A briefing of which there is only the article opens in the reader, and so does one that is begun."""

from pathlib import Path

import pytest

from briefing.machine.assets import bundled_folder, schema
from briefing.machine.new_folder import write_new_folder
from briefing.sources import Material, briefing_of, load
from briefing.sources.beginning import begin
from briefing.tui.app import BriefingApp
from tests.tui.settling import press, settle


async def walked(folder: Path, size: tuple[int, int]) -> None:
    app = BriefingApp(load(folder))
    async with app.run_test(size=size):
        await settle(app)
        await press(
            app, "tab", "j", "enter", "t", "j", "enter", "escape", "n", "escape", "i", "escape", "tab", "j"
        )


@pytest.mark.parametrize("size", [(40, 12), (120, 36)])
async def test_an_article_alone_is_read(size: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("الفقرة الأولى.\n\nالفقرة الثانية.\n", encoding="utf-8")
    (tmp_path / "briefing.toml").write_text('article = "article.txt"\n', encoding="utf-8")
    await walked(tmp_path, size)


@pytest.mark.parametrize("size", [(40, 12), (120, 36)])
async def test_a_begun_briefing_is_read(size: tuple[int, int], tmp_path: Path) -> None:
    material = Material("capture.txt", (bundled_folder() / "capture.txt").read_bytes())
    write_new_folder(tmp_path / "new", begin(briefing_of(material), material, schema()).files)
    await walked(tmp_path / "new", size)
