"""What of a web page is furniture, told by what it is called: menus, links to others, buttons, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import islice
from typing import Any, Final

from briefing.sources.html_blocks import is_hidden

_TAGS: Final = frozenset(("nav", "footer", "aside", "menu"))
_ROLES: Final = frozenset((
    "navigation", "complementary", "banner", "contentinfo", "search", "button", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist", "tooltip",
))  # fmt: skip
# Words in the classes and ids of furniture, by `_words`.
_NAMES: Final = frozenset((
    "ad", "ads", "adsbygoogle", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs",
    "byline", "comments", "consent", "cookie", "cookies", "disqus", "editsection", "footer", "hashtags",
    "ipp", "menu", "meta", "nav", "navbar", "navigation", "newsletter", "outbrain", "pager",
    "pagination", "popup", "print", "promo", "recommendations", "recommended", "related",
    "relatedposts", "respond", "share", "sharedaddy", "sharing", "shoutbox", "sidebar", "skip",
    "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tags", "toolbar",
    "trending",
))  # fmt: skip
# Classes of what is on the page for programs that read it aloud, or not at all.
_UNSEEN: Final = frozenset((
    "sf-hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-hidden",
))  # fmt: skip
_BLOCKS: Final = frozenset(("div", "section", "p", "ul", "ol", "dl", "table", "header", "figure", "form",
                            "h2", "h3", "h4", "h5", "h6", "span", "blockquote", "td"))  # fmt: skip
_TO_OTHERS: Final = re.compile(
    r"\s*[-–—*•«\[(]*\s*(?:[اإأ]قر[أا]\s*(?:أيض[اًا]*|المزيد)|شاهد\s+أيض|طالع\s+أيض|مواضيع\s+ذات|أخبار\s+ذات|المزيد\s*(?:من|:)"
    r"|ذات\s+صلة|read\s+(?:also|more|next)|also\s+read|related|see\s+also|more\s+on)",
    re.IGNORECASE,
)
_MOST: Final = 0.4  # of the article's text; what holds more of it is no furniture, whatever its name
_MOST_NAMED: Final = 0.9  # the same for what the page itself says is none of its text
_LINKED: Final = 0.3  # of an element's text
_MOSTLY: Final = 0.6  # the same for what is nothing but links
_MANY: Final = 3  # links
_LISTS: Final = frozenset(("div", "section", "ul", "ol", "dl", "table", "td"))
_SMALL: Final = 300  # characters below which a form is one to fill in


def furniture_in(root: Any, doubtful: Set[Any]) -> list[Any]:
    """Return the elements below `root` that are furniture, none of them inside another.

    `doubtful` are elements that a finder of articles would not have in one: of these, those with links are
    furniture. So are lists of links, where `root` is the body of a page, of which little is known; in an
    article they may be its sources.
    """
    lengths, links = measures(root)
    whole = lengths.get(root, 0)
    found: list[Any] = []
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if is_unseen(element):
            continue
        length = lengths.get(element, 0)
        most = (_MOST_NAMED if _is_named(element) else _MOST) * whole
        linked = links.get(element, 0)
        is_anywhere = root.tag == "body" or element.tag == "td"
        if 0 < length <= most and (
            _is_furniture(element, length, linked, element in doubtful)
            or (is_anywhere and _is_list_of_links(element, length, linked))
        ):
            found.append(element)
        else:
            waiting += reversed(element)
    return found


def measures(root: Any) -> tuple[dict[Any, int], dict[Any, int]]:
    """Return how many characters each element below `root` shows, and how many of them are links."""
    lengths: dict[Any, int] = {}
    links: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        own = 0 if is_unseen(element) else lengths.get(element, 0) + _size(element.text)
        lengths[element] = own
        links[element] = own if element.tag == "a" else min(own, links.get(element, 0))
        parent = element.getparent()
        if element is not root and parent is not None:
            lengths[parent] = lengths.get(parent, 0) + own + _size(element.tail)
            links[parent] = links.get(parent, 0) + links[element]
    return lengths, links


def is_unseen(element: Any) -> bool:
    """Return whether an element of a page is not to be seen, by its tag, its style or its classes."""
    return is_hidden(element) or _is_classed_unseen(element)


def unseen_in(root: Any) -> Iterator[Any]:
    """Iterate over the elements below `root` whose classes hide them."""
    return (element for element in root.iter() if _is_classed_unseen(element))


def _is_classed_unseen(element: Any) -> bool:
    classes = element.get("class")
    return bool(classes) and not _UNSEEN.isdisjoint(classes.split())


def _is_named(element: Any) -> bool:
    """Whether the page itself says that an element is furniture."""
    return element.tag in _TAGS or (element.get("role") or "").lower() in _ROLES


def _is_furniture(element: Any, length: int, linked: int, is_doubtful: bool) -> bool:
    """Whether an element is called as furniture is, or there for its links to other pages."""
    if _is_named(element) or (element.tag == "form" and length <= _SMALL):
        return True
    if element.tag not in _BLOCKS:
        return False
    if not _NAMES.isdisjoint(words_of(element)):
        return True
    if linked < _LINKED * length:
        return False
    return is_doubtful or _TO_OTHERS.match("".join(islice(element.itertext(), 20))[:200]) is not None


def _is_list_of_links(element: Any, length: int, linked: int) -> bool:
    if element.tag not in _LISTS or linked < _MOSTLY * length:
        return False
    return len(list(islice(element.iter("a"), _MANY))) == _MANY


def words_of(element: Any) -> set[str]:
    """Return the words that an element's classes and id are made of: `post-shareButtons` is three."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    parted = re.sub(r"([a-z])([A-Z])", r"\1 \2", named[:500])
    return {word.lower() for word in re.split(r"[^A-Za-z]+", parted)}


def _size(text: str | None) -> int:
    return len(" ".join(text.split())) if text else 0
