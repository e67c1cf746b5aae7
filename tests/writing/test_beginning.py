"""A document that is being read becomes the folder of a briefing, its paragraphs numbered as they were."""

from pathlib import Path

import pytest

from briefing.document import BriefingError, Citation, Event, Name, Paragraph, Title
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import written
from briefing.machine.assets import bundled_folder
from briefing.sources import load
from briefing.sources.material import Material
from briefing.sources.opening import briefing_of
from briefing.writing.beginning import begin_folder
from briefing.writing.edits import AddClaim, AddEvent, AddName, BeginSection, SetBottomLine, SetTitle
from briefing.writing.manuscript import Manuscript
from tests.exporting.pages import made
from tests.sources.sameness import assert_same


def material(name: str, text: str) -> Material:
    return Material(name, text.encode())


TEXT = "عنوان الخبر\n\nقال «نعم» في 10 يونيو 2024.\n\nوسطر\nثانٍ هنا.\n"
PAGE = f"<title>T</title><h1>عنوان</h1>{'<p>قال <b>نعم</b> ثم ذهب إلى هناك ولم يعد منه أحد.</p>' * 9}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", TEXT),
        ("b.txt", TEXT.replace("\n", "\r\n")),
        ("c.txt", "واحد\nاثنان"),
        ("a.html", PAGE),
        ("a.md", "# عنوان\n\nنص *مهم* هنا.\n\n- واحد\n- اثنان\n"),
        ("a.md", "نص\n\n```\na\n\nb\n```\n\n| ا | * |\n|---|---|\n"),
    ],
)
def test_paragraphs_have_the_numbers_of_the_reading(name: str, text: str, tmp_path: Path) -> None:
    document = material(name, text)
    read = briefing_of(document)
    folder = begin_folder(read, document, tmp_path / "new")
    assert_same(read.paragraphs, load(folder).paragraphs)


def test_furniture_of_a_post_keeps_its_numbers(tmp_path: Path) -> None:
    document = Material("capture.txt", (bundled_folder() / "capture.txt").read_bytes())
    read = briefing_of(document)
    folder = begin_folder(read, document, tmp_path / "new")
    assert [one.text for one in load(folder).paragraphs] == [one.text for one in read.paragraphs]


def test_paragraphs_that_a_text_cannot_keep_are_named(tmp_path: Path) -> None:
    own = written(chosen(made([Paragraph(1, "نص"), Paragraph(2, "ا\0\n\nب")])))
    document = Material("a.json", own)
    with pytest.raises(BriefingError, match="¶2 has blank lines or line ends"):
        begin_folder(briefing_of(document), document, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_claim_quotes_what_stands_in_markdown(tmp_path: Path) -> None:
    document = material("a.md", "# عنوان\n\nقال *«نعم»* 2\\*3.\n")
    folder = begin_folder(briefing_of(document), document, tmp_path / "new")
    manuscript = Manuscript.open(folder)
    before = (folder / "article.md").read_bytes()
    manuscript.do(AddClaim("text", "He said yes.", (Citation(2, "قال «نعم» 2*3"),)))
    assert load(folder).sections[0].claims[0].citations[0].quote == "قال «نعم» 2*3"
    assert (folder / "article.md").read_bytes() == before


def test_a_document_that_changed_is_refused(tmp_path: Path) -> None:
    changed = material("a.txt", f"x\n\n{TEXT}")
    with pytest.raises(BriefingError, match="was changed since it was opened"):
        begin_folder(briefing_of(material("a.txt", TEXT)), changed, tmp_path / "new")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").touch()
    with pytest.raises(BriefingError, match="holds something"):
        begin_folder(briefing_of(material("a.txt", TEXT)), material("a.txt", TEXT), tmp_path / "full")


def test_what_is_begun_is_filled_in_where_its_comments_show(tmp_path: Path) -> None:
    document = material("a.txt", TEXT)
    folder = begin_folder(briefing_of(document), document, tmp_path / "new")
    manuscript = Manuscript.open(folder)
    before = (folder / "briefing.toml").read_text().split("\n")
    manuscript.do(SetBottomLine("He said yes."))
    manuscript.do(SetTitle(Title("The news", manuscript.briefing.title.arabic)))
    manuscript.do(AddClaim("text", "He said yes.", (Citation(2, "قال «نعم»"),)))
    manuscript.do(AddClaim("text", "There is a line.", (Citation(3, "وسطر\nثانٍ"),)))
    manuscript.do(BeginSection(3, "line", "The line"))
    manuscript.do(AddEvent(Event("2024-06-10", "He says yes", paragraphs=(2,))))
    briefing = manuscript.do(AddName(Name("person", "He", ("قال",))))
    assert briefing == load(folder)
    assert [one.key for one in briefing.sections] == ["text", "line"]
    assert [len(one.claims) for one in briefing.sections] == [1, 1]
    after = (folder / "briefing.toml").read_text()
    gone = [line for line in before if line and line not in after.split("\n")]
    assert gone == [
        '# bottom_line = """',
        "# ...",
        '# """',
        '# english = "..."',
        "paragraphs = [1, 2, 3]",
    ]
    names = after.index('english = "He"')
    assert after.index("# Names") < after.index("#   [[names]]") < names
    assert after.index("# Events") < after.index('title = "He says yes"') < after.index("# Names")
