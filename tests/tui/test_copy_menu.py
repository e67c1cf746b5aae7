"""The menu of what can be copied: what it lists, what it shows, and what it puts on the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.exporting import claim_text, section_text, source_line
from briefing.settings.words import say
from briefing.tui.painting import one_line
from briefing.tui.screens.copy_screen import CopyScreen
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading, until
from tests.tui.test_growing import opened


def menu(reader: Reader) -> CopyScreen:
    screen = reader.app.screen
    assert isinstance(screen, CopyScreen)
    return screen


async def texts(reader: Reader) -> dict[str, str]:
    """Walk through the menu at hand: what each entry would put on the clipboard."""
    listed = menu(reader)
    found: dict[str, str] = {}
    await reader.press("home")
    for entry in listed.entries:
        found[entry.id] = listed.copy.text
        await reader.press("down")
    return found


async def test_each_entry_has_the_words_of_the_document() -> None:
    briefing = bundled()
    async with reading(briefing) as reader:
        await reader.press("w", "shift+left", "shift+left", "t", "right", "tab", "tab", "tab", "tab")
        while reader.focused != "summary":
            await reader.press("tab")
        await reader.press("down", "C")
        claim, number = reader.app.reading.claim, reader.number
        assert claim is not None
        assert number is not None
        found = await texts(reader)
        assert found["claim"] == claim_text(briefing, claim)
        assert found["summary"] == section_text(briefing, reader.section)
        assert found["paragraph"] == f"{briefing.paragraph(number).text}\n\n{source_line(briefing)}"
        await reader.press("s")
        found = await texts(reader)
        assert found["paragraph"] == briefing.paragraph(number).text
        assert found["quote"] == "\n".join(f"¶{one.paragraph} «{one.quote}»" for one in claim.citations)
        assert all(paragraph.text in found["whole"] for paragraph in briefing.paragraphs)
        assert all(source_line(briefing) not in text for text in found.values())
        await reader.press("m")
        found = await texts(reader)
        assert found["claim"].count("> ¶") == len(claim.citations)
        assert found["summary"].count("\n[^") == sum(len(one.citations) for one in reader.section.claims)


async def test_a_word_goes_to_the_clipboard_as_it_is_written() -> None:
    text = "مُحَمَّدٌ کتاب שלום 12"
    async with reading(plain(text), section=None) as reader:
        await reader.press("w", "C", "s")
        assert (await texts(reader))["word"] == text.split()[0]
        assert menu(reader).entries[0].id == "word"
        await reader.press("home", "enter")
        for _ in range(100):
            if reader.app.clipboard:
                break
            await reader.pilot.pause(0.02)
        assert reader.app.clipboard == text.split()[0]


@pytest.mark.parametrize("size", some_values((40, 12), (80, 24)))
@pytest.mark.parametrize("briefing", [plain(""), plain("كلمة"), bundled()])
async def test_it_opens_where_nothing_is_at_hand_and_closes(
    size: tuple[int, int], briefing: Briefing
) -> None:
    async with reading(briefing, size=size, section=None) as reader:
        await reader.press("C")
        assert {"whole"} <= {*(await texts(reader))}
        await reader.press("m", "pagedown", "pageup", "escape")
        assert not isinstance(reader.app.screen, CopyScreen)


async def test_of_a_large_text_all_of_it_is_shown_once_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(f"فقرة {number}" for number in range(1, 200)), "utf-8")
    async with reading(opened(path, large=True), section=None, size=(100, 30)) as reader:
        await reader.press("C")
        assert menu(reader).entries[-1].takes_long
        await reader.press("end")
        await until(reader, one_line("فقرة 2", 90, "R").text)
        assert say("copy-menu.making") not in reader.text


@pytest.mark.parametrize("large", [False, True])
async def test_only_what_takes_long_is_made_meanwhile(
    large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CopyScreen, "_make_later", lambda self, key: None)
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(f"فقرة {number}" for number in range(1, 200)), "utf-8")
    async with reading(opened(path, large=large), section=None, size=(80, 24)) as reader:
        await reader.press("C", "end")
        assert (say("copy-menu.making") in reader.text) == large
