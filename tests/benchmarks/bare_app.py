"""The yardstick: a bare Textual application with one `Static`, started as an installed command is."""

import py_compile
import sys
from pathlib import Path

#: What its first frame shows, and what each key press writes instead.
FIRST = "The first frame"
PRESSED = "Key press number {}"

_MODULE = f"""
from textual.app import App
from textual.widgets import Static


class Bare(App):
    pressed = 0

    def compose(self):
        yield Static({FIRST!r})

    def on_key(self, event):
        self.pressed += 1
        self.query_one(Static).update({PRESSED!r}.format(self.pressed))


def main():
    Bare().run()
"""

# As pip writes them: see the script of `briefing` itself.
_SCRIPT = """
import re
import sys
from bare import main
if __name__ == "__main__":
    sys.argv[0] = re.sub(r"(-script\\.pyw|\\.exe)?$", "", sys.argv[0])
    sys.exit(main())
"""


def install(folder: Path) -> list[str]:
    """Write the application into `folder`, compile it, and return the command that starts it."""
    module, script = folder / "bare.py", folder / "bare-app"
    module.write_text(_MODULE)
    script.write_text(_SCRIPT)
    py_compile.compile(str(module), doraise=True)
    return [sys.executable, str(script)]
