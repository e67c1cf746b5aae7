"""The way in looks for no garbage while the program loads; whatever reads or writes a document does."""

import gc
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.commands.main import main


@pytest.fixture(autouse=True)
def as_the_way_in_leaves_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("briefing.commands.main.make_harmless", lambda _: None)  # it changes the environment
    gc.disable()
    yield
    gc.enable()


def test_garbage_is_looked_for_once_a_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص\n", encoding="utf-8")
    assert main([str(tmp_path / "a.txt")]) == 0
    assert gc.isenabled()


def test_garbage_is_looked_for_by_the_other_commands() -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    assert gc.isenabled()


def test_garbage_is_looked_for_while_the_bundled_briefing_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main([]) == 0
    assert gc.isenabled()
    assert capsys.readouterr().out
