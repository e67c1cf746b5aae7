"""The command with an address: fetched from a real server and read as a file is, in every command."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.test_cli import MODULE, complaint, in_terminal, run
from tests.judges import warm
from tests.judges.surroundings import environment
from tests.judges.warm_screen import WarmScreen
from tests.machine.fetching.server import Server, redirect, reply, serving

pytestmark = pytest.mark.whole

LONG = "هذا نص عن السفر في البر والبحر وما رأيت هناك من عجائب. " * 8
PAGE = f"<!doctype html><title>عنوان الصفحة</title><h2>أول</h2><p>{LONG}<h2>ثان</h2><p>{LONG}"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        one.answers["/a"] = reply(PAGE.encode("cp1256"), "Content-Type: text/html; charset=windows-1256")
        one.answers["/b"] = redirect("/a")
        one.answers["/d"] = lambda connection: _drip(one, connection)
        yield one


def _drip(server: Server, connection: object) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")  # type: ignore[attr-defined]
    while not server.over.wait(0.1):
        connection.sendall(b"1")  # type: ignore[attr-defined]


def test_a_page_is_printed(server: Server) -> None:
    done = run(f" {server.url('/b')}\n")  # as it is copied
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "عنوان الصفحة" in text
    assert LONG.strip() in text
    assert server.targets() == ["/b", "/a"]


def test_a_section_says_where_it_comes_from(server: Server) -> None:
    text = run(server.url("/b"), "--section", "2").stdout.decode()
    assert "أول" not in text
    assert f"Source: {server.url('/a')}, captured 20" in text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("نص عن السفر في البر والبحر".encode("cp1256"), "Content-Type: text/plain; charset=utf-8"),
        ("نص عن السفر في البر والبحر".encode("cp1256"), "Content-Type: image/png; charset=\x1b[31m"),
        ("نص عن السفر في البر والبحر".encode(), "Content-Type: application/pdf; charset=windows-1256"),
        ("نص عن السفر في البر والبحر".encode("utf-16"), "Content-Type: text/html; charset=iso-8859-6"),
    ],
)
def test_what_a_server_says_of_it_never_decides_against_the_bytes(
    server: Server, body: bytes, said: str
) -> None:
    server.answers["/c"] = reply(body, said)
    assert "نص عن السفر في البر والبحر" in run(server.url("/c")).stdout.decode()


def test_format_and_encoding_are_as_asked_for(server: Server) -> None:
    asked = ("--from", "text", "--encoding", "utf-8")
    done = run(server.url("/a"), *asked)
    assert b"<h2>" in done.stdout
    assert b"unreadable as UTF-8" in done.stderr


def test_a_host_that_ends_as_markdown_does_is_no_markdown(server: Server) -> None:
    from briefing.sources import Material

    assert Material("https://point.md", b"").suffix == ""
    assert Material("https://point.md/a/b.HTML?c.md#d.txt", b"").suffix == ".html"
    assert Material("a/b.md", b"").suffix == ".md"


@pytest.mark.parametrize("command", [(), ("export", "-o", "-"), ("serve",)])
def test_what_goes_wrong_is_one_line(server: Server, command: tuple[str, ...], tmp_path: Path) -> None:
    url = server.url("/none", user="me:secret@")
    done = run(*command, url)
    assert done.returncode == 1
    line = complaint(done)
    assert f"{server.url('/none')}: the server answered 404 (Not Found)" in line
    assert "secret" not in line


def test_an_unknown_format_is_told_before_anything_is_fetched(server: Server, tmp_path: Path) -> None:
    done = run(server.url("/a"), "--from", "nonsense", "--save", tmp_path / "kept")
    assert 'there is no format "nonsense"' in complaint(done)
    assert (server.connections, [*tmp_path.iterdir()]) == (0, [])


def test_a_file_of_such_a_name_is_a_file(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "http:" / f"127.0.0.1:{server.port}" / "a"
    file.parent.mkdir(parents=True)
    file.write_text("مقال", encoding="utf-8")
    done = warm.run(server.url("/a"), cwd=tmp_path)
    assert "¶1 مقال" in done.stdout.decode()
    assert server.connections == 0


def test_a_picture_is_made_of_an_address(server: Server) -> None:
    done = run("export", "-o", "-", server.url("/a"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"<svg")


# On a terminal.


def test_while_it_is_fetched_a_line_says_so_and_goes(server: Server) -> None:
    with WarmScreen([server.url("/b")], 100, 30) as screen:
        screen.wait_for("╭─")
        screen.wait_until_idle()
        assert b"briefing: fetching http://127.0.0.1" in screen.output
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert "fetching" not in screen.text


def test_where_it_is_printed_nothing_of_the_line_is_left(server: Server) -> None:
    with in_terminal(f"{MODULE} '{server.url('/none')}'; {MODULE} '{server.url('/b')}' >/dev/null") as screen:
        assert screen.wait_for_exit() == 0
        assert screen.text.strip().startswith(f"briefing: {server.url('/none')}: the server answered 404")
        assert "fetching" not in screen.text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_in_silence(server: Server, number: signal.Signals) -> None:
    with in_terminal(f"exec {MODULE} '{server.url('/d')}'") as screen:
        screen.wait_for("fetching")
        if number == signal.SIGINT:
            screen.send("\x03")
        else:
            screen.process.send_signal(number)
        assert screen.wait_for_exit() == 128 + number
        assert screen.text.replace("^C", "").strip() == ""


def test_it_ends_at_once_without_a_terminal(server: Server) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", server.url("/d")],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    while not server.requests:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20) == (b"", b"")
    assert process.returncode == 130


# Kept.


def test_what_is_kept_opens_again_as_it_was(server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = run(server.url("/b", user="me:secret@"), "--save", kept)
    assert (first.returncode, first.stderr) == (0, b"")
    assert (kept / "capture.html").read_bytes() == PAGE.encode("cp1256")
    written = (kept / "capture.toml").read_text("utf-8")
    assert "secret" not in written
    said = tomllib.loads(written)
    assert (said["asked"], said["place"]) == (server.url("/b"), server.url("/a"))
    assert (said["document"]["title"], said["encoding"]) == ("عنوان الصفحة", "windows-1256")
    assert said["answer"]["status"] == 200
    server.close()
    assert run(kept).stdout == first.stdout
    assert f"Source: {server.url('/a')}, captured {said['received']}" in run(kept, "-s", "2").stdout.decode()


def test_what_was_changed_since_says_so(server: Server, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    run(server.url("/a"), "--save", kept)
    with (kept / "capture.html").open("ab") as file:
        file.write(b"<p>more")
    done = run(kept)
    assert done.returncode == 0
    assert b"not what was kept, its SHA-256 is another than in capture.toml" in done.stderr
    with WarmScreen([str(kept)], 100, 30) as screen:
        screen.wait_for("Changed since it was kept")
        screen.press("q")
        assert screen.wait_for_exit() == 0


def test_nothing_is_overwritten_and_nothing_fetched_for_it(server: Server, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("own")
    for folder in (tmp_path, tmp_path / "own.txt", tmp_path / "none" / "kept"):
        done = run(server.url("/a"), "--save", folder)
        assert done.returncode == 1
        assert str(folder) in complaint(done)
    assert [path.name for path in tmp_path.iterdir()] == ["own.txt"]
    assert server.connections == 0


def test_what_cannot_be_read_is_kept_all_the_same(server: Server, tmp_path: Path) -> None:
    server.answers["/c"] = reply(b"%PDF-1.4\nnothing", "Content-Type: application/pdf")
    kept = tmp_path / "kept"
    done = run(server.url("/c"), "--save", kept)
    assert done.returncode == 1
    assert f"what came is kept in {kept}" in complaint(done)
    assert (kept / "capture.pdf").read_bytes() == b"%PDF-1.4\nnothing"


def test_files_and_standard_input_are_kept_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("نص عن السفر في البر".encode("cp1256"))
    run(tmp_path / "a.txt", "--save", tmp_path / "one", "--encoding", "windows-1256")
    said = tomllib.loads((tmp_path / "one" / "capture.toml").read_text("utf-8"))
    assert (said["place"], said["as_encoding"]) == (str(tmp_path / "a.txt"), "windows-1256")
    assert said["changed"] <= said["received"]
    done = warm.run("-", "--save", "two", cwd=tmp_path, data=b"# a\n\nb")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "two" / "capture.txt").read_bytes() == b"# a\n\nb"
    assert "there is nothing to keep" in complaint(run("--save", tmp_path / "three"))
    assert "only a document is kept" in complaint(run(tmp_path / "one", "--save", tmp_path / "three"))


@pytest.mark.whole
async def test_visitors_read_what_was_fetched_once(server: Server, tmp_path: Path) -> None:
    import aiohttp

    from tests.web.served import Served

    with Served(tmp_path, server.url("/b"), env={"TMPDIR": str(tmp_path)}) as served:
        for _ in range(2):
            async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as visit:
                data = b""
                while "أول".encode() not in data and "ﻝﻭﺃ".encode() not in data:
                    data += (await visit.receive(timeout=20)).data
                await visit.send_str(json.dumps(["stdin", "q"]))
        assert server.targets() == ["/b", "/a"]
    assert [path.name for path in tmp_path.iterdir()] == ["said.txt"]
