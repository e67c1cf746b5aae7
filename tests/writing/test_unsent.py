"""What is being typed survives a crash, within bounds, and nobody else reads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.writing import unsent
from briefing.writing.unsent import SlipKey, forget, keep, recall

KEY = SlipKey("/somewhere/briefing.toml", "add-claim")


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "state" / "unsent.json"
    monkeypatch.setenv(unsent.VARIABLE, str(path))
    return path


def test_what_is_kept_is_recalled_until_it_is_sent(file: Path) -> None:
    assert recall(KEY) == {}
    keep(KEY, {"text": "Half a sen", "quote": "قال \u2066x\u2069 \x00"})
    keep(SlipKey(KEY.path, "add-event"), {"date": "2024"})
    assert recall(KEY) == {"text": "Half a sen", "quote": "قال \u2066x\u2069 \x00"}
    keep(KEY, {"text": "Half a sentence"})
    assert recall(KEY) == {"text": "Half a sentence"}
    forget(KEY)
    assert recall(KEY) == {}
    assert recall(SlipKey(KEY.path, "add-event")) == {"date": "2024"}
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    keep(SlipKey(KEY.path, "add-event"), {"date": ""})
    assert recall(SlipKey(KEY.path, "add-event")) == {}


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_it_survives_the_program() -> None:
    program = (
        "import os, signal; from briefing.writing.unsent import SlipKey, keep\n"
        f"keep(SlipKey({KEY.path!r}, {KEY.slip!r}), {{'text': 'typed'}})\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    assert recall(KEY) == {"text": "typed"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b'{"unsent": 3}',
        b"[" * 100_000,
        b'{"unsent":[{"path":1}]}',
        b"x" * 5_000_000,
    ],
)
def test_a_file_that_is_none_of_these_is_as_if_it_were_not_there(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    assert recall(KEY) == {}
    forget(KEY)
    keep(KEY, {"text": "typed"})
    assert recall(KEY) == {"text": "typed"}


def test_of_too_many_those_touched_longest_ago_go(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsent, "MOST", 20)
    keys = [SlipKey(f"/{number}", "add-claim") for number in range(unsent.MOST + 5)]
    for number, key in enumerate(keys):
        keep(key, {"text": f"typed {number}"})
        if number == unsent.MOST - 1:
            keep(keys[0], {"text": "touched again"})
    assert recall(keys[0]) == {"text": "touched again"}
    assert recall(keys[1]) == {}
    assert recall(keys[-1]) == {"text": f"typed {unsent.MOST + 4}"}


@pytest.mark.whole
def test_of_too_much_the_beginning_is_kept(file: Path) -> None:
    for number in range(20):
        keep(SlipKey(f"/{number}", "a"), {"text": "\x01ط" * unsent.LONGEST, "more": "x"})
    assert file.stat().st_size <= unsent.LARGEST
    assert recall(SlipKey("/19", "a"))["text"].startswith("\x01ط" * 1000)
    keep(SlipKey("/\udcff", "a\ud800"), {"text\ud800": "half a \ud800 character"})
    assert recall(SlipKey("/\udcff", "a\ud800")) == {"text?": "half a ? character"}


def test_where_nothing_can_be_written_it_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(unsent.VARIABLE, "/dev/null/unsent.json")
    assert recall(KEY) == {}
    forget(KEY)
    with pytest.raises(OSError, match=r".+"):
        keep(KEY, {"text": "typed"})
