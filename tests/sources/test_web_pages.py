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
from tests.judges.ceiling import ceiling
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
        with pytest.raises(BriefingError, match="holds no text"):
            briefing_of(Material("page.html", html.encode()))


@pytest.mark.parametrize("start", ["http://[", "javascript:a", "//x", "\x00", ""])
def test_a_base_that_is_no_address_gives_links_none(start: str) -> None:
    found = article(f'<base href="{start}"><link rel=canonical href="{start}"><p><a href="b">a</a>')
    assert (found.paragraphs, found.canonical) == ((Paragraph(1, "a"),), "")


def test_links_start_from_where_the_page_came_from() -> None:
    found = article('<p><a href="../b">a</a>', name="https://example.org/c/d/e")
    assert found.paragraphs[0].inlines == (Inline(0, 1, "link", "https://example.org/c/b"),)


@pytest.mark.parametrize(
    ("head", "right"),
    [
        ('<meta name="author" content="https://x.example/me"><meta name="dc.creator" content="منى">', "منى"),
        ('<script type="application/ld+json">{"@type":"Article","author":"منى"}</script>', "منى"),
        (
            '<script type="application/ld+json">[{"@type":["BlogPosting"],"author":{"name":"منى"}}]</script>',
            "منى",
        ),
        ('<script type="application/ld+json">{"@type":"Person","name":"ليلى"}</script>', ""),
        ('<script type="application/ld+json">{"@type":"Article","author":[3,{"name":null}]}</script>', ""),
        ('<script type="application/ld+json">{"@type":"Article",</script>', ""),
        (f'<script type="application/ld+json">{"[" * 100_000}</script>', ""),
        ('<script type="application/ld+json">{"@graph":null,"mainEntity":3}</script>', ""),
        (
            '<script type="application/ld+json">//<![CDATA[\n{"@graph":[{"@type":"WebSite","name":"ب"},'
            '{"@type":"Article","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"منى"}]}\n//]]></script>',
            "منى",
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","author":{"name":["ا","ب"]}}</script>',
            "ا, ب",
        ),
        (
            '<meta name="author" content="admin"><meta name="dc.creator" content="سامي &amp;amp; منى">',
            "سامي & منى",
        ),
        ('<meta name="author" content="undefined"><a rel="nofollow author">منى</a>', "منى"),
        ('<meta name="author" content="{{ author }}">', ""),
        ('<meta name="author" content="ا"><meta name="author" content="ب">', "ا, ب"),
    ],
)
def test_authors(head: str, right: str) -> None:
    assert article(f"{head}<p>نص</p>").author == right


@pytest.mark.parametrize(
    ("head", "right"),
    [
        ("<title>ا | ب</title><meta property=og:site_name content=ب>", "ا"),
        ("<title>ب - ا</title><meta property=og:site_name content=ب>", "ا"),
        ("<title>ا - ب</title>", "ا - ب"),
        ("<title>ا  \n ج - ب</title><h1>ا ج</h1>", "ا ج"),
        ("<title>ب</title><meta property=og:site_name content=ب><meta property=og:title content=ب>", "ب"),
        ("<h1>ا</h1>", "ا"),
        ("<svg><title>قائمة</title></svg>", ""),
        ("<title>Untitled Document</title><h1>ا</h1>", "ا"),
        ("<meta property=og:title content=undefined><title>ا</title>", "ا"),
        ("<meta property=og:title content=''><title>&quot;ا&quot; اليوم</title>", '"ا" اليوم'),
        ("<meta property=og:title content='&amp;quot;ا&amp;quot;'>", '"ا"'),
        ("<title>&lt;b&gt;ا&#27;</title>", "<b>ا"),
    ],
)
def test_titles(head: str, right: str) -> None:
    assert article(f"{head}<p>نص</p>").title == right


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


@pytest.mark.parametrize(
    ("head", "right"),
    [
        (
            '<meta property="article:published_time" content="2024-03-17T09:30:00+03:00">',
            "2024-03-17T09:30:00+03:00",
        ),
        ('<meta name="date" content="0000-00-00"><time datetime="2024-03-17">أمس</time>', "2024-03-17"),
        ('<meta name="date" content="1970-01-01T00:00:00Z"><meta name="dc.date" content="2024">', "2024"),
        ('<meta name="date" content="اليوم">', ""),
        ("<time>١٧ آذار ٢٠٢٤</time>", "١٧ آذار ٢٠٢٤"),
        (
            "<time datetime=PT5M>٥ دقائق</time><article><time datetime=2024-03-17></time></article>",
            "2024-03-17",
        ),
        (
            '<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"-0001-11-30",'
            '"dateCreated":"2024-03-17"}]</script>',
            "2024-03-17",
        ),
    ],
)
def test_dates(head: str, right: str) -> None:
    assert article(f"{head}<p>نص</p>").published == right


