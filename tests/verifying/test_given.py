"""A check of a briefing's JSON says of it what it says of the folder that it was made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.commands.fixing import anchor, fix
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import written
from briefing.machine.assets import bundled_folder
from briefing.sources import load, load_bundled
from briefing.verifying.checking import check
from briefing.verifying.finding import Checked
from tests.sources.given_samples import BUNDLED, changed


def checked(data: str | bytes, folder: Path, name: str = "a.json") -> Checked:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return check(folder / name)


def test_it_says_the_same_as_of_the_folder(tmp_path: Path) -> None:
    folder, given = check(bundled_folder()), checked(BUNDLED, tmp_path)
    assert [(one.rule, one.level, one.where, one.what) for one in given.findings] == [
        (one.rule, one.level, one.where, one.what) for one in folder.findings if one.file == folder.file
    ]
    assert [(one.quote, one.verdict) for one in given.quotes] == [
        (one.quote, one.verdict) for one in folder.quotes
    ]
    lines = BUNDLED.split("\n")
    for one in given.quotes:
        region = one.region
        assert json.loads(lines[region.line - 1][region.column - 1 : region.end_column - 1]) == one.quote


def test_all_mistakes_at_once_each_at_its_line_with_a_cure_in_json(tmp_path: Path) -> None:
    def change(data: Any) -> None:
        made = data["briefing"]
        made["sections"][0]["claims"][0]["citations"][0]["quote"] = "ليس هنا"
        made["sections"][1]["claims"][0]["citations"] = []
        made["events"][0]["date"] = "soon"
        made["events"][1]["paragraphs"] = []
        made["names"][0]["arabic"] = ["ژژژ"]

    found = checked(changed(change), tmp_path)
    mistakes = [one for one in found.findings if one.level == "mistake"]
    assert [one.rule for one in mistakes] == ["quote-absent", "evidence", "date", "paragraph", "name"]
    lines = changed(change).split("\n")
    for one, key in zip(mistakes, ["quote", "citations", "date", "paragraphs", "ژژژ"], strict=True):
        assert key in lines[one.region.line - 1]
    assert '"citations": [{ "paragraph": 3, "quote": "..." }]' in mistakes[1].cure
    assert '"paragraphs": [1, 2]' in mistakes[3].cure


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (BUNDLED[:5000], 152, "ends too early"),
        (changed(lambda data: data["briefing"]["title"].update(arabic=1)), 15, "here is a whole number"),
        (changed(lambda data: data.update(parts=["claims"])), 107, 'none of "article"'),
        (b'{"format": "briefing"}', 1, '"briefing" is missing'),
        (b'{"a": 1}', 1, "nothing to check"),
    ],
    ids=["cut", "type", "parts", "empty", "theirs"],
)
def test_what_cannot_be_read_is_a_mistake_at_its_line(
    data: str | bytes, line: int, what: str, tmp_path: Path
) -> None:
    found = checked(data, tmp_path)
    assert any(what in one.what and one.region.line == line for one in found.findings)


def test_of_a_part_nothing_is_said_that_is_out_of_sight(tmp_path: Path) -> None:
    bundled = load_bundled()
    for what in (chosen(bundled, 1), chosen(bundled, None, ["claims"]), chosen(bundled, None, ["timeline"])):
        assert checked(written(what), tmp_path).findings == ()
    assert checked(written(chosen(bundled, 1)), tmp_path).quotes
    assert checked(written(chosen(bundled, quotes=False)), tmp_path).count("mistake") == 0


def test_a_quote_is_mended_in_the_file_and_nothing_else_of_it(tmp_path: Path) -> None:
    quote = load_bundled().sections[0].claims[0].citations[0].quote
    wrong = quote.replace("الأميركية", "الاميركية")
    text = BUNDLED.replace(f'"quote": "{quote}"', f'"quote": "{wrong}"', 1).replace("\n", "\r\n")
    assert text.count(wrong) == 1
    found = checked(text, tmp_path)
    assert [one.rule for one in found.findings if one.level == "mistake"] == ["quote-but-for"]
    assert fix(tmp_path / "a.json", asks=False) == 0
    assert (tmp_path / "a.json").read_bytes() == BUNDLED.replace("\n", "\r\n").encode()
    assert load(tmp_path / "a.json").sections == load_bundled().sections


def test_anchors_are_kept_beside_folders_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "briefing.anchors.json").write_text("of another")
    (tmp_path / "capture.toml").write_text("of another")
    assert checked(BUNDLED, tmp_path).count("mistake") == 0
    assert anchor(tmp_path / "a.json", asks=False) == 1
    assert "is no folder" in capsys.readouterr().err
    assert (tmp_path / "briefing.anchors.json").read_text() == "of another"
