"""The keys, in groups: what the screen binds and what the help shows come from this one table."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.binding import Binding


class Key(NamedTuple):
    """Keys (as Textual names them) that do one thing, how people write them, and what they do.

    `action` is empty where a pane binds the keys itself. `footer` is the short name for the bottom row, and
    `rank` says how soon it gives way there (the lowest stays longest).
    """

    keys: str
    written: str
    action: str
    does: str
    footer: str = ""
    rank: int = 0


GROUPS: Final[tuple[tuple[str, tuple[Key, ...]], ...]] = (
    (
        "Sections",
        (
            Key("1,2,3,4,5,6,7,8,9", "1-9", "", "Open that section", "Section", 4),
            Key("0", "0", "open_full", "Open the full article"),
            Key("right_square_bracket", "]", "step_section(1)", "Next section"),
            Key("left_square_bracket", "[", "step_section(-1)", "Previous section"),
        ),
    ),
    (
        "Panes",
        (
            Key("tab", "Tab", "step_pane(1)", "Next pane", "Pane", 2),
            Key("shift+tab", "Shift+Tab", "step_pane(-1)", "Previous pane"),
            Key("t", "t", "timeline", "To the timeline, and back", "Timeline", 5),
            Key("escape", "Esc", "article", "Back to the article"),
        ),
    ),
    (
        "Inside a pane",
        (
            Key("down,j", "↓ or j", "", "Next paragraph, claim, section"),
            Key("up,k", "↑ or k", "", "Previous one"),
            Key("pagedown,space", "PgDn or Space", "", "A screenful on"),
            Key("pageup,shift+space", "PgUp", "", "A screenful back"),
            Key("home,g", "Home or g", "", "To the first"),
            Key("end,G", "End or G", "", "To the last"),
            Key("enter", "Enter", "", "From a claim or an event to its paragraph"),
            Key("left,right", "← and →", "", "Through the events of the timeline"),
        ),
    ),
    (
        "Reading",
        (
            Key("v", "v", "switch_harakat", "Show or hide vowel marks (harakat)"),
            Key("d", "d", "switch_digits", "Digits as written, Western, Arabic-Indic"),
            Key("f", "f", "switch_lines", "Fill lines by kashida, or flush right"),
        ),
    ),
    (
        "Copying",
        (
            Key("shift+left", "Shift+arrows", "", "Select text, as dragging with the mouse does"),
            Key("ctrl+c", "Ctrl+C", "", "Copy what is selected, as the author wrote it"),
            Key("c", "c", "copy_summary", "Copy the section's summary", "Copy", 3),
            Key(
                "y",
                "y",
                "copy_claim",
                "Copy the selected claim, with its evidence",
                "Copy claim",
                6,
            ),
        ),
    ),
    (
        "Program",
        (
            Key("question_mark", "?", "help", "This help", "Help", 1),
            Key("ctrl+p", "Ctrl+P", "", "Command palette: names, events, themes", "Palette", 7),
            Key("p", "p", "picture", "Save a picture of the screen (SVG)"),
            Key("ctrl+z", "Ctrl+Z", "app.suspend_process", "To the shell; fg comes back"),
            Key("q", "q", "app.quit", "Quit", "Quit", 0),
        ),
    ),
)


def screen_bindings() -> list[Binding]:
    """The keys that work wherever the focus is."""
    bindings = [
        Binding(key.keys, key.action, key.does, show=bool(key.footer), key_display=key.written)
        for _, keys in GROUPS
        for key in keys
        if key.action
    ]
    numbered = [Binding(str(n), f"open_section({n - 1})", f"Section {n}", show=False) for n in range(1, 10)]
    return bindings + numbered


def footer_keys() -> list[Key]:
    """The main keys, in the order of use."""
    return [key for _, keys in GROUPS for key in keys if key.footer]
