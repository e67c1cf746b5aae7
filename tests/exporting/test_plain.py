"""A briefing as plain text: what is copied is the document's own, what is printed is safe on a terminal."""

from hashlib import sha256
from pathlib import Path

import pytest

from briefing.document import Briefing, full_article
from briefing.exporting import briefing_text, claim_text, section_page, section_text, source_line
from briefing.sources import load, load_bundled
from tests.document.sample import write_briefing

PRESENTATION_FORMS = [(0xFB50, 0xFDFF), (0xFE70, 0xFEFC)]


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


@pytest.fixture
def small(tmp_path: Path) -> Briefing:
    return load(write_briefing(tmp_path))


def test_a_section_is_copied_with_titles_claims_citations_and_source(small: Briefing) -> None:
    assert section_text(small, small.section("start")) == (
        "Talks\nمحادثات\nStart · البداية\n\n- The minister said the talks had begun. ¶1\n\nSource: a test."
    )


def test_the_full_article_is_copied_with_the_bottom_line_and_claims_under_their_sections(
    small: Briefing,
) -> None:
    assert section_text(small, full_article(small)) == (
        "Talks\n"
        "محادثات\n"
        "Full article · المقال الكامل\n"
        "\n"
        "Talks began and ended.\n"
        "\n"
        "Start · البداية\n"
        "- The minister said the talks had begun. ¶1\n"
        "\n"
        "Source: a test."
    )


def test_a_claim_is_copied_with_its_arabic_words_and_source(small: Briefing) -> None:
    assert claim_text(small, small.sections[0].claims[0]) == (
        "The minister said the talks had begun.\n¶1 «قالَ الوزير إن المحادثات بدأت»\n\nSource: a test."
    )


def test_a_section_is_printed_with_its_summary_and_paragraphs(small: Briefing) -> None:
    assert section_page(small, small.section("start")) == (
        "Talks\n"
        "محادثات\n"
        "Start · البداية\n"
        "\n"
        "- The minister said the talks had begun. ¶1\n"
        "\n"
        "¶1 قالَ الوزير إن المحادثات بدأت.\n"
        "\n"
        "¶2 انتهت المحادثات أمس.\n"
        "\n"
        "Source: a test.\n"
    )


def test_a_briefing_is_printed_whole(small: Briefing) -> None:
    assert briefing_text(small) == (
        "Talks\n"
        "محادثات\n"
        "\n"
        "Talks began and ended.\n"
        "\n"
        "SUMMARY\n"
        "\n"
        "Start · البداية\n"
        "- The minister said the talks had begun. ¶1\n"
        "\n"
        "ARTICLE\n"
        "\n"
        "¶1 قالَ الوزير إن المحادثات بدأت.\n"
        "\n"
        "¶2 انتهت المحادثات أمس.\n"
        "\n"
        "¶3 لا تعليق.\n"
        "\n"
        "TIMELINE\n"
        "\n"
        "- 2024?-06-10 [inferred] Talks end ¶2 (The year is inferred.) · نهاية المحادثات\n"
        "\n"
        "NAMES\n"
        "\n"
        "- [person] The minister: Speaks · الوزير\n"
        "\n"
        "PROVENANCE\n"
        "\n"
        "Source: a test.\n"
    )


def test_the_bundled_briefing_is_printed_whole_and_once(bundled: Briefing) -> None:
    printed = briefing_text(bundled)
    for paragraph in bundled.paragraphs:
        assert printed.count(f"\n¶{paragraph.number} {paragraph.text}\n") == 1
    lines = printed.splitlines()
    for claim in full_article(bundled).claims:
        assert sum(claim.text in line for line in lines) == 1
    for event in bundled.events:
        assert sum(f"- {event.date} [{event.basis}] " in line and event.arabic in line for line in lines) == 1
    for name in bundled.names:
        assert (
            sum(f"[{name.kind}] {name.english}: " in line and name.arabic[-1] in line for line in lines) == 1
        )
    assert bundled.provenance is not None
    for detail in bundled.provenance.details:
        assert sum(detail.label in line and detail.captured[-1] in line for line in lines) == 1
    for unknown in bundled.provenance.unknown:
        assert f"- Not known: {unknown}" in lines
    assert sum(line.startswith("- Left out: ") for line in lines) == 3


def test_every_section_page_has_its_paragraphs_and_no_others(bundled: Briefing) -> None:
    for section in (*bundled.sections, full_article(bundled)):
        page = section_page(bundled, section)
        for paragraph in bundled.paragraphs:
            assert (paragraph.text in page) == (paragraph.number in section.paragraphs)


def test_what_is_copied_and_printed_is_logical_text(bundled: Briefing) -> None:
    texts = [section_text(bundled, section) for section in (*bundled.sections, full_article(bundled))]
    texts += [claim_text(bundled, claim) for claim in full_article(bundled).claims]
    for text in (*texts, briefing_text(bundled)):
        assert not any(low <= ord(c) <= high for c in text for low, high in PRESENTATION_FORMS)
        assert not any(
            c in text for c in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x1b"
        )
    for text in texts:
        assert text.endswith(source_line(bundled))


def test_a_plain_text_file_is_its_paragraphs(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("أولى\nتتمة\n\nثانية\n", encoding="utf-8")
    briefing = load(file)
    text, _, source = briefing_text(briefing).partition("\n\nSOURCE\n\n")
    assert text == "¶1 أولى\nتتمة\n\n¶2 ثانية"
    assert source == (
        "Source: notes.txt\n"
        "- File: notes.txt\n"
        "- Size: 30 bytes\n"
        f"- SHA-256: {sha256(file.read_bytes()).hexdigest()}\n"
        "- Format: plain text\n"
        "- Encoding: UTF-8, valid throughout\n"
        "- Not known: A title of its own\n"
        "- Not known: Author\n"
        "- Not known: Date\n"
        "- Not known: Address\n"
        "- Not known: When it was captured\n"
    )
    assert section_page(briefing, briefing.section("text")) == (
        "¶1 أولى\nتتمة\n\n¶2 ثانية\n\nSource: notes.txt\n"
    )
    assert section_text(briefing, briefing.section("text")) == "أولى\n\nSource: notes.txt"
    assert section_page(briefing, full_article(briefing)).count("¶1 أولى") == 1


def test_controls_are_copied_as_they_are_but_printed_as_pictures(tmp_path: Path) -> None:
    quote = "قالَ الوزير إن المحادثات بدأت"
    folder = write_briefing(tmp_path, quote, "الوزير\\u001B[2J")
    article = folder / "article.txt"
    article.write_text(article.read_text("utf-8").replace("الوزير", "الوزير\x1b[2J", 1), encoding="utf-8")
    briefing = load(folder)
    assert "الوزير\x1b[2J" in claim_text(briefing, briefing.sections[0].claims[0])
    for printed in (briefing_text(briefing), section_page(briefing, briefing.sections[0])):
        assert "الوزير␛[2J" in printed
        assert "\x1b" not in printed


def test_a_draft_is_marked_wherever_it_leaves(tmp_path: Path) -> None:
    drafted = load(write_briefing(tmp_path, 'begun."\n', 'begun."\ndrafted = true\n'))
    said = "[draft] The minister said the talks had begun."
    assert claim_text(drafted, drafted.sections[0].claims[0]).startswith(said)
    for text in (briefing_text(drafted), section_page(drafted, drafted.section("start"))):
        assert f"\n- {said} ¶1\n" in text
    assert said in section_text(drafted, drafted.section("start"))
