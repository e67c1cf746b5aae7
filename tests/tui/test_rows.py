"""Every Arabic row that the program paints, in a pty: FriBidi's line for the words that come next."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.document import FULL_KEY, Briefing, full_article
from briefing.sources import load_bundled
from tests.judges.emulator import TOKEN
from tests.judges.fragments import covers, fragments, unexplained
from tests.judges.panes import article_pane, called, read_through
from tests.judges.quick import QuickEmulator
from tests.judges.rows import judge, seen
from tests.judges.screen import Screen
from tests.needs import needs_library
from tests.tui import texts

pytestmark = needs_library("libfribidi.so.0")

SIZES = ((80, 24), (100, 36), (120, 36), (160, 36), (200, 36))
SECTIONS = ("background", "goals", "groups", "criticism", FULL_KEY)
KEYS = dict(zip(SECTIONS, "12340", strict=True))
# What the program itself says in Arabic.
OWN_WORDS = ("الأقسام", "الملخص", "التسلسل الزمني", "المقال الكامل", "النص")


# What Textual sends: modes, colours, cursor positions, questions; and as a string only the pointer's shape.
OWN_SEQUENCE = re.compile(r"\x1b\](?:22;[a-z-]*|11;\?)\x07|\x1b\[[<>=?]?[0-9;]*[$ ]?[A-Za-z]|\x1b[78=>]")


class Reader(Screen):
    """`briefing` in a pty."""

    def __init__(self, columns: int, rows: int, *arguments: str | Path) -> None:
        super().__init__([sys.executable, "-m", "briefing", *arguments], columns, rows)
        self.emulator = QuickEmulator(columns, rows)
        self.wait_for("¶")
        self.wait_until_idle()


class Opened(NamedTuple):
    """The program at work, and the paragraphs it shows, by what is in them."""

    reader: Reader
    paragraphs: dict[str, str]


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


def is_open(title: str, reader: Reader) -> bool:
    return bool(called(reader.cells(), title))


def known_texts(briefing: Briefing) -> list[str]:
    names = [section.arabic for section in briefing.sections]
    return [*OWN_WORDS, briefing.title.arabic, *names, *(event.arabic for event in briefing.events)]


@pytest.mark.parametrize(("size", "first"), list(zip(SIZES, cycle(SECTIONS), strict=False)))
def test_every_row_of_the_bundled_article(size: tuple[int, int], first: str, bundled: Briefing) -> None:
    """All sections and the full article, from whichever one the command line opens it at."""
    with Reader(*size, "--section", first) as reader:
        for key in (first, *(key for key in SECTIONS if key != first)):
            section = full_article(bundled) if key == FULL_KEY else bundled.section(key)
            if key != first:
                reader.press(KEYS[key])
                reader.wait_for(partial(is_open, section.title))
                reader.wait_until_idle(0.05)
            cells = reader.cells()
            shown = fragments(cells, article_pane(cells, section.title))
            assert not unexplained(shown, known_texts(bundled)), reader.text
            assert seen(section.arabic) in shown
            rows = read_through(reader, section.title)
            verdict = judge(rows, {n: bundled.paragraph(n).text for n in section.paragraphs})
            assert not verdict.faults, "\n".join([key, *verdict.faults])
            assert verdict.rows >= len(section.paragraphs)


@pytest.mark.parametrize("size", [(120, 36), (56, 40)])
def test_titles_names_and_the_timeline(size: tuple[int, int], bundled: Briefing) -> None:
    """Stepping through the timeline shows all Arabic of every event; nothing else right-to-left turns up."""
    with Reader(*size, "--section", "1") as reader:
        shown = fragments(reader.cells())
        if called(reader.cells(), "Sections"):
            assert {seen(section.arabic) for section in bundled.sections} <= shown
            assert seen(bundled.title.arabic) in shown
        reader.press("t", "home")
        for _ in bundled.events:
            reader.wait_until_idle(0.05)
            cells = reader.cells()
            here = fragments(cells, article_pane(cells, bundled.sections[0].title))
            assert not unexplained(here, known_texts(bundled)), reader.text
            shown |= here
            reader.press("right")
    assert [event.arabic for event in bundled.events if not covers(shown, event.arabic)] == []


def check(reader: Screen, named: dict[str, str]) -> None:
    """Fail if a row of the text that the program shows is not right."""
    paragraphs = {number: text.replace("\r\n", "\n") for number, text in enumerate(named.values(), 1)}
    verdict = judge(read_through(reader, "Text"), paragraphs)
    assert verdict.rows >= len(named)
    assert not verdict.faults, "\n".join(verdict.faults)


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The program on a file of texts that it never saw, and these texts."""
    named = texts.SCRIPTS | texts.MIXED
    file = tmp_path_factory.mktemp("texts") / "مقال.txt"
    file.write_bytes("\n\n".join(named.values()).encode())
    with Reader(80, 24, file) as reader:
        yield Opened(reader, named)


@pytest.mark.parametrize("size", [(80, 24), (100, 60), (120, 60), (160, 60), (200, 60), (44, 60)])
def test_every_row_of_texts_not_seen_before(size: tuple[int, int], unseen: Opened) -> None:
    reader, named = unseen
    reader.resize(*size)
    reader.press("home")
    reader.wait_until_idle(0.3)
    check(reader, named)
    assert reader.emulator.stray == ()


def test_no_control_of_a_document_reaches_the_terminal(tmp_path: Path) -> None:
    """Nor one of its name; all of them are seen as pictures instead."""
    name = "\x1b]0;EVIL\x07\x9b2J \u202eمقال.txt"
    file = tmp_path / name
    file.write_bytes("\n\n".join(texts.CONTROLS.values()).encode())
    with Reader(100, 36, file) as reader:
        check(reader, texts.CONTROLS)
        reader.press("?")
        reader.wait_until_idle()
        output, seen_strings = reader.output.decode(), reader.emulator.osc
    assert not [string for string in seen_strings if "EVIL" in string or "RVZJTA" in string]
    kept = set("\r\n")
    for token in TOKEN.finditer(output):
        if token["text"]:
            bad = {c for c in token["text"] if unicodedata.category(c) in ("Cc", "Cf") and c not in kept}
            assert not bad, ascii(token["text"])
        else:
            assert OWN_SEQUENCE.fullmatch(token[0]), ascii(token[0])
    assert TOKEN.sub("", output) == ""
