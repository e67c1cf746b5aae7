"""An X display of one's own, without a screen to look at: Xvfb."""

import os
import select
import subprocess
import time
from types import TracebackType
from typing import Self

from tests.judges.surroundings import environment

#: Seconds for what usually takes a fraction of one.
PATIENCE = 30.0
# By default it starts anew when its last client leaves, and whoever comes at that moment is turned away.
OPTIONS = ("-dpi", "96", "-nolisten", "tcp", "-noreset")


class XDisplay:
    """A running X server of `size` pixels; a context manager that ends it.

    `env` is an environment for programs to be shown on it.
    """

    def __init__(self, size: tuple[int, int] = (1600, 1000)) -> None:
        answer, question = os.pipe()
        self.size = width, height = size
        self._process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(question), "-screen", "0", f"{width}x{height}x24", *OPTIONS],
            pass_fds=[question],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(question)
        try:
            self.name = f":{self._number(answer)}"
        except BaseException:
            self.close()
            raise
        finally:
            os.close(answer)
        self.env = environment({"DISPLAY": self.name})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def clipboard(self) -> bytes | None:
        """What is on the clipboard, read by xclip; None if there is nothing or no owner answers."""
        command = ["xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"]
        try:
            found = subprocess.run(
                command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=2
            )
        except subprocess.TimeoutExpired:  # xclip waits for ever if the owner changes under its hands
            return None
        return None if found.returncode else found.stdout

    def wait_for_clipboard(self, text: str) -> None:
        """Wait until the clipboard holds `text`, byte for byte; AssertionError if it never does.

        The tools return a moment before the selection is theirs, and a program may copy in a thread.
        """
        deadline = time.monotonic() + PATIENCE
        while (found := self.clipboard()) != text.encode():
            if time.monotonic() > deadline:
                raise AssertionError(f"the clipboard holds {found!r}, not {text!r}")
            time.sleep(0.02)

    def close(self) -> None:
        """End the server, and with it whatever serves its clipboard."""
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _number(self, answer: int) -> int:
        said = b""
        while not said.endswith(b"\n"):
            if not select.select([answer], [], [], PATIENCE)[0]:
                raise TimeoutError("Xvfb does not start")
            piece = os.read(answer, 64)
            if not piece:
                raise RuntimeError(f"Xvfb ended at once (status {self._process.wait()})")
            said += piece
        return int(said)
