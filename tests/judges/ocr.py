"""Reads the letters of a picture (tesseract), and says how far they are from the text that must be there.

Tesseract reads Arabic from right to left and gives back logical text: a screen on which the words run the
wrong way, or the letters do not join, reads as something else altogether.
"""

import os
import re
import subprocess
import unicodedata

from tests.judges.picture import Picture

#: What must be installed.
TOOLS = ("tesseract", "convert")
#: What tesseract knows of Arabic, where Debian has it.
ARABIC = "/usr/share/tesseract-ocr/5/tessdata/ara.traineddata"

_LOOKS = ("-colorspace", "gray", "-normalize")
# By its neural network alone, as one block. Letters of 14 points at 96 dots to the inch need no scaling.
_HOW = ("--oem", "1", "--psm", "6", "--dpi", "200")


def read(picture: Picture, language: str = "ara") -> str:
    """Return the text tesseract sees, taking the picture for one block of text."""
    # Dark on light is what it learnt.
    looks = _LOOKS if sum(picture.ground()) > 3 * 127 else (*_LOOKS, "-negate")
    done = subprocess.run(
        ["tesseract", "-", "-", "-l", language, *_HOW],
        input=picture.png(*looks),
        capture_output=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
    )
    return done.stdout.decode()


def error(seen: str, expected: str) -> float:
    """The share of wrong characters: edits between the two texts, by the expected one's length."""
    there, wanted = _letters(seen), _letters(expected)
    return edits(there, wanted) / len(wanted)


def _letters(text: str) -> str:
    """The text without what is invisible or a matter of layout: format characters, runs of white space."""
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def edits(one: str, other: str) -> int:
    """Levenshtein's distance."""
    row = list(range(len(other) + 1))
    for n, here in enumerate(one, 1):
        before, row[0] = row[0], n
        for m, there in enumerate(other, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (here != there))
    return row[-1]
