"""What a terminal sends for a key or a mouse button (xterm's sequences; the mouse in SGR form, mode 1006)."""

NAMED = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    "shift+right": "\x1b[1;2C",
    "shift+left": "\x1b[1;2D",
    "ctrl+home": "\x1b[1;5H",
    "ctrl+end": "\x1b[1;5F",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "f1": "\x1bOP",
}


def key(name: str) -> str:
    """The characters sent for one key: a name above, `ctrl+a` to `ctrl+z`, or the character itself.

    Raises ValueError for a name not known.
    """
    if name in NAMED:
        return NAMED[name]
    if len(name) == 1:
        return name
    modifier, _, letter = name.partition("+")
    if modifier == "ctrl" and len(letter) == 1 and "a" <= letter <= "z":
        return chr(ord(letter) - ord("a") + 1)
    raise ValueError(f"no key is called {name!r}")


def mouse(button: int, column: int, row: int, *, released: bool = False) -> str:
    """A mouse report for a cell (from 0): button 0 is the left, 32 a drag with it, 64 and 65 the wheel."""
    return f"\x1b[<{button};{column + 1};{row + 1}{'m' if released else 'M'}"


def click(column: int, row: int) -> str:
    """Left button down and up on one cell."""
    return mouse(0, column, row) + mouse(0, column, row, released=True)


def drag(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Left button down on the cell `start` (column, row), moved to `end`, and up there."""
    return mouse(0, *start) + mouse(32, *start) + mouse(32, *end) + mouse(0, *end, released=True)


def scroll(column: int, row: int, steps: int) -> str:
    """The wheel over one cell: `steps` down, or up where it is negative."""
    return mouse(65 if steps > 0 else 64, column, row) * abs(steps)
