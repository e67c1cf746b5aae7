"""Which documents are subtitles: told by the first line of WebVTT, or by the first cue of SubRip."""

from __future__ import annotations

import re
from typing import Final

from briefing.sources.material import HEAD, Material

# Patterns are strings: most documents are plain text, and compiling costs the time of the first frame.
#: What names of subtitles end in.
SUBTITLES: Final = (".srt", ".vtt")
_WEBVTT: Final = rb"WEBVTT(?:[ \t\n]|\Z)"
_SUBRIP: Final = (
    rb"\s{0,100}\d{1,9}[ \t]{0,20}\n[ \t]{0,20}\d{1,3}:\d{1,2}:\d{1,2}[,.]\d{1,3}[ \t]{0,20}-->[ \t]{0,20}\d"
)


def is_subtitles(material: Material) -> bool:
    """Return whether a document is subtitles in SubRip or WebVTT, whatever its name."""
    start = material.beginning(HEAD)
    return re.match(_WEBVTT, start) is not None or re.match(_SUBRIP, start) is not None
