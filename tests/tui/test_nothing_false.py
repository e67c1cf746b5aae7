"""Bottom row, help, palette and notices speak of what a text has, and of nothing else, whatever it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet
from msgspec.structs import replace

from briefing.document import Briefing, Provenance, Section
from briefing.reading.views import Outline
from briefing.settings.keymap import KEYMAP
from briefing.settings.words import say
from briefing.tui.palette.entries import reader_index
from tests.reading.conftest import small
from tests.tui.reader import Reader, reading
from tests.tui.test_help import help_text

pytestmark = pytest.mark.whole

#: What keys that write do: they may speak of what is not there yet.
WRITING = [
    *(
        say(f"action.{one.action}")
        for group in KEYMAP
        if group.words == "group.writing"
        for one in group.bound
    ),
    say("footer.add-claim"),
]


class Has(NamedTuple):
    """What a text has."""

    sections: bool
    claims: bool
    line: bool
    events: bool
    names: bool
    provenance: bool

    @property
    def summary(self) -> bool:
        return self.claims or self.line

    @property
    def choice(self) -> bool:
        """Whether there is more than one section to open: the full article of a briefing is always one."""
        return self.sections or self.summary

    def briefing(self) -> Briefing:
        whole = small()
        claims = tuple(claim for section in whole.sections for claim in section.claims)
        one = Section("one", "", "", (1, 2, 3, 4, 5), claims)
        sections = whole.sections if self.sections else (one,)
        return replace(
            whole,
            sections=tuple(one if self.claims else replace(one, claims=()) for one in sections),
            bottom_line=whole.bottom_line if self.line else "",
            events=whole.events if self.events else (),
            names=whole.names if self.names else (),
            provenance=Provenance("From somewhere.") if self.provenance else None,
        )


def _cases() -> Iterator[ParameterSet]:
    """All combinations; those that lack one thing, all or nothing are tried by default."""
    for has in (Has(*values) for values in product((True, False), repeat=6)):
        name = "+".join(field for field, there in has._asdict().items() if there) or "-"
        few = sum(has) in (0, len(has) - 1, len(has))
        yield pytest.param(has, id=name, marks=() if few else pytest.mark.whole)


def false_words(text: str, has: Has) -> list[str]:
    """What of a text of the program's own speaks of what is not there, and does not offer to write it."""
    for words in WRITING:
        text = text.replace(words, "")
    text = text.lower()
    lacking = {
        "claim": has.claims,
        "summary": has.summary,
        "timeline": has.events,
        "event": has.events,
        "link": False,
        "section": has.choice,
        "full article": has.choice,
        "pane": has.choice or has.summary or has.events,
    }
    return [word for word, there in lacking.items() if not there and word in text]


@pytest.mark.parametrize("has", _cases())
async def test_whatever_is_lacking(has: Has) -> None:
    async with reading(has.briefing(), size=(120, 36)) as reader:
        footer = reader.rows()[-1]
        assert not false_words(footer, has), footer
        assert ("Backspace Claim" in footer, "t Timeline" in footer) == (has.claims, has.events)
        assert "Copy claim" not in footer, "none is selected"
        summed_up = has.claims or (has.line and not has.sections)  # the section on show, at least
        assert ("Section" in footer, "c Copy " in footer) == (has.choice, summed_up)
        frame = "\n".join(reader.rows()[:-1])
        assert ("╭─ Sections" in frame) == has.choice
        assert ("╭─ Summary" in frame) == has.summary
        entries = reader_index(Outline(has.briefing()), lambda *_: None, bool).entries
        assert not [entry.name for entry in entries if false_words(entry.name, has)]
        await reader.press("question_mark")
        said = await help_text(reader)
        assert not false_words(said, has), said
        await reader.press("escape")
        await check_notices(reader, has)


