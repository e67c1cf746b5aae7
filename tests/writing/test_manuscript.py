"""A briefing edited in its file: written as asked, undone and redone, never over another's words."""

import os
from pathlib import Path

import pytest

from briefing.document import BriefingError, Citation
from briefing.machine.assets import bundled_folder
from briefing.machine.lock import locked
from briefing.sources import load
from briefing.writing.changed import Changed
from briefing.writing.edits import AddClaim, ChangeClaim, DeleteClaim, SetBottomLine
from briefing.writing.manuscript import Manuscript
from tests.writing.folders import ADDED, QUOTE, own_folder, text_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return own_folder(tmp_path)


def test_a_claim_is_written_undone_and_redone(folder: Path) -> None:
    before = text_of(folder)
    manuscript = Manuscript.open(folder)
    briefing = manuscript.do(ADDED)
    assert briefing.section("goals").claims[-1].text == "The bases are integrated."
    assert load(folder) == briefing
    written = text_of(folder)
    assert manuscript.undo() == load(folder)
    assert text_of(folder) == before
    assert manuscript.redo() == briefing
    assert text_of(folder) == written
    assert manuscript.redo() is None


def test_what_would_be_no_briefing_is_not_written(folder: Path) -> None:
    before = text_of(folder)
    manuscript = Manuscript.open(folder)
    with pytest.raises(BriefingError, match='the quote "not there" is not in ¶3'):
        manuscript.do(AddClaim("goals", "x", (Citation(3, "not there"),)))
    assert text_of(folder) == before
    assert manuscript.undo() is None


def test_the_bundled_briefing_is_nobodys_to_write() -> None:
    with pytest.raises(BriefingError, match=r"comes with the program.*briefing new"):
        Manuscript.open(bundled_folder())


def test_an_edit_is_made_in_what_another_wrote_meanwhile(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    seen = manuscript.briefing.section("goals").claims[3]
    Manuscript.open(folder).do(DeleteClaim("goals", 0))
    briefing = manuscript.do(ChangeClaim("goals", 3, "Changed."))
    assert [one.text for one in briefing.section("goals").claims][2] == "Changed."
    assert seen not in briefing.section("goals").claims
    assert len(briefing.section("goals").claims) == 4


def test_what_another_changed_is_not_changed_again(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    Manuscript.open(folder).do(ChangeClaim("goals", 1, "Theirs."))
    theirs = text_of(folder)
    with pytest.raises(Changed, match="claim 2 is no longer as you saw it"):
        manuscript.do(ChangeClaim("goals", 1, "Ours."))
    assert text_of(folder) == theirs


def test_undoing_keeps_what_another_wrote(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    manuscript.do(ADDED)
    other = Manuscript.open(folder)
    other.do(SetBottomLine("Theirs."))
    other.do(AddClaim("goals", "Their claim.", (QUOTE,)))
    briefing = manuscript.undo()
    assert briefing is not None
    assert briefing.bottom_line == "Theirs."
    texts = [one.text for one in briefing.section("goals").claims]
    assert texts[-1] == "Their claim."
    assert "The bases are integrated." not in texts


def test_undoing_what_another_changed_is_refused(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    manuscript.do(ADDED)
    Manuscript.open(folder).do(ChangeClaim("goals", 5, "Theirs."))
    theirs = text_of(folder)
    with pytest.raises(Changed):
        manuscript.undo()
    assert text_of(folder) == theirs


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_mode_and_links_stay(folder: Path) -> None:
    path = folder / "briefing.toml"
    path.rename(folder / "real.toml")
    path.symlink_to("real.toml")
    (folder / "real.toml").chmod(0o640)
    Manuscript.open(folder).do(ADDED)
    assert path.is_symlink()
    assert (folder / "real.toml").stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in folder.iterdir()) == [
        "article.txt",
        "briefing.toml",
        "capture.txt",
        "real.toml",
    ]


def test_a_lock_that_others_hold_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.machine.lock._PATIENCE", 0.05)
    manuscript = Manuscript.open(folder)
    before = text_of(folder)
    with locked(folder / "briefing.toml"), pytest.raises(BriefingError, match="another program; try again"):
        manuscript.do(ADDED)
    assert text_of(folder) == before
    assert manuscript.do(ADDED) == load(folder)


def test_what_the_reader_saw_counts_not_what_the_file_was(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    seen = manuscript.briefing
    other = Manuscript.open(folder)
    other.do(DeleteClaim("goals", 0))
    manuscript.reread()
    briefing = manuscript.do(DeleteClaim("goals", 1), seen)
    assert briefing.section("goals").claims == seen.section("goals").claims[2:]
    with pytest.raises(Changed, match="no longer as you saw it"):
        manuscript.do(DeleteClaim("goals", 1), seen)


def test_an_article_that_changed_meanwhile_is_reckoned_with(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    article = folder / "article.txt"
    article.write_text(article.read_text().replace("دمج القواعد", "ضم القواعد"))
    before = text_of(folder)
    with pytest.raises(BriefingError, match="is not in ¶3"):
        manuscript.do(ADDED)
    assert text_of(folder) == before
