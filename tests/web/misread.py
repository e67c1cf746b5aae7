"""How far what tesseract reads in a picture is from the text that must be there."""

from __future__ import annotations

import os
import subprocess
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

from tests.judges.ocr import edits

TOOLS: Final = ("tesseract", "convert")
#: What tesseract knows of Arabic, where Debian has it.
ARABIC: Final = "/usr/share/tesseract-ocr/5/tessdata/ara.traineddata"


def misread(picture: Path, box: tuple[int, int, int, int], expected: str) -> float:
    """The share of wrong letters in the `box` (x, y, width, height) of a dark picture; numbers do not count.

    Tesseract reads from right to left and gives logical text: rows that run the wrong way read as nonsense.
    """
    x, y, width, height = box
    looks = ("-crop", f"{width}x{height}+{x}+{y}", "+repage", "-colorspace", "gray", "-negate", "-normalize")
    with tempfile.TemporaryDirectory(prefix="ocr-") as folder:
        cut = Path(folder, "cut.png")
        subprocess.run(["convert", str(picture), *looks, str(cut)], check=True)
        how = ("-l", "ara", "--oem", "1", "--psm", "6", "--dpi", "200")
        env = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        done = subprocess.run(["tesseract", str(cut), "-", *how], capture_output=True, check=True, env=env)
    seen, wanted = _letters(done.stdout.decode()), _letters(expected)
    return edits(seen, wanted) / len(wanted)


def _letters(text: str) -> str:
    words = ("".join(c for c in word if unicodedata.category(c).startswith("L")) for word in text.split())
    return " ".join(filter(None, words))
