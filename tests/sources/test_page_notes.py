"""Footnotes of web pages: found whatever program wrote them, and nothing else taken for one."""

from typing import Final

import pytest

from tests.judges.ceiling import ceiling
from tests.sources.test_web_pages import ARABIC, article, texts
from tests.tiers import some_of

NOTE: Final = "هامشٌ فيه <a href='https://a.example/'>رابط</a>."
NOTED: Final = {
    "pandoc": (
        '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
        f'<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1" role="doc-endnote"><p>{NOTE}'
        '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ),
    "LibreOffice": (
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
        f" {NOTE}</p></div>",
    ),
    "Word": (
        '<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>',
        '<hr><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> '
        f"{NOTE}</p></div>",
    ),
    "MediaWiki": (
        '<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>',
        '<div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">'
        f'<a href="#cite_ref-1">↑</a></span> <span class="reference-text">{NOTE}</span></li></ol></div>',
    ),
    "by hand": (
        '(<a href="#n1" id="r1">1</a>)',
        f'<footer><p id="n1"><a href="#r1">(1)</a> {NOTE}</p></footer>',
    ),
}


@pytest.mark.parametrize("program", NOTED)
def test_footnotes_whoever_wrote_them(program: str) -> None:
    sign, note = NOTED[program]
    found = article(f"<html><body><h1>ا</h1><p>{ARABIC}{sign} ثم</p><p>{ARABIC}</p>{note}</body></html>")
    shown = "(1)" if program == "by hand" else "[1]"
    assert [(one.kind, one.label, one.text) for one in found.paragraphs] == [
        ("heading", "", "ا"), ("text", "", f"{ARABIC}{shown} ثم"), ("text", "", ARABIC),
        ("note", "[1]", "هامشٌ فيه رابط."),
    ]  # fmt: skip
    assert [one.address for one in found.paragraphs[-1].inlines] == ["https://a.example/"]


def test_links_into_a_page_that_are_no_footnotes_stay_as_they_are() -> None:
    contents = '<p><a id="top" href="#s1">1</a> <a href="#s2">2</a> <a href="#none">3</a></p>'
    page = (
        f'{contents}<h2 id="s1">أول</h2><p>{ARABIC}</p><h2 id="s2">ثان</h2><p>{ARABIC} <a href="#x">4</a></p>'
    )
    assert texts(article(page)) == ["1 2 3", "أول", ARABIC, "ثان", f"{ARABIC} 4"]


@pytest.mark.whole
@pytest.mark.parametrize("many", some_of(1_000, 10_000))
def test_footnotes_without_end_take_no_time_worth_mentioning(many: int) -> None:
    links = "".join(f'<a id="r{at}" href="#n">1</a> <b>نص</b>' for at in range(many))
    with ceiling(60):
        article(f'<p>{links}</p><div id="n">{"<i>ا</i>" * (2 * many)}</div>')
