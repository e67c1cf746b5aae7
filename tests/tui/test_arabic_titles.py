"""A document and sections named in Arabic alone: every title stands at the right, whole and once."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.document import Briefing, Paragraph
from briefing.exporting import section_page, section_text
from briefing.reading.views import Outline
from briefing.sources import SOURCES, Material
from briefing.sources.article import Article
from briefing.sources.as_briefing import as_briefing
from briefing.tui.painting import one_line
from tests.judges.surroundings import environment
from tests.tui.reader import reading

TITLE, FIRST, SECOND, THIRD = "كتاب السفر: IBM والبحر", "الباب الأول: في IBM", "Chapter two", "الباب الثالث"


def book() -> Briefing:
    parts = [("heading", FIRST), ("text", "نص أول"), ("heading", SECOND), ("text", "a"), ("heading", THIRD)]
    paragraphs = [
        Paragraph(number, text, kind=kind, level=int(kind == "heading"))  # type: ignore[arg-type]
        for number, (kind, text) in enumerate([*parts, ("text", "نص")], 1)
    ]
    epub = next(source for source in SOURCES if source.name == "epub")
    return as_briefing(Article(tuple(paragraphs), title=TITLE), Material("/tmp/book.epub", b""), epub)


def painted(text: str) -> str:
    return one_line(text, 100, "R").text


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_arabic_titles_stand_at_the_right(size: tuple[int, int]) -> None:
    async with reading(book(), size=size) as reader:
        assert reader.row(0).rstrip().endswith(painted(TITLE))
        assert reader.row(0).rstrip() == painted(TITLE).rjust(len(reader.row(0).rstrip()))
        assert len(reader.row(0).rstrip()) >= size[0] - 1
        frame = "".join(cell.text for cell in reader.inside(reader.article)[0])
        assert frame.startswith("╭──")
        assert frame.endswith(f" {painted(FIRST)} ─╮")
        await reader.press("2")
        frame = "".join(cell.text for cell in reader.inside(reader.article)[0])
        assert frame.startswith(f"╭─ {SECOND} ─")
        assert SECOND in "\n".join(reader.rows()[:3])


async def test_the_sidebar_names_an_arabic_section_beside_its_key() -> None:
    async with reading(book(), size=(120, 36)) as reader:
        rows = ["".join(cell.text for cell in row) for row in reader.inside(reader.sidebar)]
        assert next(row.strip("│ ").split() for row in rows if "3" in row)[0] == "3"
        assert any(row.strip("│ ").endswith(f"{painted(THIRD)} 2") for row in rows)
        assert sum(painted(THIRD) in row for row in rows) == 1


async def test_an_arabic_section_is_found_in_the_palette() -> None:
    async with reading(book(), size=(80, 24)) as reader:
        await reader.press("ctrl+p", *"الثالث")
        assert any("Section: 3" in row and painted(THIRD) in row for row in reader.rows())
        await reader.press("enter")
        assert reader.section.arabic == THIRD


def test_a_view_has_a_name_whatever_its_language() -> None:
    views = Outline(book()).views
    assert [(view.title, view.arabic, view.name) for view in views] == [
        ("Full article", "المقال الكامل", "Full article"),
        ("", FIRST, FIRST),
        (SECOND, "", SECOND),
        ("", THIRD, THIRD),
    ]


def test_what_leaves_has_the_title_and_nothing_beside_it() -> None:
    briefing = book()
    assert section_text(briefing, briefing.sections[0]) == f"{TITLE}\n{FIRST}\n\nSource: book.epub · {TITLE}"
    assert section_page(briefing, briefing.sections[1]).startswith(f"{TITLE}\n\n¶3 # {SECOND}\n\n¶4")


def test_the_only_section_of_a_text_is_asked_for_by_its_key(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("مقال\n\nنص\n", encoding="utf-8")
    for asked in ("text", "full", "1"):
        done = subprocess.run(
            [sys.executable, "-m", "briefing", str(tmp_path / "a.txt"), "--section", asked],
            capture_output=True,
            env=environment(),
        )
        assert done.stdout.decode() == "¶1 مقال\n\n¶2 نص\n\nSource: a.txt\n"
