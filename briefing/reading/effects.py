"""What an action asks of whoever shows the reading, beside showing it as it has become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from briefing.machine.lookup.recipe import Recipe
    from briefing.reading.slips import Slip
    from briefing.writing.edits import Edit


class Reveal(Struct, frozen=True):
    """Bring an item of a pane into sight, by its index, from the line on that holds character `start`.

    `stays`: if that line is in sight, nothing is scrolled. `at_edge`: that line is to be at the upper edge.
    """

    pane: Literal["article", "summary"]
    item: int
    start: int = 0
    stays: bool = False
    at_edge: bool = False


class Copy(Struct, frozen=True):
    """Put a text on the clipboard; `what` says what it is, for the notice.

    The text is what `make` returns for `arguments`: of thousands of claims it takes a while, so it is made
    by whoever copies, in a thread.
    """

    make: Callable[..., str]
    arguments: tuple[Any, ...]
    what: str

    @property
    def text(self) -> str:
        """The author's words."""
        return self.make(*self.arguments)


class Keep(Struct, frozen=True):
    """Keep `changes` of the preferences (values by key) for the next start; `words` say what has changed."""

    changes: Mapping[str, str]
    words: str


class Notify(Struct, frozen=True):
    """Tell the reader something."""

    words: str


class SavePicture(Struct, frozen=True):
    """Save the screen as a picture; `key` is that of the section on show."""

    key: str


class LookUp(Struct, frozen=True):
    """Look a word up, as `recipe` says; `bare` is the word without marks, `number` that of its paragraph."""

    recipe: Recipe
    word: str
    bare: str
    number: int


class OpenSlip(Struct, frozen=True):
    """Have a slip filled in, and what comes of it written."""

    slip: Slip


class Write(Struct, frozen=True):
    """Write an edit of the briefing that is read."""

    edit: Edit


class Turn(Struct, frozen=True):
    """Undo the last edit, or make the one again that was undone last."""

    which: Literal["undo", "redo"]


class Do(Struct, frozen=True):
    """Do what only the front end can: open a window, go to the shell, or quit."""

    what: Literal[
        "help",
        "palette",
        "source",
        "names",
        "links",
        "copy-menu",
        "search",
        "paragraph",
        "suspend",
        "quit",
        "editor",
        "watch",
    ]


#: What a person writes.
Written = OpenSlip | Write | Turn

Effect = Reveal | Copy | Keep | Notify | SavePicture | LookUp | Written | Do
