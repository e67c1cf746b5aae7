"""Which documents are subtitles: told by the first line of WebVTT, or by the first cue of SubRip."""

from __future__ import annotations

import re
from typing import Final

from briefing.sources.material import HEAD, Material

# Patterns are strings: most documents are plain text, and compiling costs the time of the first frame.
#: What names of subtitles end in.
SUBTITLES: Final = (".srt", ".vtt")
_WEBVTT: Final = rb"WEBVTT(?:[ \t\n]|\Z)"
# A time that only files named as subtitles have: by a hand, or by a program that changed them.
_SLOPPY_TIMING: Final = (
    rb"(?m)^[ \t]{0,20}-?(?:\d{1,9} ?: ?)?\d{1,2} ?: ?\d{1,2}(?: ?[,.] ?\d{1,9})?"
    rb"[ \t]{0,20}-{1,3} ?>[ \t]{0,20}-?\d{1,9} ?:"
)
_SUBRIP: Final = (
    rb"\s{0,100}(?:\d{1,9}\s{1,20})?\d{1,9}:\d{1,2}:\d{1,2}[,.]\d{1,9}[ \t]{0,20}-->[ \t]{0,20}\d"
)


def is_subtitles(material: Material) -> bool:
    """Return whether a document is subtitles in SubRip or WebVTT, whatever its name.

    One that is named so may begin with something else, and be sloppier about numbers and times.
    """
    start = material.beginning(HEAD)
    if re.match(_WEBVTT, start) or re.match(_SUBRIP, start):
        return True
    return material.suffix in SUBTITLES and re.search(_SLOPPY_TIMING, start) is not None


def subtitles_ending(material: Material) -> str:
    """Return what the name of a file of such subtitles ends in."""
    is_webvtt = re.match(_WEBVTT, material.beginning(HEAD)) is not None
    return SUBTITLES[is_webvtt]
