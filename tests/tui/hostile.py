"""A briefing by somebody who means harm: what a framework or a terminal may act on, in every free text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from briefing.document import Briefing, Citation, Claim, Event, Name, Section, Title
from tests.tui.briefings import plain

#: Where the markup would write, if anything ran it.
FOLDER: Final = "/tmp/briefing-victims"
MARKUP: Final = (
    f'[sic] [@click=app.screenshot("victim.rc","{FOLDER}")]PRESS[/] [@click=app.quit]QUIT[/] '
    "[@click=screen.picture]PICTURE[/] [link=https://example.org]LINK[/link] [/] [/x] [bold]BOLD "
    "[red on blue [[ \\[ ]] [@click=] [link= [=] [on] [$accent] :smile: {0} %s"
)
CONTROLS: Final = (
    "\x1b[31m \x1b]8;;https://example.org\x1b\\L\x1b]8;;\x1b\\ \x1b]0;T\x07 \x1b]52;c;eA==\x07 \x9b31m"
    " \x9d8;;x\x9c \x00\x07\x08\x7f\x85 \uffff\ufffe\ufdd0 \u202e\u2066\u2069\u202c\u2067\u202a\u2028\u2029"
)
LONG: Final = "W" * 3000
#: By itself at the start of each text, so that it is seen wherever there is room for five cells.
TEXT: Final = f"{MARKUP} {CONTROLS} {LONG}"
WORDS: Final = ("قال الوزير", "في طهران")


def hostile_briefing() -> Briefing:
    """All that is painted of a briefing, hostile."""
    article = plain(f"{WORDS[0]} {TEXT}", f"{WORDS[1]} {MARKUP}\n{CONTROLS}", TEXT)
    claims = (
        Claim(text=TEXT, citations=(Citation(paragraph=1, quote=WORDS[0]),)),
        Claim(text=f"{CONTROLS} {MARKUP}", citations=(Citation(paragraph=2, quote=WORDS[1]),)),
    )
    return Briefing(
        title=Title(english=TEXT, arabic=f"عنوان {TEXT}"),
        bottom_line=TEXT,
        provenance=None,
        paragraphs=article.paragraphs,
        sections=(
            Section(key="a", title=TEXT, arabic=f"قسم {TEXT}", paragraphs=(1, 2), claims=claims),
            Section(key="b", title=f"{MARKUP}{CONTROLS}", arabic=CONTROLS, paragraphs=(3,)),
        ),
        events=tuple(
            Event(date=date, title=TEXT, arabic=TEXT, paragraphs=(1,), basis="stated", note=TEXT)
            for date in ("2014", "2024-05", "2026?")
        ),
        names=(
            Name(kind="person", english=TEXT, arabic=WORDS, role=TEXT),
            Name(kind="place", english=f"{CONTROLS}{MARKUP}", arabic=WORDS[1:], role=CONTROLS),
        ),
        path="[bold]a[/].txt",
    )


def write_hostile(folder: Path) -> Path:
    """The same as a folder that the program can be started on."""
    briefing = hostile_briefing()
    folder.mkdir()
    # Two ends of lines with nothing between them would part a paragraph.
    paragraphs = [
        paragraph.text.replace("\n", " ").replace("\u2028\u2029", "\u2028.\u2029")
        for paragraph in briefing.paragraphs
    ]
    (folder / "article.txt").write_text("\n\n".join(paragraphs), encoding="utf-8", newline="")
    lines = ['article = "article.txt"', f"bottom_line = {_quoted(briefing.bottom_line)}", "[title]"]
    lines += [f"english = {_quoted(briefing.title.english)}", f"arabic = {_quoted(briefing.title.arabic)}"]
    for section in briefing.sections:
        lines += ["[[sections]]", f'key = "{section.key}"', f"title = {_quoted(section.title)}"]
        lines += [f"arabic = {_quoted(section.arabic)}", f"paragraphs = {list(section.paragraphs)}"]
        for claim in section.claims:
            cited = ", ".join(
                f"{{ paragraph = {one.paragraph}, quote = {_quoted(one.quote)} }}" for one in claim.citations
            )
            lines += ["[[sections.claims]]", f"text = {_quoted(claim.text)}", f"citations = [{cited}]"]
    for event in briefing.events:
        lines += ["[[events]]", f'date = "{event.date}"', f"title = {_quoted(event.title)}"]
        lines += [f"arabic = {_quoted(event.arabic)}", f"paragraphs = {list(event.paragraphs)}"]
        lines += [f'basis = "{event.basis}"', f"note = {_quoted(event.note)}"]
    for name in briefing.names:
        lines += ["[[names]]", f'kind = "{name.kind}"', f"english = {_quoted(name.english)}"]
        lines += [f"arabic = [{', '.join(map(_quoted, name.arabic))}]", f"role = {_quoted(name.role)}"]
    (folder / "briefing.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _quoted(text: str) -> str:
    """A TOML string."""
    return (
        '"'
        + "".join(one if one.isalnum() or one in " []@=.,():;/" else f"\\U{ord(one):08x}" for one in text)
        + '"'
    )
