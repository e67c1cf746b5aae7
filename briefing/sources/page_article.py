"""Which elements of a web page are its article: the posts of a forum, or what readability-lxml takes."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Collection
from copy import deepcopy
from itertools import islice
from typing import Any, Final, NamedTuple

from briefing.sources.page_furniture import furniture_in, is_unseen, measures, unseen_in

# Where the programs of forums put the text of a post; the classes are names of their own.
_POST_CLASSES: Final = frozenset((
    "bbWrapper", "messageText",  # XenForo 2 and 1
    "postcontent",  # vBulletin 4
    "post_body",  # MyBB
    "cooked",  # Discourse
    "ipsType_richText",  # Invision
))  # fmt: skip
_POST_IDS: Final = re.compile(r"post_message_\d+|msg_\d+|pid_\d+")  # vBulletin 3, SMF, MyBB
_POST_TAGS: Final = frozenset(("div", "article", "section", "td"))
_MARK: Final = "x-n"
_LEAST: Final = 200  # characters of an article; less of a longer page is none
_LEAST_SHARE: Final = 0.05  # of the page
_DEAREST: Final = 20_000_000  # characters of elements within elements that are still looked through


class ArticleElements(NamedTuple):
    """The article's elements in their order, none inside another; furniture in them; what classes hide."""

    roots: tuple[Any, ...]
    furniture: frozenset[Any]
    unseen: frozenset[Any]

    def with_notes(self, notes: Collection[Any]) -> ArticleElements:
        """Return the same with notes that stand outside it at its end, or in furniture inside it."""
        if not notes:
            return self
        roots = {*self.roots}
        outside = [
            note
            for note in notes
            if roots.isdisjoint((note, *note.iterancestors()))
            or not self.furniture.isdisjoint(note.iterancestors())
        ]
        known = {*notes}
        furniture = (one for one in self.furniture if known.isdisjoint((one, *one.iterancestors())))
        return ArticleElements((*self.roots, *outside), frozenset(furniture), self.unseen)


def article_in(root: Any) -> ArticleElements:
    """Return what of a page is its article; the whole body less its furniture where there is none to find."""
    body = next(root.iter("body", "frameset"), root)
    unseen = frozenset(unseen_in(body))
    lengths, _ = measures(body)
    whole = lengths.get(body, 0)
    posts = _outermost(body, _is_post)
    if sum(lengths.get(one, 0) for one in posts) > _LEAST_SHARE * whole:
        return _without_furniture(posts, unseen, frozenset())
    kept = _kept(root)
    roots = _outermost(body, kept.__contains__)
    total = sum(lengths.get(one, 0) for one in roots)
    if total < _LEAST_SHARE * whole or (total < _LEAST and total < 0.5 * whole):
        return _without_furniture([body], unseen, frozenset())
    roots = _outermost(body, _with_their_like(roots).__contains__)
    doubtful = frozenset(one for top in roots for one in top.iter() if one not in kept)
    return _without_furniture(roots, unseen, doubtful)


def _without_furniture(roots: list[Any], unseen: frozenset[Any], doubtful: frozenset[Any]) -> ArticleElements:
    furniture = frozenset(one for root in roots for one in furniture_in(root, doubtful))
    return ArticleElements(tuple(roots), furniture, unseen)


def _with_their_like(roots: list[Any]) -> set[Any]:
    """The elements, and others: several of one kind beside each other are a series, with all of their kind.

    So a short answer in a thread of a forum that nobody knows is read with the long ones.
    """
    kinds = Counter(filter(None, map(_kind, roots)))
    parents = [one for one in dict.fromkeys(one.getparent() for one in roots) if one is not None]
    return {*roots, *(one for parent in parents for one in parent if kinds[_kind(one)] > 1)}


def _kind(element: Any) -> tuple[Any, ...]:
    """What elements of one kind have in common, () where nothing is said of it."""
    classes = frozenset(re.sub(r"\d+", "#", element.get("class") or "").split())
    return (element.getparent(), element.tag, classes) if classes else ()


def _is_post(element: Any) -> bool:
    if _POST_IDS.fullmatch(element.get("id") or ""):
        return True
    if (
        element.tag in _POST_TAGS and element.get("itemprop") == "text"
    ):  # schema.org's Comment, Question, Answer
        return True
    classes = (element.get("class") or "").split()
    if "content" in classes:  # phpBB
        around = (outer.get("class") or "" for outer in islice(element.iterancestors(), 3))
        return any("postbody" in names.split() for names in around)
    return not _POST_CLASSES.isdisjoint(classes)


def _outermost(body: Any, is_one: Callable[[Any], bool]) -> list[Any]:
    """The elements that are one, and inside no other that is, in the order of the page."""
    found = []
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if is_unseen(element):
            continue
        if is_one(element):
            found.append(element)
        else:
            waiting += reversed(element)
    return found


def _kept(root: Any) -> set[Any]:
    """The elements that readability-lxml takes for the article, with those inside them that it leaves there.

    It works on a copy whose elements are numbered: what it makes of the text and its order does not matter.
    """
    originals = list(root.iter())
    if _cost(root) > _DEAREST:
        return set()
    from readability import Document

    logging.getLogger("readability").addHandler(logging.NullHandler())
    copy = deepcopy(root)
    for number, element in enumerate(list(copy.iter())):
        _simplify(element, number)
    for element in [one for one in copy.iter() if one.get("hidden") is not None]:
        if element.getparent() is not None:
            element.drop_tree()
    try:
        summary = Document(copy).summary(html_partial=True)
    except Exception:  # whatever it throws, the page is read without it
        return set()
    numbers = (int(number) for number in re.findall(rf'\s{_MARK}="(\d+)"', summary))
    return {originals[number] for number in numbers}


def _simplify(element: Any, number: int) -> None:
    """Leave what tells an article by; its sentences are counted by Latin commas and full stops."""
    kept = {key: element.get(key, "")[:200] for key in ("class", "id", "href", "type") if element.get(key)}
    hides = is_unseen(element) and element.tag not in ("html", "head", "body")
    element.attrib.clear()
    element.attrib.update(kept)
    element.set(_MARK, str(number))
    if hides:
        element.set("hidden", "")
    for part in ("text", "tail"):
        if written := getattr(element, part):
            setattr(element, part, written.translate(_LATIN))


_LATIN: Final = str.maketrans({"،": ",", "؛": ",", "؟": ".", "۔": ".", "!": "."})


def _cost(root: Any) -> int:
    """How many characters are in elements in all, those inside others counted again for each."""
    from lxml import etree

    depth = cost = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            cost += depth * len(element.tail or "")
        else:
            depth += 1
            cost += depth * (20 + len(element.text or ""))
    return cost
