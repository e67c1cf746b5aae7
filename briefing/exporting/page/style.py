"""The style of a page: what is the same in all, and how each claim and its words light each other."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Final

#: So many claims light their words when they are pointed at. A browser looks through the page for each of
#: them whenever the pointer moves: with hundreds it could not keep up. Of more claims, what a link has led to
#: is lit.
MOST: Final = 120


def style(claims: int) -> str:
    """Return the style of a page with so many claims, which have words marked in its article."""
    css = files("briefing.exporting.page").joinpath("page.css").read_text("utf-8")
    css = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()
    rules = [_lighting(number) for number in range(1, claims + 1)] if claims <= MOST else []
    return "\n".join([css, *rules])


def _lighting(number: int) -> str:
    """Pointed at, focused or followed to, a claim lights its words, and each of these lights the claim."""
    words, on = f".e{number}", ":is(:hover,:focus-within,:target)"
    root = f":root:has(#c{number}{on},{words}{on})"
    return (
        f"{root} {words}{{background:var(--lit);color:var(--lit-ink)}}"
        f"{root} #c{number}{{border-color:var(--focus);background:var(--raised)}}"
    )


def policy(css: str) -> str:
    """Return the Content Security Policy of a page with that style: nothing is fetched, run or sent."""
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
