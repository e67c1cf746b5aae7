"""What sees to the file that is read, without a screen: where the editor opens it, and what becomes of it.

That it works in a terminal, and with real editors, is tried in `test_editor.py` and `test_watching.py`.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefing.document import Briefing
from briefing.sources import load
from briefing.sources.reopening import AskedFor
from briefing.tui import file_at_hand
from briefing.tui.file_at_hand import FileAtHand, mistakes_in
from briefing.tui.panes.mistake_bar import Mistake
from tests.reading.conftest import Walk

TEXT = "أولا\n\nثانيا\n\nثالثا\n"
TOML = """article = "article.txt"
bottom_line = "Something."
[title]
english = "Title"
arabic = "عنوان"
[provenance]
source = "Somewhere."
[[sections]]
key = "one"
title = "One"
arabic = "الأول"
paragraphs = [1, 2, 3]
[[sections.claims]]
text = "First."
citations = [{ paragraph = 1, quote = "أولا" }]
[[sections.claims]]
text = "Second."
citations = [{ paragraph = 2, quote = "ثانيا" }]
"""


class Screen:
    """The reader's, of which only the bars over the keys matter."""

    def __init__(self) -> None:
        self.bars: list[Any] = []

    def query(self, _: type[Any]) -> list[Any]:
        return self.bars

    def mount(self, bar: Any) -> None:
        bar.remove = lambda: self.bars.remove(bar)
        self.bars.append(bar)


class App:
    """What is used of the application: what it is told, and what it does, at once."""

    def __init__(self, briefing: Briefing) -> None:
        self.walk = Walk(briefing, section=None)
        self.briefing, self.lent_terminal = briefing, 0
        self.notes: list[tuple[str, str, str]] = []
        self.workers: list[tuple[Callable[[], None], dict[str, Any]]] = []
        self.screen_stack = [Screen()]
        self.cleared, self.suspended = 0, 0

    @property
    def reading(self) -> Any:
        return self.walk.reading

    @property
    def told(self) -> list[tuple[str, str, str]]:
        told, self.notes = self.notes, []
        return told

    @property
    def bars(self) -> list[Any]:
        return self.screen_stack[0].bars

    def notify(self, text: str, *, title: str = "", severity: str = "information") -> None:
        self.notes.append((text, title, severity))

    def clear_notifications(self) -> None:
        self.cleared += 1

    def suspend(self) -> Any:
        self.suspended += 1
        return nullcontext()

    def run_worker(self, work: Callable[[], None], **how: Any) -> None:
        self.workers.append((work, how))

    def call_from_thread(self, call: Callable[..., None], *args: Any) -> None:
        call(*args)

    def reload(self, found: Briefing) -> None:
        self.briefing = found

    def read(self) -> None:
        """Do what was left to the background."""
        for work, how in self.workers:
            assert how == {"thread": True, "group": "file", "exclusive": True}
            work()
        self.workers.clear()