async def check_notices(reader: Reader, has: Has) -> None:
    """What is said where a key finds nothing to do."""
    for key, there, right in (
        ("t", has.events, "This text comes without a timeline."),
        ("c", has.summary, "This text comes without a summary."),
        ("y", has.claims, "This text comes without claims."),
        ("a", False, "This text comes without links."),
    ):
        if not there:
            reader.app.clear_notifications()
            await reader.press(key)
            assert " ".join(said.message for said in reader.app._notifications).replace("\n", " ") == right
            assert reader.focused == "article"


async def test_a_section_without_claims_says_so_of_itself() -> None:
    first, second = small().sections
    async with reading(replace(small(), sections=(first, replace(second, claims=())))) as reader:
        assert "c Copy" in reader.rows()[-1]
        await reader.press("2")
        assert "This section comes without a summary." in reader.text
        assert "Copy" not in reader.rows()[-1], "no key is offered that has nothing to do"
        await reader.press("c")
        (said,) = reader.app._notifications
        assert said.message.replace("\n", " ") == "This section comes without a summary."
        reader.app.clear_notifications()
        await reader.press("y")
        (said,) = reader.app._notifications
        assert said.message.replace("\n", " ") == "This section comes without claims."


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 60)])
async def test_the_bottom_line_is_in_sight_when_the_whole_is_opened(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("0")
        assert "Bottom line" in reader.text
        await reader.press("1", "0")
        assert "Bottom line" in reader.text


@pytest.mark.parametrize("size", [(40, 12), (63, 20)])
async def test_the_bottom_line_is_in_sight_in_a_summary_of_its_own(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("0", "tab")
        assert "Bottom line" in reader.text


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (63, 20)])
async def test_the_claim_that_is_stood_on_under_the_bottom_line_is_in_sight(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("0", "tab", "down")
        assert reader.reading.claim is not None
        assert reader.reading.claim.text.split()[0] in reader.text
        rows = reader.summary.rows_of_item(reader.reading.item or 0)
        assert rows.start < reader.summary.top + reader.summary.page
        assert reader.summary.top < rows.stop


async def test_the_bottom_line_is_shown_where_one_section_covers_all() -> None:
    for claims in (True, False):
        has = Has(False, claims, True, False, False, False)
        async with reading(has.briefing()) as reader:
            assert "Bottom line" in reader.text
            assert "The bottom line." in reader.text


LONG = "Section number {n} about the joint production of ammunition and what has become of it since"


def many(count: int) -> Briefing:
    first, _ = small().sections
    sections = tuple(
        replace(first, key=f"s{n}", title=LONG.format(n=n), arabic=f"القسم رقم {n}")
        for n in range(1, count + 1)
    )
    return replace(small(), sections=sections)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (120, 36), (64, 20)])
@pytest.mark.parametrize("count", [3, 15, 40])
async def test_long_titles_can_be_told_apart_and_read_whole(count: int, size: tuple[int, int]) -> None:
    async with reading(many(count), size=size, section=f"s{count - 1}") as reader:
        painted = " ".join("".join(cell.text for cell in row) for row in reader.inside(reader.summary))
        words = " ".join(painted.replace("│", " ").split())
        assert LONG.format(n=count - 1) in words
        sidebar = "\n".join("".join(cell.text for cell in row) for row in reader.inside(reader.sidebar))
        assert str(count - 1) in sidebar


async def test_the_sidebar_shows_the_section_that_is_opened_at_the_start() -> None:
    async with reading(many(40), size=(120, 30), section="s39") as reader:
        sidebar = ["".join(cell.text for cell in row) for row in reader.inside(reader.sidebar)]
        assert any("▌" in row for row in sidebar)


async def test_a_sidebar_that_lies_has_no_gaps() -> None:
    short = tuple(replace(one, title="Title") for one in many(15).sections)
    async with reading(replace(many(15), sections=short), size=(80, 24)) as reader:
        row = "".join(cell.text for cell in reader.inside(reader.sidebar)[0])
        # Behind a number stands how much of that section was in sight.
        assert [number for number in range(2, 16) if not re.search(f" {number}[ ▁-█]", row)] == []
