"""No text of a briefing makes a record of its own in any form: what separates records stays out of fields.

Each form is read by its own reader, or by its own rules; a new one needs a line in `RECORDS`. Until it has
one, one test says so, and the others wait.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any, Final

import html5lib
import icalendar
import pytest
from bibtexparser.entrypoint import parse_string
from lxml import etree
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph, Provenance, Section, Title
from briefing.document.model import Origin
from briefing.exporting import forms
from briefing.exporting.chosen import PARTS, Chosen, chosen
from briefing.exporting.forms import FORMS, ExportForm, form_named, form_of_file
from briefing.exporting.plain import briefing_text, section_page
from briefing.machine.assets import bundled_folder
from tests.judges.readme import readme_rows

#: What may stand between records somewhere, or turn what stands beside it.
BETWEEN: Final = (
    "\n", "\n\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1e", "\x85", "\u2028", "\u2029",
    "\0", "\x1b", "\u202e", "\u2067",
)  # fmt: skip
#: What begins a record, or ends one, in one form or another.
TRAPS: Final = (
    "- b",
    "  ¶1 «b»",
    "END:VEVENT",
    "}",
    "@misc{b,",
    '"',
    "b,b",
    "# b",
    "| b |",
    "TY  - b",
    "</tu>",
    "***",
)


def text_records(data: bytes) -> list[str]:
    """What the lines begin with: a claim, an event, a name take one, and so does each quote."""
    return [
        line[:4] if line.startswith("  ¶") else line[:2].strip(" نبA") for line in data.decode().split("\n")
    ]


def markdown_records(data: bytes) -> list[Any]:
    """The blocks, with the keys of the front matter; a row of a table has its cells."""
    _, front, rest = data.decode().split("---\n", 2)
    parser = MarkdownIt("commonmark").enable("table")
    blocks = [(one.type, one.tag, one.level) for one in parser.parse(rest)]
    notes = re.findall(r"(?m)^\[\^\d+\]:", rest)
    return [*re.findall(r"(?m)^(.*?):", front), *blocks, *notes]


def html_records(data: bytes) -> list[str]:
    tree = html5lib.parse(data, namespaceHTMLElements=False, transport_encoding="utf-8")
    return [str(one.tag) for one in tree.iter() if one.tag != "br"]


def keys(value: Any) -> Any:
    """The shape of JSON: what is a text counts for one."""
    if isinstance(value, dict):
        return {key: keys(one) for key, one in value.items()}
    return [keys(one) for one in value] if isinstance(value, list) else type(value).__name__


def bibtex_records(data: bytes) -> list[list[str]]:
    library = parse_string(data.decode())
    assert not library.failed_blocks
    return [[field.key for field in entry.fields] for entry in library.entries]


def ris_records(data: bytes) -> list[str]:
    lines = data.decode().removesuffix("\r\n").split("\r\n")
    assert [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - [^\r\n]*$", line)] == []
    return [line[:2] for line in lines]


def tmx_records(data: bytes) -> list[str]:
    return [str(one.tag) for one in etree.fromstring(data).iter()]


def calendar_records(data: bytes) -> list[list[str]]:
    assert all(re.match(rb"[A-Z][A-Z-]*[;:]|[ ]|$", line) for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    return [[*map(str, entry)] for entry in icalendar.Calendar.from_ical(data).walk()]


def csv_records(data: bytes) -> list[int]:
    return [len(row) for row in csv.reader(io.StringIO(data.decode(), newline=""))]


#: The records of a form, and the fields that each has, by its name.
RECORDS: Final[dict[str, Callable[[bytes], Any]]] = {
    "text": text_records,
    "markdown": markdown_records,
    "html": html_records,
    "json": lambda data: keys(json.loads(data)),
    "annotation": lambda data: keys(json.loads(data)),
    "csl": lambda data: keys(json.loads(data)),
    "bibtex": bibtex_records,
    "ris": ris_records,
    "tmx": tmx_records,
    "ics": calendar_records,
    "csv": csv_records,
}
TEXT_FORMS: Final = [form for form in FORMS if form.is_text]
each = pytest.mark.parametrize(
    "form", [form for form in TEXT_FORMS if form.name in RECORDS], ids=lambda form: form.name
)
MADE: Final = [form for form in FORMS if form.module]  # the others are pictures of the screen
each_made = pytest.mark.parametrize("form", MADE, ids=lambda form: form.name)


def about(text: str, *, is_document: bool) -> Briefing:
    """A briefing that says `text` in each of its fields, behind a beginning of its own."""

    def said(begins: str) -> str:
        return f"{begins} {text}"

    quote = said("قال الوزير")
    return Briefing(
        title=Title(said("A title"), said("عنوان")),
        bottom_line=said("A line"),
        provenance=None if is_document else Provenance(said("Source: a")),
        paragraphs=(Paragraph(1, f"{quote} نعم"), Paragraph(2, "نص " * 200)),
        sections=(
            Section(
                "one",
                said("A section"),
                said("باب"),
                (1, 2),
                (Claim(said("A claim"), (Citation(1, quote), Citation(2, "نص"))), Claim("Another", ())),
            ),
        ),
        events=(
            Event(
                "2024-06-10",
                said("A talk"),
                said("كلام"),
                (1,),
                note=said("A note"),
            ),
            Event("2024-06", "Another"),
        ),
        names=(
            Name("person", said("A name"), (said("اسم"), "نص"), said("A role")),
            Name("place", "Another", ("نص",)),
        ),
        path="a/briefing.toml",
        origin=Origin(f"/a/{said('b')}", "html", title=said("A"), author=said("A")) if is_document else None,
    )


def written(form: ExportForm, briefing: Briefing, *parts: str) -> bytes:
    return form.written()(chosen(briefing, parts=parts or PARTS))  # type: ignore[arg-type]


def test_there_are_rules_for_each_text_form() -> None:
    names = {form.name for form in TEXT_FORMS}
    assert names - {*RECORDS} == set(), "say in RECORDS what parts the records of each of these"
    assert {*RECORDS} - names == set(), "no form of text in FORMS of exporting/forms has that name"


def test_each_file_of_a_form_has_a_line() -> None:
    files = {one.stem for one in Path(forms.__file__).parent.glob("[!_]*.py")}
    modules = {form.module for form in FORMS} - {""}
    assert files - modules == set(), "no line in FORMS of exporting/forms/__init__.py has that `module`"
    assert modules - files == set(), "there is no such file in exporting/forms/"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_it_is_found_by_its_name_and_by_each_of_its_endings(form: ExportForm) -> None:
    assert form_named(form.name) is form
    taken = {
        ending: one.name for ending in form.endings if (one := form_of_file(f"a{ending}")) and one is not form
    }
    assert taken == {}, "another form in FORMS has that ending"


@each_made
def test_it_is_made_as_bytes(form: ExportForm) -> None:
    made: object = made_of(form, chosen(about("x", is_document=False)))
    assert isinstance(made, bytes), f"forms/{form.module}.py: encode the text, as UTF-8"


@each
@pytest.mark.parametrize("is_document", [False, True], ids=["briefing", "document"])
def test_no_text_makes_a_record(form: ExportForm, is_document: bool) -> None:
    read = RECORDS[form.name]
    # A paragraph of the article has the lines that its author gave it.
    parts = [part for part in PARTS if part != "article"] if form.name in ("text", "html") else PARTS
    plain = read(written(form, about("x", is_document=is_document), *parts))
    for between in BETWEEN:
        text = between.join(("x", *TRAPS, ""))
        data = written(form, about(text, is_document=is_document), *parts)
        assert read(data) == plain, (between, data.decode())
        # In JSON for programs a control is what it is, escaped where it has to be.
        controls = re.findall(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]", data)
        assert controls == [] or form.name in ("json", "annotation"), "hand texts to `visible_controls`"


@pytest.mark.parametrize("is_document", [False, True], ids=["briefing", "document"])
def test_nor_does_it_where_a_briefing_is_printed(is_document: bool) -> None:
    def printed(text: str) -> list[list[str]]:
        briefing = about(text, is_document=is_document)
        briefing = replace(briefing, paragraphs=(Paragraph(1, "نص"), Paragraph(2, "نص")))
        pages = (briefing_text(briefing), section_page(briefing, briefing.sections[0]))
        return [text_records(page.encode()) for page in pages]

    plain = printed("x")
    for between in BETWEEN:
        assert printed(between.join(("x", *TRAPS, ""))) == plain, between


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_readme_has_a_row_for_each_form(form: ExportForm) -> None:
    rows = [row for row in readme_rows("form", "what it is") if f"`{form.endings[0]}`" in row[0]]
    assert len(rows) == 1, f"`{form.endings[0]}` stands in one row of the README's table of forms"
    [row] = rows
    assert (f"'.[{form.extra}]'" in row[1]) == bool(form.extra)


def test_the_readme_has_no_form_that_there_is_not() -> None:
    endings = {ending for form in FORMS for ending in form.endings}
    shown = [ending for row in readme_rows("form", "what it is") for ending in re.findall(r"`(.*?)`", row[0])]
    assert {*shown} - endings == set(), "no form has that ending"
    assert len({*shown}) == len(shown)


@each_made
def test_it_takes_the_options_that_it_says_it_takes(form: ExportForm) -> None:
    _, *taken = signature(form.written()).parameters
    assert [*form.takes] == taken, "say in FORMS what `written` `takes` by keyword, beside what is chosen"


@each
def test_its_last_line_has_an_end(form: ExportForm) -> None:
    assert written(form, about("x", is_document=False)).endswith(b"\n"), "end the last line, too"


#: What only one part of a briefing says.
WORDS: Final = {"claims": "Zclaim", "article": "ظظنصظظ", "timeline": "Zevent", "names": "Zname"}


def parted() -> Briefing:
    """A briefing whose parts have words of their own, and whose second section is of the last paragraph."""
    claims = (Claim(WORDS["claims"], (Citation(1, "قال"),)), Claim("Zother", (Citation(4, "خخنصخخ"),)))
    return Briefing(
        title=Title("A"),
        bottom_line="",
        provenance=Provenance("Source: a"),
        paragraphs=(
            Paragraph(1, "قال"),
            *(Paragraph(at, WORDS["article"]) for at in (2, 3)),
            Paragraph(4, "خخنصخخ"),
        ),
        sections=(
            Section("one", "", "", (1, 2, 3), claims[:1]),
            Section("two", "", "", (4,), claims[1:]),
        ),
        events=(Event("2024-06-10", WORDS["timeline"], "", (1,)),),
        names=(Name("person", WORDS["names"], ("قال",)),),
        path="a/briefing.toml",
    )


def made_of(form: ExportForm, what: Chosen) -> bytes:
    takes = {"font_folder": bundled_folder().parent / "fonts"} if "font_folder" in form.takes else {}
    return form.written()(what, **takes)


of_claims = pytest.mark.parametrize(
    "form", [form for form in MADE if "claims" in form.holds], ids=lambda form: form.name
)


@of_claims
def test_of_a_section_it_has_the_claims_of_that_section(form: ExportForm) -> None:
    texts = said(form.name, made_of(form, chosen(parted(), 2)))
    assert WORDS["claims"] not in texts, "take claims, events and names from what is chosen, not its briefing"
    assert "Zother" in texts


@of_claims
def test_it_has_no_quotes_where_nobody_wants_them(form: ExportForm) -> None:
    texts = said(form.name, made_of(form, chosen(parted(), parts=["claims"], quotes=False)))
    assert "خخنصخخ" not in texts, "look at `quotes` of what is chosen"


@each_made
def test_it_holds_the_parts_that_it_says_it_holds(form: ExportForm) -> None:
    texts = said(form.name, made_of(form, chosen(parted())))
    held = {part for part, word in WORDS.items() if word in texts}
    assert held == {*form.holds}, "say in FORMS which of the parts it `holds`"


def said(name: str, data: bytes) -> str:
    """All text that stands in a form."""
    if name == "docx":
        import docx

        document = docx.Document(io.BytesIO(data))
        return "".join(document.element.itertext())
    if name == "pdf":
        import pypdfium2

        return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    return json.dumps(json.loads(data), ensure_ascii=False) if name in ("json", "csl") else data.decode()
