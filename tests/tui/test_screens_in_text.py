"""Whole screens as they are painted: their signs, Arabic as tildes, and where another style begins.

What differs on purpose is taken anew by `pytest -n0 tests/tui/test_screens_in_text.py --snapshot-update`, and
looked at. Which styles they are is not said: a theme may change them.
"""

from __future__ import annotations

from pathlib import Path
from string import ascii_letters

import pytest
from msgspec.structs import replace
from syrupy.assertion import SnapshotAssertion

from briefing.document import Briefing, Title
from tests.reading.everywhere import whole
from tests.tui.reader import Reader, reading
from tests.tui.set_apart import everything


def in_text(reader: Reader) -> str:
    """The rows of the window, and under each the style of every cell, by a letter."""
    letters: dict[object, str] = {}
    shown = []
    for row in reader.cells():
        signs = "".join("~" if any(is_arabic(one) for one in cell.text) else cell.text for cell in row)
        looks = "".join(letters.setdefault(cell.style, ascii_letters[len(letters)]) for cell in row)
        shown += [signs.rstrip(), looks.rstrip("a")]
    return "\n".join(shown)


def is_arabic(character: str) -> bool:
    return "\u0600" <= character < "\u0700" or character >= "\ufb50"


def with_long_claims() -> Briefing:
    """A briefing with everything, whose claims take some rows."""
    briefing = whole()
    first, second = briefing.sections
    wordy = replace(first.claims[1], text="Ahmad spoke, and what he said is told here in more than a row.")
    return replace(briefing, sections=(replace(first, claims=(first.claims[0], wordy)), second))


def with_long_titles() -> Briefing:
    """A briefing whose titles need more than their room, a section of it named in Arabic alone."""
    briefing = with_long_claims()
    first, second = briefing.sections
    title = Title("A title in English that is too long for narrow windows", "عنوان طويل بما يكفي ليقطع هنا")
    sections = (
        replace(first, title="The first of the sections, at length", arabic="القسم الأول من الأقسام كلها"),
        replace(second, title="", arabic="القسم الثاني بالعربية"),
    )
    return replace(briefing, title=title, sections=sections)


#: Keys or a text to be typed, and what they lead to; a step without keys is where a document opens.
Steps = dict[str, tuple[str, ...] | str]
STEPS: Steps = {
    "article": (),
    "claim, peeked": ("tab", "down", "o"),
    "what rests on what": ("u",),
    "trail": ("enter",),
    "word": ("escape", "w", "w"),
    "interleaved": ("r",),
    "selected between paragraphs": ("shift+down", "shift+down"),
    "the Arabic alone": ("r",),
    "the English alone": ("r",),
    "zen": ("r", "z"),
    "search": ("z", "slash", *"الوفد"),
    "found": ("enter", "n"),
    "paragraph": ("escape", "colon", "9"),
    "names lit": ("escape", "x"),
    "timeline": ("t",),
    "a paragraph of an event": ("enter",),
    "its next paragraph": ("t", "enter"),
    "full article": ("0",),
    "list of names": ("m",),
    "source": ("escape", "i"),
    "slip of a name": ("escape", "m", "E"),
    "links": ("escape", "a"),
    "copies": ("escape", "tab", "C"),
    "help": ("escape", "question_mark"),
    "further on in the help": ("j",) * 20,
    "slip for a claim": ("escape", "1", "escape", "shift+right", "A"),
    "a claim of two rows": "quote " * 14,
    "slip for an event": ("escape", "V"),
    "a date that is none": "2024-13",
    "slip for a name": ("escape", "M"),
    "palette": ("escape", "ctrl+p"),
    "found in the palette": "ahm",
}
NARROW: Steps = {
    "article": (),
    "claim": ("tab",),
    "timeline": ("t",),
    "sidebar": ("tab",),
    "list of names": ("m",),
    "help": ("escape", "question_mark"),
    "further on in the help": ("j",) * 4,
    "slip for an event": ("escape", "1", "V"),
    "its basis": ("tab", "tab", "right"),
    "the event as it was left": ("escape", "V"),
}


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))
    monkeypatch.setenv("BRIEFING_UNSENT", str(tmp_path / "unsent.json"))


async def walk(reader: Reader, steps: Steps, snapshot: SnapshotAssertion) -> None:
    """Compare the screen after each step, without the notices, which go away by themselves."""
    for name, keys in steps.items():
        await (reader.write(keys) if isinstance(keys, str) else reader.press(*keys))
        reader.app.clear_notifications()
        await reader.settle()
        assert in_text(reader) == snapshot(name=name), f"{name}:\n{reader.text}"


async def test_a_briefing(snapshot: SnapshotAssertion) -> None:
    async with reading(with_long_claims(), size=(76, 22)) as reader:
        await walk(reader, STEPS, snapshot)


async def test_a_briefing_in_a_small_window(snapshot: SnapshotAssertion) -> None:
    async with reading(with_long_claims(), size=(44, 12)) as reader:
        await walk(reader, NARROW, snapshot)


async def test_a_document_with_everything_set_apart(snapshot: SnapshotAssertion) -> None:
    async with reading(everything(), section=None, size=(60, 70)) as reader:
        await walk(reader, {"all": ()}, snapshot)
        await reader.resize(40, 80)
        await walk(reader, {"narrow": ()}, snapshot)


async def test_long_titles_in_windows_of_many_sizes(snapshot: SnapshotAssertion) -> None:
    async with reading(with_long_titles(), section=None, size=(100, 22)) as reader:
        for columns, rows in ((100, 22), (66, 22), (120, 16), (60, 12), (41, 12), (30, 3)):
            await reader.resize(columns, rows)
            assert in_text(reader) == snapshot(name=f"{columns} columns"), f"{columns}:\n{reader.text}"
        assert all(cell.style.color for cell in reader.cells()[0] if cell.text.strip()), "of the theme"
