"""A document's control and format characters are data: none of them is ever painted."""

import unicodedata

import pytest

from briefing.document import Briefing, Citation, Claim, Event, Name, Section, Title
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading, until

CONTROLS = "".join(map(chr, (*range(0x20), 0x7F, *range(0x80, 0xA0))))
FORMATS = "\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff"
FORMATS += "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# What a terminal would act on: colour, cursor, title, clipboard, a device control string; also in 8 bits.
SEQUENCES = "\x1b[31m \x1b[2J \x1b]0;title\x07 \x1b]52;c;eA==\x07 \x1bP0q\x1b\\ \x9b31m \x9d0;x\x9c"
NASTY = f"قبل {CONTROLS} بعد {FORMATS} ثم {SEQUENCES} x{CONTROLS}y"


def nasty_briefing() -> Briefing:
    """A briefing that has them in every place that is painted."""
    citation = Citation(paragraph=1, quote="قبل")
    claim = Claim(text=f"Claim {NASTY}", citations=(citation,))
    section = Section(key="a", title=f"S{NASTY}", arabic=f"ق{NASTY}", paragraphs=(1,), claims=(claim,))
    text = plain(NASTY, NASTY.replace("\n", ""))
    return Briefing(
        title=Title(english=f"T{NASTY}", arabic=f"ع{NASTY}"),
        bottom_line=f"B {NASTY}",
        provenance=None,
        paragraphs=text.paragraphs,
        sections=(section, Section(key="b", title=NASTY, arabic=NASTY, paragraphs=(2,), claims=())),
        events=(Event(date="2014", title=NASTY, arabic=NASTY, paragraphs=(1,), basis="stated", note=NASTY),),
        names=(Name(kind="person", english=f"N {NASTY}", arabic=("قبل",), role=NASTY),),
        path="a.txt",
    )


def assert_clean(reader: Reader) -> None:
    """No control, no format character, no line or paragraph separator is painted."""
    painted = {character for row in reader.rows() for character in row}
    bad = [
        f"U+{ord(one):04X}" for one in painted if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    ]
    assert not bad
    columns, rows = reader.size
    assert [len(row) for row in reader.cells()] == [columns] * rows


async def test_in_a_plain_text() -> None:
    async with reading(plain(NASTY, SEQUENCES, CONTROLS, FORMATS), size=(80, 24)) as reader:
        assert "ﻞﺒﻗ" in reader.text
        assert_clean(reader)
        await reader.press("end")
        assert_clean(reader)


@pytest.mark.whole
async def test_in_every_part_of_a_briefing() -> None:
    async with reading(nasty_briefing()) as reader:
        assert_clean(reader)
        for key in ("tab", "t", "shift+tab", "shift+tab", "shift+tab", "2", "0", "t"):
            await reader.press(key)
            assert_clean(reader)
        await reader.resize(50, 20)
        assert_clean(reader)
        await reader.press("tab", "tab", "tab")
        assert_clean(reader)


async def test_in_the_palette() -> None:
    async with reading(nasty_briefing()) as reader:
        await reader.press("ctrl+p")
        await reader.write("name")
        await until(reader, "Name: ")
        assert "Name: N" in reader.text
        assert_clean(reader)


async def test_in_the_notice_about_a_copy() -> None:
    async with reading(nasty_briefing()) as reader:
        reader.app.copy_to_clipboard = lambda text: None  # type: ignore[method-assign]
        await reader.press("c")
        await until(reader, "Summary of")
        assert "Summary of" in reader.text
        assert_clean(reader)
