"""The reader's own colours in somebody else's theme: made out of the theme's, so that all can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.tui.contrast import ARTICLE, TEXT, blend, least_contrast, legible, rgb, written

# How much of the letters' colour, and of the mark's, is in these grounds.
_CURSOR: Final = 0.1
_EVIDENCE: Final = (0.25, 0.2, 0.15, 0.1)
_FRAME: Final = 0.3
# Notices are painted on this, in these.
_NOTICE: Final = "panel-lighten-1"
_ON_NOTICE: Final = ("text-success", "text-warning", "text-error")


def own_colours(theme: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that the reader paints with, by name, for the variables of a theme."""
    ground = rgb(theme["background"])
    text = legible(rgb(theme["foreground"]), [ground], ARTICLE)
    accent = legible(rgb(theme["accent"]), [ground], TEXT)
    cursor = blend(ground, text, _CURSOR)
    evidence = next(
        tint
        for share in (*_EVIDENCE, 0.0)
        if least_contrast(legible(text, [tint := blend(ground, accent, share)], ARTICLE), tint) >= ARTICLE
        or not share
    )
    others = [ground, cursor, rgb(theme["surface"])]
    mark = legible(accent, [*others, evidence], TEXT)
    quiet = legible(blend(text, ground, 1 / 3), others, TEXT)
    text = legible(text, others, ARTICLE)
    found = {
        "foreground": text,
        "quiet": quiet,
        "mark": mark,
        "strong-mark": legible(accent, [ground], ARTICLE),
        "cursor": cursor,
        "evidence": evidence,
        "evidence-text": legible(text, [evidence], ARTICLE),
        "border": mark,
        "border-blurred": blend(ground, text, _FRAME),
        "accent": mark,
        "secondary": legible(rgb(theme["secondary"]), others, TEXT),
        _NOTICE: cursor,
        **dict.fromkeys(_ON_NOTICE, mark),
    }
    return {name: written(colour) for name, colour in found.items()}
