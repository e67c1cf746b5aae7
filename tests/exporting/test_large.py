"""A large text is printed as a small one is, piece by piece."""

import re
from pathlib import Path

import pytest

from briefing.commands import export, giving
from briefing.commands.opening import Opened
from briefing.commands.printing import print_text
from briefing.document.growing import GrowingParagraphs
from briefing.exporting import briefing_text, section_page
from briefing.exporting import large as large_module
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.text import text_of
from briefing.exporting.large import large_text
from briefing.machine import large_bytes
from briefing.sources import large_text as large_text_source
from briefing.sources import load

TEXTS = {
    "paragraphs": "عنوان\n\n" + "كلمة بعد كلمة\n\n" * 200,
    "long title": "سطر أول " * 60 + "\n\n" + "كلمة\tبعد\x1b كلمة\nثان\u2028ثالث\r\n\n" * 200,
    "lines": "a\r\nb\r\n" * 200,
    "one": "كلمة بعد كلمة " * 9000,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("as_section", [False, True])
def test_it_is_what_a_small_text_is(
    name: str, as_section: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXTS[name].encode())
    small = load(tmp_path / "a.txt")
    monkeypatch.setattr(large_bytes, "LARGE", 100)
    monkeypatch.setattr(large_module, "_PIECE", 100)
    large = load(tmp_path / "a.txt")
    assert isinstance(large.paragraphs, GrowingParagraphs)
    printed = [*large_text(large, large.paragraphs, as_section=as_section)]
    assert len(printed) > 1
    whole = section_page(small, small.sections[0]) if as_section else briefing_text(small)
    whole = re.sub("- SHA-256: .*\n", "", whole)  # nobody waits for a large text's
    assert "".join(printed) == whole
    assert as_section or text_of(chosen(large)) == whole


def test_a_file_that_shrinks_on_the_way_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(large_bytes, "LARGE", 100)
    monkeypatch.setattr(large_text_source, "CHUNK", 1 << 12)
    path = tmp_path / "a.txt"
    path.write_bytes("كلمة بعد كلمة\n\n".encode() * 5000)
    briefing = load(path)
    with path.open("r+b") as file:
        file.truncate(20_000)
    assert print_text(briefing, None) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert f"{path}: became shorter while it was read" in said.err
    assert "- Missing: what is gone from the file since it was opened\n" in said.out
    (tmp_path / "b.md").write_text("before")
    path.write_bytes("كلمة بعد كلمة\n\n".encode() * 5000)
    opened_before = load(path)
    with path.open("r+b") as file:
        file.truncate(20_000)
    monkeypatch.setattr(giving, "opened", lambda *_, **__: Opened(opened_before, came_in=False))
    assert export.main(["-o", str(tmp_path / "b.md")]) == 1
    assert "became shorter while it was read" in capsys.readouterr().err
    assert (tmp_path / "b.md").read_text() == "before"
