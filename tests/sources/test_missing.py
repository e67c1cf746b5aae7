"""Only an article is needed: whatever else is missing, the briefing opens and prints."""

from pathlib import Path

import pytest

from briefing.exporting.plain import briefing_text
from briefing.sources import load

ARTICLE = "الفقرة الأولى.\n\nالفقرة الثانية.\n"
SECTION = '[[sections]]\nkey = "a"\nparagraphs = [1]\n'


@pytest.mark.parametrize(
    "toml",
    [
        "",
        "[title]\n",
        '[title]\nenglish = "Talks"\n',
        '[title]\narabic = "محادثات"\n',
        'bottom_line = ""\n',
        'bottom_line = "Talks."\n',
        SECTION,
        f'{SECTION}[[sections.claims]]\ntext = "A"\ncitations = [{{ paragraph = 1, quote = "الأولى" }}]\n',
        '[[events]]\ndate = "XXXX-06-10"\ntitle = "Talks"\nparagraphs = [1]\n',
        '[[names]]\nkind = "body"\nenglish = "First"\narabic = ["الأولى"]\n',
        '[provenance]\nsource = "A test."\n[[provenance.details]]\nlabel = "Poster"\ncaptured = ["x"]\n',
    ],
)
def test_a_briefing_of_an_article_and_little_else_opens(toml: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(f'article = "article.txt"\n{toml}', encoding="utf-8")
    briefing = load(tmp_path)
    assert briefing.title.shown
    assert briefing.sections
    assert "الفقرة الأولى." in briefing_text(briefing)
