"""What a page says of itself, and the program that saved it: weighed, and left out where it says nothing."""

from typing import Final

import pytest

from briefing.sources import Material, briefing_of
from tests.sources.test_web_pages import article


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


@pytest.mark.parametrize(
    ("head", "right"),
    [
        ('<meta property="og:site_name" content="صحيفة &amp; موقع">', "صحيفة & موقع"),
        ('<meta name="citation_journal_title" content="مج"><meta property="og:site_name" content="ب">', "مج"),
        ('<script type="application/ld+json">{"@type":"Article","publisher":{"name":"دار"}}</script>', "دار"),
        ('<script type="application/ld+json">{"@type":"Article","publisher":[3]}</script>', ""),
        ('<meta property="og:site_name" content="https://x.example">', ""),
        ('<meta property="og:site_name" content="undefined">', ""),
    ],
)  # fmt: skip
def test_where_it_appeared(head: str, right: str) -> None:
    assert article(f"<html><head>{head}</head><body><p>نص</p></body></html>").publication == right
