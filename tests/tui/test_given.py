"""A briefing's JSON in the reader: whole, in part, edited by another program, and hostile."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.document.given import GivenPart
from briefing.exporting.chosen import PARTS, chosen
from briefing.exporting.forms.json import written
from briefing.reading.file_place import place_in_json
from briefing.sources import load, load_bundled
from briefing.sources.reopening import file_of, files_of, line_in_json
from briefing.tui import BriefingApp
from briefing.tui.panes.mistake_bar import MistakeBar
from tests.sources.given_samples import BUNDLED, changed
from tests.tui.reader import Reader
from tests.tui.test_watching import until, watching
from tests.tui.writing.conftest import done

pytestmark = pytest.mark.whole

ACTS = "\x1b[31mRED\x07\x9b2J\u202eRLO\ud800\x00"


def test_the_editor_opens_at_the_line_stood_on(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(BUNDLED, encoding="utf-8")
    briefing = load(path)
    assert (file_of(briefing), files_of(briefing)) == (path, (path,))
    lines = BUNDLED.split("\n")
    claim = ("sections", 1, "claims", 0)
    assert '"text": "DICAS, which represents' in lines[line_in_json(path, claim)]
    assert line_in_json(path, ("events", 2, "date")) == lines.index('        "date": "2024?-04",') + 1
    assert line_in_json(path, ()) == lines.index('  "briefing": {') + 1
    path.write_text("{", encoding="utf-8")
    assert line_in_json(path, claim) == 1


async def test_it_is_watched_and_told_of_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.machine.watching.PAUSE", 0.02)
    path = tmp_path / "a.json"
    path.write_text(BUNDLED, encoding="utf-8")
    async with watching(path) as reader:
        await reader.press("j")
        assert place_in_json(reader.reading) == ("paragraphs", 1)
        path.write_text(BUNDLED.replace('"Background"', '"Foreground"'), encoding="utf-8")
        await until(reader, lambda: "Foreground" in reader.text)
        assert reader.number == 2
        path.write_text(BUNDLED.replace('"date": "2014"', '"date": "soon"'), encoding="utf-8")
        await until(reader, lambda: reader.screen.query(MistakeBar))
        await until(reader, lambda: "a.json, line 550" in reader.text)
        path.write_text(BUNDLED[:5000], encoding="utf-8")
        await until(reader, lambda: "a.json, line 152" in reader.text)
        path.write_text(BUNDLED, encoding="utf-8")
        await until(reader, lambda: not reader.screen.query(MistakeBar))
        assert "Background" in reader.text


@pytest.mark.parametrize(
    ("section", "parts", "quotes"),
    [(2, PARTS, True), (None, ("claims",), True), (None, PARTS, False), (1, ("timeline", "names"), True)],
    ids=["section", "claims", "no-quotes", "timeline"],
)
async def test_every_key_works_on_a_part(
    section: int | None, parts: tuple[GivenPart, ...], quotes: bool, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(written(chosen(load_bundled(), section, parts, quotes=quotes)))
    app = BriefingApp(load(path))
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        for keys in (
            ("0", "j", "backspace", "u", "u", "x", "w", ")"),
            ("tab", "j", "enter", "enter", "tab", "o", "o", "y"),
            ("t", "right", "enter", "i", "escape", "m", "escape", "r", "r", "r", "r"),
            ("slash", "D", "I", "enter", "n", "escape", "1", "E", "escape", "C", "escape"),
        ):
            await reader.press(*keys)
            await done(reader)
    assert app.return_code in (0, None)


async def test_a_hostile_one_is_shown_and_does_nothing(tmp_path: Path) -> None:
    def change(data: Any) -> None:
        made = data["briefing"]
        made["title"] = {"english": f"T{ACTS}\nx", "arabic": f"ع{ACTS}"}
        made["bottom_line"] = f"B{ACTS}\nx"
        for at, (one, kind) in enumerate(
            zip(made["paragraphs"], ("item", "heading", "quote", "row"), strict=False)
        ):
            one |= {"text": one["text"] + ACTS, "label": f"{at}{ACTS}", "kind": kind, "level": 1000}
        for one in made["sections"]:
            one["title"] += ACTS
            for claim in one["claims"]:
                claim["text"] += ACTS
        made["events"][0] |= {"title": ACTS, "note": ACTS, "arabic": ACTS}
        made["names"][0] |= {"english": ACTS, "role": ACTS}
        made["path"] = f"/etc/{ACTS}"

    path = tmp_path / "a.json"
    path.write_text(json.dumps(json.loads(changed(change))), encoding="utf-8")
    for size in ((40, 12), (80, 24), (200, 60)):
        app = BriefingApp(load(path))
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            await reader.settle()
            await reader.press("j", "1", "i", "escape", "m", "escape", "t", "escape", "tab", "o")
            assert not any(one in reader.text for one in "\x1b\x07\x9b\x00\u202e\ud800")
