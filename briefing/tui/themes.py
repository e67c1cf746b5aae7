"""Two quiet themes: one accent, text that stands out, borders that do not."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

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
        "quiet": "#8b93a5",
        "mark": "#e0ac4a",
        "evidence": "#3f3c36",
        "evidence-text": "#ffd787",
        "cursor": "#26282e",
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
        "quiet": "#6a6e78",
        "mark": "#1d4f91",
        "evidence": "#ffe7a8",
        "evidence-text": "#23262d",
        "cursor": "#eae6d8",
        "block-cursor-background": "#1d4f91",
        "block-cursor-foreground": "#fbfaf7",
    },
)
