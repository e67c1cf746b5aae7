"""A briefing that is begun opens as it is, and its paragraphs are those of its document."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.document import Briefing, BriefingError
from briefing.exporting.plain import briefing_text
from briefing.machine.assets import schema
from briefing.machine.new_folder import write_new_folder
from briefing.sources import Material, briefing_of, load
from briefing.sources.article_file import article_text, parted
from briefing.sources.beginning import begin, read_whole
from briefing.sources.paragraphs import paragraph_texts
from briefing.sources.schema import schema as made
from tests.sources.sameness import assert_same

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
ARABIC = "قال الوزير في 10 يونيو 2024 إن المحادثات بدأت."


def begun(material: Material, folder: Path) -> tuple[Briefing, Briefing]:
    """The document as it is read, and the briefing begun of it, as it is read from its folder."""
    source = read_whole(material)
    write_new_folder(folder, begin(source, material, schema()).files)
    written = tomllib.loads((folder / "briefing.toml").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(made()).iter_errors(written)) == []
    return source, load(folder)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_its_paragraphs(page: Path, tmp_path: Path) -> None:
    source, briefing = begun(Material(str(page), page.read_bytes()), tmp_path / "new")
    assert_same(source.paragraphs, briefing.paragraphs)
    assert (tmp_path / "new" / "capture.html").read_bytes() == page.read_bytes()
    assert briefing.provenance
    assert briefing.provenance.capture == "capture.html"
    assert source.origin
    assert briefing.provenance.left_out == source.origin.left_out
    assert {number for one in briefing.sections for number in one.paragraphs} == set(
        range(1, len(source.paragraphs) + 1)
    )
    assert briefing_text(briefing)


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        ("a.txt", ARABIC.encode("cp1256"), [ARABIC]),
        ("a.txt", ARABIC.encode("utf-16"), [ARABIC]),
        ("a.md", f"# عنوان\n\n{ARABIC}\n\n## باب\n\n- بند\n".encode(), ["عنوان", ARABIC, "باب", "بند"]),
        ("a.md", "```\nسطر\n\n\nسطر ثان\n```\n\nنص\n".encode(), ["سطر\n\n\nسطر ثان", "نص"]),
        ("a.txt", b"one\x0btwo\n\nthree", ["one\x0btwo", "three"]),
        ("a.txt", b"a\x1b[31mb\n\n c \t\n\nd\x01e", ["a\x1b[31mb", " c \t", "d\x01e"]),
        ("a.txt", "\u202eعكس\u200f\n\nנוסח".encode(), ["\u202eعكس\u200f", "נוסח"]),
        ("a.txt", b'"""\n\n\\u0041 #[x]', ['"""', "\\u0041 #[x]"]),
        ("a.txt", b"word", ["word"]),
    ],
)  # fmt: skip
def test_a_document_gives_its_text_byte_for_byte(
    name: str, data: bytes, texts: list[str], tmp_path: Path
) -> None:
    _, briefing = begun(Material(str(tmp_path / name), data), tmp_path / "new")
    assert [one.text for one in briefing.paragraphs] == texts


ODD = st.text(st.sampled_from('اب \n\r\t\u00a0\u2028\x0b\x1c\x85"\\#\u202e\u200f\ufeffa.12/'), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ODD, min_size=1, max_size=5).filter(lambda texts: any(text.strip() for text in texts)))
def test_any_briefing_text_gives_its_paragraphs_or_is_refused(texts: list[str]) -> None:
    material = Material("a.txt", "\n\n".join(texts).encode())
    try:
        source = briefing_of(material, "text")
        files = begin(source, material, b"{}").files
    except BriefingError:
        return
    tomllib.loads(files["briefing.toml"].decode())
    again = paragraph_texts(files["article.txt"].decode())
    parts = [part for own in parted([one.text for one in source.paragraphs]) for part in own]
    assert again == parts
    assert "".join("".join(parts).split()) == "".join("".join(one.text for one in source.paragraphs).split())


@given(st.lists(st.text(max_size=30).filter(str.strip), min_size=1, max_size=5))
def test_paragraphs_are_read_again_as_they_are_or_refused(texts: list[str]) -> None:
    parts = [part for own in parted(texts) for part in own]
    try:
        written = article_text(parts, "a")
    except BriefingError:
        return
    assert paragraph_texts(written) == parts
    assert "".join("".join(parts).split()) == "".join("".join(texts).split())


def test_headings_become_sections(tmp_path: Path) -> None:
    text = f"## الخلفية\n\n{ARABIC}\n\n## Goals\n\nنص\n"
    _, briefing = begun(Material("a.md", text.encode()), tmp_path / "new")
    shown = [(one.key, one.title, one.arabic, list(one.paragraphs)) for one in briefing.sections]
    assert shown == [("section-1", "", "الخلفية", [1, 2]), ("section-2", "Goals", "", [3, 4])]


def test_dates_are_proposed_once_each_with_their_words_and_marked(tmp_path: Path) -> None:
    text = f"{ARABIC}\n\nفي 10 يونيو 2024 أيضا، ثم في مارس."
    _, briefing = begun(Material("a.txt", text.encode()), tmp_path / "new")
    assert [(one.date, one.paragraphs) for one in briefing.events] == [
        ("2024-06-10", (1, 2)),
        ("XXXX-03", (2,)),
    ]
    for event in briefing.events:
        assert event.title.startswith("Unreviewed: ")
        assert event.arabic in text
    assert (tmp_path / "new" / "briefing.toml").read_text(encoding="utf-8").count("# UNREVIEWED") == 2


def test_a_long_text_is_whole_and_says_that_it_was_not_searched_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sources.beginning._SEARCHED", 10_000)
    text = f"{'كلمة ' * 20}\n\n" * 110
    _, briefing = begun(Material("a.txt", text.encode()), tmp_path / "new")
    assert len(briefing.paragraphs) == 110
    assert "only its beginning was looked through" in (tmp_path / "new/briefing.toml").read_text("utf-8")


@pytest.mark.whole
def test_what_is_very_long_is_bounded(tmp_path: Path) -> None:
    rows = (f"في {1 + at % 28} مارس {1900 + at % 120}، روما (Name{at})" for at in range(3000))
    text = "\n\n".join(rows)
    _, briefing = begun(Material("a.txt", text.encode()), tmp_path / "new")
    assert (len(briefing.paragraphs), len(briefing.events), len(briefing.names)) == (3000, 200, 0)
    assert (tmp_path / "new" / "briefing.toml").read_text(encoding="utf-8").count("\n# [[names]]  #") == 100


def test_the_line_of_its_source_has_what_runs_from_right_to_left_last(tmp_path: Path) -> None:
    """Behind an Arabic title its date would be drawn turned round, as 18-03-2025."""
    text = "---\ntitle: عنوان المقال\nauthor: أحمد\ndate: 2025-03-18\n---\n\nقال الوزير ذلك.\n"
    _, briefing = begun(Material("a.md", text.encode()), tmp_path / "new")
    assert briefing.provenance
    assert briefing.provenance.source == "Source: 2025-03-18, a.md · أحمد · عنوان المقال"
