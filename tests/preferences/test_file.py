"""The file of preferences: what is kept, what is refused, and that nothing is ever half written."""

from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.preferences import Preferences, load_preferences, preferences_path, save_preferences


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "preferences.toml"
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(path))
    return path


def test_where_nothing_was_saved_all_is_as_it_comes() -> None:
    assert load_preferences() == Preferences()


def test_the_platforms_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEFING_PREFERENCES")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert preferences_path() == tmp_path / "briefing" / "preferences.toml"


def test_what_is_saved_is_there_at_the_next_start(file: Path) -> None:
    save_preferences({"digits": "western"})
    save_preferences({"lines": "justified", "bidi": "kitty"})
    assert load_preferences() == Preferences(digits="western", lines="justified", bidi="kitty")
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_remarks_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('# mine\ndigits = "western"  # as in the paper\n', "utf-8")
    save_preferences({"harakat": "hidden"})
    assert file.read_text("utf-8") == '# mine\ndigits = "western"  # as in the paper\nharakat = "hidden"\n'


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_text("", "utf-8")
    file.parent.mkdir()
    file.symlink_to(real)
    save_preferences({"harakat": "hidden"})
    assert file.is_symlink()
    assert real.read_text("utf-8") == 'harakat = "hidden"\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('digits = "roman"', '"digits" cannot be "roman"; write digits = "written", "western" or'),
        ('digit = "western"', 'unknown key "digit"; did you mean "digits"?'),
        ("lines = 3", '"lines" cannot be 3; write lines = "flush" or "justified"'),
        ("bidi = []", '"bidi" cannot be []; write bidi = a name in quotes'),
        ('[digits]\nall = "western"', '"digits" cannot be {'),
        ("digits =", "line 1"),
        ('digits = "\\u001b[31m"', '"digits" cannot be'),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_written_over_it(file: Path, text: str, what: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    for attempt in (load_preferences, lambda: save_preferences({"digits": "western"})):
        with pytest.raises(BriefingError) as error:
            attempt()
        line = str(error.value)
        assert line.startswith(str(file))
        assert what in line
        assert line.isprintable()
    assert file.read_text("utf-8") == text


def test_what_nobody_can_choose_is_not_saved(file: Path) -> None:
    with pytest.raises(BriefingError, match="roman"):
        save_preferences({"digits": "roman"})
    assert not file.exists()


def test_where_nothing_can_be_written(file: Path) -> None:
    file.parent.write_text("a file where the folder would be", "utf-8")
    with pytest.raises(BriefingError, match=r"cannot be written.*BRIEFING_PREFERENCES"):
        save_preferences({"digits": "western"})
