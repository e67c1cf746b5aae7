"""What a source is: a format of documents, how it is recognised, and what reads it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from briefing.sources.article import Article
from briefing.sources.material import Material


class Source(Struct, frozen=True):
    """One format, and all that is decided by it. `recognises` tells it by its bytes, not by its name alone.

    `module` is the name of the one below `briefing.sources.formats` whose `read(material) -> Article` reads
    it; it is imported when a document needs it. `read` raises BriefingError, one line long, for whatever is
    wrong; what else a parser throws becomes one in `opening`.

    `words` is what people call the format. `endings` are those of its files, with their dots, the usual one
    first. `is_text`: whether an editor of text shows what is read, so that it can be changed there. `cure` is
    what to do about one in which there is no text. `ending_told` returns which of the endings a document's
    bytes ask for, where these are of several kinds, or "".
    """

    name: str
    recognises: Callable[[Material], bool]
    module: str
    words: str
    endings: tuple[str, ...]
    is_text: bool = False
    cure: str = "give one that has text"
    ending_told: Callable[[Material], str] | None = None

    def ending_of(self, material: Material) -> str:
        """Return what the name of a file ends in that holds this document: as it came, if it is one of ours.

        Other programs go by it: one that plays `.srt` cannot read WebVTT.
        """
        if material.suffix in self.endings:
            return material.suffix
        told = self.ending_told(material) if self.ending_told is not None else ""
        return told or self.endings[0]

    def read(self, material: Material) -> Article:
        """Return the article in `material`."""
        article: Article = import_module(f"briefing.sources.formats.{self.module}").read(material)
        return article
