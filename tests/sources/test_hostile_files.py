"""Whatever is found where a file should be: one line under 500 characters, and no waiting without end."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import load
from tests.document.sample import ARTICLE, TOML, write_briefing
from tests.judges.ceiling import ceiling
from tests.needs import needs_file

pytestmark = pytest.mark.whole


def refusal(path: Path | str) -> str:
    """The line that refuses `path`."""
    with ceiling(), pytest.raises(BriefingError) as raised:  # some of it used to wait for ever
        load(path)
    line = str(raised.value)
    assert len(line) < 500
    assert "\n" not in line
    return line


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


MADE: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "a pipe, not a file; put the file there"),
    "folder": (Path.mkdir, "a folder, not a file; put the file there"),
    "socket": (a_socket, "a socket, not a file; put the file there"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "a device, not a file; put the file there"),
    "itself": (lambda path: path.symlink_to(path.name), "a link to itself; put the file there"),
    "dangling": (lambda path: path.symlink_to("x"), "a link to what is not there; put the file there"),
    "outside": (
        lambda path: path.symlink_to("/etc/passwd"),
        "a link out of this folder; a briefing is one folder: put the file itself there",
    ),
    "beside the folder": (
        lambda path: path.symlink_to("../briefing-x"),
        "a link out of this folder; a briefing is one folder: put the file itself there",
    ),
}


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("key", ["article", "capture"])
def test_what_a_briefing_names_is_a_plain_file_of_its_folder(tmp_path: Path, key: str, made: str) -> None:
    (tmp_path / "briefing-x").write_text(ARTICLE, "utf-8")  # outside, with the folder's name in front
    folder = tmp_path / "briefing"
    folder.mkdir()
    if key == "article":
        write_briefing(folder, 'article = "article.txt"', 'article = "named"')
    else:
        write_briefing(folder, 'source = "Source: a test."', 'source = "Source."\ncapture = "named"')
    make, what = MADE[made]
    make(folder / "named")
    assert f'"{key}" names "named", which is {what}' in refusal(folder)


def test_a_folder_that_is_a_link_out(tmp_path: Path) -> None:
    folder = tmp_path / "briefing"
    folder.mkdir()
    write_briefing(folder, 'article = "article.txt"', 'article = "etc/passwd"')
    (folder / "etc").symlink_to("/etc")
    assert 'names "etc/passwd", which is a link out of this folder; ' in refusal(folder)


def test_links_inside_the_folder_and_to_the_folder_are_followed(tmp_path: Path) -> None:
    folder = tmp_path / "briefing"
    folder.mkdir()
    write_briefing(folder)
    (folder / "inner").mkdir()
    (folder / "article.txt").rename(folder / "inner" / "text")
    (folder / "article.txt").symlink_to(folder / "inner" / "text")
    (folder / "briefing.toml").rename(folder / "inner" / "toml")
    (folder / "briefing.toml").symlink_to("inner/toml")
    (tmp_path / "link").symlink_to("briefing")
    assert len(load(tmp_path / "link").paragraphs) == 3
    assert len(load(tmp_path / "link" / "briefing.toml").paragraphs) == 3


@pytest.mark.parametrize(
    ("made", "what"),
    [
        ("pipe", "is a pipe; "),
        ("folder", "is a folder; "),
        ("socket", "is a socket; "),
        ("device", "is a link out of its folder; a briefing is one folder: "),
        ("itself", "cannot be read (Too many levels of symbolic links); "),
        ("dangling", "is a link to what is not there; "),
        ("outside", "is a link out of its folder; a briefing is one folder: "),
    ],
)
def test_a_folder_whose_briefing_is_no_plain_file(tmp_path: Path, made: str, what: str) -> None:
    MADE[made][0](tmp_path / "briefing.toml")
    assert refusal(tmp_path).startswith(f"{tmp_path / 'briefing.toml'}: {what}")


LONG = "x" * 100_000
# What stands in the TOML instead of what.
VALUES = {
    "a name too long for the system": ("article.txt", "a" * 300, "which is too long for a file name; put"),
    "a name of megabytes": ("article.txt", LONG, "which is too long for a file name; put"),
    "the folder itself": ("article.txt", ".", 'names ".", which is a folder, not a file'),
    "a file for a folder": ("article.txt", "briefing.toml/x", "which is not there"),
    "a number with more digits than Python writes": (
        "paragraphs = [3]",
        f"paragraphs = [0x{'f' * 5000}]",
        'section "end": there is no ¶(a number of many digits); the article has ¶1 to ¶3',
    ),
    "such a number cited": ("{ paragraph = 1,", f"{{ paragraph = 0x{'f' * 5000},", "(a number of"),
    "such a number of an event": ("paragraphs = [2]\n", f"paragraphs = [0x{'f' * 5000}]\n", "(a number of"),
    "more digits than Python reads": (
        "paragraphs = [3]",
        f"paragraphs = [{'9' * 5000}]",
        "a number of thousands of digits; take it out",
    ),
    "infinity": ("paragraphs = [3]", "paragraphs = [inf]", "needs a whole number"),
    "no number": ('key = "end"', "key = nan", 'section 2: "key" needs text in quotes'),
    "a time": ('english = "Talks"', "english = 07:32:00", "needs text in quotes, not a time"),
    "a long basis": ('"inferred"', f'"{LONG}"', 'use "stated", "inferred" or "projected"'),
    "a long date": ('"2024?-06-10"', f'"{LONG}"', 'is not EDTF (years -9999 to 9999); write it as in "2024'),
    "a long kind": ('"person"', f'"{LONG}"', 'use "person", "body", "weapon" or "place"'),
    "a long key of a table": ('role = "Speaks"', f'{LONG} = "Speaks"', "name 1: "),
    "a key like a message": ('role = "Speaks"', '"` - at `$.a[0]`" = 1', 'unknown key "` - at `$.a[0]`"; '),
    "a long key of a section": ('key = "end"', f'key = "{LONG}"', "characters; take one of at most 100"),
    "a long quote": ("قالَ الوزير إن المحادثات بدأت", LONG, "..\" is not in ¶1; copy the words exactly"),
    "a long form": ('["الوزير"]', f'["{LONG}"]', "in its title; write it as the article does"),
}  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_values_beyond_reason(tmp_path: Path, value: str) -> None:
    old, new, what = VALUES[value]
    line = refusal(write_briefing(tmp_path, old, new))
    assert line.startswith(f"{tmp_path / 'briefing.toml'}: ")
    assert what in line


@pytest.mark.parametrize(
    "toml",
    [
        ".".join("a" * 900) + " = 1",
        "a = " + "[" * 200 + "]" * 200,
        "a = " + "[" * 40 + "]" * 40,
        "a = " + "{a=" * 300 + "1" + "}" * 300,
        f"[{'.'.join('a' * 15)}]\n{'.'.join('b' * 15)} = {{ {'.'.join('c' * 15)} = 1 }}",
        "\n".join(f"k{number} = 1" for number in range(20_000)),
        "\0" * 100_000,
    ],
    ids=["parts", "lists", "not so many lists", "tables", "tables of parts", "keys", "zeros"],
)
def test_toml_beyond_reason(tmp_path: Path, toml: str) -> None:
    (tmp_path / "briefing.toml").write_text(toml)
    assert refusal(tmp_path).startswith(f"{tmp_path / 'briefing.toml'}: ")


# What a text file may be.


def test_a_pipe_that_nobody_writes_to_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == (
        f"{tmp_path / 'pipe'}: is a pipe that nobody writes to; give a UTF-8 text file"
    )


def test_a_pipe_out_of_which_nothing_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.machine.pipes.SILENCE", 0.2)
    os.mkfifo(tmp_path / "pipe")
    writing = os.open(tmp_path / "pipe", os.O_RDWR)
    try:
        for written in (b"", b"a little"):
            os.write(writing, written)
            assert refusal(tmp_path / "pipe") == (
                f"{tmp_path / 'pipe'}: nothing came out of this pipe for 0.2 s; "
                "save what should come out of it in a file, and give that"
            )
    finally:
        os.close(writing)


def test_a_pipe_whose_writer_comes_a_little_later_and_writes_much(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Timer(0.3, lambda: (tmp_path / "pipe").write_text("س" * 500_000, "utf-8"))
    writer.start()
    assert load(tmp_path / "pipe").paragraphs[0].text == "س" * 500_000
    writer.join()


def test_a_pipe_with_nothing_in_it_is_empty_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.machine.pipes.SILENCE", 1e6)
    reading, writing = os.pipe()
    os.close(writing)
    try:
        assert "holds no text" in refusal(f"/dev/fd/{reading}")
    finally:
        os.close(reading)


def test_the_shells_pipes_are_texts() -> None:
    module = f'"{sys.executable}" -m briefing'
    shell = f"{module} <(sleep 1; echo first) </dev/null && echo second | {module} /dev/stdin"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=60)
    assert done.stderr == b""
    assert [line for line in done.stdout.splitlines() if line.startswith(b"\xc2\xb6")] == [
        "¶1 first".encode(),
        "¶1 second".encode(),
    ]


@pytest.mark.parametrize(
    "path", ["/dev/zero", "/dev/tty", "/proc/self/mem", "/proc/kmsg", "/proc/self/pagemap"]
)
@needs_file("/proc/self/mem")
def test_files_that_are_none(path: str) -> None:
    assert refusal(path).startswith(f"{path}: ")


@needs_file("/proc/self/status")
def test_a_file_whose_size_is_not_known_is_read_to_its_end() -> None:
    assert "VmRSS" in "".join(paragraph.text for paragraph in load("/proc/self/status").paragraphs)


@pytest.mark.parametrize("name", ["x" * 10**6, "\ud800", "\udcff" * 300, "\0", "/.." * 9000, "a/" * 9000])
def test_names_that_are_none(name: str) -> None:
    assert refusal(name)


def test_links_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    for name in ("a", "a/b", "a/b.toml"):
        assert "Too many levels" in refusal(tmp_path / name)


def test_too_little_memory_is_one_line(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(120_000_000)
    program = (
        "import resource, sys; import briefing.sources.formats.plain_text;"
        "from briefing.document import *; from briefing.sources import *;"
        "resource.setrlimit(resource.RLIMIT_AS, (200_000_000,) * 2)\n"
        "load(sys.argv[1])\n"  # read piece by piece, it needs little
        "try: load(sys.argv[1], encoding='gb18030')\n"
        "except BriefingError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "large.txt"], capture_output=True, text=True, timeout=60
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert "large.txt: is too large for the memory there is; split it into smaller files" in done.stdout


def test_folders_one_may_not_look_into(tmp_path: Path) -> None:
    """As another user, where this one may do everything."""
    write_briefing(tmp_path)
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "closed.txt").write_text("x")
    (tmp_path / "closed.txt").chmod(0)
    (tmp_path / "briefing.toml").write_text(TOML.replace("article.txt", "closed.txt"), "utf-8")
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)
    program = (
        "import os, sys; from briefing.document import *; from briefing.sources import *; load_bundled();"
        "os.geteuid() or os.seteuid(65534)\n"
        "for path in sys.argv[1:]:\n"
        "    try: load(path)\n"
        "    except BriefingError as error: print(error)"
    )
    paths = [
        tmp_path / name for name in ("closed", "closed/briefing.toml", "closed/a.txt", "closed.txt", ".")
    ]
    done = subprocess.run([sys.executable, "-c", program, *paths], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert [line.split(": ")[1].split(";")[0] for line in done.stdout.splitlines()] == ["may not be read"] * 5
