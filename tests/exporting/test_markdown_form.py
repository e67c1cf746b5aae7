"""Markdown, rendered by a renderer that people use: its text is the author's, and nothing of it acts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from msgspec.structs import replace

from briefing.document import Citation, Claim
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.markdown import written
from briefing.exporting.markdown_text import as_shown
from briefing.exporting.tongues import tongue
from briefing.sources import load_bundled
from tests.exporting.samples import ACTING, BARE, about, texts
from tests.tiers import examples

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
RENDERER.use(footnote_plugin).use(front_matter_plugin)
OURS = {
    *("h1", "h2", "h3", "p", "ul", "li", "sup", "a", "div", "hr", "section", "ol"),
    *("table", "thead", "tbody", "tr", "th", "td", "span", "br", "strong"),
}
OF_KINDS = {"blockquote", "pre", "code"}


class Page(HTMLParser):
    """The text of a page, a blank line between its blocks, and its tags."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(RENDERER.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        self.text += "\n" if tag == "br" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_bundled_briefing_word_by_word() -> None:
    briefing = load_bundled()
    page = Page(written(chosen(briefing)).decode())
    for paragraph in briefing.paragraphs:
        assert f"¶{paragraph.number} {paragraph.text}\n" in page.text
    for section in briefing.sections:
        for claim in section.claims:
            assert f"{claim.text} ¶{claim.paragraphs[0]}" in page.text
            assert all(f"¶{one.paragraph} «{one.quote}»" in page.text for one in claim.citations)
    for event in briefing.events:
        assert f"{event.date}\n{event.basis}\n{event.title}\n{event.arabic}\n¶" in page.text
    assert ("div", {"dir": "rtl", "lang": "ar"}) in page.tags
    notes = [attributes for tag, attributes in page.tags if attributes.get("class") == "footnote-item"]
    assert len(notes) == sum(len(claim.citations) for one in briefing.sections for claim in one.claims)


@given(texts)
@example("\n")
@settings(max_examples=examples(1.5))
def test_no_text_acts(text: str) -> None:
    briefing = about(text)
    page = Page(written(chosen(briefing)).decode())
    shown = as_shown(text)
    assert {tag for tag, _ in page.tags} <= OURS | OF_KINDS
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert all(link and re.fullmatch(r"#fn(ref)?\d+(:\d+)?", link) for link in links)
    tables = [tag for tag, _ in page.tags if tag == "table"]
    assert len(tables) == 3
    assert f"¶1 {shown}\n" in page.text
    assert f"¶3 {shown}\n" in page.text
    assert f"¶4 3. {shown}\n" in page.text
    assert f"¶5 {shown}\n" in page.text
    assert f"{shown}\n" in page.text.partition("¶6")[2]
    assert f"¶1 «{shown}»" in page.text
    assert f"2024-06-10\nstated\n{shown}\nنص\n¶1\n{shown}\n" in page.text
    assert f"{shown}\nperson\n{shown}\n{shown} / نص\n" in page.text
    # Behind words from right to left, which would draw the numbers into them, is a mark of direction.
    assert any(f"\n{shown}{mark} ¶1 ¶2" in page.text for mark in ("", "\u200e"))


@pytest.mark.parametrize("text", ACTING)
def test_the_front_matter_is_yaml_that_says_the_same(text: str) -> None:
    lines = written(chosen(about(text))).decode().split("\n")
    assert lines[0] == "---"
    matter = lines[1 : lines.index("---", 1)]
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load("\n".join(matter))["title"] == as_shown(text)
    keys = [line.partition(":")[0] for line in matter]
    language = (
        ["lang"] if tongue(one.text for one in about(text).paragraphs).lang else []
    )  # nothing is said of what is not known
    assert keys[: 2 + len(language)] == ["title", "title_original", *language]
    assert keys.count("lang") == len(language)


def test_numbers_are_not_drawn_into_words_before_them() -> None:
    mixed, right = Claim("He (صبيان نجد)", (Citation(1, "نص"),)), Claim("نص", (Citation(1, "نص"),))
    (section,) = BARE.sections
    text = written(chosen(replace(BARE, sections=(replace(section, claims=(mixed, right)),)))).decode()
    assert "- He (صبيان نجد)&lrm; ¶1[^1]\n" in text
    assert '- <span dir="rtl" lang="und-Arab">نص</span> ¶1[^2]\n' in text


def test_parts_and_emptiness() -> None:
    assert written(chosen(BARE)).decode().endswith("¶1 نص\n\n</div>\n\n---\n\nSource: a.txt\n")
    names = written(chosen(load_bundled(), parts=["names"])).decode()
    assert "## Names" in names
    assert "## Summary" not in names
    assert "[^1]" not in written(chosen(load_bundled(), quotes=False)).decode()
