"""The installed command under fire in a pty: what is sent, how it ends, what it leaves behind."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final, NamedTuple

from briefing.machine.terminal.answers import QUESTION
from tests.fuzz.invariants import LONGEST_LINE, InvariantError, is_a_message, is_no_document_sequence, require
from tests.fuzz.mutant import SECRET
from tests.fuzz.pty_case import PtyCase, case
from tests.fuzz.recorder import Recorder
from tests.judges.surroundings import environment

#: Seconds for a start, and for an end once it is asked for; a loaded machine takes its time.
_START: Final = 20.0
_END: Final = 15.0
_TIMES: Final = 5  # that the end is asked for within them
_ALTERNATE: Final = b"\x1b[?1049h"
_LEFT: Final = b"\x1b[?1049l"
#: Modes that have to be off at the end: alternate screen, mouse, focus, bracketed paste.
_OFF: Final = (b"1049", b"1000", b"1002", b"1003", b"1004", b"1006", b"1015", b"2004")


class PtyFailure(NamedTuple):
    """A case that broke something."""

    number: int
    kind: str
    what: str
    case: PtyCase
    times: int = 1

    def shown(self, seed: int) -> str:
        again = f"python -m tests.fuzz --pty 1 --seed {seed} --first {self.number}"
        return f"{self.kind} ({self.times} times)\n  {self.what}\n  again: {again}\n{self.case.shown()}"


def campaign(count: int, seed: int, first: int = 0, at_once: int = 3) -> list[PtyFailure]:
    """Start the command `count` times, some at once; returns the failures, one of each kind."""
    found: dict[str, PtyFailure] = {}
    with ThreadPoolExecutor(at_once) as pool:
        for failure in pool.map(lambda number: _tried(seed, number), range(first, first + count)):
            if failure is not None:
                known = found.setdefault(failure.kind, failure._replace(times=0))
                found[failure.kind] = known._replace(times=known.times + 1)
    return list(found.values())


def _tried(seed: int, number: int) -> PtyFailure | None:
    made = case(seed, number)
    try:
        with _place() as place:
            _run(made, place)
    except InvariantError as error:
        return PtyFailure(number, str(error).partition(":")[0], str(error), made)
    return None


@contextmanager
def _place() -> Iterator[Path]:
    """A folder with all that a start needs, and nothing of this machine's user."""
    place = Path(mkdtemp(prefix="fuzz-pty-"))
    for name in ("home", "cwd", "tmp", "bin", "config", "state", "data", "cache"):
        (place / name).mkdir()
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _run(made: PtyCase, place: Path) -> None:
    document = made.mutant.lay(place / "document")
    if made.preferences is not None:
        (place / "preferences.toml").write_bytes(made.preferences)
    paths = {"{document}": str(document), "{output}": str(place / "output"), "{folder}": str(place)}
    arguments = [os.fsencode(_placed(argument, paths)).replace(b"\0", b"") for argument in made.arguments]
    before = _listing(place)
    with Recorder(
        arguments, _environment(made, place, paths), place / "cwd", made.size, made.pipes
    ) as program:
        painted = _used(program, made)
        ended = _asked_to_end(program)
        require(ended, "the program does not end", program.output[-200:])
        _ends_well(program, painted)
        _says_little(program, made, painted)
    is_no_document_sequence(program.output)
    require(
        SECRET.encode() not in program.output or made.mutant.opened, "a file outside of the folder is shown"
    )
    allowed = re.compile(
        r"std(?:out|err)|output(?:\.svg|\.png)?|preferences\.toml|(?:config|state|cache|home)/.*|cwd/briefing-[^/]+\.(?:svg|png)"
        r"|cwd/(?:relative|\x1b|\udcff)[^/]*(?:/.*)?|tmp/briefing-[^/]*copied\.txt"
    )
    for name in sorted(_listing(place) - before):
        require(allowed.fullmatch(name), "a file is written that nobody named", name)
        require(not Path(name).name.startswith("."), "half a file is left behind", name)


def _placed(text: str, paths: dict[str, str]) -> str:
    for name, path in paths.items():
        text = text.replace(name, path)
    return text


