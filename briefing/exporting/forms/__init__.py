"""The forms in which a briefing is given out, by name and by the ending of a file.

Each has a line in `FORMS`, and a file here, whose `written` makes the bytes of what is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Final, NamedTuple


class ExportForm(NamedTuple):
    """A form, as what it is asked for.

    `module` is the one here whose `written(chosen, ...)` makes the bytes; "" is a picture, which
    the screen draws. `takes` names the command's options (`bom`...) that it gets by keyword. `extra` is the
    extra of this project that installs what it needs (`library`). `is_text`: whether a terminal can show it.
    `holds`: which of a briefing's parts (`chosen.PARTS`) it can have;
    `by_quotes`: which of these only with quotes.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    help: str
    extra: str = ""
    library: str = ""
    is_text: bool = True
    takes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ("claims", "article", "timeline", "names")
    by_quotes: tuple[str, ...] = ()

    def written(self) -> Callable[..., bytes]:
        """Return what makes the bytes. Raises ModuleNotFoundError if what it needs is not installed."""
        function: Callable[..., bytes] = import_module(f"briefing.exporting.forms.{self.module}").written
        return function


#: All forms, in the order in which help and messages name them. Of an ending that several have, the first's.
FORMS: Final[tuple[ExportForm, ...]] = (
    ExportForm("text", (".txt", ".text"), "text", "plain text, a claim on one line each"),
    ExportForm("markdown", (".md", ".markdown"), "markdown", "for GitHub, Obsidian: quotes as footnotes"),
    ExportForm("html", (".html", ".htm"), "html", "one page, claims linked with the article"),
    ExportForm("json", (".json",), "json", "all of it as data; what is read back is equal"),
    ExportForm(
        "docx", (".docx",), "docx", "Word: styles, quotes as footnotes", "word", "python-docx", is_text=False
    ),
    ExportForm(
        "pdf",
        (".pdf",),
        "pdf",
        "pages of A4, quotes as footnotes",
        "paper",
        "typst",
        is_text=False,
        takes=("font_folder", "tell"),
    ),
    ExportForm(
        "annotation",
        (".jsonld",),
        "web_annotation",
        "W3C Web Annotation: claims, events, names",
        holds=("claims", "timeline", "names"),
    ),
    ExportForm("csl", (".csl.json",), "csl_json", "the source for Zotero, Pandoc (CSL-JSON)", holds=()),
    ExportForm("bibtex", (".bib",), "bibtex", "the source for LaTeX", holds=()),
    ExportForm("ris", (".ris",), "ris", "the source for EndNote, Mendeley (RIS)", holds=()),
    ExportForm(
        "tmx",
        (".tmx",),
        "tmx",
        "quotes and claims for a translation memory",
        holds=("claims", "names"),
        by_quotes=("claims",),
    ),
    ExportForm("ics", (".ics",), "icalendar", "the events for a calendar", holds=("timeline",)),
    ExportForm(
        "csv",
        (".csv",),
        "csv",
        "the events for a sheet (--bom: for Excel)",
        takes=("bom",),
        holds=("timeline",),
    ),
    ExportForm("svg", (".svg",), "", "the reader's screen as a picture", is_text=False),
    ExportForm("png", (".png",), "", "the same as pixels", is_text=False),
)


def form_named(name: str) -> ExportForm | None:
    """Return the form of that name, or whose ending (`md`) it is, in any letters; None if there is none."""
    lower = name.lower()
    return next((form for form in FORMS if lower == form.name or f".{lower}" in form.endings), None)


def form_of_file(name: str) -> ExportForm | None:
    """Return the form that a file's name ends in; None if no form has such an ending."""
    lower = PurePath(name).name.lower()
    found = [
        (len(ending), form) for form in FORMS for ending in form.endings if lower.endswith(ending)
    ]  # `a.csl.json` is no `.json`
    longest = max((size for size, _ in found), default=0)
    return next((form for size, form in found if size == longest), None)
