"""`briefing export` as documents and data, as it is typed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.exporting.forms import FORMS, form_named, form_of_file
from briefing.exporting.forms.json import parsed
from briefing.sources import load_bundled
from tests.judges.screen import Screen
from tests.judges.surroundings import environment

pytestmark = pytest.mark.whole

# Runs the command for each of the arguments, in one process, after `before`; says what of the screen it took.
PROGRAM = """
import sys
from briefing.commands.main import main
{before}
statuses = [main(["export", *one.split()]) for one in sys.argv[1:]]
print(statuses, sorted({{"textual", "rich"}} & set(sys.modules)))
"""


def run(*commands: str, before: str = "", cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before), *commands],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        cwd=cwd,
        timeout=120,
    )


def test_every_form_by_its_ending_without_a_screen(tmp_path: Path) -> None:
    forms = [form for form in FORMS if form.module]
    done = run(*(f"-o {form.name}{form.endings[0]}" for form in forms), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{[0] * len(forms)} []\n"
    for form in forms:
        assert all(form_named(ending[1:].upper()) is form for ending in form.endings)
        assert form_of_file(f"A{form.endings[0].upper()}") is form
        data = (tmp_path / f"{form.name}{form.endings[0]}").read_bytes()
        assert len(data) > 100
        if form.is_text:
            assert not any(0xFE70 <= ord(letter) <= 0xFEFC for letter in data.decode())
    back = parsed((tmp_path / "json.json").read_bytes())
    assert back.paragraphs == load_bundled().paragraphs
    assert len(list(tmp_path.iterdir())) == len(forms)


def test_a_library_that_is_missing_is_one_line_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("before")
    done = run("-o a.docx", before="sys.modules['docx'] = None", cwd=tmp_path)
    assert done.stdout == "[1] []\n"
    assert done.stderr.count("\n") == 1
    assert (
        "python-docx, which is not installed, is needed for docx; pip install 'briefing[word]'" in done.stderr
    )
    assert (tmp_path / "a.docx").read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_documents_of_other_languages_and_of_odd_bytes(tmp_path: Path) -> None:
    (tmp_path / "fa.txt").write_text("یک متن فارسی\n\nדגש עברי (Briefing)", encoding="utf-8")
    (tmp_path / "odd.txt").write_bytes(b"\xd9\x86\xd8\xb5 \x00\x1b[31m\x07\n\n# x *y* <b>\n")
    forms = [form for form in FORMS if form.module]
    asked = [
        f"-f {form.name} -o {form.name}.{name} {name}" for form in forms for name in ("fa.txt", "odd.txt")
    ]
    done = run(*asked, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"{[0] * len(asked)} []\n")
    assert "U+241B); docx or html shows them\n" in done.stderr  # what no font of the PDF has
    assert done.stderr.count("\n") == 1
    for form in forms:
        if form.is_text and form.name != "json":
            assert b"\x1b" not in (tmp_path / f"{form.name}.odd.txt").read_bytes()
    assert json.loads((tmp_path / "json.fa.txt").read_text("utf-8"))["briefing"]["origin"]["format"] == "text"


@pytest.mark.whole
def test_on_a_terminal_text_is_painted_and_broken_between_words() -> None:
    command = [sys.executable, "-m", "briefing", "print", "--only", "claims", "--section", "goals"]
    with Screen(command, 60, 50) as screen:
        assert screen.wait_for_exit() == 0
        rows = screen.text.splitlines()
    letters = [letter for row in rows for letter in row if "\u0600" <= letter <= "\ufefc"]
    assert sum(letter >= "\ufe70" for letter in letters) > len(letters) / 2
    english = " ".join(" ".join(row for row in rows if row.isascii() or "¶" in row).split())
    assert "integrating the defence-industrial bases of the two allies. ¶3" in english


@pytest.mark.whole
@pytest.mark.parametrize("form", ["html", "json", "ics", "text"])
def test_no_control_of_a_document_reaches_a_terminal(form: str, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(b"\xd9\x86\xd8\xb5 \x1b]0;title\x07 \xc2\x9b31m")
    with Screen(
        [sys.executable, "-m", "briefing", "print", "-f", form, "odd.txt"], 80, 24, cwd=tmp_path
    ) as one:
        assert one.wait_for_exit() == 0
        assert b"]0;title\x07" not in one.output
        assert b"\xc2\x9b" not in one.output


@pytest.mark.whole
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_an_override_among_latin_letters_is_obeyed_and_never_sent(form: str, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text("It says \u202eevil\u202c and \u2067more\u2069.\n", "utf-8")
    command = [sys.executable, "-m", "briefing", "print", "-f", form, "odd.txt"]
    with Screen(command, 80, 24, cwd=tmp_path, env={"TERM": "alacritty"}) as one:
        assert one.wait_for_exit() == 0
        sent = one.output.decode()
    assert "It says live and more." in sent
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", sent)


@pytest.mark.whole
def test_no_document_is_poured_into_a_terminal(tmp_path: Path) -> None:
    with Screen([sys.executable, "-m", "briefing", "export", "-f", "docx", "-o", "-"], 80, 24) as screen:
        assert screen.wait_for_exit() == 2
        assert "--output a.docx" in screen.text
