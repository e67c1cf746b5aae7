"""What a web page says of itself: its title, who wrote it and when, and its own address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

from briefing.sources.page_tree import Page

_LONGEST: Final = 500
# Types of schema.org that are what a page is about.
_ARTICLE: Final = re.compile(r"(?:\w*Article|BlogPosting|DiscussionForumPosting|Report|Book|CreativeWork)$")
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title")
_AUTHORS: Final = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator",
                   "citation_author", "sailthru.author", "og:article:author")  # fmt: skip
_DATES: Final = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
                 "pubdate", "publishdate", "publish-date", "publication_date", "date", "dc.date",
                 "dc.date.issued", "dcterms.date", "dcterms.created", "citation_publication_date",
                 "sailthru.date", "article.published")  # fmt: skip
_PARTS: Final = re.compile(r"\s+[|\-–—:»«·•]+\s+")
_WEB: Final = re.compile(r"https?://[^\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


class Facts(NamedTuple):
    """As the page writes them; "" for what it does not say. `base` is what relative addresses start from."""

    title: str
    author: str
    published: str
    canonical: str
    base: str


def facts_of(page: Page, place: str) -> Facts:
    """Return what a page says of itself. `place` is where it was read from, an address or not."""
    root = page.root
    said = _metas(root)
    data = list(_articles(root))
    address = next((one for one in (place, page.saved_from) if _WEB.fullmatch(one)), "")
    base = _resolved(address, next((one.get("href", "") for one in root.iter("base")), "")) or address
    own = _links(root, "canonical") or said.get("og:url", "") or _named(data, "url")
    own = (_resolved(base, own) if own else "") or page.saved_from
    return Facts(
        title=_title(root, said, data),
        author=_author(root, said, data),
        published=_published(root, said, data),
        canonical=own,
        base=base or own,
    )


def _metas(root: Any) -> dict[str, str]:
    """The first value of each `<meta>`, by its name in lower case."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        value = _line(element.get("content") or "")
        for key in ("property", "name", "itemprop"):
            if value and (name := (element.get(key) or "").strip().lower()):
                found.setdefault(name, value)
    return found


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    """The objects of its JSON-LD that describe an article, whole articles before what may be a part."""
    found = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads((script.text or "").strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        for one in waiting:  # grows while it is walked
            if isinstance(one, list):
                waiting += one
            elif isinstance(one, dict):
                waiting += (one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one)
                kinds = one.get("@type")
                if any(_ARTICLE.match(kind) for kind in _strings(kinds)):
                    found.append(one)
    yield from (one for one in found if one.get("headline"))
    yield from (one for one in found if not one.get("headline"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, str))


def _named(data: Iterable[dict[str, Any]], *keys: str) -> str:
    """The first of the values under these keys that is a text."""
    values = (_line(html.unescape(value)) for one in data for key in keys for value in _strings(one.get(key)))
    return next(filter(None, values), "")


def _title(root: Any, said: dict[str, str], data: list[dict[str, Any]]) -> str:
    site = said.get("og:site_name", "")
    headings = [_line(_text(one)) for one in root.iter("h1")]
    element = next((one for one in root.iter("title") if not _inside(one, "svg")), None)
    whole = _line(_text(element)) if element is not None else ""
    for one in (_named(data, "headline"), *(said.get(name, "") for name in _TITLES)):
        if one and one != site:
            return _without(one, site)
    for one in headings:
        if one and one in whole:
            return one
    return _without(whole, site) or (headings[0] if len(headings) == 1 else "")


def _without(title: str, site: str) -> str:
    """`title` without the name of the site before or after it."""
    parts = _PARTS.split(title)
    if site and len(parts) > 1:
        if parts[-1] == site:
            return title[: title.rindex(parts[-1])].rstrip(" |-–—:»«·•")
        if parts[0] == site:
            return title[len(site) :].lstrip(" |-–—:»«·•")
    return title


def _author(root: Any, said: dict[str, str], data: list[dict[str, Any]]) -> str:
    for one in data:
        people = one.get("author")
        names = [
            _line(html.unescape(name))
            for person in (people if isinstance(people, list) else [people])
            for name in _strings(person.get("name") if isinstance(person, dict) else person)
        ]
        if some := [name for name in dict.fromkeys(names) if name and not _WEB.match(name)]:
            return ", ".join(some[:10])
    for key in _AUTHORS:
        if (name := said.get(key, "")) and not _WEB.match(name):
            return name
    for element in root.iter("a", "span", "div", "address", "p"):
        if (element.get("itemprop") == "author" or element.get("rel") == "author") and (
            text := _line(_text(element))
        ):
            return text if len(text) <= 100 else ""
    return ""


def _published(root: Any, said: dict[str, str], data: list[dict[str, Any]]) -> str:
    if found := _named(data, "datePublished", "dateCreated"):
        return found
    for name in _DATES:
        if one := said.get(name, ""):
            return one
    times = [one for one in root.iter("time") if one.get("datetime")]
    inside = (
        one for one in times if one.get("itemprop") == "datePublished" or _inside(one, "article", "main")
    )
    element = next(inside, times[0] if times else None)
    return _line(element.get("datetime")) if element is not None else ""


def _inside(element: Any, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _links(root: Any, relation: str) -> str:
    for element in root.iter("link"):
        if relation in (element.get("rel") or "").lower().split() and element.get("href"):
            return str(element.get("href"))
    return ""


def _resolved(base: str, address: str) -> str:
    """`address` as it is meant on a page at `base`, "" if it is none of the web."""
    try:
        whole = urljoin(base, address.strip())
    except ValueError:  # such as http://[
        return ""
    return whole if _WEB.fullmatch(whole) else ""


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
