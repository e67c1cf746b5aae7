"""Putting plain logical text on the clipboard, and saying honestly what became of it.

    outcome = copy(text, osc52=write_to_terminal)
    notify(outcome.message)

`ways` knows what ways there are here, `attached` who looks at tmux, `tools` runs a platform's tool, `osc52`
builds the escape sequence, `last_resort` writes a file, `copying` tries one way after the other. A new way is
one more `ClipboardWay` in `ways`.

pyperclip (1.11) was tried and not used. It never looks at a tool's exit status, so a failed copy passes for a
good one; it does not say which tool it used, nor goes on to the next; it lets the tool keep the terminal, so
that complaints are painted over the screen and the terminal cannot close while xclip serves; it sets no limit
of time; and it knows neither SSH nor tmux nor OSC 52. What would be left of it are five command lines.
"""

from briefing.machine.clipboard.copying import CopyOutcome, copy
from briefing.machine.clipboard.ways import ClipboardWay, ways_here

__all__ = ["ClipboardWay", "CopyOutcome", "copy", "ways_here"]
