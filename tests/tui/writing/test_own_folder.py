"""What is no briefing of the reader's own becomes one when something is first written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.commands.opening import opened
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import written
from briefing.machine.assets import bundled_folder
from briefing.sources import load, load_bundled
from briefing.tui import BriefingApp
from briefing.web.visitor import VisitorApp
from tests.tui.reader import Reader
from tests.tui.writing.conftest import data, done, said, save, slip, writing


async def test_a_plain_text_becomes_a_briefing_at_the_first_claim(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = opened(str(text))
    app = BriefingApp(found.briefing, material=found.material)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press("down", "A")
        await reader.write("He spoke")
        await save(reader)
        assert slip(reader).slip.kind == "begin-briefing"
        assert slip(reader).values == {"folder": "news"}
        await save(reader)
        await done(reader)
        assert reader.app.screen is reader.app._reader, "both slips are gone"
        (claim,) = data(tmp_path / "news")["sections"][0]["claims"]
        quote = "قال الوزير في 10 يونيو 2024 كلاما."
        assert claim == {"text": "He spoke", "citations": [{"paragraph": 2, "quote": quote}]}
        assert app.reading.number == 2
        assert app.reading.briefing.path == str(tmp_path / "news" / "briefing.toml")
        await reader.press("U")
        await done(reader)
        assert not data(tmp_path / "news")["sections"][0].get("claims")


async def test_the_bundled_briefing_is_copied_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = {one.name: one.read_bytes() for one in bundled_folder().iterdir() if one.is_file()}
    async with writing(bundled_folder()) as reader:
        await reader.press("1", "tab", "D")
        await done(reader)
        assert slip(reader).slip.kind == "copy-briefing"
        await reader.press("ctrl+u")
        await reader.write("mine")
        await save(reader)
        await done(reader)
        assert len(data(tmp_path / "mine")["sections"][0]["claims"]) + 1 == len(
            data(bundled_folder())["sections"][0]["claims"]
        )
    assert before == {one.name: one.read_bytes() for one in bundled_folder().iterdir() if one.is_file()}


async def test_a_folder_that_is_there_is_not_filled(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a").touch()
    async with writing(text) as reader:
        await reader.press("down", "A")
        await reader.write("He spoke")
        await save(reader)
        assert slip(reader).values == {"folder": "news-briefing"}
        await reader.press("ctrl+u")
        await reader.write("news")
        await save(reader)
        assert slip(reader).slip.kind == "begin-briefing"
        assert "Not written" in said(reader)
        assert "news" in said(reader)
        await reader.press("escape")
        assert slip(reader).values == {"text": "He spoke"}, "nothing that was typed is lost"


class Visiting(BriefingApp):
    """A visitor's reader, without the pipe to the server."""

    write = VisitorApp.write


async def test_a_visitor_writes_nothing(own: Path, unsent: Path) -> None:
    before = (own / "briefing.toml").read_bytes()
    app = Visiting(load(str(own)))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        names = ("E", "D")
        for key in ("A", "V", "M", "S", "B", "U", "R", "tab", "E", "D", "alt+up", "alt+down"):
            await reader.press(key)
            assert reader.app.screen is app._reader, key
        assert "Nothing is written here" in said(reader)
        for key in names:
            await reader.press("m", key)
            await done(reader)
            assert reader.app.screen is app._reader, key
    assert (own / "briefing.toml").read_bytes() == before
    assert not unsent.exists()


async def test_a_briefing_that_was_given_out_becomes_a_folder_with_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bundled = load_bundled()
    given = tmp_path / "given.json"
    given.write_bytes(written(chosen(bundled)))
    before = given.read_bytes()
    found = opened(str(given))
    app = BriefingApp(found.briefing, material=found.material)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press("1", "tab", "D")
        await done(reader)
        assert slip(reader).slip.kind == "begin-briefing"
        assert slip(reader).values == {"folder": "given"}
        await save(reader)
        await done(reader)
        claims = [claim["text"] for claim in data(tmp_path / "given")["sections"][0]["claims"]]
        assert claims == [claim.text for claim in bundled.sections[0].claims[1:]]
        assert app.reading.briefing.path == str(tmp_path / "given" / "briefing.toml")
        assert app.reading.briefing.events == bundled.events
        await reader.press("U")
        await done(reader)
        assert len(data(tmp_path / "given")["sections"][0]["claims"]) == len(bundled.sections[0].claims)
    assert given.read_bytes() == before
    assert (tmp_path / "given" / "capture.json").read_bytes() == before


async def test_a_section_that_was_given_out_is_read_but_not_written_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given = tmp_path / "given.json"
    given.write_bytes(written(chosen(load_bundled(), 2)))
    found = opened(str(given))
    app = BriefingApp(found.briefing, material=found.material)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press("1", "tab", "D")
        await done(reader)
        await save(reader)
        assert "Not written" in said(reader)
        assert "without its whole article" in said(reader)
        await reader.press("escape")
    assert [one.name for one in tmp_path.iterdir()] == ["given.json"]
