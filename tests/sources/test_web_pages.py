"""Of a web page the article is read, as a person copies it, and what the page says of itself."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from briefing.document.model import Inline, Paragraph
from briefing.sources import Material, briefing_of, load
from briefing.sources.article import Article
from briefing.sources.formats.html import read
from tests.needs import needs

PAGES: Final = Path(__file__).parent / "pages"


def article(html: str, **given: Any) -> Article:
    return read(Material(given.pop("name", "page.html"), html.encode(), **given))


def texts(found: Article) -> list[str]:
    return [one.text for one in found.paragraphs]


class Right(NamedTuple):
    """What a page says of itself, and the elements that hold what a person copies (in `pages/NAME.txt`)."""

    title: str
    author: str
    published: str
    canonical: str
    element: str
    encoding: str = "UTF-8"


RIGHT: Final = {
    "news": Right(
        "منسوب النهر يرتفع مترا ونصفا & الطوارئ تنتشر",
        "ليلى حداد, سامي نجم",
        "2024-03-17T09:30:00+03:00",
        "https://news.example/2024/03/river",
        ".story-body",
    ),
    "thread": Right(
        "ملاحظات على معرض الطيران",
        "",
        "2021-08-01T10:00:00+0300",
        "https://forum.example/threads/air-show.1/",
        ".bbWrapper",
    ),
    "board": Right(
        "خزان الوقود - منتديات السيارات",
        "",
        "",
        "",
        "[id^=post_message_]",
        "windows-1256",
    ),
    "blog": Right(
        "كيف تعلمت النجارة",
        "يوسف",
        "2019-11-02T18:00:00+00:00",
        "https://yusuf.example/carpentry/",
        ".entry-content",
    ),
    "saved": Right(
        "البحر الذي كان هنا",
        "هند سالم",
        "2022-05-30",
        "https://mag.example/essays/sea?id=7",
        ".essay",
    ),
}


def copied(name: str) -> list[str]:
    """The paragraphs that a person copies out of a page."""
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n\n")


@pytest.mark.parametrize("name", RIGHT)
def test_the_article_is_read_paragraph_by_paragraph(name: str) -> None:
    path = PAGES / f"{name}.html"
    found, right = read(Material(str(path), path.read_bytes())), RIGHT[name]
    assert texts(found) == copied(name)
    assert [one.number for one in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))
    said = (found.title, found.author, found.published, found.canonical, found.encoding)
    assert said == (right.title, right.author, right.published, right.canonical, right.encoding)


_ASK: Final = """<script>
document.querySelectorAll("[role=button], .ad-slot, .sharedaddy").forEach(one => one.remove());
document.querySelectorAll("strong").forEach(one => one.textContent.startsWith("اقرأ") && one.remove());
const shown = [...document.querySelectorAll(%s)].map(one => one.innerText);
document.documentElement.replaceChildren();
document.documentElement.setAttribute("data-shown", encodeURIComponent(JSON.stringify(shown)));
</script>"""


@needs("chromium")
@pytest.mark.parametrize("name", RIGHT)
def test_the_lines_are_those_that_chromium_shows(name: str, tmp_path: Path) -> None:
    """The furniture taken out, the article's element has the text that is read, in the same lines."""
    from urllib.parse import unquote

    path, right = PAGES / f"{name}.html", RIGHT[name]
    codec = "cp1256" if right.encoding == "windows-1256" else "utf-8"
    page = tmp_path / path.name
    page.write_bytes(path.read_bytes() + (_ASK % json.dumps(right.element)).encode(codec))
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'user'}",
        "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    dom = subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode()
    shown: list[str] = json.loads(unquote(dom.partition('data-shown="')[2].partition('"')[0]))
    lines = [line.strip() for text in shown for line in text.splitlines() if line.strip()]
    read_ = [
        line for text in texts(read(Material(str(path), path.read_bytes()))) for line in text.split("\n")
    ]
    assert [one.replace("\t", " ") for one in read_] == [one.replace("\t", " ") for one in lines]


