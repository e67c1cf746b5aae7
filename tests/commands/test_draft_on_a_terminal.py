"""`briefing draft` where somebody sits: repairs asked about one by one, leads as they are painted."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path

import pytest

from tests.commands.drafted import liar
from tests.commands.test_cli import MODULE, SHAPES, in_terminal
from tests.document.sample import TOML, write_briefing

pytestmark = pytest.mark.whole


def command(folder: Path, mode: str, options: str = "") -> str:
    write_briefing(folder)
    drafting = shlex.quote(liar(mode))
    return f"{MODULE} draft --command {drafting} {options} {shlex.quote(str(folder))}"


def test_each_repair_is_shown_and_asked_about(tmp_path: Path) -> None:
    env: dict[str, str | None] = {"BRIEFING_PREFERENCES": str(tmp_path / "none.toml")}
    with in_terminal(command(tmp_path, "near", "--repair"), env) as screen:
        for number, answer in enumerate("yny", 1):
            screen.wait_for(f"claim {number}: ")
            screen.send(f"{answer}\r")
        screen.wait_for_exit()
    claims = tomllib.loads((tmp_path / "briefing.toml").read_text(encoding="utf-8"))["sections"][0]["claims"]
    assert [one["text"].partition(",")[0] for one in claims[1:]] == ["Near", "Stitched"]
    assert [one["paragraph"] for one in claims[2]["citations"]] == [1, 2]


def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    with in_terminal(f"exec {command(tmp_path, 'hang')}") as screen:
        screen.wait_for("started")
        screen.send("\x03")
        assert screen.wait_for_exit() == 130
    assert (tmp_path / "briefing.toml").read_text(encoding="utf-8") == TOML


def test_leads_are_painted(tmp_path: Path) -> None:
    with in_terminal(command(tmp_path, "true", "--offline")) as screen:
        screen.wait_for_exit()
        sent = screen.output.decode()
    assert SHAPES.search(sent)
    assert "\x1b[2J" not in sent
