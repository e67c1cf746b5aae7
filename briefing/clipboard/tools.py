"""Running a platform's clipboard tool.

On X11 and Wayland a tool stays in the background to serve the text. So it is started in a session of its own,
where it outlives this program and its terminal, and without our pipes: one that it kept would be waited on.
"""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping

from briefing.clipboard.ways import Way


class ToolError(Exception):
    """A tool that did not take the text; the message says why in a few words ("exit status 1")."""


def run(way: Way, text: str, env: Mapping[str, str], seconds: float) -> None:
    """Give `text` to the tool of `way`, exactly as it is, and wait until it has taken it, at most `seconds`.

    Raises ToolError if it cannot be started, fails, or takes longer; then it is ended. Safe in any thread.
    """
    if seconds <= 0:
        raise ToolError("not tried")
    try:
        process = subprocess.Popen(
            way.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**env, **dict(way.environment)},
            start_new_session=True,
        )
    except OSError as error:
        raise ToolError(error.strerror or "cannot be started") from error
    try:
        process.communicate(text.encode(way.encoding), timeout=seconds)
    except subprocess.TimeoutExpired as error:
        _kill(process)
        raise ToolError("no answer") from error
    if process.returncode:
        raise ToolError(f"exit status {process.returncode}")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)  # its children too: the session is its own
        else:
            process.kill()
    process.wait()
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
