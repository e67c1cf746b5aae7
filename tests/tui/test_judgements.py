"""How likely and how sure a claim is stands at its end in words, at every width; else nothing does."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Claim
from briefing.document.model import Confidence, Likelihood
from briefing.exporting.phrases import judgement
from briefing.reading import contents
from briefing.reading.copying import selected_text
from briefing.settings.words import say
from briefing.tui.panes.row import placed
from briefing.tui.panes.summary_sheet import SummarySheet
from tests.reading.conftest import Walk, small
from tests.tui.panes.test_every_field import STYLES
from tests.tui.reader import SIZES, reading

LONGEST = "almost no chance, moderate confidence"


def judged(**fields: object) -> Briefing:
    """The small briefing, its second claim with these fields."""
    first, second = small().sections
    claims = (first.claims[0], replace(first.claims[1], **fields))
    return replace(small(), sections=(replace(first, claims=claims), second))


WHOLE = judged(likelihood="almost no chance", confidence="moderate")


def rows_of(briefing: Briefing, width: int, *, mirrored: bool = False, peeked: bool = False) -> list[str]:
    """The summary painted in `width` cells."""
    walk = Walk(briefing)
    walk.go("put-cursor", "summary", 1)
    if peeked:
        walk.go("peek")
    sheet = SummarySheet(contents(walk.reading).summary, width)
    rows = []
    for index in range(sheet.count):
        values = [sheet.row(index, inside) for inside in range(sheet.height(index))]
        assert None not in values[: len(values) - sheet.blank_rows(index)]
        for value in values:
            if value is not None:
                row = placed(sheet.paint(value, STYLES), width, mirrored=mirrored)
                rows.append("".join(segment.text for segment in row))
    assert all(len(row) == width for row in rows)
    return rows


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("peeked", [False, True])
@pytest.mark.parametrize("drafted", [False, True])
def test_the_words_are_whole_at_every_width(mirrored: bool, peeked: bool, drafted: bool) -> None:
    briefing = judged(likelihood="almost no chance", confidence="moderate", drafted=drafted)
    expected = f"draft, {LONGEST}" if drafted else LONGEST
    for width in range(14, 90):
        rows = rows_of(briefing, width, mirrored=mirrored, peeked=peeked)
        flat = " ".join(" ".join(row.strip("▌▐•■◦? ") for row in rows).split())
        assert flat.count(expected) == 1, (width, rows)
        if not peeked:
            assert all(f"¶{number}" in flat for number in (1, 2)), (width, rows)


def test_where_no_claim_says_either_nothing_is_said() -> None:
    for width in range(14, 90):
        assert not any(word in " ".join(rows_of(small(), width)) for word in ("chance", "confidence"))


def test_the_words_are_those_of_the_exports() -> None:
    for likely, sure in product((None, *get_args(Likelihood)), (None, *get_args(Confidence))):
        claim = Claim("It is so.", (), likely, sure)
        said = [say(f"claim.likelihood.{likely}")] if likely else []
        said += [say(f"claim.confidence.{sure}")] if sure else []
        assert ", ".join(said) == judgement(claim)


@pytest.mark.parametrize("size", [(40, 12), *SIZES])
async def test_the_reader_shows_them_and_copies_them_as_the_text_export_does(size: tuple[int, int]) -> None:
    async with reading(WHOLE, section="first", size=size) as reader:
        await reader.press("tab", "down")
        flat = " ".join(reader.text.replace("│", " ").replace("▌", " ").split())
        assert "almost no chance" in flat
        assert "confidence" in flat
        assert "almost no chance" not in selected_text(reader.reading)
        found = reader.find("almost no")
        for _ in range(2):
            await reader.click(*found)  # no word of the claim: it is the claim that is stood on
        assert reader.claim is WHOLE.sections[0].claims[1]


async def test_a_selection_and_a_search_know_only_the_claims_own_words() -> None:
    async with reading(WHOLE, section="first", size=(80, 24)) as reader:
        column, row = reader.find("almost no")
        await reader.drag(column, row - 1, row + 1)
        assert "chance" not in reader.selected
        await reader.press("slash")
        await reader.write("almost")
        assert "No match" in reader.row(-1)
