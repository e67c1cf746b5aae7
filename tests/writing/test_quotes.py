"""What a claim quotes is the author's, character for character: from the file to the gate."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from briefing.document import BriefingError, Citation
from briefing.sources import load
from briefing.verifying.checking import check
from briefing.writing.edits import AddClaim, BeginSection, ChangeClaim
from briefing.writing.manuscript import Manuscript
from tests.tiers import in_full
from tests.writing.folders import own_folder

PARAGRAPHS = (
    'قال "نعم" \\ ثم \\n ذهب\\',
    "مُحَمَّدٌ\u0640\u0640 \u2066abc\u2069 \u202eقلب\u202c \u200fنص\u200e",
    "سطر\nثانٍ\tبجدول\u00a0\u2028وثالث",
    "می‌خواهم \u200dکتاب‌ها را بخوانم، اردو: ہے",
    "שלום 'עולם' ''' \"\"\" #[[x]] \x00\x1b\x7f\x85y",
    "é e\u0301 🇸🇦 👩‍👩‍👧 \ufeff.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_bytes("\n\n".join(PARAGRAPHS).encode() + b"\n")
    (tmp_path / "briefing.toml").write_bytes(b"article = 'article.txt'\r\n")
    return tmp_path


def test_every_quote_is_exact_to_the_gate(folder: Path) -> None:
    manuscript = Manuscript.open(folder)
    paragraphs = manuscript.briefing.paragraphs
    assert [one.text for one in paragraphs] == list(PARAGRAPHS)
    rng = Random(5)
    quotes = []
    for number, paragraph in enumerate(PARAGRAPHS, 1):
        for _ in range(8 if in_full() else 3):
            start = rng.randrange(len(paragraph) - 1)
            quote = paragraph[start : rng.randint(start + 1, len(paragraph))]
            if not quote.strip():
                continue
            quotes.append((number, quote))
            manuscript.do(AddClaim("text", f"Claim {'x' * len(quotes)}.", (Citation(number, quote),)))
    manuscript.do(ChangeClaim("text", 0, "Changed \u202e and \x1b.", (Citation(5, PARAGRAPHS[4]),)))
    manuscript.do(BeginSection(6, "last"))
    claims = [claim for section in load(folder).sections for claim in section.claims]
    assert [(one.paragraph, one.quote) for claim in claims[1:] for one in claim.citations] == quotes[1:]
    verdicts = [one.verdict.kind for one in check(folder).quotes]
    assert verdicts == ["exact"] * len(quotes)
    assert not [one for one in check(folder).findings if one.level == "mistake"]
    data = (folder / "briefing.toml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    while manuscript.undo():
        pass
    assert (folder / "briefing.toml").read_bytes() == b"article = 'article.txt'\r\n"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may read: pytest closes its own to them, whenever one begins."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users are POSIX's")
@pytest.mark.parametrize(("path", "said"), [("briefing.toml", "is read-only"), (".", "may not be")])
def test_what_may_not_be_written_is_told_at_once(path: str, said: str, open_folder: Path) -> None:
    folder = own_folder(open_folder)
    (folder / "briefing.toml").chmod(0o666)
    (folder / path).chmod(0o555)
    program = (
        "import os, sys; from briefing.writing.manuscript import Manuscript\n"
        "import briefing.sources, briefing.machine.assets, briefing.document.toml_text\n"
        "os.chdir(sys.argv[1]); os.geteuid() or os.setuid(65534)\n"
        "try: Manuscript.open('.')\n"
        "except Exception as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
    )
    (folder / path).chmod(0o755)
    assert said in done.stdout
    assert "briefing new" in done.stdout


def test_a_document_that_is_no_briefing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص")
    with pytest.raises(BriefingError, match=r"has no briefing\.toml"):
        Manuscript.open(tmp_path)
    with pytest.raises(BriefingError, match="no such file"):
        Manuscript.open(tmp_path / "briefing.toml")