def test_what_was_left_out_can_be_seen() -> None:
    path = PAGES / "news.html"
    found = {one.label: one for one in read(Material(str(path), path.read_bytes())).left_out}
    assert list(found) == [
        "Outside the article", "Inside the article", "Hidden text", "Pictures", "Scripts and styles",
    ]  # fmt: skip
    assert "مزارعون يطالبون بتعويضات عن المحاصيل" in found["Outside the article"].captured
    assert found["Inside the article"].captured == ("إعلان", "اقرأ أيضا: فيضانات العام الماضي")
    assert found["Inside the article"].english.startswith("2 lines, 36 characters: ")
    assert found["Hidden text"].captured == ("نص مخفي لا يراه أحد",)
    assert (found["Pictures"].captured, found["Pictures"].english) == (("النهر عند الجسر",), "1 picture")
    assert found["Scripts and styles"].english == "3, none of which was run"


def test_a_page_opens_as_a_briefing_whose_headings_cut_it() -> None:
    briefing = load(PAGES / "blog.html")
    assert briefing.title.arabic == "كيف تعلمت النجارة"
    assert [section.arabic for section in briefing.sections] == ["", "العدة", "الخشب"]
    assert briefing.origin is not None
    assert (briefing.origin.format, briefing.origin.encoding) == ("html", "UTF-8")


def test_kinds_of_paragraphs_and_words_are_kept() -> None:
    path = PAGES / "blog.html"
    found = read(Material(str(path), path.read_bytes())).paragraphs
    assert [(one.kind, one.level, one.label) for one in found[1:7]] == [
        ("heading", 2, ""), ("text", 0, ""), ("item", 1, "1."), ("item", 1, "2."), ("item", 2, "•"),
        ("heading", 2, ""),
    ]  # fmt: skip
    assert [one.kind for one in found[8:14]] == ["row", "row", "row", "quote", "code", "text"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>نص قصير</p>",
        "<html><body><nav><a href=/>قائمة طويلة من الروابط</a></nav><p>نص قصير</p></body></html>",
        "<body>نص <b>قصير</b>",
        "<!doctype html><title>t</title><div><div>نص قصير</div></div><script>var a = '<p>b</p>'</script>",
        "<frameset><frame src=a></frameset><noframes>نص</noframes>نص قصير",
    ],
)
def test_a_small_page_is_read_whole(html: str) -> None:
    assert texts(article(html))[-1] == "نص قصير"


LONG: Final = "كلمات كثيرة في جملة طويلة بما يكفي ليعرف أنها من المقال، لا من غيره. " * 4


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body><p>{LONG}</p></body></html><p>{LONG}",
        f"<html><body><p>{LONG}<body class=b><p>{LONG}</body></html></body>",
        f"<html style='display:none'><body hidden style='visibility:hidden'><p>{LONG}<p>{LONG}",
        f"<p>{LONG}</html><title>t</title><html><p>{LONG}",
        f"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{LONG}</p><p>{LONG}</p></body></html>",
        f"<div>{LONG}<x-y>{'<o:p></o:p>'}</x-y></div><svg><text>t</text></svg><div>{LONG}</div>",
    ],
)
def test_pages_that_are_not_as_they_should_be_are_read_as_browsers_do(html: str) -> None:
    assert texts(article(html)) == [LONG.strip()] * 2


def test_a_page_without_text_is_one_line() -> None:
    from briefing.document import BriefingError

    for html in (
        "<html></html>",
        "<!doctype html>",
        "<body><script>a()</script></body>",
        "<html><img alt=a>",
    ):
        with pytest.raises(
            BriefingError, match="holds no text; if a browser shows some, save the page there"
        ):
            briefing_of(Material("page.html", html.encode()))


@pytest.mark.parametrize("start", ["http://[", "javascript:a", "//x", "\x00", ""])
def test_a_base_that_is_no_address_gives_links_none(start: str) -> None:
    found = article(f'<base href="{start}"><link rel=canonical href="{start}"><p><a href="b">a</a>')
    assert (found.paragraphs, found.canonical) == ((Paragraph(1, "a"),), "")


