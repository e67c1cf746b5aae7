"""The README's table of keys says what the keymap says."""

from briefing.settings.keymap import bound
from tests.settings.readme_keys import cell, table, table_in_readme


def test_the_readme_has_the_table_that_the_keymap_makes() -> None:
    assert table_in_readme() == table(), "print it anew: python -m tests.settings.readme_keys"


def test_every_key_of_the_help_is_in_it() -> None:
    shown = table_in_readme()
    missing = [one.action for one in bound() if one.listed and cell(one) not in shown]
    assert missing == [], "print the table anew: python -m tests.settings.readme_keys"


def test_what_has_no_line_in_the_help_has_none_there() -> None:
    shown = table_in_readme()
    assert not [one.action for one in bound() if not one.listed and cell(one) in shown]
