"""The themes: two quiet ones, with one accent and borders that do not stand out, and Textual's."""

from __future__ import annotations

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from briefing.machine.terminal.ground import Ground

DARK: Final = Theme(
    name="briefing-dark",
    dark=True,
    primary="#d9a441",
    secondary="#8fa8c8",
    accent="#e0ac4a",
    foreground="#d8dbe2",
    background="#101218",
    surface="#161922",
    panel="#1d212c",
    success="#8fb573",
    warning="#e0ac4a",
    error="#e06c75",
    variables={
        "border": "#e0ac4a",
        "border-blurred": "#3a4050",
        "quiet": "#98a0b1",
        "mark": "#e0ac4a",
        "strong-mark": "#e0ac4a",
        "evidence": "#3f3c36",
        "evidence-text": "#ffd787",
        "cursor": "#26282e",
        "panel-lighten-1": "#2b2d31",
        "text-success": "#8fb573",
        "text-warning": "#e0ac4a",
        "text-error": "#ff9aa0",
        "block-cursor-background": "#e0ac4a",
        "block-cursor-foreground": "#101218",
    },
)

LIGHT: Final = Theme(
    name="briefing-light",
    dark=False,
    primary="#1d4f91",
    secondary="#6b3f00",
    accent="#1d4f91",
    foreground="#23262d",
    background="#fbfaf7",
    surface="#f3f1ea",
    panel="#e9e6dc",
    success="#3f6b1f",
    warning="#1d4f91",
    error="#a3262f",
    variables={
        "border": "#1d4f91",
        "border-blurred": "#c4c0b4",
        "quiet": "#585c64",
        "mark": "#1d4f91",
        "strong-mark": "#1d4f91",
        "evidence": "#ffe7a8",
        "evidence-text": "#23262d",
        "cursor": "#eae6d8",
        "panel-lighten-1": "#e6e3da",
        "text-success": "#2f5216",
        "text-warning": "#1d4f91",
        "text-error": "#8c1f28",
        "block-cursor-background": "#1d4f91",
        "block-cursor-foreground": "#fbfaf7",
    },
)

#: What stands for a theme: the one that goes with the terminal's ground, or one of the reader's own.
AUTO: Final = "auto"
_SHORT: Final = {"dark": DARK.name, "light": LIGHT.name}
OWN: Final = (DARK.name, LIGHT.name)
#: All themes by name, the reader's own first. Those that leave every colour to the terminal are not among
#: them: nothing could be said about how they look.
THEMES: Final = (*OWN, *sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
#: All that can be asked for.
NAMES: Final = (AUTO, *_SHORT, *THEMES)


def theme_named(wanted: str, ground: Ground | None) -> str:
    """Return the name of the theme to use for one of `NAMES`, on a terminal with that ground.

    None: its ground is not known, and taken to be dark.
    """
    return _SHORT.get((ground or "dark") if wanted == AUTO else wanted, wanted)