def test_links_start_from_where_the_page_came_from() -> None:
    found = article('<p><a href="../b">a</a>', name="https://example.org/c/d/e")
    assert found.paragraphs[0].inlines == (Inline(0, 1, "link", "https://example.org/c/b"),)


ARABIC: Final = "هذا نص عربي طويل بما يكفي ليعرف ترميزه من حروفه وحدها، وفيه كلمات كثيرة."


@pytest.mark.parametrize(
    ("codec", "declared", "charset", "right"),
    [
        ("cp1256", "windows-1256", "", ("windows-1256", "declared")),
        ("iso8859-6", "iso-8859-6", "", ("ISO-8859-6", "declared")),
        ("cp1256", "", "windows-1256", ("windows-1256", "declared")),
        ("cp1256", "iso-8859-1", "", ("windows-1256", "recognised")),
        ("cp1256", "utf-8", "utf-8", ("windows-1256", "recognised")),
        ("utf-8", "windows-1256", "", ("UTF-8", "valid")),
        ("utf-16", "", "", ("UTF-16LE", "its mark")),
        ("utf-16-le", "utf-16", "", ("UTF-16LE", "recognised")),
    ],
)
def test_encodings_are_weighed(codec: str, declared: str, charset: str, right: tuple[str, str]) -> None:
    page = f'<!DOCTYPE html><html><head><meta charset="{declared}"><body><p>{ARABIC}</p></body></html>'
    found = read(Material("page", page.encode(codec), charset=charset))
    assert texts(found) == [ARABIC]
    assert (found.encoding, found.encoding_from) == right


def test_a_page_in_utf8_with_a_broken_letter_is_read_all_the_same() -> None:
    page = f'<meta charset="utf-8"><p>{ARABIC}</p><p>{ARABIC}</p>'.encode().replace(
        "عربي".encode(), b"\xd8\xb9\xd8", 1
    )
    found = read(Material("page.html", page))
    assert texts(found) == [ARABIC.replace("عربي", "ع\ufffd"), ARABIC]
    assert (found.encoding, found.encoding_from) == ("UTF-8", "declared")


def test_latin_pages_are_not_taken_for_arabic() -> None:
    page = '<meta charset="iso-8859-1"><p>Der größte Fluß führt heuer süßes Wasser, hört man.</p>'
    found = read(Material("page.html", page.encode("latin-1")))
    assert texts(found) == ["Der größte Fluß führt heuer süßes Wasser, hört man."]


def test_the_bar_of_an_archive_is_no_text_of_the_page() -> None:
    bar = '<div id="wm-ipp-base"><div id="wm-ipp"><p>12 captures</p><a href="/x">السابق</a></div></div>'
    found = article(
        f"<body><!-- BEGIN WAYBACK -->{bar}<p>{ARABIC}</p></body>",
        name="https://web.archive.org/web/20200101123456/https://a.example/",
    )
    assert texts(found) == [ARABIC]


def test_what_stands_in_and_after_an_article_of_a_blog_is_left_out() -> None:
    more = '<p><strong>اقرأ أيضًا: <a href="/x">المترو يتأخر</a></strong></p>'
    shared = '<div class="sharedaddy"><h3>شارك هذا</h3><ul><li><a href="#">هنا</a></li></ul></div>'
    like_it = '<div id="jp-relatedposts" class="jp-relatedposts"><h3>مرتبط</h3></div>'
    said = "<p>تعليق طويل على الخبر، أرى أن القطار لن يحل المشكلة كلها، والله أعلم بما يكون.</p>"
    comments = f'<div id="comments"><ol class="comment-list"><li>{said}</li><li>{said}</li></ol></div>'
    text = "".join(f"<p>{ARABIC} {number}</p>" for number in range(4))
    content = f"{text}{more}{shared}{like_it}"
    page = f'<article><div class="entry-content">{content}</div></article>{comments}'
    assert texts(article(page)) == [f"{ARABIC} {number}" for number in range(4)]
