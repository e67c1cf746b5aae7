"""What a briefing is: frozen, typed data, whether it came from a folder or from a plain text file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    Numbers = Sequence[int]
else:
    Numbers = tuple[int, ...]  # as msgspec reads them from a file

Basis = Literal["stated", "inferred", "projected"]
NameKind = Literal["person", "body", "weapon", "place"]
#: How likely something is, and how sure a judgement is of it, in the terms of ICD 203.
Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]
Confidence = Literal["low", "moderate", "high"]


class Title(Struct, frozen=True, forbid_unknown_fields=True):
    """A title in both languages; either may be missing, and is empty then."""

    english: str = ""
    arabic: str = ""

    @property
    def shown(self) -> str:
        """The English title, or the Arabic one where there is no other."""
        return self.english or self.arabic


#: What a paragraph is in its document. A `row` is one row of a table, its cells parted by tabs.
ParagraphKind = Literal["text", "heading", "item", "quote", "code", "row", "note"]

#: How words inside a paragraph are set, or that they lead to an address.
InlineKind = Literal["strong", "emphasis", "code", "struck", "link"]


class Inline(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Words set in a way of their own: `[start:end]` of a paragraph's text; a link has its `address`."""

    start: int
    end: int
    kind: InlineKind
    address: str = ""


class Paragraph(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One paragraph of the article: its number (from 1) and its text, character for character.

    `label` is what its document shows before it and is no part of the text (a bullet, `3.`, a footnote's
    sign). `level` counts from 1: of a heading, of an item in lists within lists, of a quote within quotes; of
    code it is that of the item it stands in, 0 in none.
    """

    number: int
    text: str
    kind: ParagraphKind = "text"
    level: int = 0
    label: str = ""
    inlines: tuple[Inline, ...] = ()

    @property
    def is_code_in_item(self) -> bool:
        """Whether it is code that stands in an item of a list."""
        return self.kind == "code" and self.level > 0


class Citation(Struct, frozen=True, forbid_unknown_fields=True):
    """The evidence of a claim: words (`quote`) that occur in the paragraph of that number."""

    paragraph: int
    quote: str


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """One statement in English and the words of the article that carry it.

    `likelihood` and `confidence` are those of a judgement; most claims say what stands there and have none.
    `drafted`: a program wrote it, and no person has accepted it yet.
    """

    text: str
    citations: tuple[Citation, ...]
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    drafted: bool = False

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Return the numbers of the cited paragraphs, each once, ascending."""
        return tuple(sorted({citation.paragraph for citation in self.citations}))


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """Paragraphs that belong together, by number, and the claims that rest on them.

    Its title in either language may be missing.
    """

    key: str
    title: str = ""
    arabic: str = ""
    paragraphs: Numbers = ()
    claims: tuple[Claim, ...] = ()


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that happened or is expected: `date` in EDTF as written, and how that date is known.

    `basis` is `stated` (the article gives the whole date), `inferred` (some of it is concluded) or
    `projected` (an expectation); `note` says it in words.
    """

    date: str
    title: str
    arabic: str = ""
    paragraphs: tuple[int, ...] = ()
    basis: Basis = "stated"
    note: str = ""


class Name(Struct, frozen=True, forbid_unknown_fields=True):
    """A person, body, weapon or place: English name, every Arabic form the article uses, and role."""

    kind: NameKind
    english: str
    arabic: tuple[str, ...]
    role: str = ""


class CapturedDetail(Struct, frozen=True, forbid_unknown_fields=True):
    """Lines of the capture beside the article: what they are, verbatim, and what they say in English."""

    label: str
    captured: tuple[str, ...]
    english: str = ""


class Provenance(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the text comes from.

    `source` is the one line that goes under a copied summary. `capture` names the file of the text as
    captured (empty if there is none), `details` what stood beside the article, `left_out` the page furniture
    that was dropped, and `unknown` what nobody recorded. For references: the article's `author`, the
    `publication` that it appeared in, when (`published`) and at which `address`, and when that was read
    (`accessed`). Dates are EDTF as written; "" is not known.
    """

    source: str
    capture: str = ""
    details: tuple[CapturedDetail, ...] = ()
    left_out: tuple[CapturedDetail, ...] = ()
    unknown: tuple[str, ...] = ()
    author: str = ""
    published: str = ""
    publication: str = ""
    address: str = ""
    accessed: str = ""


#: What `Origin.place` is of a text that came in by standard input, and paths that mean the same.
STANDARD_INPUT: Final = "standard input"
STANDARD_INPUT_PATHS: Final = ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")


class Origin(Struct, frozen=True, forbid_unknown_fields=True):
    """How a document that is no briefing came here, and what was found out about it; "" is not known.

    `place` is the path, the address (after all redirects) or `standard input`; `asked` the address that was
    asked for. `received` is a date and time with its offset (ISO 8601), `sha256` of the bytes as received and
    `size` their number. `format` is the source's name, `format_words` what people call it; `encoding` the
    name of the text's, and `encoding_from` how that is known; in `lost` places bytes could not be read in it,
    and U+FFFD stands there.
    `title`, `author`, `published`, `publication` (the site or paper that it appeared in), `canonical` (its
    own address) and `captured` (when a saved page was saved, as it says it) are what the document says of
    itself; `left_out` what stands in it and is not shown.
    `is_altered`: it was kept with a checksum, and is no longer what that was made of.
    """

    place: str
    format: str
    asked: str = ""
    received: str = ""
    sha256: str = ""
    size: int = 0
    encoding: str = ""
    encoding_from: str = ""
    lost: int = 0
    format_words: str = ""
    title: str = ""
    author: str = ""
    published: str = ""
    canonical: str = ""
    captured: str = ""
    is_altered: bool = False
    left_out: tuple[CapturedDetail, ...] = ()
    publication: str = ""


class Briefing(Struct, frozen=True, forbid_unknown_fields=True):
    """An article and all that is said about it; `path` is the file that was loaded.

    A briefing has a provenance, written by a person; another document has an `origin`, found by the program.
    """

    title: Title
    bottom_line: str
    provenance: Provenance | None
    paragraphs: Sequence[Paragraph]
    sections: tuple[Section, ...]
    events: tuple[Event, ...]
    names: tuple[Name, ...]
    path: str
    origin: Origin | None = None

    def section(self, key: str) -> Section:
        """Return the stored section of that key. Raises KeyError if there is none (`full` is not stored)."""
        for section in self.sections:
            if section.key == key:
                return section
        raise KeyError(key)

    def paragraph(self, number: int) -> Paragraph:
        """Return paragraph `number`, counted from 1. Raises KeyError if the article has no such paragraph."""
        if not 1 <= number <= len(self.paragraphs):
            raise KeyError(number)
        return self.paragraphs[number - 1]
