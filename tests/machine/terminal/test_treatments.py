"""What is sent for a row, put through what the terminal does to it, is the row that was painted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import layout
from briefing.machine.terminal import STRATEGIES, strategy
from briefing.machine.terminal.cells import RIGHT_TO_LEFT, cells_of
from briefing.sources import load_bundled
from tests.judges.fribidi import SONAME
from tests.machine.terminal import models
from tests.needs import needs_library
from tests.tui.texts import SCRIPTS

pytestmark = needs_library(SONAME)

GROUND = Style(color="#dddddd", bgcolor="#101116")
LIT = Style(color="#ffffff", bgcolor="#3a3f5c", underline=True)
BORDER = Style(color="#555555", bgcolor="#101116")
NAMES = tuple(STRATEGIES)


def sent(name: str, row: list[Segment], multiplexer: str | None = None) -> list[Segment]:
    treatment = strategy(name, multiplexer).row_treatment()  # type: ignore[arg-type]
    return row if treatment is None else list(treatment(cells_of(row)))


def painted(*texts: str, width: int = 40) -> list[Segment]:
    """A row as the reader paints it: bordered panes, each with a line of text and a part of it lit up."""
    row = []
    for text in texts:
        line = layout(text, width)[0].text
        middle = len(line) // 2
        row += [Segment("│ ", BORDER), Segment(line[:middle], GROUND), Segment(line[middle:], LIT)]
        row += [Segment(" │", BORDER)]
    return row


def article() -> list[str]:
    return [line.text for paragraph in load_bundled().paragraphs for line in layout(paragraph.text, 44)]


@pytest.mark.parametrize("name", NAMES)
def test_the_article_is_seen_as_it_was_painted(name: str) -> None:
    for line in article():
        row = [Segment(" ", BORDER), Segment(line, GROUND), Segment(" │", BORDER)]
        assert models.MODELS[name](sent(name, row)) == models.obedient(row)


@pytest.mark.parametrize("part", ["الدفاع، أولاً", "(بثته القناة)", "وزير", "12 و", "B)، ثم"])
def test_kitty_colours_the_cells_that_were_painted_so(part: str) -> None:
    """It reverses the characters of a word; colours stay in their cells."""
    text = "قال الوزير (بثته القناة): «الدفاع، أولاً»؛ 12 و(A/B)، ثم"
    line = layout(text, 80)[0]
    start = text.index(part)
    row = [
        Segment(cell.text, LIT if start <= cell.start < start + len(part) else GROUND) for cell in line.cells
    ]
    seen = models.pairs(sent("kitty", row))
    assert [style for _, style in seen] == [style for _, style in models.pairs(row)]
    assert models.kitty(sent("kitty", row)) == models.obedient(row)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("script", [name for name in SCRIPTS if name not in ("nko", "adlam")])
def test_other_languages_are_seen_as_they_were_painted(name: str, script: str) -> None:
    for line in layout(SCRIPTS[script], 44):
        row = [Segment(" ", BORDER), Segment(line.text, GROUND), Segment(" │", BORDER)]
        assert models.MODELS[name](sent(name, row)) == models.obedient(row)


WORDS = st.text(st.sampled_from("ابتشلمودحيپچשלוםabXY0123٤٥۶۷.,:/-%()[]«»،؟¶…ًَُّ   "), max_size=24)


@pytest.mark.parametrize("name", NAMES)
@given(WORDS, WORDS)
def test_any_mixture_is_seen_as_it_was_painted(name: str, left: str, right: str) -> None:
    row = painted("x" + left.strip(), "م" + right.strip())
    assert models.MODELS[name](sent(name, row)) == models.obedient(row)


@pytest.mark.parametrize("name", NAMES)
def test_without_its_strategy_a_terminal_that_orders_shows_it_wrong(name: str) -> None:
    row = [Segment(article()[0], GROUND)]
    model = models.MODELS[name]
    assert (model(row) == models.obedient(row)) == (model is models.obedient)


def test_qterminal_inside_tmux_is_told_apart_by_faintness() -> None:
    for line in article():
        row = [Segment(line, GROUND)]
        faint = sent("qterminal", row, "tmux")
        assert models.qterminal(faint) == models.obedient(row)
        assert {segment.style.bgcolor for segment in faint if segment.style} == {GROUND.bgcolor}


def test_one_override_before_the_first_letter_of_a_row_is_enough() -> None:
    for line in article():
        row = [Segment("│", BORDER), Segment(f" abc {line}", GROUND), Segment(" │", BORDER)]
        everything = "".join(segment.text for segment in sent("override", row))
        before, _, after = everything.partition("\u202d")
        assert before[-1:] == " "
        assert not RIGHT_TO_LEFT.search(before)
        assert "\u202d" not in after
        assert everything.replace("\u202d", "", 1) == "".join(segment.text for segment in row)


def test_only_marks_and_terminal_app_send_format_characters() -> None:
    for name in NAMES:
        everything = "".join(
            segment.text for line in article() for segment in sent(name, [Segment(line, GROUND)])
        )
        found = {character for character in everything if "\u200b" <= character <= "\u206f"} - {"…"}
        assert found - set("\u2010\u2013\u2014") == {
            "marks": {"\u200e"},
            "override": {"\u202d", "\u200e"},  # these rows have no blank at their beginning
            "terminal-app": {"\u202c", "\u202d"},
        }.get(name, set())


def test_rows_without_right_to_left_text_are_sent_as_they_are() -> None:
    row = [Segment("│ May 2024 (DICAS) é ", BORDER), Segment("漢字 🇫🇷", LIT)]
    for name in NAMES:
        assert sent(name, row) == row
