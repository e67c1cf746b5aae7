"""Where each quote stood when it was anchored: `briefing.anchors.json`, beside the briefing.

An annotation page as the W3C's Web Annotation Data Model has it. Each citation is a target with a
TextQuoteSelector (the words and those around them) and a TextPositionSelector (characters of the article,
line ends as LF). Besides, it has its paragraph, its offset there, and the SHA-256 of the paragraph's text.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from briefing.document.errors import FAULTS, BriefingError
from briefing.document.model import Paragraph
from briefing.machine.files import is_file_there, read_bytes

#: The name of the file.
ANCHORS_NAME: Final = "briefing.anchors.json"
#: Characters around a quote that are kept, as far as its paragraph goes.
CONTEXT: Final = 32
_LARGEST: Final = 64 * 1024 * 1024  # bytes
_CURE: Final = "remove it, and anchor again with `briefing check --anchor`"


class Anchor(Struct, frozen=True):
    """A quote (`exact`) where it stood: `offset` in `paragraph` (from 1), `start` and `end` in the article.

    `prefix` and `suffix` are what stood around it in the paragraph; `sha256` is of that paragraph's text.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    paragraph: int
    offset: int
    sha256: str


def anchor_at(paragraphs: Sequence[Paragraph], article: str, number: int, offset: int, quote: str) -> Anchor:
    """Return the anchor of a quote that stands at `offset` of paragraph `number`."""
    text = paragraphs[number - 1].text
    prefix, suffix = around(text, offset, offset + len(quote))
    start = _begins(paragraphs, article, number) + offset
    digest = sha256(text.encode(errors="surrogatepass")).hexdigest()
    return Anchor(quote, prefix, suffix, start, start + len(quote), number, offset, digest)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind `[start:end]` of a paragraph, as far as it is kept."""
    return text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT]


def read_anchors(folder: Path) -> tuple[tuple[Anchor, ...], bytes] | None:
    """Return the anchors of a folder and the file's bytes, None if there is no such file.

    Raises BriefingError for a file that cannot be read, or is none of ours.
    """
    path = folder / ANCHORS_NAME
    if not is_file_there(path):
        return None
    data = read_bytes(path, largest=_LARGEST, plain=True)
    try:
        page = msgspec.json.decode(data)
        return tuple(_anchor(item) for item in page["items"]), data
    except (KeyError, TypeError, IndexError, msgspec.MsgspecError, *FAULTS):
        raise BriefingError(str(path), "is no file of anchors", _CURE) from None


def written_anchors(anchors: Sequence[Anchor], article: str, source: str) -> bytes:
    """Return the file's bytes; `source` is the article's file name, `article` its text."""
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "format": 1,
        "articleSha256": sha256(article.encode(errors="surrogatepass")).hexdigest(),
        "items": [_item(anchor, source) for anchor in anchors],
    }
    return msgspec.json.format(msgspec.json.encode(page), indent=2) + b"\n"


def _item(anchor: Anchor, source: str) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}
    return {
        "type": "Annotation",
        "motivation": "linking",
        "target": {"source": source, "selector": [quote, position]},
        "paragraph": anchor.paragraph,
        "paragraphOffset": anchor.offset,
        "paragraphSha256": anchor.sha256,
    }


def _anchor(item: Any) -> Anchor:
    quote, position = item["target"]["selector"]
    fields = {
        **{name: quote[name] for name in ("exact", "prefix", "suffix")},
        **{name: position[name] for name in ("start", "end")},
        "paragraph": item["paragraph"],
        "offset": item["paragraphOffset"],
        "sha256": item["paragraphSha256"],
    }
    return msgspec.convert(fields, Anchor)


def _begins(paragraphs: Sequence[Paragraph], article: str, number: int) -> int:
    """Return where paragraph `number` begins in the article's text."""
    at = 0
    for paragraph in paragraphs[:number]:
        at = article.find(paragraph.text, at)
        if paragraph.number < number:
            at += len(paragraph.text)
    return at
