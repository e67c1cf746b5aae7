"""A large text is printed as a small one is, piece by piece."""

import re
from pathlib import Path

import pytest

from briefing.document.growing import GrowingParagraphs
from briefing.exporting import briefing_text, section_page
from briefing.exporting import large as large_module
from briefing.exporting.large import large_text
from briefing.machine import pieces
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
    monkeypatch.setattr(pieces, "LARGE", 100)
    monkeypatch.setattr(large_module, "_PIECE", 100)
    large = load(tmp_path / "a.txt")
    assert isinstance(large.paragraphs, GrowingParagraphs)
    printed = [*large_text(large, large.paragraphs, as_section=as_section)]
    assert len(printed) > 1
    whole = section_page(small, small.sections[0]) if as_section else briefing_text(small)
    assert "".join(printed) == re.sub("- SHA-256: .*\n", "", whole)  # nobody waits for a large text's
