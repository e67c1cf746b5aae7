"""Books and office documents that mean harm: one line, within bounds, and nothing is ever written."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import Material, briefing_of
from tests.judges.ceiling import ceiling
from tests.sources import test_docx, test_epub, test_odt
from tests.sources.zipped import zipped
from tests.tiers import in_full

pytestmark = pytest.mark.whole

BODY = "<d><body>{}</body></d>"
#: A document of each kind that has most of what that kind has.
SAMPLES: dict[str, bytes] = {
    "docx": test_docx.document(
        test_docx.item("بند", 1) + test_docx.p(test_docx.r("نص", "<w:rtl/><w:bCs/>"), test_docx.style("Q"))
    ),
    "odt": test_odt.document(
        f'<text:list text:style-name="N">{test_odt.items(test_odt.p("بند"))}</text:list>'
        + test_odt.p("نص", "Q1")
    ),
    "epub": test_epub.book(
        {"a.xhtml": test_epub.page("<p>نص<sup><a href='#n'>1</a></sup></p><aside id='n'>x</aside>")},
        {"OEBPS/toc.ncx": test_epub.NCX},
        test_epub.NCX_ITEM,
    ),
}


def docx(part: str) -> bytes:
    return zipped({"word/document.xml": part})


def lying() -> bytes:
    """An archive that says of a member that it is small."""
    data = bytearray(docx("<d>" + " " * (80 << 20)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + at
        data[place : place + 4] = (9).to_bytes(4, "little")
    return bytes(data)


def locked() -> bytes:
    data = bytearray(docx("<d/>"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
FILE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb": (lambda: docx("<d>" + " " * (300 << 20)), "unpacks to more than 64 MiB"),
    "lying": (lying, "is damaged"),
    "locked": (locked, "is locked with a password"),
    "entities": (lambda: docx(ENTITIES), "declares entities of its own"),
    "file": (lambda: docx(FILE), "declares entities of its own"),
    "levels": (lambda: docx("<a>" * 10_000), "elements nested too deep"),
    "elements": (lambda: docx("<a>" + "<b/>" * 3_000_000), "has too many elements"),
    "tag": (
        lambda: docx("<a " + " ".join(f'a{at}=""' for at in range(500_000)) + "/>"),
        "a tag of more",
    ),
    "half": (lambda: SAMPLES["docx"][: len(SAMPLES["docx"]) // 2], "is damaged"),
    "encoding": (
        lambda: docx('<?xml version="1.0" encoding="UTF-8-1"?><d/>'),
        "names an encoding",
    ),
    "no text": (lambda: docx("<d/>"), "holds no text"),
    "many": (lambda: zipped({f"word/{at}.xml": "" for at in range(20_001)}), "an archive of more than 20000"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_means_harm_is_one_line(kind: str) -> None:
    made, what = REFUSED[kind]
    data = made()
    with ceiling(), pytest.raises(BriefingError) as raised:
        briefing_of(Material("a.docx", data))
    line = str(raised.value)
    assert what in line
    assert len(line) < 500
    assert "\n" not in line


CELL = "<text:p>a</text:p>"
#: What a few kilobytes can make of an hour where something is done for each of them to all the others.
BOUNDED: dict[str, Callable[[], bytes]] = {
    "styles": lambda: zipped({
        "word/document.xml": BODY.format("".join(
            f'<p><pPr><pStyle val="{at}"/></pPr><r><t>a</t></r></p>' for at in range(20_000)
        )),
        "word/styles.xml": "<s>" + "".join(
            f'<style styleId="{at}"><basedOn val="{at + 1}"/></style>' for at in range(50_000)
        ) + "</s>",
    }),
    "labels": lambda: zipped({
        "word/document.xml": BODY.format(
            '<p><pPr><numPr><numId val="1"/></numPr></pPr><r><t>a</t></r></p>' * 20_000
        ),
        "word/numbering.xml": '<n><abstractNum abstractNumId="1"><lvl ilvl="0"><lvlText val="' + "%1" * 50_000
        + '"/></lvl></abstractNum><num numId="1"><abstractNumId val="1"/></num></n>',
    }),
    "notes": lambda: test_epub.book({"a": test_epub.page('<aside class="footnote">a</aside>t' * 50_000)}),
    "sloppy": lambda: test_epub.book({"a": "<html><body>& <" + "<p><b><i>" * 50_000}),
    "signs": lambda: test_epub.book({"a": "<html><body>" + "&;<" * 300_000}),
    "cells": lambda: test_odt.document(
        "<table:table>" + (
            "<table:table-row>"
            + f'<table:table-cell table:number-columns-repeated="9999999">{CELL}</table:table-cell>' * 100
            + "</table:table-row>"
        ) * 200 + "</table:table>"
    ),
    "spaces": lambda: test_odt.document("<text:p>a" + '<text:s text:c="9999999"/>' * 50_000 + "b</text:p>"),
    "runs": lambda: docx(BODY.format("<p>" + "<r>" * 200 + "<t>a</t>" + "</r>" * 200 + "</p>")),
}  # fmt: skip


@pytest.mark.parametrize("kind", BOUNDED)
def test_what_is_large_in_an_odd_way_comes_to_an_end(kind: str) -> None:
    data = BOUNDED[kind]()
    with ceiling():
        assert briefing_of(Material("a", data)).paragraphs


def test_names_that_lead_out_of_the_archive_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped({"../x": "x", "/tmp/x": "x", "word/document.xml": BODY.format("<p><r><t>نص</t></r></p>")})
    assert briefing_of(Material("a", data)).paragraphs[0].text == "نص"
    pages = {"../../../etc/passwd": "", "a": test_epub.page("<p>نص</p>")}
    assert briefing_of(Material("a", test_epub.book(pages))).paragraphs[0].text == "نص"
    assert list(tmp_path.iterdir()) == []


PUT_IN = (b"<", b">", b"&", b'"', b"\0", b"\xff", b"<a>" * 600, b"</p>", b"9" * 30, b"-1", b"\xe2\x80\xae")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes with a few places changed, taken out, put in or doubled."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        how = chance.randrange(4)
        if how == 0:
            changed[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 1:
            del changed[at : at + chance.randrange(200)]
        elif how == 2:
            changed[at:at] = chance.choice(PUT_IN)
        else:
            changed[at:at] = changed[chance.randrange(len(changed) + 1) :][:300]
    return bytes(changed)


@pytest.mark.parametrize("kind", SAMPLES)
def test_whatever_is_changed_nothing_but_one_line_comes(kind: str) -> None:
    chance = random.Random(11)
    with zipfile.ZipFile(io.BytesIO(SAMPLES[kind])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(5000 if in_full() else 400):
        if chance.random() < 0.3:
            data = mutated(SAMPLES[kind], chance)
        else:
            name = chance.choice(list(members))
            data = zipped({**members, name: mutated(members[name], chance)})
        with suppress(BriefingError):
            briefing_of(Material("a", data), kind if chance.random() < 0.5 else "")
