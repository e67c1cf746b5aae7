"""`briefing export`, as it is typed: pictures where they are wanted, and nothing half done anywhere else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.judges import warm
from tests.judges.screen import Screen
from tests.judges.surroundings import environment
from tests.tiers import some_of

pytestmark = pytest.mark.whole

COMMAND = (sys.executable, "-m", "briefing", "export")
PNG = b"\x89PNG\r\n\x1a\n"


def run(
    *arguments: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    if env is None:
        return warm.run("export", *arguments, cwd=cwd, tui=True)
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=60,
    )


def complaint(done: subprocess.CompletedProcess[bytes], status: int) -> str:
    assert done.returncode == status
    assert not done.stdout
    text = done.stderr.decode()
    assert text.count("\n") == 1, text
    return text


def drawn(svg: bytes) -> str:
    """What is written in an SVG."""
    return " ".join(
        "".join(element.itertext()) for element in ElementTree.fromstring(svg.decode()).iter()
    ).replace("\xa0", " ")


def size_of_png(data: bytes) -> tuple[int, int]:
    assert data.startswith(PNG)
    assert data.endswith(b"IEND\xaeB`\x82")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def test_into_a_pipe_goes_the_picture_of_the_section_asked_for() -> None:
    done = run("--section", "goals", "--size", "100x30")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "DICAS goals" in drawn(done.stdout)
    assert "Timeline" in drawn(done.stdout)
    assert "#101218" in done.stdout.decode()


@pytest.mark.whole
def test_the_surroundings_change_nothing() -> None:
    plain = run()
    crowded = run(
        env={"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "10", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    )
    numbered = re.compile(rb"terminal-\d+")
    assert crowded.returncode == 0
    assert numbered.sub(b"", crowded.stdout) == numbered.sub(b"", plain.stdout)


def test_light_png_by_the_ending_of_the_name(tmp_path: Path) -> None:
    done = run("--light", "--size", "80x24", "-o", tmp_path / "a.png")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    width, height = size_of_png((tmp_path / "a.png").read_bytes())
    assert (width, height) == (994, 636)
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]
    assert (tmp_path / "a.png").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.whole
def test_a_dash_is_standard_output() -> None:
    assert run("-f", "png", "-o", "-").stdout.startswith(PNG)


@pytest.mark.whole
def test_a_text_with_an_arabic_name_and_marks(tmp_path: Path) -> None:
    (tmp_path / "مقال <1>.txt").write_text("شَدَّةٌ & (DICAS) 2024-2026 ﷲ שלום", encoding="utf-8")
    done = run(tmp_path / "مقال <1>.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "(DICAS)" in drawn(done.stdout)


@pytest.mark.whole
def test_at_a_terminal_it_goes_to_a_new_file_each_time(tmp_path: Path) -> None:
    for name in ("briefing-full.svg", "briefing-full-2.svg"):
        with Screen([*COMMAND, "--section", "full"], 80, 24, cwd=tmp_path) as screen:
            assert screen.wait_for_exit() == 0
            assert screen.text.strip() == name
        assert "Full article" in drawn((tmp_path / name).read_bytes())
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_no_picture_is_poured_into_a_terminal(kind: str, tmp_path: Path) -> None:
    with Screen([*COMMAND, "-f", kind, "-o", "-"], 80, 24, cwd=tmp_path) as screen:
        assert screen.wait_for_exit() == 2
        assert "--output" in screen.text
        assert b"svg xmlns" not in screen.output


@pytest.mark.whole
def test_what_was_there_is_replaced_whole_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.svg").write_text("before")
    (tmp_path / "link.svg").symlink_to("real.svg")
    assert run("-o", "link.svg", cwd=tmp_path).returncode == 0
    assert (tmp_path / "link.svg").is_symlink()
    assert "Background" in drawn((tmp_path / "real.svg").read_bytes())


# What is wrong: one line, a status, and no file.


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    line = complaint(run("-o", tmp_path / "no" / "a.svg"), 1)
    assert str(tmp_path / "no" / "a.svg") in line
    assert "cannot be written" in line
    assert not list(tmp_path.iterdir())


@pytest.mark.whole
def test_a_disk_that_is_full() -> None:
    assert "No space left" in complaint(run("-f", "svg", "-o", "/dev/full"), 1)
    assert Path("/dev/full").is_char_device()


@pytest.mark.whole
def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.svg").symlink_to("a.svg")
    assert "a.svg: cannot be written (Too many levels" in complaint(run("-o", tmp_path / "a.svg"), 1)


@pytest.mark.whole
def test_a_pipe_that_nobody_reads(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.svg")
    assert "(nobody reads from this pipe)" in complaint(run("-o", tmp_path / "a.svg"), 1)


@pytest.mark.parametrize(
    "arguments",
    [("--section", "gaols"), ("-o", "a.gif"), ("-o", "a\nb.\x1b[31m"), ("--section", "x" * 100_000)],
    ids=["section", "ending", "controls", "long"],
)
def test_usage_in_one_line(arguments: tuple[str, ...], tmp_path: Path) -> None:
    line = complaint(run(*arguments, cwd=tmp_path), 2)
    assert line.startswith("briefing export: ")
    assert len(line) < 500
    assert "\x1b" not in line
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", some_of("120", "1x1", "9999x10", "120x", "-1x5", "٨٠x٢٤"))
def test_sizes_that_are_none(size: str) -> None:
    done = run(f"--size={size}")
    assert done.returncode == 2
    assert b"columns x rows" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_missing_article(tmp_path: Path) -> None:
    line = complaint(run(tmp_path / "nothing.txt", "-o", tmp_path / "a.svg"), 1)
    assert line.startswith(f"briefing: {tmp_path / 'nothing.txt'}: ")
    assert not list(tmp_path.iterdir())


@pytest.mark.whole
@pytest.mark.parametrize("form", ["text", "png"])
def test_that_the_reader_of_a_pipe_has_enough_is_no_error(form: str) -> None:
    program = f'"$0" -m briefing export -f {form} -o /dev/stdout | true; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(
        ["bash", "-c", program, sys.executable], capture_output=True, env=environment(), timeout=60
    )
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    """By a slip of the hand: `export -o a.md a.md`."""
    text = "# عنوان\n\nفقرة\n"
    for name in ("a.md", "briefing.toml", "article.txt"):
        (tmp_path / name).write_text(
            'article = "article.txt"\n' if "toml" in name else text, encoding="utf-8"
        )
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "hard.md").hardlink_to(tmp_path / "a.md")
    for output, path in (("a.md", "a.md"), ("link.md", "a.md"), ("hard.md", "./a.md"), ("article.txt", ".")):
        assert f"{output}: is what was read, and would be lost" in complaint(
            run("-o", tmp_path / output, tmp_path / path), 1
        )
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == text
    assert (tmp_path / "article.txt").read_text(encoding="utf-8") == text
    done = run("-o", tmp_path / "link.md", tmp_path)  # of the folder it is not read
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_folder_called_export_is_opened_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "export").write_text("نص", encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "./export"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path, timeout=60)
    assert "¶1 نص" in done.stdout.decode()
