"""What may be said of copying, by id, in English: whoever shows it may bring another language's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "copying.tool": "Copied with {name}",
    "copying.tmux": "Copied to tmux's buffer; the terminal's own clipboard may not have it",
    "copying.old-tmux": (
        "Copied to tmux's buffer alone, not to the clipboard: tmux's paste key gives it back"
    ),
    "copying.sent": "Sent to the terminal; it may not pass it on",
    "copying.file": "Not on the clipboard, but in the file {path}",
    "copying.after": "{what} ({failures})",
    "copying.not": "Not copied: {why}",
    "copying.way.old-tmux": "tmux's buffer",
    "copying.way.screen": "OSC 52 through screen",
    "copying.way.file": "a file",
    "copying.failed": "{name}: {why}",
    "copying.nothing": "there is nothing to copy",
    "copying.surrogate": "half a surrogate pair is no character",
    "copying.no-way": "there is no clipboard tool and no terminal here",
    "copying.not-tried": "not tried",
    "copying.status": "exit status {status}",
    "copying.not-read": "it did not read the text",
    "copying.no-answer": "no answer",
    "copying.not-started": "cannot be started",
    "copying.too-long": "{size:,} bytes are more than terminals take ({limit:,})",
}
