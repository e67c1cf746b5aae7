"""Looking up the word that the reader stands on: which word that is, and whether there is anything to ask."""

from __future__ import annotations

from briefing.machine.lookup.recipe import WrongRecipeError, bare, passed, recipe_of
from briefing.reading.effects import LookUp, Notify
from briefing.reading.result import Result
from briefing.reading.standing_word import this_word
from briefing.reading.state import Reading
from briefing.settings.words import in_use, say


def look_up(reading: Reading) -> Result:
    """Ask for this word to be looked up; say what to do where nothing is set that could."""
    try:
        recipe = recipe_of(reading.preferences.lookup, reading.preferences.lookup_end)
    except WrongRecipeError as error:
        return Result(reading, (Notify(say("lookup.wrong", why=error.said(in_use().words))),))
    if recipe is None:
        return Result(reading, (Notify(say("lookup.not-set")),))
    word = passed(this_word(reading))
    if not (without := passed(bare(word))):
        return Result(reading, (Notify(say("lookup.no-word")),))
    return Result(reading, (LookUp(recipe, word, without, reading.number or 0),))
