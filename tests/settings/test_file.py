"""The file of preferences: what is kept, what is told, and that nothing is ever half written."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.settings import Loaded, Preferences, load_preferences, preferences_path, save_preferences


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "preferences.toml"
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(path))
    return path


def test_where_nothing_was_saved_all_is_as_it_comes() -> None:
    assert load_preferences() == Loaded(Preferences())


def test_the_platforms_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BRIEFING_PREFERENCES")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert preferences_path() == tmp_path / "briefing" / "preferences.toml"


def test_what_is_saved_is_there_at_the_next_start(file: Path) -> None:
    save_preferences({"digits": "western"})
    save_preferences({"lines": "justified", "bidi": "kitty"})
    assert load_preferences() == Loaded(Preferences(digits="western", lines="justified", bidi="kitty"))
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


WRONG = [
    ('digits = "roman"', '"digits" cannot be "roman"; write digits = "written", "western" or'),
    ('digit = "western"', 'unknown key "digit"; did you mean "digits"?'),
    ('opens = "frist"', '"opens" cannot be "frist"; write opens = "auto", "full" or "first"'),
    ("digits = 3", '"digits" cannot be 3; write digits = "written", "western" or'),
    ("bidi = []", '"bidi" cannot be a list; write bidi = a name in quotes'),
    ("bidi = inf", '"bidi" cannot be inf; write bidi = a name in quotes'),
    ("bidi = 1979-05-27", '"bidi" cannot be 1979-05-27; write bidi = a name in quotes'),
    (f"bidi = 0x{'f' * 9000}", '"bidi" cannot be such a number; write bidi = a name in quotes'),
    ('[digits]\nall = "western"', '"digits" cannot be a table'),
    ('digits = "\\u001b[31m"', '"digits" cannot be'),
    (f"bidi = {{ {'.'.join('a' * 15)} = {'[' * 100 + ']' * 100} }}", '"bidi" cannot be a table'),
    ("x" * 50_000 + " = 1", f'unknown key "{"x" * 99}'),
]


@pytest.mark.parametrize(("text", "what"), WRONG, ids=[what for _, what in WRONG])
def test_what_is_wrong_is_one_line_and_all_else_holds(file: Path, text: str, what: str) -> None:
    file.parent.mkdir()
    file.write_text(f'harakat = "hidden"\n{text}\n', "utf-8")
    loaded = load_preferences()
    assert loaded.preferences == Preferences(harakat="hidden")
    assert loaded.complaint.startswith(str(file))
    assert what in loaded.complaint
    assert loaded.complaint.isprintable()
    assert len(loaded.complaint) < 500


@pytest.mark.parametrize("text", ["x = 0x" + "f" * 9000, "x.y.z = " + "[" * 100 + "]" * 100])
def test_what_cannot_be_written_again_is_left_alone(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    with pytest.raises(BriefingError, match='without harm; write lines = "justified" above its first'):
        save_preferences({"lines": "justified"})
    assert file.read_text("utf-8") == text


STAYS = [text for text, _ in WRONG if "0x" not in text and "[[[" not in text]


@pytest.mark.parametrize("text", STAYS, ids=range(len(STAYS)))
def test_what_is_wrong_stays_when_something_is_saved(file: Path, text: str) -> None:
    file.parent.mkdir()
    before = f'# mine\nharakat = "hidden"\n{text}\n'
    file.write_text(before, "utf-8")
    save_preferences({"harakat": "shown"})
    assert file.read_text("utf-8") == before.replace("hidden", "shown")
    save_preferences({"lines": "justified"})
    assert load_preferences().preferences == Preferences(harakat="shown", lines="justified")
    assert file.read_text("utf-8").replace('lines = "justified"\n', "").split() == (
        before.replace("hidden", "shown").split()
    )


def test_how_much_is_wrong_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('digit = 1\nlines = "wavy"\nbidi = 3\n', "utf-8")
    loaded = load_preferences()
    assert loaded.preferences == Preferences()
    assert loaded.complaint.endswith(" (and 2 more)")
    assert 'unknown key "digit"' in loaded.complaint


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


DAMAGED: dict[str, tuple[Callable[[Path], object], str]] = {
    "no value": (lambda path: path.write_text("digits ="), "line 1: "),
    "not closed": (lambda path: path.write_text('digits = "western'), "the text is not closed"),
    "twice": (lambda path: path.write_text("bidi = 1\nbidi = 2"), "line 2: a key is there twice"),
    "deep": (lambda path: path.write_text("a = " + "[" * 2000 + "]" * 2000), "nested too deep"),
    "parts": (lambda path: path.write_text(".".join("a" * 2000) + " = 1"), "parts"),
    "digits": (lambda path: path.write_text("a = " + "1" * 9000), "a number of thousands of digits"),
    "not UTF-8": (lambda path: path.write_bytes(b"# caf\xe9"), "byte 0xe9 is not UTF-8"),
    "UTF-16": (lambda path: path.write_bytes("a = 1".encode("utf-16")), "is UTF-16"),
    "large": (lambda path: path.write_text("#" * 300_000), "is larger than 0.25 MiB"),
    "folder": (Path.mkdir, "is a folder"),
    "pipe": (os.mkfifo, "is a pipe"),
    "socket": (a_socket, "is a socket"),
    "device": (lambda path: path.symlink_to("/dev/null"), "is a device"),
    "zeros": (lambda path: path.symlink_to("/dev/zero"), "is a device"),
    "itself": (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_told_and_left_alone(file: Path, damage: str) -> None:
    file.parent.mkdir()
    make, what = DAMAGED[damage]
    make(file)
    before = file.lstat(), file.read_bytes() if file.is_file() else b""
    loaded = load_preferences()
    assert loaded.preferences == Preferences()
    with pytest.raises(BriefingError) as raised:
        save_preferences({"digits": "western"})
    for line in (loaded.complaint, str(raised.value)):
        assert line.startswith(f"{file}: ")
        assert what in line
        assert "; " in line
        assert line.isprintable()
        assert len(line) < 500
    after = file.lstat(), file.read_bytes() if file.is_file() else b""
    assert (after[0].st_ino, after[0].st_mtime_ns, after[1]) == (
        before[0].st_ino,
        before[0].st_mtime_ns,
        before[1],
    )
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_link_to_nothing_yet_is_where_it_is_saved(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(tmp_path / "elsewhere" / "real.toml")
    assert load_preferences() == Loaded(Preferences())
    save_preferences({"digits": "western"})
    assert file.is_symlink()
    assert load_preferences() == Loaded(Preferences(digits="western"))


def test_a_byte_order_mark_is_dropped_and_line_ends_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b'\xef\xbb\xbf# mine\r\ndigits = "western"\r\n')
    assert load_preferences() == Loaded(Preferences(digits="western"))
    save_preferences({"lines": "justified"})
    assert file.read_bytes() == b'# mine\r\ndigits = "western"\r\nlines = "justified"\r\n'


def test_what_is_in_tables_is_not_taken_for_a_setting(file: Path) -> None:
    file.parent.mkdir()
    before = "# mine\n[other] # theirs\nx = nan\n\n[[more]]\ny = 1\n"
    file.write_text(before, "utf-8")
    save_preferences({"lines": "justified"})
    assert load_preferences().preferences == Preferences(lines="justified")
    assert file.read_text("utf-8").replace('lines = "justified"\n', "").split() == before.split()


@pytest.mark.parametrize("name", ["x" * 300, "a/" * 3000 + "b", "\udcff"])
def test_names_the_system_does_not_take(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", f"{tmp_path}/{name}")
    assert load_preferences().preferences == Preferences()
    try:
        save_preferences({"digits": "western"})
    except BriefingError as error:
        assert len(str(error)) < 500  # noqa: PT017 - a name of bytes is one
    else:
        assert load_preferences() == Loaded(Preferences(digits="western"))


def test_what_nobody_can_choose_is_not_saved(file: Path) -> None:
    with pytest.raises(BriefingError, match="roman"):
        save_preferences({"digits": "roman"})
    assert not file.exists()


def test_where_nothing_can_be_written(file: Path) -> None:
    file.parent.write_text("a file where the folder would be", "utf-8")
    with pytest.raises(BriefingError, match=r"cannot be written.*BRIEFING_PREFERENCES"):
        save_preferences({"digits": "western"})
