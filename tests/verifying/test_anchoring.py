"""What is said to be the same is the same, whatever was done to the article; nothing moves in silence."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.model import Paragraph
from briefing.sources import load
from briefing.verifying.anchoring import fate
from briefing.verifying.anchors import ANCHORS_NAME, anchor_at, around, read_anchors
from briefing.verifying.checking import check
from tests.document.sample import ARTICLE, write_briefing
from tests.judges import warm
from tests.tiers import examples

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"
WORDS = ("قال", "الوزير", "إن", "المحادثات", "بدأت", "أمس", "في", "x")
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4
)


def paragraphs_of(texts: list[str]) -> list[Paragraph]:
    return [Paragraph(number, text) for number, text in enumerate(texts, 1)]


@settings(max_examples=examples(4))
@given(before=TEXTS, data=st.data())
def test_same_is_the_same_place_between_the_same_words(before: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(before)))
    text = before[number - 1]
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    start = text.index(quote)
    anchor = anchor_at(paragraphs_of(before), "\n\n".join(before), number, start, quote)
    after = list(before)
    for _ in range(data.draw(st.integers(0, 3))):  # edits
        at = data.draw(st.integers(0, len(after) - 1))
        one = after[at]
        low = data.draw(st.integers(0, len(one)))
        high = data.draw(st.integers(low, len(one)))
        after[at] = one[:low] + data.draw(st.sampled_from(("", " ", *WORDS, quote))) + one[high:]
        if data.draw(st.booleans()):
            after.insert(at, data.draw(st.sampled_from((*before, *WORDS))))
    now = fate(anchor, paragraphs_of(after))
    if after == before:
        assert now.kind == "same"
    if now.kind == "same":
        there = after[number - 1]
        assert there.find(quote) == start
        assert around(there, start, start + len(quote)) == around(text, start, start + len(quote))
    elif now.kind == "moved":
        assert after[now.paragraph - 1].find(quote) == now.offset
        assert now.why
    else:
        assert now.why


def anchor(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return warm.run_text("check", "--anchor", *arguments, folder)


@pytest.fixture
def anchored(tmp_path: Path) -> Path:
    run = anchor(write_briefing(tmp_path))
    assert "anchored: 1" in run.stdout
    return tmp_path


def anchor_rules(folder: Path) -> list[tuple[str, str]]:
    findings = check(folder).findings
    return [(one.rule, one.level) for one in findings if one.rule.startswith("anchor")]


def test_anchors_are_web_annotations(anchored: Path) -> None:
    page = json.loads((anchored / ANCHORS_NAME).read_text())
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    (item,) = page["items"]
    quote, position = item["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert ARTICLE[position["start"] : position["end"]] == quote["exact"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] == ARTICLE.split("\n")[0]
    assert anchor_rules(anchored) == []
    load(anchored)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("لا تعليق", "لا تعليق اليوم", None),
        ("قالَ الوزير", "أمس قالَ الوزير", "anchor-moved"),
        ("بدأت.", "بدأت اليوم.", "anchor-moved"),
        ("قالَ الوزير", "جديد.\n\nقالَ الوزير", "anchor-moved"),
        ("قالَ الوزير إن", "نفى الوزير أن", "anchor-orphan"),
    ],
)
def test_a_changed_article_is_noticed(anchored: Path, old: str, new: str, rule: str | None) -> None:
    article = anchored / "article.txt"
    article.write_text(article.read_text().replace(old, new))
    assert anchor_rules(anchored) == ([(rule, "mistake")] if rule else [])


def test_places_in_an_article_in_markdown_are_those_of_its_words(tmp_path: Path) -> None:
    """Its marks and backslashes are none of them; a control is told where it stands in the file."""
    write_briefing(tmp_path, 'article = "article.txt"', 'article = "article.md"')
    text = "**قالَ** الوزير\\\n\\* إن المحادثات بدأت.\n\n- \u202eعكس\u202c\n\nلا تعليق.\n"
    (tmp_path / "article.md").write_text(text, encoding="utf-8")
    toml = tmp_path / "briefing.toml"
    words = 'quote = "* إن المحادثات بدأت"'
    toml.write_text(toml.read_text("utf-8").replace('quote = "قالَ الوزير إن المحادثات بدأت"', words), "utf-8")
    (control,) = [one for one in check(tmp_path).findings if one.rule == "hidden-control"]
    assert (Path(control.file).name, control.region.line) == ("article.md", 4)
    (tmp_path / "article.md").write_text(text.replace("\u202e", "&#8238;"), encoding="utf-8")
    (control,) = [one for one in check(tmp_path).findings if one.rule == "hidden-control"]
    assert (Path(control.file).name, control.what[:24]) == ("article.md", "a hidden control (RLO), ")
    (tmp_path / "article.md").write_text(text, encoding="utf-8")
    assert "anchored: 1" in anchor(tmp_path).stdout
    (item,) = json.loads((tmp_path / ANCHORS_NAME).read_text())["items"]
    position = item["target"]["selector"][1]
    plain = "\n\n".join(one.text for one in load(tmp_path).paragraphs)
    assert plain[position["start"] : position["end"]] == "* إن المحادثات بدأت"
    assert anchor_rules(tmp_path) == []


def test_what_moved_is_shown_and_only_then_agreed_to(anchored: Path) -> None:
    article, toml = anchored / "article.txt", anchored / "briefing.toml"
    article.write_text(f"جديد.\n\n{article.read_text()}")
    before, kept = toml.read_bytes(), (anchored / ANCHORS_NAME).read_bytes()
    run = anchor(anchored)
    assert 'moved: section "start", claim 1, citation 1: stands in ¶2 now' in run.stdout
    assert "nothing was changed" in run.stderr
    assert (toml.read_bytes(), (anchored / ANCHORS_NAME).read_bytes()) == (before, kept)
    run = anchor(anchored, "--yes")
    assert run.stdout.count("paragraph = 2, quote") == 1
    assert load(anchored).sections[0].claims[0].citations[0].paragraph == 2
    assert toml.read_bytes() == before.replace(b"{ paragraph = 1,", b"{ paragraph = 2,")
    assert anchor_rules(anchored) == []


def test_an_orphan_stays_one_until_its_quote_is_mended(anchored: Path) -> None:
    article = anchored / "article.txt"
    text = article.read_text()
    article.write_text(text.replace("بدأت", "انتهت"))
    assert "not anchored: " in anchor(anchored, "--yes").stdout
    kept = read_anchors(anchored)
    assert kept
    assert len(kept[0]) == 1
    assert anchor_rules(anchored) == [("anchor-orphan", "mistake")]
    article.write_text(text)
    assert anchor_rules(anchored) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"items": [1]}', '{"items": null}', "\ufeff", "{" * 100_000]
)
def test_a_file_of_anchors_that_is_none_is_told(anchored: Path, text: str) -> None:
    (anchored / ANCHORS_NAME).write_text(text)
    assert ("unreadable", "mistake") in [(one.rule, one.level) for one in check(anchored).findings]


def test_new_citations_are_a_remark_and_nothing_is_anchored_unasked(tmp_path: Path) -> None:
    write_briefing(tmp_path)
    assert anchor_rules(tmp_path) == []
    assert not (tmp_path / ANCHORS_NAME).exists()
    anchor(tmp_path)
    toml = tmp_path / "briefing.toml"
    toml.write_text(toml.read_text().replace("إن المحادثات بدأت", "إن المحادثات"))
    assert anchor_rules(tmp_path) == [("anchor-missing", "remark")]
