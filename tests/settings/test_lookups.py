"""The list of words: bounded, private, one line a word; and the command that prints it."""

import os
import stat
from pathlib import Path

import pytest

from briefing.settings.lookups import LARGEST, MOST, Lookup, add_lookup, as_tsv, load_lookups
from tests.judges import warm


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "lookups.json"
    monkeypatch.setenv("BRIEFING_LOOKUPS", str(path))
    return path


def main(*arguments: str) -> int:
    """The command, in a process of its own; what it says is said here."""
    done = warm.run(*arguments, env=os.environ)
    os.write(1, done.stdout)
    os.write(2, done.stderr)
    return done.returncode


def lookup(word: str, number: int = 1, gloss: str = "book") -> Lookup:
    return Lookup(word, word, gloss, "A title", number, "2024-06-10T12:00:00+00:00")


def test_it_is_private_and_a_word_is_in_it_once(file: Path) -> None:
    add_lookup(lookup("كتاب"))
    add_lookup(lookup("قلم"))
    add_lookup(lookup("كتاب", gloss="a book"))
    assert [(one.word, one.gloss) for one in load_lookups()] == [("قلم", "book"), ("كتاب", "a book")]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_it_is_bounded(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.settings.lookups.MOST", 5)
    for number in range(9):
        add_lookup(lookup("كتاب", number, "g" * 10_000))
    assert [one.number for one in load_lookups()] == [4, 5, 6, 7, 8]
    assert max(len(one.gloss) for one in load_lookups()) == 200
    assert MOST * 1000 <= LARGEST


def test_no_field_breaks_a_row() -> None:
    text = as_tsv((lookup("a\tb\nc\x1b[2J\u2028d", gloss="\u202ex"),))
    assert [line.count("\t") for line in text.splitlines()] == [5, 5]
    assert "\x1b" not in text


def test_the_command_prints_saves_and_clears(
    file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    add_lookup(lookup("كتاب"))
    assert main("lookups") == 0
    assert capfd.readouterr().out.splitlines()[1].startswith("كتاب\tكتاب\tbook\tA title\t1\t2024")
    saved = tmp_path / "words.tsv"
    assert main("lookups", "-o", str(saved), "--clear") == 0
    assert saved.read_text("utf-8").splitlines()[0] == "word\tbare\tgloss\ttitle\tnumber\tdate"
    assert load_lookups() == ()
    assert main("lookups", "--clear") == 0
    assert main("lookups") == 0


def test_what_cannot_be_saved_is_told_and_not_cleared(capfd: pytest.CaptureFixture[str]) -> None:
    add_lookup(lookup("كتاب"))
    assert main("lookups", "-o", "/no/such/folder/words.tsv", "--clear") == 1
    assert len(capfd.readouterr().err.splitlines()) == 1
    assert load_lookups()


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, '{"lookups": [1]}'])
def test_a_broken_list_is_told_and_left_alone(
    file: Path, content: str, capfd: pytest.CaptureFixture[str]
) -> None:
    file.parent.mkdir()
    file.write_text(content)
    assert main("lookups") == 1
    assert len(capfd.readouterr().err.splitlines()) == 1
    assert file.read_text() == content
    assert main("lookups", "--clear") == 0
    assert not file.exists()
