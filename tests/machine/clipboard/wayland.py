"""A Wayland session of one's own, without a screen to look at: sway, headless.

sway does not run for root, so there it runs for nobody; root may still come to its socket.
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.judges.surroundings import environment

#: What must be installed, as `needs(*TOOLS)` has it.
TOOLS = ("sway", "wl-paste")

PATIENCE = 30.0
NOBODY = 65534


class Wayland:
    """A running compositor; a context manager that ends it. `env` is an environment for its programs."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="wayland-")
        folder = Path(self._folder.name)
        (folder / "config").write_text("")
        self.env = environment({"XDG_RUNTIME_DIR": str(folder)})
        root = os.getuid() == 0
        if root:
            os.chown(folder, NOBODY, NOBODY)
        self._process = subprocess.Popen(
            ["sway", "--config", str(folder / "config")],
            env=self.env
            | {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"},
            cwd=folder,
            user=NOBODY if root else None,
            group=NOBODY if root else None,
            extra_groups=[] if root else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            self.env["WAYLAND_DISPLAY"] = self._socket(folder)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def clipboard(self, kind: str) -> bytes:
        """What is on the clipboard, of that MIME type."""
        command = ["wl-paste", "--no-newline", "--type", kind]
        done = subprocess.run(
            command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE
        )
        if done.returncode:
            raise AssertionError(f"{' '.join(command)}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def close(self) -> None:
        """End the compositor, and with it whatever serves its clipboard."""
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def _socket(self, folder: Path) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._process.poll() is None:
            for name in folder.glob("wayland-*"):
                if name.is_socket():
                    return name.name
            time.sleep(0.02)
        raise RuntimeError(f"sway does not start (status {self._process.poll()})")
