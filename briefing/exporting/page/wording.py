"""Elements that hold words of the briefing: in their language and direction, so that no word leaves them."""

from __future__ import annotations

from briefing.exporting.page.escaping import escaped, quoted
from briefing.exporting.tongues import TextDirection, Tongue, direction, language_beside, language_in


def english(tag: str, text: str, article: Tongue, name: str = "") -> str:
    """Return an element around a text that should be English, and says so if it is written from the right.

    `tag` is a block, so that directions in the text end with it. `name` is the class.
    """
    return f"<{tag}{classed(name)}{language_attributes(text, article)}>{escaped(text)}</{tag}>"


def foreign(tag: str, text: str, article: Tongue, name: str = "", way: TextDirection | None = None) -> str:
    """Return an element around a text in the article's language; `way` is its direction, if it is known."""
    own = direction(text)
    way = way or own or article.direction
    return (
        f'<{tag}{classed(name)} lang={quoted(language_in(article, text))} dir="{way}">{escaped(text)}</{tag}>'
    )


def language_attributes(text: str, article: Tongue) -> str:
    """Return the attributes of a text among English ones: none, unless it is written from right to left."""
    if direction(text) != "rtl":
        return ""
    return f' lang={quoted(language_beside(article, text))} dir="rtl"'


def classed(name: str) -> str:
    """Return the attribute for a class, if there is one."""
    return f' class="{name}"' if name else ""
