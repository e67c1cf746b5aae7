"""Several who save at the same time: nothing that any of them said is lost."""

import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.machine.lock import locked
from briefing.settings import Preferences, load_preferences, save_preferences
from briefing.settings.keeping import Keeper

pytestmark = pytest.mark.whole

# One program that changes one key again and again; what is there must be what it said last.
PROGRAM = """
import sys
from briefing.settings import load_preferences, save_preferences
key, rounds, values = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
for number in range(rounds):
    save_preferences({key: values[number % len(values)]})
    found = getattr(load_preferences().preferences, key)
    assert found == values[number % len(values)], (key, number, found)
"""
CHOICES = {
    "harakat": ("shown", "hidden", "auto"),
    "digits": ("western", "arabic-indic", "written"),
    "lines": ("justified", "flush"),
    "bidi": ("kitty", "plain", "auto"),
}


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "preferences.toml"
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(path))
    return path


def test_four_programs_that_save_at_once_lose_nothing(file: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, key, "20", *values], stderr=subprocess.PIPE)
        for key, values in CHOICES.items()
    ]
    complaints = [program.communicate(timeout=120)[1].decode() for program in programs]
    assert complaints == [""] * 4
    assert tomllib.loads(file.read_text("utf-8")) == {
        key: values[19 % len(values)] for key, values in CHOICES.items()
    }
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_threads_of_one_program_neither(file: Path) -> None:
    def save(key: str) -> None:
        for number in range(20):
            save_preferences({key: CHOICES[key][number % len(CHOICES[key])]})

    threads = [threading.Thread(target=save, args=(key,)) for key in CHOICES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tomllib.loads(file.read_text("utf-8")) == {
        key: values[19 % len(values)] for key, values in CHOICES.items()
    }


def test_a_program_that_was_killed_leaves_no_lock(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = (
        "import os, signal; from pathlib import Path; from briefing.machine.lock import locked\n"
        f"with locked(Path({str(file)!r})): os.kill(os.getpid(), signal.SIGKILL)"
    )
    file.parent.mkdir()
    subprocess.run([sys.executable, "-c", held], timeout=60)
    monkeypatch.setattr("briefing.machine.lock._PAUSE", "not for a moment")
    save_preferences({"digits": "western"})
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_what_a_killed_program_had_begun_to_write_goes_with_the_next_save(file: Path) -> None:
    file.parent.mkdir()
    for name in (
        ".preferences.toml.0123456789ab",
        ".preferences.toml.backup",
        "preferences.toml.0123456789ab",
    ):
        (file.parent / name).write_text("digits =")
    save_preferences({"digits": "western"})
    assert sorted(one.name for one in file.parent.iterdir()) == [
        ".preferences.toml.backup",
        "preferences.toml",
        "preferences.toml.0123456789ab",
    ]


def test_a_lock_that_is_held_on_to_is_waited_for_a_while_and_told(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.machine.lock._PATIENCE", 0.2)
    file.parent.mkdir()
    with locked(file), pytest.raises(BriefingError, match="another program has been writing it"):
        save_preferences({"digits": "western"})
    assert not file.exists()
    save_preferences({"digits": "western"})
    assert load_preferences().preferences == Preferences(digits="western")


def test_a_keeper_saves_all_it_is_given_the_newest_of_each(file: Path) -> None:
    failed: list[str] = []
    keeper = Keeper(failed.append)
    for number in range(300):
        for key, values in CHOICES.items():
            keeper.keep({key: values[number % len(values)]})
    assert keeper.flush(60)
    assert tomllib.loads(file.read_text("utf-8")) == {
        key: values[299 % len(values)] for key, values in CHOICES.items()
    }
    assert failed == []


def test_a_keeper_says_what_could_not_be_saved_and_goes_on(file: Path) -> None:
    failed: list[str] = []
    keeper = Keeper(failed.append)
    keeper.keep({"digits": "roman"})
    assert keeper.flush(60)
    assert [line.partition(": ")[2][:26] for line in failed] == ['"digits" cannot be "roman"']
    keeper.keep({"digits": "western"})
    assert keeper.flush(60)
    assert load_preferences().preferences == Preferences(digits="western")


def test_an_end_does_not_wait_for_a_disk_that_does_not_answer(file: Path) -> None:
    program = (
        "import time; from briefing.settings import keeping;"
        "keeping.save_preferences = lambda changes: time.sleep(60);"
        "keeper = keeping.Keeper(print); keeper.keep({'digits': 'western'}); print(keeper.flush(0.2))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30)
    assert (done.stdout, done.stderr, done.returncode) == ("False\n", "", 0)
