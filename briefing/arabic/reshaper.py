"""arabic-reshaper without what is configured: the same letters on every machine.

It takes its settings from a file that an environment variable names, by configparser: where that asks for
its fonts for Kurdish, say, some letters are private characters, and a file that is not there is an error when
it is imported. Of its settings none is on here, so it is imported without that variable, and without
configparser, which would take a fortieth of the time to the first frame.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from types import ModuleType
from typing import TYPE_CHECKING, Final

from briefing.arabic.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

_VARIABLE: Final = "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE"


class _Settings:
    """Settings of arabic-reshaper, all off: it reads them for each word, and configparser is slow."""

    def getboolean(self, _name: str) -> bool:
        return False

    def get(self, _name: str) -> str:
        return ""


class _NothingConfigured:
    """What stands in the place of a `ConfigParser`."""

    def read_dict(self, _values: object) -> None:
        """Take no defaults."""

    def __contains__(self, _section: object) -> bool:
        return True

    def __getitem__(self, _section: object) -> _Settings:
        return _Settings()


@contextmanager
def _nothing_configured() -> Iterator[None]:
    name = os.environ.pop(_VARIABLE, None)
    stand_in = None if "configparser" in sys.modules else ModuleType("configparser")
    if stand_in is not None:
        stand_in.ConfigParser = _NothingConfigured  # type: ignore[attr-defined]
        sys.modules["configparser"] = stand_in
    try:
        yield
    finally:
        if stand_in is not None and sys.modules.get("configparser") is stand_in:
            del sys.modules["configparser"]
        if name is not None:
            os.environ[_VARIABLE] = name


with _nothing_configured():
    from arabic_reshaper import default_reshaper
    from arabic_reshaper.letters import LETTERS_ARABIC


def reshaper() -> ArabicReshaper:
    """Return arabic-reshaper with the isolated, initial, medial and final form of every joining letter."""
    made: ArabicReshaper = copy(default_reshaper)  # to make another takes a millisecond
    made.configuration = _Settings()
    letters = dict(LETTERS_ARABIC)
    for letter in DUAL_JOINING:
        # A form that Unicode does not encode is painted as the letter itself; its neighbours still join.
        known = letters.get(letter, ("", "", "", ""))
        letters[letter] = tuple(form or letter for form in known)
    for letter in RIGHT_JOINING:
        isolated, _, _, final = letters.get(letter, ("", "", "", ""))
        letters[letter] = (isolated or letter, "", "", final or letter)
    for letter in JOIN_CAUSING:
        letters[letter] = (letter,) * 4
    made.letters = letters
    return made
