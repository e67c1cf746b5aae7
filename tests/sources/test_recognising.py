"""What a document is is told by what stands in it; a plain text stays one whatever its lines begin with."""

import zipfile
from typing import Any

import pytest

from briefing.sources import Material
from briefing.sources.formats import SOURCES
from tests.judges.ceiling import ceiling
from tests.sources.zipped import zipped


def recognised(data: str | bytes, name: str = "f", **given: Any) -> str:
    material = Material(name, data.encode() if isinstance(data, str) else data, **given)
    return next(source.name for source in SOURCES if source.recognises(material))


PAGE = "<!DOCTYPE html>\n<html><head><title>ا</title></head><body><p>نص</p></body></html>"


@pytest.mark.parametrize(
    "data",
    [
        PAGE,
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-le"),
        PAGE.encode("utf-8-sig"),
        "\n \n" + PAGE,
        "<!-- saved -->\n<!-- twice -->" + PAGE,
        '<?xml version="1.0" encoding="utf-8"?>\n' + PAGE,
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="y">',
        "<HTML DIR=RTL><BODY>",
        "<div><p>نص</p></div>",
        "<p>ا<p>ب<p>ج",
    ],
)
def test_a_page_whatever_its_name(data: str | bytes) -> None:
    assert recognised(data) == "html"
    assert recognised(data, "notes.txt", media_type="text/plain") == "html"


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "b.xhtml"])
def test_a_name_makes_a_page_of_little(name: str) -> None:
    assert recognised("نص<br>نص", name) == "html"
    assert recognised("نص بلا وسوم", name) == "text"
    assert recognised("<p>نص", "f", media_type="text/html") == "html"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "<",
        "<نص>",
        "<3 أحب هذا",
        "في HTML يكتب العنوان بين <h1> و</h1> والفقرة بين <p> و</p>، والصورة <img>.",
        "<b>نص",
        '<?xml version="1.0"?><rss><channel><title>ا</title></channel></rss>',
        "- قال: من أنت؟\n- قال: أنا ابن جلا.\n- وما تريد؟\n\n- لا شيء.",
        "* نجمة\n* أخرى\n* ثالثة *\n",
        "1. أول\n2. ثان\n\n> كذا قال\n",
        "#وسم #آخر\n#ثالث\n# رابع\n",
        "# إعداد\n# تعليق ثان\nkey = value\n# ثالث\n",
        "نص [1] ثم [2](انظر الهامش) و**كلمة** واحدة",
        "أ_ب_ج و`د`",
        "---\nفاصل\n---\nآخر\n---\n",
        "=====\nعنوان\n=====\n-----\n",
        "def f(**a):\n    # c\n    return a ** b ** c\n# d\n",
    ],
)
def test_a_plain_text_stays_one(data: str) -> None:
    assert recognised(data) == "text"
    assert recognised(data, "a.txt") == "text"


@pytest.mark.parametrize(
    "data",
    [
        "# عنوان\n\nنص **مهم** و[رابط](https://a.example).\n",
        "---\ntitle: ا\n---\n\n## ب\n\n## ج\n",
        "## ا\n\n```sh\nls\n```\n",
        "| ا | ب |\n|---|---|\n| ج | د |\n\n**ه** و**و**",
        "## ا\n\n[x]: https://a.example\n\n# ب\n",
    ],
)
def test_markdown_is_told_by_several_signs(data: str) -> None:
    assert recognised(data) == "markdown"
    assert recognised(data.replace("\n", "\r\n"), "a.txt") == "markdown"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_letters_are_letters_though_a_byte_of_theirs_is_a_sign(codec: str) -> None:
    """A text that begins with Arabic has no zero among its first bytes; ਮ holds that of LF."""
    assert recognised("نص **مهم** و[رابط](https://a.example).\n\n# ب\n".encode(codec)) == "markdown"
    assert recognised(("نص " + "ਮ# نص " * 9).encode(codec)) == "text"
    assert recognised("أقول: ਮਮ\n- نعم\n".encode(codec), "a.md") == "markdown"


@pytest.mark.parametrize("name", ["a.md", "B.MARKDOWN", "https://a.example/x.md"])
def test_markdown_is_told_by_its_name(name: str) -> None:
    assert recognised("نص", name) == "markdown"
    assert recognised("<div align=center><p><b>نص</b></p></div>", name) == "markdown"
    assert recognised(PAGE, name) == "html"


def test_a_very_large_markdown_opens_as_plain_text() -> None:
    assert recognised("# ا\n" + "نص\n" * 1_000_000, "a.md") == "text"


def test_the_names_in_an_archive_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    material = Material("f", zipped({"a.txt": "x"}))
    opened = []

    class Counted(zipfile.ZipFile):
        def __init__(self, *given: Any) -> None:
            opened.append(given)
            super().__init__(*given)

    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    assert [source.name for source in SOURCES if source.recognises(material)] == ["text"]
    assert len(opened) == 1


@pytest.mark.parametrize(
    "start",
    [
        "<!--" * 5000, "<!-- -->" * 3000, " " * 20_000, "[" * 20_000, "|-" * 9000, "<!--" + "-" * 20_000,
        "|---" * 5000, "**a" * 6000, "<a " * 6000,
    ],
    ids=lambda start: start[:8],
)  # fmt: skip
def test_recognising_takes_no_time_worth_mentioning(start: str) -> None:
    with ceiling(20):
        assert recognised(start) in ("text", "html")