class Ran:
    """The editor: it is told words, does something, and ends with a status."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.does: Callable[[], int] = lambda: 0

    def __call__(self, words: Sequence[str], terminal: int) -> int:
        self.words = [*words]
        return self.does()


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ran:
    editor, ran = tmp_path / "bin" / "vim", Ran()
    editor.parent.mkdir()
    editor.touch(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setattr("briefing.machine.editor.running.run_in_terminal", ran)
    monkeypatch.setattr(file_at_hand, "get_current_worker", lambda: SimpleNamespace(is_cancelled=False))
    return ran


def text(folder: Path) -> Briefing:
    (folder / "a.txt").write_text(TEXT)
    return load(str(folder / "a.txt"))


def written(folder: Path) -> Briefing:
    (folder / "article.txt").write_text(TEXT)
    (folder / "briefing.toml").write_text(TOML)
    return load(str(folder))


def at_hand(briefing: Briefing, path: Path | str = "") -> tuple[App, Any]:
    app = App(briefing)
    own: Any = app
    return app, FileAtHand(own, AskedFor(str(path)) if path else None)


# The editor.


def test_a_text_is_opened_at_the_line_of_the_paragraph(ran: Ran, tmp_path: Path) -> None:
    app, file = at_hand(text(tmp_path), tmp_path / "a.txt")
    for passage, line in ((0, 1), (1, 3), (2, 5)):
        app.walk.go("put-cursor", "article", passage)
        file.do("editor")
        assert ran.words[1:] == [f"+{line}", str(tmp_path / "a.txt")]
    assert (app.suspended, app.told) == (3, [])
    assert len(app.workers) == 3, "it is read anew, whatever was done"


def test_a_briefing_is_opened_at_the_line_of_what_is_stood_on(ran: Ran, tmp_path: Path) -> None:
    app, file = at_hand(written(tmp_path), tmp_path)
    app.walk = Walk(app.briefing, section="1").go("focus", "summary")
    began = {line: at for at, line in reversed([*enumerate(TOML.splitlines(), 1)])}
    section, claim = began["[[sections]]"], began["[[sections.claims]]"]
    for item, line in enumerate((section, began['bottom_line = "Something."'], claim, claim + 3)):
        app.walk.go("put-cursor", "summary", item)
        file.do("editor")
        assert ran.words[1:] == [f"+{line}", str(tmp_path / "briefing.toml")]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (0, ""),
        (1, "vim ended with status 1; what it has saved is shown."),
        (-signal.SIGTERM, "vim was ended by SIGTERM; what it has saved is shown."),
        (-200, "vim was ended by 200; what it has saved is shown."),
        (OSError(13, "Permission denied"), "vim cannot be started (Permission denied); name another"),
        (OSError(), "vim cannot be started (OSError); name another"),
        (ValueError("a null byte"), "vim cannot be started (ValueError); name another"),
    ],
)
def test_how_the_editor_ended_is_said(ran: Ran, tmp_path: Path, status: Any, said: str) -> None:
    def does() -> int:
        if isinstance(status, Exception):
            raise status
        return int(status)

    ran.does = does
    app, file = at_hand(text(tmp_path))
    file.edit()
    if said:
        ((words, _, severity),) = app.told
        assert words.startswith(said)
        assert severity == "warning"
    else:
        assert app.told == []
    assert app.workers


def test_where_there_is_no_editor_no_terminal_or_no_file_of_ones_own_it_is_said(
    ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = at_hand(text(tmp_path))
    app.lent_terminal = None  # type: ignore[assignment]
    file.edit()
    assert app.told == [("There is no terminal here to open an editor in.", "", "warning")]
    (tmp_path / "a.txt").unlink()
    file.edit()
    ((words, title, severity),) = app.told
    assert words == "is not there as a file; save it there again, or open another"
    assert (title, severity) == ("a.txt", "warning")
    (tmp_path / "a.txt").write_text(TEXT)
    for named, said in (("/no/such", "$VISUAL: /no/such cannot be started"), ("", "There is no editor;")):
        monkeypatch.setenv("VISUAL", named)
        monkeypatch.setenv("EDITOR", "")
        monkeypatch.setenv("PATH", "/no/such")
        file.edit()
        ((words, _, severity),) = app.told
        assert words.startswith(said)
        assert severity == "warning"
    assert (app.suspended, app.workers, ran.words) == (0, [], [])


# What is read anew.


def test_what_was_saved_is_shown(ran: Ran, tmp_path: Path) -> None:
    before = text(tmp_path)
    app, file = at_hand(before, tmp_path / "a.txt")
    file.read_anew()
    app.read()
    assert app.briefing is before, "nothing is different"
    (tmp_path / "a.txt").write_text(f"{TEXT}\nرابعا\n")
    file.read_anew()
    app.read()
    assert [one.text for one in app.briefing.paragraphs][3:] == ["رابعا"]
    assert not app.bars


def test_it_is_read_as_it_was_asked_for(ran: Ran, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1256"))
    asked = AskedFor(str(tmp_path / "a.txt"), encoding="windows-1256")
    app = App(load(asked.path, encoding=asked.encoding))
    own: Any = app
    before = app.briefing
    file = FileAtHand(own, asked)
    file.read_anew()
    app.read()
    assert app.briefing is before


def test_what_is_no_longer_wanted_is_not_shown(
    ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = at_hand(before := text(tmp_path))
    (tmp_path / "a.txt").write_text("غير ذلك")
    file.read_anew()
    monkeypatch.setattr(file_at_hand, "get_current_worker", lambda: SimpleNamespace(is_cancelled=True))
    app.read()
    assert app.briefing is before


def test_a_mistake_is_shown_opened_and_gone_once_it_is_mended(ran: Ran, tmp_path: Path) -> None:
    before = written(tmp_path)
    app, file = at_hand(before, tmp_path)
    toml = tmp_path / "briefing.toml"
    toml.write_text(TOML.replace("[1, 2, 3]", "[1, 2, 3, 9]").replace('quote = "ثانيا"', 'quote = "غير"'))
    file.read_anew()
    app.read()
    (bar,) = app.bars
    assert [one.line for one in bar.mistakes] == [12, 18]
    assert app.briefing is before
    assert app.cleared == 1
    bar._edit()
    assert ran.words[1:] == ["+12", str(toml)]
    assert file._place() == (toml, 12, bar.mistakes[0].column)
    assert bar.mistakes[0].column > 1
    toml.write_text(TOML.replace("[1, 2, 3]", "[1, 2, 3, 9]"))
    app.read()
    assert app.bars == [bar]
    assert [one.line for one in bar.mistakes] == [12]
    toml.write_text(TOML)
    file.read_anew()
    app.read()
    assert not app.bars
    assert app.briefing is before
    file.edit()
    assert ran.words[1:] != ["+12", str(toml)]


def test_what_is_wrong_in_a_text_is_one_mistake_with_its_cure(tmp_path: Path) -> None:
    from briefing.document import BriefingError

    error = BriefingError("a.txt", "is empty", "write something", where="paragraph 1", line=2, column=3)
    said = "paragraph 1: is empty; write something"
    assert mistakes_in(text(tmp_path), error) == [Mistake("a.txt", 2, 3, said)]


# Watching.


class Watcher:
    """Looks when it is told to."""

    now: Any = None

    def __init__(self, files: Callable[[], Sequence[Path]], changed: Callable[[], None]) -> None:
        self.files, self.changed, self.is_over = files, changed, False
        Watcher.now = self

    def close(self) -> None:
        self.is_over = True


@pytest.fixture
def watcher(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr("briefing.machine.watching.Watcher", Watcher)
    return Watcher


def test_a_file_is_watched_and_no_longer(watcher: Any, tmp_path: Path) -> None:
    app, file = at_hand(written(tmp_path), tmp_path)
    file.do("watch")
    assert [words for words, _, _ in app.told] == ["Watched: the file is read anew whenever it is saved."]
    own = watcher.now
    assert own.files() == (tmp_path / "briefing.toml", tmp_path / "article.txt")
    own.changed()
    assert app.workers
    file.do("watch")
    assert own.is_over
    assert [words for words, _, _ in app.told] == ["No longer watched."]
    file.do("watch")
    assert watcher.now is not own


def test_what_is_no_file_of_ones_own_is_not_watched(watcher: Any, tmp_path: Path) -> None:
    app, file = at_hand(text(tmp_path))
    (tmp_path / "a.txt").unlink()
    file.do("watch")
    assert app.told == [
        ("is not there as a file; save it there again, or open another", "Not watched", "warning")
    ]


def test_the_files_are_those_that_are_read_by_now(watcher: Any, tmp_path: Path) -> None:
    app, file = at_hand(written(tmp_path), tmp_path)
    file.watch()
    (tmp_path / "other.txt").write_text(TEXT)
    (tmp_path / "briefing.toml").write_text(TOML.replace("article.txt", "other.txt"))
    watcher.now.changed()
    app.read()
    assert watcher.now.files() == (tmp_path / "briefing.toml", tmp_path / "other.txt")
    (tmp_path / "b.txt").write_text("غير ذلك")
    app.briefing = load(str(tmp_path / "b.txt"))
    assert watcher.now.files() == (tmp_path / "b.txt",)
    (tmp_path / "b.txt").write_text("ثم غير ذلك")
    watcher.now.changed()
    app.read()
    assert [one.text for one in app.briefing.paragraphs] == ["ثم غير ذلك"]


def test_an_application_that_ends_meanwhile_is_no_fault(watcher: Any, tmp_path: Path) -> None:
    app, file = at_hand(text(tmp_path))
    file.watch()

    def over(*_: Any) -> None:
        raise RuntimeError("the application is not running")

    app.call_from_thread = over  # type: ignore[assignment, method-assign]
    watcher.now.changed()
