"""Every language says all that English says, with the same values in it; and what is missing is English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

import pytest

from briefing.document.controls import safe_line
from briefing.document.counted import counted
from briefing.settings import languages
from briefing.settings.languages.english import TABLES
from briefing.settings.languages.language import Language, places
from briefing.settings.words import ENGLISH, in_use, say, say_count, use
from tests.settings import in_language
from tests.settings.in_language import all_languages
from tests.tui.doubled import DOUBLED
from tests.tui.stretched import STRETCHED, stretched

#: Words that are hardly the same in two languages, one after the other.
_PHRASE: Final = 3
LANGUAGES: Final = [*all_languages().values(), DOUBLED, STRETCHED]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = in_use()
    yield
    use(before)


def _is_for_a_number(name: str) -> bool:
    """Whether it is said of one number instead of the words for any: `names.mentions.2`."""
    general, _, number = name.rpartition(".")
    return number.isdigit() and general in ENGLISH.words


def has_lone_brace(words: str) -> bool:
    try:
        places(words)
    except ValueError:
        return True
    return False


def tables_left_out(package: ModuleType) -> list[str]:
    """The tables in the files of a language that it does not say anything from, and what would be right."""
    language: Language = package.LANGUAGE
    files = [import_module(f"{package.__name__}.{one.name}") for one in iter_modules(package.__path__)]
    return [
        f"{file.__name__.rpartition('.')[2]}.py: {name} is not in LANGUAGE of __init__.py"
        for file in files
        for name, table in vars(file).items()
        if name.isupper() and isinstance(table, Mapping) and not table.items() <= language.words.items()
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_language_has_the_ids_of_english(language: Language) -> None:
    missing = [name for name in ENGLISH.words if name not in language.words]
    cure = f"{len(missing)} ids have no words: find them in TABLES of english/__init__.py"
    assert missing == [] or language.partial, f"{cure}, or say partial=True until they come"
    more = language.words.keys() - ENGLISH.words.keys()
    assert [name for name in more if not _is_for_a_number(name)] == [], (
        "English has no such ids: a letter is wrong"
    )


def still_english(language: Language) -> list[str]:
    """The ids of phrases that are said as in English."""
    alike = [name for name, words in language.words.items() if words == ENGLISH.words.get(name)]
    return [name for name in alike if len(re.findall(r"[^\W\d_]{2,}", ENGLISH.words[name])) >= _PHRASE]


def test_a_language_leaves_out_what_it_has_no_words_for() -> None:
    """A table copied from English to begin with: what is still English there would count as translated."""
    copied = {name: still_english(one) for name, one in all_languages().items() if one is not ENGLISH}
    assert {name: ids for name, ids in copied.items() if ids} == {}, (
        "take these out: they are said in English till they come"
    )


def test_a_phrase_that_is_still_english_is_found() -> None:
    copied = {name: ENGLISH.words[name] for name in ("timeline.none-here", "names.title", "sign.bare")}
    assert still_english(Language("x", {**copied, "sign.bare": "un paragraphe"})) == ["timeline.none-here"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_language_says_each_thing_in_one_line_of_text(language: Language) -> None:
    wrong = [name for name, words in language.words.items() if not words.strip() or words != safe_line(words)]
    assert wrong == [], "an empty text, a line end, or a character that is not seen"


def test_each_language_has_a_name_of_its_own() -> None:
    names = Counter(language.name for language in LANGUAGES)
    taken = [name for name, often in names.items() if often > 1]
    assert taken == [], "say in its LANGUAGE the name that it alone has (BCP 47: fr)"


@pytest.mark.parametrize("package", all_languages())
def test_all_tables_of_a_language_are_in_it(package: str) -> None:
    assert tables_left_out(import_module(f"{languages.__name__}.{package}")) == []


def test_a_table_that_a_language_does_not_gather_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "a_language"
    room.mkdir()
    (room / "__init__.py").write_text(
        "from briefing.settings.languages.language import Language\n"
        'LANGUAGE = Language("x", {"names.title": "Noms"}, partial=True)\n'
    )
    (room / "keys.py").write_text('TABLE = {"action.quit": "Quitter"}')
    (room / "names.py").write_text('TABLE = {"names.title": "Noms"}')
    monkeypatch.syspath_prepend(tmp_path)
    assert tables_left_out(import_module("a_language")) == [
        "keys.py: TABLE is not in LANGUAGE of __init__.py"
    ]


def test_a_language_is_tried_by_the_name_of_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tests.settings.in_language.all_languages", lambda: {"french": Language("fr", {}, partial=True)}
    )
    monkeypatch.setattr("briefing.commands.main.main", lambda arguments: len(arguments))
    assert in_language.main(["french", "a.txt"]) == 1
    assert (in_use().name, in_use().partial) == ("fr", True)
    with pytest.raises(SystemExit, match="first: french"):
        in_language.main(["frensh", "a.txt"])


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_language_has_places_for_the_values_of_english(language: Language) -> None:
    lone = [name for name, words in language.words.items() if has_lone_brace(words)]
    assert lone == [], "write {{ or }} for a brace that is none of a value"
    for name, words in language.words.items():
        if _is_for_a_number(name):  # which may say the number in a word: `one place`
            assert places(words) <= places(ENGLISH.words[name.rpartition(".")[0]]) | {"count"}, name
        elif name in ENGLISH.words:
            assert places(words) == places(ENGLISH.words[name]), f"what stands in braces in {name}"


def test_no_id_stands_in_two_tables() -> None:
    often = Counter(name for table in TABLES for name in table)
    assert [name for name, count in often.items() if count > 1] == []


def test_english_is_said_for_an_id_that_a_language_lacks() -> None:
    use(Language("x", {"names.title": "Noms"}))
    assert say("names.title") == "Noms"
    assert say("names.none") == ENGLISH.words["names.none"]
    assert in_use().words.keys() == ENGLISH.words.keys()


@pytest.mark.parametrize("words", ["{nombre} sur {count}", "{} sur {}", "{number", "{number} } sur"])
def test_english_is_said_for_words_with_a_place_that_no_value_is_for(words: str) -> None:
    use(Language("x", {"search.number": words}))
    assert say("search.number", number=1, count=2) == "1 of 2"


def test_a_language_may_leave_a_value_out_and_turn_values_round() -> None:
    use(Language("x", {"search.number": "{count}/{number}", "search.name": "un nom"}))
    assert say("search.number", number=1, count=2) == "2/1"
    assert say("search.name", name="a") == "un nom"


def test_a_language_may_have_words_of_its_own_for_a_number() -> None:
    use(Language("x", {"names.mentions": "{count} إشارات", "names.mentions.2": "إشارتان"}))
    assert say_count("names.mentions", 2) == "إشارتان"
    assert say_count("names.mentions", 3) == "3 إشارات"
    assert say_count("names.mentions", 1) == "1 mention"


def test_words_for_a_number_are_used_where_there_are_some() -> None:
    words = {"a": "{count:,} things in {where}", "a.1": "one thing in {where}"}
    assert [counted(words, "a", count, where="x") for count in (0, 1, 1200)] == [
        "0 things in x",
        "one thing in x",
        "1,200 things in x",
    ]


def test_the_longer_language_is_longer_and_keeps_places() -> None:
    assert stretched("Cut: c copies {most:,} names") == "Cùtù\u00a0: c çôpîésésé {most:,} nâmésés"
    long, short = (sum(map(len, words)) for words in (STRETCHED.words.values(), ENGLISH.words.values()))
    assert long > 1.3 * short
