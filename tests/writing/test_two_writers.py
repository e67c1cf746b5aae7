"""Several programs that write one briefing at the same time: no edit of any of them is lost."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from briefing.sources import load
from briefing.writing.edits import AddClaim
from briefing.writing.manuscript import Manuscript
from tests.tiers import in_full
from tests.writing.folders import QUOTE, own_folder, text_of

pytestmark = pytest.mark.whole
EACH = 50 if in_full() else 12
WRITER = """
import sys
from briefing.writing.edits import AddClaim
from briefing.writing.manuscript import Manuscript
from tests.writing.folders import QUOTE
manuscript = Manuscript.open(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    manuscript.do(AddClaim("goals", f"Claim {number} of writer {sys.argv[2]}.", (QUOTE,)))
    if number % 5 == 4:
        manuscript.undo()
        manuscript.redo()
"""


def test_no_edit_of_three_writers_is_lost(tmp_path: Path) -> None:
    folder = own_folder(tmp_path)
    before = load(folder).section("goals").claims
    lines = text_of(folder).split("\n")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), name, str(EACH)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for name in "abc"
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
    for writer in writers:
        writer.communicate(b"go\n")
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    claims = load(folder).section("goals").claims
    assert claims[: len(before)] == before
    texts = [one.text for one in claims[len(before) :]]
    assert Counter(texts) == Counter(f"Claim {at} of writer {name}." for name in "abc" for at in range(EACH))
    assert not Counter(lines) - Counter(text_of(folder).split("\n"))
    assert sorted(one.name for one in folder.iterdir()) == ["article.txt", "briefing.toml", "capture.txt"]


def test_many_edits_are_undone_to_the_last_byte(tmp_path: Path) -> None:
    folder = own_folder(tmp_path)
    before = text_of(folder)
    manuscript = Manuscript.open(folder)
    for number in range(20):
        manuscript.do(AddClaim("goals", f"Claim {number}.", (QUOTE,), number % 4))
    after = text_of(folder)
    while manuscript.undo():
        pass
    assert text_of(folder) == before
    while manuscript.redo():
        pass
    assert text_of(folder) == after
