"""The command that `briefing draft` asks: where it is set, and that it ends with this program."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.drafted import DATED, draft, environment, liar, new_folder, toml
from tests.document.sample import TOML
from tests.judges.ceiling import ceiling
from tests.tiers import some_of

COMMAND = Path(sys.executable).with_name("briefing")
BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_folder(tmp_path)


def test_a_command_in_the_preferences_is_used(folder: Path) -> None:
    preferences = folder.parent / "preferences.toml"
    preferences.write_text(f'draft = """{liar("true")}"""\n', encoding="utf-8")
    assert draft(folder, "").returncode == 0
    preferences.write_text('draft = "no-such-command-here"\n', encoding="utf-8")
    run = draft(folder, "")
    assert run.returncode == 1
    assert "no-such-command-here: cannot be started (No such file or directory); set another" in run.stderr
    for wrong in ('draft = "a \'b"', 'draft = ""', 'draft = "a"\ndraft_seconds = "soon"'):
        preferences.write_text(wrong, encoding="utf-8")
        run = draft(folder, "")
        assert (run.returncode, run.stderr.count("\n")) == (1, 1), wrong
        assert str(preferences) in run.stderr


def test_without_a_command_it_says_how_to_set_one_and_shows_leads(folder: Path) -> None:
    run = draft(folder, "")
    assert run.returncode == 1
    assert str(folder.parent / "preferences.toml") in run.stderr
    assert 'draft = "llm --schema {schema}"' in run.stderr
    offline = draft(folder, "", "--offline")
    assert (offline.returncode, offline.stderr) == (0, "")
    assert offline.stdout == run.stdout
    assert f"¶4 {DATED}\n    date: 10 يونيو ٢٠٢٤\n" in offline.stdout
    assert "¶1 قالَ الوزير إن المحادثات بدأت.\n    name: الوزير; speech: قالَ الوزير" in offline.stdout
    run = draft(BUNDLED, "", "--offline", "--json")
    found = json.loads(run.stdout)["evidence"]
    texts = (BUNDLED / "article.txt").read_text(encoding="utf-8")
    assert all(one["sentence"] in texts and one["reasons"] for one in found)
    reasons = {reason["why"] for one in found for reason in one["reasons"]}
    assert reasons == {"date", "number", "name", "speech"}


@pytest.mark.parametrize(("number", "status"), some_of((signal.SIGINT, 130), (signal.SIGTERM, 143)))
def test_the_command_and_its_children_end_with_this_program(
    folder: Path, number: signal.Signals, status: int
) -> None:
    command = [str(COMMAND), "draft", "--command", f"{liar('hang')} {{schema_file}}", str(folder)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment(folder))
    assert process.stderr is not None
    assert "started" in process.stderr.readline()
    session = _children(process.pid)
    assert session
    with ceiling(30):
        process.send_signal(number)
        assert process.wait() == status
    for _ in range(100):
        if not any(_is_alive(pid) for pid in session):
            break
        time.sleep(0.1)
    assert not any(_is_alive(pid) for pid in session)
    assert toml(folder) == TOML


def test_a_command_that_hangs_is_ended(folder: Path) -> None:
    with ceiling(60):
        run = draft(folder, "hang", "--seconds", "1.5")
    assert run.returncode == 1
    assert "has not answered in 1.5 s; give it more time with --seconds" in run.stderr


def _children(parent: int) -> list[int]:
    """The processes that descend from one, by Linux's own list."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [parent]
    for one in found:
        found += [pid for pid, of in pairs if of == one]
    return found[1:]


def _is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
