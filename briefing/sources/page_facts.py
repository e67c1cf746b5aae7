"""What a web page says of itself: its title, who wrote it and when, and its own address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from briefing.sources.page_tree import WebPage
from briefing.sources.saved_pages import out_of_archive, saved_by_values

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
_WRAPPED: Final = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$|^\s*<!--|-->\s*$")
_PARTS: Final = re.compile(r"\s+[|\-–—:»«·•]+\s+")
# What stands where a program had nothing to put, or nobody filled a form in.
_NOTHING: Final = re.compile(
    r"(?i)undefined|null|none|nan|n/a|unknown|untitled(?: document| page)?|(?:new )?document"
    r"|\[object object\]|\{\{.*\}\}|\{%.*%\}|%%.*%%|\$\{.*\}|[-–—._|/ ]+"
)
_NOBODY: Final = re.compile(
    r"(?i)admin(?:istrator)?|root|user|webmaster|editor|author|unknown author|مدير الموقع"
)
# A date has a year, and it is not the one from which computers count.
_DATE: Final = re.compile(r"(?!0000|0001|1970-01-01|-)(?=.*(?:[12]\d{3}|[١٢][٠-٩]{3}|[۱۲][۰-۹]{3}))")
_WEB: Final = re.compile(r"https?://[^\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


class PageFacts(NamedTuple):
    """As the page writes them; "" for what it does not say. `base` is what relative addresses start from.

    `captured` is when it was saved or archived.
    """

    title: str
    author: str
    published: str
    publication: str
    canonical: str
    captured: str
    base: str


def facts_of(page: WebPage, place: str) -> PageFacts:
    """Return what a page says of itself. `place` is where it was read from, an address or not."""
    root = page.root
    said = _metas(root)
    data = list(_articles(root))
    marked = saved_by_values(said, root.attrib)
    came_from = next((one for one in (place, page.saved.address, marked.address) if _WEB.fullmatch(one)), "")
    address, archived = out_of_archive(came_from)
    start = next((one.get("href", "") for one in root.iter("base")), "")
    base = _resolved(came_from, start) or came_from
    own = _own_address(
        base, address, (_links(root, "canonical"), said.get("og:url", ""), _named(data, "url"))
    )
    return PageFacts(
        title=_title(root, said, data),
        author=_author(root, data),
        published=_published(root, said, data),
        publication=_publication(said, data, root),
        canonical=own,
        captured=archived or page.saved.at or marked.at,
        base=base or own,
    )


def _own_address(base: str, address: str, named: Iterable[str]) -> str:
    """The page's own address: the first that it names itself, or where it was saved from.

    One that leads to the front of the site only, from a page inside it, is a mistake of that page.
    """
    for one in named:
        own = out_of_archive(_resolved(base, one) if one else "").address
        if own and not (_is_front(own) and address and not _is_front(address)):
            return own
    return address


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query


def _metas(root: Any) -> dict[str, str]:
    """The first value of each `<meta>`, by its name in lower case."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        value = _said(element.get("content") or "")
        for key in ("property", "name", "itemprop"):
            if value and (name := (element.get(key) or "").strip().lower()):
                found.setdefault(name, value)
    return found


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    """The objects of its JSON-LD that describe an article, whole articles before what may be a part."""
    found = [one for one in _objects(root) if any(map(_ARTICLE.match, _strings(one.get("@type"))))]
    yield from (one for one in found if one.get("headline"))
    yield from (one for one in found if not one.get("headline"))


def _all_said(root: Any, name: str) -> list[str]:
    """The values of all `<meta>` elements of one name, each once."""
    values = (
        _said(one.get("content") or "")
        for one in root.iter("meta")
        for key in ("property", "name", "itemprop")
        if (one.get(key) or "").strip().lower() == name
    )
    return [*dict.fromkeys(filter(None, values))]


def _objects(root: Any) -> Iterator[dict[str, Any]]:
    """The objects of its JSON-LD, whether they stand alone, in lists or in a graph."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(_WRAPPED.sub("", script.text or "").strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue
        for one in waiting:  # grows while it is walked
            if isinstance(one, list):
                waiting += one
            elif isinstance(one, dict):
                waiting += (one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one)
                yield one


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, str))


def _named(data: Iterable[dict[str, Any]], *keys: str) -> str:
    """The first of the values under these keys that is a text."""
    values = (_said(value) for one in data for key in keys for value in _strings(one.get(key)))
    return next(filter(None, values), "")


def _title(root: Any, said: dict[str, str], data: list[dict[str, Any]]) -> str:
    site = said.get("og:site_name", "")
    headings = [one for one in (_line(_text(one)) for one in root.iter("h1")) if one]
    element = next((one for one in root.iter("title") if not _inside(one, "svg")), None)
    whole = _line(_text(element)) if element is not None else ""
    whole = "" if _NOTHING.fullmatch(whole) else whole
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


def _author(root: Any, data: list[dict[str, Any]]) -> str:
    known = {one["@id"]: one for one in _objects(root) if isinstance(one.get("@id"), str) and one.get("name")}
    for one in data:
        people = one.get("author") or one.get("creator")
        names = [
            _said(name)
            for person in (people if isinstance(people, list) else [people])
            for name in _strings(_name_of(person, known))
        ]
        if some := [name for name in dict.fromkeys(names) if _is_person(name)]:
            return ", ".join(some[:10])
    for key in _AUTHORS:
        if some := [name for name in _all_said(root, key) if _is_person(name)]:
            return ", ".join(some[:10])
    for element in root.iter("a", "span", "div", "address", "p"):
        if element.get("itemprop") == "author" or "author" in (element.get("rel") or "").lower().split():
            text = _line(_text(element))
            if _is_person(text):
                return text if len(text) <= 100 else ""
    return ""


def _name_of(person: Any, known: dict[str, dict[str, Any]]) -> Any:
    """What a person is called, who may be described elsewhere in the data."""
    if not isinstance(person, dict):
        return person
    return person.get("name") or known.get(str(person.get("@id")), {}).get("name")


def _is_person(name: str) -> bool:
    return bool(name) and not _WEB.match(name) and not _NOBODY.fullmatch(name)


def _published(root: Any, said: dict[str, str], data: list[dict[str, Any]]) -> str:
    written = (
        *(_named([one], key) for one in data for key in ("datePublished", "dateCreated", "uploadDate")),
        *(said.get(name, "") for name in _DATES),
    )
    if found := next(filter(_DATE.match, written), ""):
        return found
    times = [
        (one, value)
        for one in root.iter("time")
        if _DATE.match(value := _line(one.get("datetime") or _text(one)))
    ]
    inside = (
        value
        for one, value in times
        if one.get("itemprop") == "datePublished" or _inside(one, "article", "main")
    )
    return next(inside, times[0][1] if times else "")


def _publication(said: dict[str, str], data: list[dict[str, Any]], root: Any) -> str:
    """The journal or the site that a page appeared in, as it says itself."""
    known = {one["@id"]: one for one in _objects(root) if isinstance(one.get("@id"), str) and one.get("name")}
    named = (
        _said(name)
        for key in ("isPartOf", "publisher")
        for one in data
        for name in _strings(_name_of(one.get(key), known))
    )
    told = (said.get("citation_journal_title", ""), said.get("og:site_name", ""), *named)
    return next((one for one in told if one and not _WEB.match(one)), "")


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


def _said(value: str) -> str:
    """A value in one line, "" for what a program put there that had nothing to say."""
    text = _line(html.unescape(value))
    return "" if _NOTHING.fullmatch(text) else text


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
