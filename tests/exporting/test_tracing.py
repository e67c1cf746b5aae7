"""Where a text comes from: what is said is known, and what is not known is said."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Origin
from briefing.document.growing import GrowingParagraphs
from briefing.exporting import briefing_text, paragraph_text, source_line, source_text
from briefing.exporting.large import large_text
from briefing.exporting.tracing import is_summed_later, origin_line, trace_of
from briefing.sources import Material, briefing_of, load, load_bundled
from tests.tui.briefings import plain

WHEN = "2026-11-26T21:38:05+00:00"
PAGE = """<!doctype html><html lang=ar><head><meta charset=utf-8><title>عنوان الصفحة</title>
<meta name=author content="أحمد"><link rel=canonical href="https://example.org/a/1">
<meta property="article:published_time" content="2024-06-10T10:00:00Z"></head><body>
<nav><a href=/>الرئيسية</a> <a href=/b>اتصل بنا</a></nav><article><h1>عنوان المقال</h1>
<p>هذا نص طويل بما يكفي لكي يعرف البرنامج أنه مقال، وفيه كلمات كثيرة تتبعها كلمات أخرى حتى النهاية.</p>
<p>فقرة ثانية فيها كلمات أخرى كثيرة وعبارات متعددة تكفي للقراءة.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (Origin("notes/a.txt", "text"), "Source: a.txt"),
        (Origin("standard input", "text"), "Source: standard input"),
        (Origin("/dev/fd/63", "text"), "Source: a pipe"),
        (Origin("/proc/self/fd/11", "text"), "Source: a pipe"),
        (Origin("مقال.txt", "text"), "Source: مقال.txt"),
        (Origin("a\nb.txt", "text"), "Source: a b.txt"),
        (
            Origin("https://a.example/x", "html", received=WHEN),
            f"Source: https://a.example/x, captured {WHEN}",
        ),
        (
            Origin(
                "https://a.example/x?y",
                "html",
                received=WHEN,
                captured="1 May",
                canonical="https://a.example/x",
            ),
            f"Source: https://a.example/x, captured {WHEN}",
        ),
        (
            Origin("https://a.example/x", "html", canonical="https://b.example/"),
            "Source: https://a.example/x",
        ),
        (Origin("a.html", "html", canonical="https://b.example/"), "Source: https://b.example/"),
        (
            Origin(
                "a.html", "html", title="A title", author="A. Writer", published="10 June", captured="May"
            ),
            "Source: A title, A. Writer, 10 June, a.html, captured May",
        ),
        (
            Origin("a.html", "html", title=" عنوان\n", author="أحمد", published="2024-06-10"),
            "Source: 2024-06-10, a.html · عنوان · أحمد",
        ),
    ],
)
def test_one_line_has_what_is_known(origin: Origin, line: str) -> None:
    assert origin_line(origin) == line


def test_a_page_says_what_it_says_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE, "utf-8")
    briefing = load(file)
    trace = trace_of(briefing)
    assert {fact.id: fact.text for fact in trace.facts} == {
        "title": "عنوان الصفحة",
        "author": "أحمد",
        "published": "2024-06-10T10:00:00Z",
        "canonical": "https://example.org/a/1",
        "file": str(file),
        "size": f"{len(PAGE.encode()):,} bytes",
        "sha256": sha256(PAGE.encode()).hexdigest(),
        "format": "web page (HTML)",
        "encoding": "UTF-8, valid throughout",
    }
    assert trace.unknown == ("When it was captured",)
    [furniture] = trace.left_out
    assert "الرئيسية" in "".join(furniture.captured)
    printed = briefing_text(briefing).partition("\n\nSOURCE\n\n")[2].splitlines()
    assert printed[0] == source_line(briefing)
    assert f"- Left out: {furniture.label}: {furniture.english}" in printed
    assert not any("الرئيسية" in line for line in printed)


def test_what_came_from_an_address_or_a_pipe_is_told_apart() -> None:
    fetched = briefing_of(
        Material("https://b.example/x", "نص".encode(), asked="https://a.example/x", received=WHEN)
    )
    facts = {fact.id: fact.text for fact in trace_of(fetched).facts}
    assert (facts["address"], facts["asked"], facts["received"]) == (
        "https://b.example/x",
        "https://a.example/x",
        WHEN,
    )
    assert "file" not in facts
    assert trace_of(fetched).unknown == ("A title of its own", "Author", "Date")
    piped = briefing_of(Material("standard input", "نص".encode("windows-1256"), encoding="windows-1256"))
    facts = {fact.id: fact.text for fact in trace_of(piped).facts}
    assert (facts["input"], facts["encoding"]) == ("standard input", "windows-1256, as asked for")
    assert not {"file", "address"} & facts.keys()


