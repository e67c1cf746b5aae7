"""The word that is to be looked up, and what is said where it cannot be."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Paragraph, Section
from briefing.machine.lookup.reasons import UnansweredError
from briefing.machine.lookup.recipe import Recipe, recipe_of
from briefing.reading.effects import LookUp, Notify
from briefing.settings.words import in_use, say
from tests.reading.conftest import Walk, bare


def walk(lookup: str, end: str = "") -> Walk:
    return Walk().go("prefer", {"lookup": lookup, "lookup_end": end})


def test_the_word_goes_to_the_program_with_its_marks_and_without() -> None:
    walked = walk("dictionary {word}", "--").go("put-cursor", "article", 1).go("look-up")
    word = walked.reading.open.text(1).split()[0]
    assert walked.effects == (LookUp(Recipe(("dictionary", "{word}"), "--"), word, word, 2),)


def test_why_a_setting_is_none_is_said() -> None:
    said = set()
    for setting in ("dictionary 'a", " ", "{word}"):
        try:
            recipe_of(setting)
        except UnansweredError as error:
            why = error.said(in_use().words)
        assert walk(setting).go("look-up").effects == (Notify(say("lookup.wrong", why=why)),)
        assert why in say("lookup.wrong", why=why)
        said.add(why)
    assert len(said) == 3


def test_where_nothing_is_set_that_is_said() -> None:
    assert walk("off").go("look-up").effects == (Notify(say("lookup.not-set")),)


def test_where_no_word_stands_that_is_said() -> None:
    silent = replace(bare(), paragraphs=(Paragraph(1, "—— … !!"),), sections=(Section("text", "", "", (1,)),))
    walked = Walk(silent, None).go("prefer", {"lookup": "dictionary {word}"}).go("look-up")
    assert walked.effects == (Notify(say("lookup.no-word")),)
