"""A text that comes in by a pipe: read where there is a terminal for the keys, else printed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.machine.standard_input import _IN_MEMORY
from tests.commands.test_cli import MODULE, complaint, in_terminal
from tests.judges import warm
from tests.judges.surroundings import environment

pytestmark = pytest.mark.whole

TEXT = "أول السطور\n\nثان\n"
BUNDLED = "US looks to Japan as a weapons-production base"


def piped(*arguments: str, data: bytes = TEXT.encode()) -> subprocess.CompletedProcess[bytes]:
    return warm.run(*arguments, data=data)


@pytest.mark.parametrize("arguments", [(), ("-",), ("/dev/stdin",)], ids=" ".join)
def test_what_comes_in_is_printed_with_where_it_comes_from(arguments: tuple[str, ...]) -> None:
    done = piped(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    text, _, source = done.stdout.decode().partition("\n\nSOURCE\n\n")
    assert text == "¶1 أول السطور\n\n¶2 ثان"
    assert source.startswith("Source: standard input\n")
    assert BUNDLED not in done.stdout.decode()


def test_a_file_for_input_is_what_comes_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f"{MODULE} < '{tmp_path / 'a.txt'}'"],
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    assert "¶2 ثان\n" in done.stdout.decode()


def test_a_picture_is_made_of_what_comes_in() -> None:
    done = piped("export", "-o", "-", data=b"plain words\n")
    assert "plain\xa0words" in done.stdout.decode()


@pytest.mark.parametrize("nothing", [b"", None])
def test_where_nothing_comes_in_the_bundled_briefing_is_printed(nothing: bytes | None) -> None:
    if nothing is not None:
        done = piped(data=nothing)
    else:
        done = subprocess.run(
            [sys.executable, "-m", "briefing"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(),
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith(BUNDLED)


@pytest.mark.whole
def test_a_pipe_that_stays_silent_is_not_waited_for_and_is_told() -> None:
    reading, writing = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing"],
            stdin=reading,
            capture_output=True,
            env=environment(),
            timeout=60,
        )
    finally:
        os.close(reading)
        os.close(writing)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(BUNDLED)
    assert done.stderr.decode().startswith("briefing: nothing came by standard input for 3 s: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"%PDF-1.4\n", "is a damaged PDF"), (b"\xe3\n", "byte 0xe3 is not UTF-8"), (b" \n", "holds no text")],
)
def test_what_is_no_text_is_one_line(data: bytes, what: str) -> None:
    done = piped(data=data)
    assert done.returncode == 1
    assert complaint(done).startswith("briefing: standard input: ")
    assert what in complaint(done)


def test_asked_for_and_not_there() -> None:
    for arguments, status in ((("-",), 1), (("serve", "-"), 2)):
        command = [sys.executable, "-m", "briefing", *arguments]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment())
        assert done.returncode == status
        assert "standard input" in complaint(done)


@pytest.mark.whole
@pytest.mark.parametrize("arguments", ["", "-", "/dev/stdin"])
def test_on_a_terminal_keys_come_from_it(arguments: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("first words\n\nlast words\n", encoding="utf-8")
    with in_terminal(f"cat '{tmp_path / 'a.txt'}' | {MODULE} {arguments}") as screen:
        screen.wait_for("last words")
        screen.wait_until_idle()
        screen.press("?")
        screen.wait_for("Esc closes")
        screen.press("q")
        screen.wait_until_idle()
        screen.press("q")
        assert screen.wait_for_exit() == 0


def many(count: int) -> str:
    return "".join(f"سطر رقم {number} من سطور كثيرة\n\n" for number in range(1, count + 1))


@pytest.mark.parametrize("way", ["pipe", "file", "file, not from its beginning"])
def test_what_is_large_comes_in_as_what_is_small(way: str, tmp_path: Path) -> None:
    text = many(450_000 if way == "pipe" else 30_000)
    data = text.encode()
    if way == "pipe":
        assert len(data) > _IN_MEMORY
        command = [sys.executable, "-m", "briefing", "-"]
        env = environment({"TMPDIR": str(tmp_path)})
        done = subprocess.run(command, input=data, capture_output=True, env=env, timeout=120)
    else:
        (tmp_path / "a.txt").write_bytes(data)
        first = "read line; " if "not" in way else ""
        shell = f"{{ {first}{MODULE} -; }} < '{tmp_path / 'a.txt'}'"
        done = subprocess.run(["sh", "-c", shell], capture_output=True, env=environment(), timeout=60)
        (tmp_path / "a.txt").unlink()
    assert (done.returncode, done.stderr) == (0, b"")
    numbers = [line for line in done.stdout.decode().split("\n") if line.startswith("¶")]
    count = text.count("\n\n") - ("not" in way)
    assert len(numbers) == count
    assert numbers[-1] == f"¶{count} {text.strip().rsplit(chr(10), 1)[1]}"
    assert not [*tmp_path.iterdir()]


def test_who_reads_no_further_ends_it() -> None:
    done = subprocess.run(
        ["sh", "-c", f"{MODULE} - | head -c 20"],
        input=many(30_000).encode(),
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    assert (done.returncode, done.stderr, len(done.stdout)) == (0, b"", 20)
