"""Programs that are asked something, and whose children keep the pipe: nobody waits for those."""

import os
import sys
from pathlib import Path

import pytest

from briefing.machine.ending.children import Asked
from tests.judges.ceiling import ceiling
from tests.machine.ends.conftest import FIRST, Ending

pytestmark = pytest.mark.whole

KEEPS_THE_PIPE = "#!/bin/sh\nsleep 60 &\n{then}\n"


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("print('said')", b"said\n"),
        ("import subprocess; print('said', flush=True); subprocess.Popen(['sleep', '60'])", b"said\n"),
        ("print('x' * 100)", b"x" * 100 + b"\n"),
        ("import subprocess; subprocess.Popen(['sleep', '60']).wait()", None),
        ("import sys; print('said'); sys.exit(1)", None),
        ("while True: print('x' * 1000)", None),
    ],
)
def test_an_answer_comes_in_time_or_not_at_all(code: str, answer: bytes | None) -> None:
    with ceiling():
        patience = 1.0 if answer is None else 5.0
        assert Asked([sys.executable, "-c", code]).answer(patience) == answer


@pytest.mark.parametrize("then", ["exit 0", "exit 1", "wait"])
def test_a_tmux_whose_child_keeps_the_pipe_holds_nothing_up(then: str, tmp_path: Path) -> None:
    tool = tmp_path / "tmux"
    tool.write_text(KEEPS_THE_PIPE.format(then=then))
    tool.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with Ending(env={"PATH": path, "TMUX": "/tmp/none,1,0", "TMUX_PANE": "%0", "TERM": "screen"}) as screen:
        screen.wait_for(FIRST)
        screen.press("c")
        screen.wait_for("Sent to the terminal")
        screen.press("q")
        assert screen.status() == 0
