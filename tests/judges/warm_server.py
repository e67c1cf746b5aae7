"""What `warm` forks the program from: `python -m tests.judges.warm_server DESCRIPTOR [ROOM...]`."""

from __future__ import annotations

import fcntl
import gc
import json
import os
import select
import signal
import socket
import sys
import termios
from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import walk_packages
from typing import IO, Any, Final, NoReturn

from tests.judges.warm import COMMAND

#: The rooms (`briefing/README.md`) whose files are loaded beforehand.
_ROOMS: Final = (
    *("arabic", "commands", "doctor", "document", "drafting", "exporting", "machine", "proposing"),
    *("settings", "sources", "verifying", "writing"),
)


def _load(more: Sequence[str]) -> None:
    for room in _ROOMS:
        package = import_module(f"briefing.{room}")
        for one in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(one.name)
    for room in more:
        import_module(f"briefing.{room}")


def _serve(control: socket.socket) -> NoReturn:
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    tell: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([control.fileno(), woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            while tell:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if not pid:
                    break
                with os.fdopen(tell.pop(pid), "wb") as file:
                    file.write(status.to_bytes(4))
        if control.fileno() in ready:
            length, descriptors, _, _ = socket.recv_fds(control, 8, 4)
            if not length:
                os._exit(0)
            message = control.recv(int.from_bytes(length), socket.MSG_WAITALL)
            pid = os.fork()
            if not pid:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for one in (woken, wake, descriptors[3], *tell.values()):
                    os.close(one)
                control.close()
                _become(json.loads(message), descriptors[:3])
            for one in descriptors[:3]:
                os.close(one)
            tell[pid] = descriptors[3]
            control.sendall(pid.to_bytes(8))


def _become(asked: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Be the program, as if it had just been started."""
    try:
        if asked["session"]:
            os.setsid()
        streams = (sys.stdin, sys.stdout, sys.stderr)
        for number, (one, old) in enumerate(zip(descriptors, streams, strict=True)):
            os.dup2(one, number)
            os.close(one)
            new: IO[str] = open(  # noqa: SIM115 - they stay open to the end
                number,
                "w" if number else "r",
                buffering=1 if number == 2 or os.isatty(number) else -1,
                encoding=old.encoding,
                errors=old.errors,
                closefd=False,
            )
            name = ("stdin", "stdout", "stderr")[number]
            setattr(sys, name, new)
            setattr(sys, f"__{name}__", new)
        if asked["session"]:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        os.environ.clear()
        os.environ.update(asked["env"])
        os.chdir(asked["cwd"])
        sys.argv[:] = [COMMAND, *asked["arguments"]]
        sys.orig_argv[:] = [sys.executable, *sys.argv]
        gc.enable()
        main: Callable[[], None] = import_module("briefing.start").main
        main()
    finally:
        os._exit(99)  # the program ends by itself


if __name__ == "__main__":
    gc.disable()
    _load(sys.argv[2:])
    gc.freeze()
    _serve(socket.socket(fileno=int(sys.argv[1])))
