"""What is said of the file that is read: opening it in an editor, watching it, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "action.editor": "Open the file in your editor, at this line",
    "action.watch": "Read the file anew whenever it is saved, or no longer",
    "file.title": "Not opened",
    "file.visitor": "Files are opened on the machine they are on.",
    "file.no-terminal": "There is no terminal here to open an editor in.",
    "file.no-editor": "There is no editor; install nano, or name yours: export EDITOR=...",
    "file.not-found": "{editor} cannot be started; name another: export EDITOR=...",
    "file.failed": "{editor} cannot be started ({why}); name another: export EDITOR=...",
    "file.ended": "{editor} ended with status {status}; what it has saved is shown.",
    "file.killed": "{editor} was ended by {signal}; what it has saved is shown.",
    "file.watched": "Watched: the file is read anew whenever it is saved.",
    "file.unwatched": "No longer watched.",
    "file.not-watched": "Not watched",
    "file.reloaded": "Read anew.",
    "mistake.line": "{file}, line {line}: {what}",
    "mistake.line.short": "line {line}: {what}",
    "mistake.no-line": "{file}: {what}",
    "mistake.of": "{number} of {count}",
}