def test_of_a_briefing_it_is_what_a_person_wrote() -> None:
    bundled = load_bundled()
    trace = trace_of(bundled)
    assert [fact.id for fact in trace.facts] == ["source", "file", "capture"]
    assert trace.facts[0].text.startswith("Arabic news article")
    assert Path(trace.facts[2].text).is_file()
    assert bundled.provenance is not None
    assert trace.unknown == bundled.provenance.unknown
    text = source_text(bundled)
    assert "- Poster: Sibyan Najd, a user name · صبيان نجد" in text
    assert "- Not known: The date of the capture" in text
    nothing = replace(bundled, provenance=None)
    assert trace_of(nothing).unknown == ("Where the text comes from",)


def test_each_thing_is_one_line_whatever_it_is_called() -> None:
    origin = Origin("a\nb\u2028c.txt", "text", sha256="00", asked="x\ry", captured="1\n2", left_out=())
    lines = source_text(replace(plain("نص"), origin=origin)).split("\n")
    assert "- File: a b c.txt" in lines
    assert all(line.startswith("- ") for line in lines[2:])


def test_what_was_changed_since_it_was_captured_is_said_to_be() -> None:
    for is_altered in (True, False):
        briefing = replace(plain("نص"), origin=Origin("a.txt", "text", is_altered=is_altered))
        assert ("altered" in {fact.id for fact in trace_of(briefing).facts}) is is_altered


def test_a_checksum_is_made_later_of_a_file_only() -> None:
    assert is_summed_later(Origin("a.txt", "text"))
    for origin in (None, Origin("a.txt", "text", sha256="0"), Origin("standard input", "text")):
        assert not is_summed_later(origin)
    briefing = replace(plain("نص"), origin=Origin("standard input", "text", size=9))
    assert "Its SHA-256: it is no file that could be read again" in trace_of(briefing).unknown
    briefing = replace(plain("نص"), origin=Origin("a.txt", "text", size=9))
    assert "SHA-256" not in source_text(briefing)
    lines = source_text(briefing, "00ff").splitlines()
    assert lines[lines.index("- Size: 9 bytes") + 1] == "- SHA-256: 00ff"


def test_a_copied_paragraph_is_the_authors_and_its_source_stands_under_it() -> None:
    text = "نَصٌّ \u200f\tفيه\r\nكل شيء  "
    briefing = plain(text)
    assert paragraph_text(briefing, briefing.paragraphs[0]) == f"{text}\n\nSource: a.txt"


def encoding_told(briefing: Briefing) -> dict[str, str]:
    return {fact.id: fact.text for fact in trace_of(briefing).facts if fact.id in ("encoding", "lost")}


LARGE = "plain words, as they are in many files\n\n" * 40_000
WORDS = "قال المتحدث إن الاجتماع انتهى دون اتفاق وسيعود الطرفان بعد شهر\n\n" * 300


@pytest.mark.whole
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (LARGE.encode() + WORDS.encode(), {"encoding": "UTF-8, valid throughout"}),
        (
            LARGE.encode() + WORDS.encode() + b"\xff\xfe\n",
            {"encoding": "UTF-8, recognised by its letters", "lost": "2 places, shown as \ufffd"},
        ),
        ((LARGE + WORDS).encode("cp1256"), {"encoding": "windows-1256, recognised by its letters"}),
    ],
)
def test_of_a_large_text_no_more_is_said_of_its_encoding_than_was_read(
    data: bytes, told: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    briefing = load(tmp_path / "a.txt")
    assert isinstance(briefing.paragraphs, GrowingParagraphs)
    assert encoding_told(briefing) == {"encoding": "UTF-8, valid as far as it is read"}
    while briefing.paragraphs.count_on():
        pass
    assert encoding_told(briefing) == told
    anew = load(tmp_path / "a.txt")
    assert isinstance(anew.paragraphs, GrowingParagraphs)
    printed = "".join(large_text(anew, anew.paragraphs, as_section=False))
    assert f"- Encoding: {told['encoding']}\n" in printed


def test_no_address_is_told_twice_and_no_number_of_a_pipe() -> None:
    here = "https://a.example/x"
    origin = Origin(here, "html", canonical=here, received=WHEN)
    briefing = replace(briefing_of(Material(here, PAGE.encode())), origin=origin)
    assert [fact.label for fact in trace_of(briefing).facts if fact.text == here] == ["Address"]
    briefing = replace(briefing, origin=Origin("/dev/fd/63", "text", sha256="0"))
    assert ("Came by", "a pipe") in [(fact.label, fact.text) for fact in trace_of(briefing).facts]