def _environment(made: PtyCase, place: Path, paths: dict[str, str]) -> dict[bytes, bytes]:
    own = {
        "HOME": place / "home",
        "TMPDIR": place / "tmp",
        "PATH": place / "bin",  # no clipboard, no tmux
        "XDG_CONFIG_HOME": place / "config",
        "XDG_STATE_HOME": place / "state",
        "XDG_DATA_HOME": place / "data",
        "XDG_CACHE_HOME": place / "cache",
        "XDG_RUNTIME_DIR": place / "tmp",
        "BRIEFING_PREFERENCES": place / "preferences.toml",
    }
    changes: dict[str, str | None] = {name: str(path) for name, path in own.items()}
    changes |= {name: value and _placed(value, paths) for name, value in made.env.items()}
    return {os.fsencode(name): os.fsencode(value) for name, value in environment(changes).items()}


def _used(program: Recorder, made: PtyCase) -> bool:
    """Type, click and resize as the case has it, then ask for the end; whether a screen was painted."""
    if made.answer and program.wait_for(QUESTION.encode(), _START):
        program.type(made.answer)
    painted = program.wait_for(_ALTERNATE, _START)
    if painted:
        program.rest(0.3, 3)
    if painted:
        for kind, text, columns, rows in made.typed:
            if kind == "type":
                program.type(text)
            else:
                program.resize(columns, rows)
            program.rest(0.05, 1)
        program.resize(100, 30)
        program.type("\x1b[201~")  # out of half a paste, half a sequence
    return painted


def _asked_to_end(program: Recorder) -> bool:
    """Press Esc (out of palette and help) and q until the program ends; whether it does in time."""
    for _ in range(_TIMES):
        # Esc and q that are read at once are Alt+q.
        program.type("\x1b")
        program.rest(0.2, 2)
        program.type("\x1b")
        program.rest(0.2, 2)
        program.type("q")
        if program.ends(_END / _TIMES):
            return True
    return False


def _ends_well(program: Recorder, painted: bool) -> None:
    status = program.process.returncode
    # A terminal that hangs a lie on the program's end is no reason to end otherwise.
    require(status in (0, 1, 2), "an exit status other than 0, 1 and 2", (status, _last(program)))
    require(b"Traceback" not in program.output, f"a traceback, {_raised(program.output)}", _last(program))
    require(program.modes_are_back(), "the terminal's modes are not restored")
    for mode in _OFF:
        switched = re.findall(rb"\x1b\[\?(?:\d+;)*" + mode + rb"(?:;\d+)*([hl])", program.output)
        require(not switched or switched[-1] == b"l", "a mode of the terminal is left on", mode)
    require(not painted or status == 0, "the reader ends in failure", (status, _last(program)))


def _raised(said: bytes) -> str:
    """The name of the exception that was told last, for faults of different kinds to be told apart."""
    names = re.findall(rb"\b([A-Z]\w*(?:Error|Exception|Interrupt|Timeout|Failed))\b", said)
    return names[-1].decode() if names else "no name"


def _says_little(program: Recorder, made: PtyCase, painted: bool) -> None:
    """Require one line at most where something went wrong, and text without controls in a pipe."""
    said = program.files["err"].read_bytes() if "err" in made.pipes else b""
    require(b"Traceback" not in said, f"a traceback on standard error, {_raised(said)}", said[-200:])
    failed = program.process.returncode != 0
    if "err" in made.pipes and (failed or painted):
        _is_one_line(said)
    elif failed and "out" in made.pipes:
        _is_one_line(program.output.replace(b"\r\n", b"\n").removeprefix(QUESTION.encode()))
    if "out" in made.pipes and made.arguments[0] != "export":
        printed = program.files["out"].read_bytes().decode("utf-8", "replace")
        found = re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", printed)
        require(
            not found,
            "a control character is printed",
            found and printed[max(0, found.start() - 20) : found.end() + 20],
        )


def _is_one_line(said: bytes) -> None:
    text = said.decode("utf-8", "replace")
    lines = text.splitlines()
    # A mistake in the arguments is preceded by how they are written.
    own = [line for line in lines if not line.startswith(("usage:", " "))]
    require(len(own) <= 1, "several lines on standard error", text[:400])
    for line in own:
        is_a_message(line)
        require(len(line) < LONGEST_LINE, "a long line on standard error", line)


def _last(program: Recorder) -> bytes:
    """The end of what was said, behind the alternate screen."""
    said = program.files["err"].read_bytes() if program.files["err"].exists() else b""
    return (program.output.rpartition(_LEFT)[2] + said)[-250:]


def _listing(place: Path) -> set[str]:
    return {
        str(path.relative_to(place)) for path in place.rglob("*") if not path.is_dir() or path.is_symlink()
    }