SAVED_AT: Final = "2026-11-26T12:00:00+03:00"
OWN: Final = "https://news.example/a?id=7"
ARCHIVED: Final = f"https://web.archive.org/web/20200101123456/{OWN}"


@pytest.mark.parametrize(
    ("page", "name", "right"),
    [
        (
            f"<!--\n Page saved with SingleFile \n url: {OWN} \n"
            " saved date: Thu Nov 26 2026 12:00:00 GMT+0300 (توقيت شرق إفريقيا)\n-->",
            "page.html",
            (OWN, SAVED_AT),
        ),
        (f"<!-- Page saved with SingleFile url: {OWN} saved date: غدا -->", "page.html", (OWN, "غدا")),
        (f"<!-- Page saved with SingleFile url: {OWN} -->", "page.html", (OWN, "")),
        (f"<!-- saved from url=(0034){OWN} -->", "page.html", (OWN, "")),
        (
            "<!-- Mirrored from news.example/a by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Thu, 26 Nov 2026 09:00:00 GMT -->",
            "page.html",
            ("http://news.example/a", "2026-11-26T09:00:00+00:00"),
        ),
        (
            f'<meta name=savepage-url content="{OWN}">'
            '<meta name=savepage-date content="Thu Nov 26 2026 12:00:00 GMT+0300 (x)">',
            "page.html",
            (OWN, SAVED_AT),
        ),
        (
            f'<html data-scrapbook-source="{OWN}" data-scrapbook-create="20261126090000123">',
            "page.html",
            (OWN, "2026-11-26T09:00:00+00:00"),
        ),
        ("", ARCHIVED, (OWN, "2020-01-01T12:34:56+00:00")),
        (f"<!-- saved from url=(0099){ARCHIVED} -->", "page.html", (OWN, "2020-01-01T12:34:56+00:00")),
        (
            f'<link rel=canonical href="{ARCHIVED.replace("123456/", "123456im_/")}">',
            "page.html",
            (OWN, ""),
        ),
        (
            f'<link rel=canonical href="https://archive.ph/2020.01.01-123456/{OWN}">',
            "page.html",
            (OWN, ""),
        ),
        (
            "<p>نص</p><!--\n     FILE ARCHIVED ON 12:34:56 Jan 01, 2020 AND RETRIEVED FROM THE\n"
            "     INTERNET ARCHIVE ON 10:11:12 Nov 20, 2023.-->",
            "page.html",
            ("", "2020-01-01T12:34:56+00:00"),
        ),
        (
            f"<link rel=canonical href='https://news.example/'><!-- saved from url=(0034){OWN} -->",
            "p",
            (OWN, ""),
        ),
        ("<link rel=canonical href='/'>", OWN, (OWN, "")),
        (
            "<link rel=canonical href=''><meta property=og:url content='/b'>",
            OWN,
            ("https://news.example/b", ""),
        ),
        ("<link rel=canonical href='/'>", "https://news.example/", ("https://news.example/", "")),
    ],
)
def test_where_a_page_was_saved_from_and_when(page: str, name: str, right: tuple[str, str]) -> None:
    found = article(f"{page}<p>نص</p>", name=name)
    assert (found.canonical, found.captured) == right
    origin = briefing_of(Material(name, f"{page}<p>نص</p>".encode()), "html").origin
    assert origin is not None
    assert (origin.canonical, origin.captured) == right


def test_the_bar_of_an_archive_is_no_text_of_the_page() -> None:
    bar = '<div id="wm-ipp-base"><div id="wm-ipp"><p>12 captures</p><a href="/x">السابق</a></div></div>'
    found = article(f"<body><!-- BEGIN WAYBACK -->{bar}<p>{ARABIC}</p></body>", name=ARCHIVED)
    assert texts(found) == [ARABIC]


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


def test_footnotes_without_end_take_no_time_worth_mentioning() -> None:
    links = "".join(f'<a id="r{at}" href="#n">1</a> <b>نص</b>' for at in range(10_000))
    with ceiling(60):
        article(f'<p>{links}</p><div id="n">{"<i>ا</i>" * 20_000}</div>')


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
