"""The bundled article, against FriBidi at every width."""

import pytest

from briefing.arabic import layout
from tests.arabic.texts import ARTICLE
from tests.judges import fribidi
from tests.needs import needs_library

PARAGRAPHS = ARTICLE.read_text("utf-8").strip().split("\n\n")
WIDTHS = range(24, 201)


@needs_library(fribidi.SONAME)
@pytest.mark.parametrize("number", range(len(PARAGRAPHS)))
def test_every_line_is_fribidis_at_every_width(number: int) -> None:
    text = PARAGRAPHS[number]
    for width in WIDTHS:
        lines = layout(text, width)
        assert "".join(text[line.start : line.end] for line in lines) == text
        for line in lines:
            assert line.text == fribidi.line(text, line.start, len(text[: line.end].rstrip()))
            assert line.width <= width


def test_nothing_but_what_was_written_is_in_the_slices() -> None:
    text = ARTICLE.read_text("utf-8")
    lines = layout(text, 60)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert {line.base for line in lines if line.cells} == {"R"}
