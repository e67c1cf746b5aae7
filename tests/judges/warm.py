"""The program in a process of its own, without loading it each time: forked from one that has loaded it.

It is the same program from `briefing.start.main` on, with arguments, environment, folder and descriptors of
its own, and ends by itself. What Python does before that is not tried: `tests/commands/test_cli.py` starts
the installed command, and with --everything all tests do.

    done = run("check", folder, env=environment())
    with WarmScreen(["--section", "goals"], 120, 36) as screen: ...
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.judges.surroundings import environment
from tests.tiers import in_full

#: The installed command.
COMMAND: Final = str(Path(sysconfig.get_path("scripts"), "briefing"))


class Program:
    """A program that was forked: of `subprocess.Popen` what is needed."""

    def __init__(self, pid: int, ended: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ended = ended  # its status can be read here once it has ended

    def poll(self) -> int | None:
        """The exit status, negative for a signal; None while it runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit status; raises `subprocess.TimeoutExpired`."""
        if self.returncode is None:
            if not select.select([self._ended], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(f"process {self.pid}", timeout or 0)
            self.returncode = os.waitstatus_to_exitcode(int.from_bytes(os.read(self._ended, 4)))
            os.close(self._ended)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it has not ended."""
        if self.poll() is None:
            os.kill(self.pid, number)


def start(
    arguments: Sequence[str | Path],
    descriptors: tuple[int, int, int],
    env: Mapping[str, str],
    cwd: str | Path | None = None,
    *,
    session: bool = False,
    tui: bool = False,
) -> Program:
    """Start the program with those descriptors as standard input, output and error output.

    `session`: in a session of its own, whose terminal is its standard input.
    `tui`: from a process that has loaded what paints, too.
    """
    control = _server(tui=tui)
    asked = {"arguments": [str(one) for one in arguments], "env": dict(env), "cwd": str(cwd or Path.cwd())}
    message = json.dumps({**asked, "session": session}).encode()
    ended, tell = os.pipe()
    try:
        socket.send_fds(control, [len(message).to_bytes(8)], [*descriptors, tell])
        control.sendall(message)
        return Program(int.from_bytes(control.recv(8)), ended)
    finally:
        os.close(tell)


def run(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    cwd: str | Path | None = None,
    data: bytes | None = None,
    timeout: float = 60.0,
    tui: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end, without a terminal.

    Its standard input is a pipe with `data`, or nothing; its environment `environment()` unless given.
    """
    env = environment() if env is None else env
    if in_full():
        command = [COMMAND, *map(str, arguments)]
        given: dict[str, Any] = {"stdin": subprocess.DEVNULL} if data is None else {"input": data}
        return subprocess.run(command, capture_output=True, env=env, cwd=cwd, timeout=timeout, **given)
    (inward, give), (out, said_out), (err, said_err) = os.pipe(), os.pipe(), os.pipe()
    if data is None:
        os.close(inward)
        inward = os.open(os.devnull, os.O_RDONLY)
    program = start(arguments, (inward, said_out, said_err), env, cwd, tui=tui)
    for one in (inward, said_out, said_err):
        os.close(one)
    with ThreadPoolExecutor(3) as threads:
        threads.submit(_write, give, data or b"")
        said = [threads.submit(_read, one) for one in (out, err)]
        try:
            status = program.wait(timeout)
        finally:
            program.send_signal(signal.SIGKILL)
    return subprocess.CompletedProcess([*map(str, arguments)], status, *(one.result() for one in said))


def _write(descriptor: int, data: bytes) -> None:
    with suppress(BrokenPipeError), os.fdopen(descriptor, "wb") as file:
        file.write(data)


def _read(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def run_text(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    cwd: str | Path | None = None,
    data: bytes | None = None,
    timeout: float = 60.0,
) -> subprocess.CompletedProcess[str]:
    """The same, with what it says as text."""
    done = run(*arguments, env=env, cwd=cwd, data=data, timeout=timeout)
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@cache
def _server(*, tui: bool) -> socket.socket:
    """The connection to a process that has loaded the program; it ends with this one."""
    ours, theirs = socket.socketpair()
    with theirs:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.judges.warm_server",
                str(theirs.fileno()),
                *(["tui"] if tui else []),
            ],
            pass_fds=[theirs.fileno()],
            env=environment(),
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
        )

    def end() -> None:
        ours.close()
        server.wait()

    atexit.register(end)
    return ours
