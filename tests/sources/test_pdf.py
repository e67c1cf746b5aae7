"""A PDF's lines become the paragraphs that a person reads; what has none is one line."""

from __future__ import annotations

import random
import re
import socket
import subprocess
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.document import Briefing, BriefingError
from briefing.machine.assets import bundled_folder
from briefing.sources import Material, briefing_of
from briefing.sources.formats import pdf
from briefing.sources.pdf_letters import has_strokes, written
from tests.judges.ceiling import ceiling
from tests.needs import needs
from tests.sources.pdf_making import RIGHT, Row, assembled, locked, pdf_of, stream
from tests.tiers import in_full, some_of

pytestmark = pytest.mark.whole

TEXT = "قال الوزير ان اللجنة ستجتمع مرة اخرى قبل نهاية العام وان الطرفين اتفقا على خطة واسعة جديدة"
WORDS = TEXT.split()


def lines_of(words: list[str], first: int = 40) -> list[str]:
    """Words in lines of at most 40 characters, fewer in the first."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= (first if len(lines) == 1 else 40):
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def page_of(paragraphs: list[list[str]], top: float = 700, gap: float = 12, indent: float = 0) -> list[Row]:
    """Paragraphs under each other, `gap` more between them than between lines."""
    rows = []
    for paragraph in paragraphs:
        for at, line in enumerate(lines_of(paragraph, 40 - round(indent / 6))):
            rows.append(Row(line, RIGHT - (0 if at else indent), top))
            top -= 16
        top -= gap
    return rows


def read(data: bytes) -> Briefing:
    with ceiling():
        return briefing_of(Material("a.pdf", data))


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


def some(count: int, start: int = 0) -> list[str]:
    return [WORDS[(start + at) % len(WORDS)] for at in range(count)]


def refusal(data: bytes) -> str:
    with ceiling(200), pytest.raises(BriefingError) as raised:
        briefing_of(Material("a.pdf", data))
    line = str(raised.value)
    assert len(line) < 500
    assert "\n" not in line
    return line


def test_lines_are_joined_to_paragraphs() -> None:
    paragraphs = [some(30), some(25, 3), some(28, 5)]
    assert texts(pdf_of([page_of(paragraphs)])) == [" ".join(one) for one in paragraphs]


def test_paragraphs_are_told_by_their_indent() -> None:
    paragraphs = [some(30), some(27, 3), some(31, 5), some(33, 7)]
    made = pdf_of([page_of(paragraphs, gap=0, indent=20)])
    assert texts(made) == [" ".join(one) for one in paragraphs]


def test_a_paragraph_goes_on_after_the_page_s_end_and_running_heads_are_left_out() -> None:
    whole = some(60)
    lines = lines_of(whole)
    pages = []
    for number, part in enumerate((lines[:5], lines[5:]), 1):
        rows = [Row("مجلة الدفاع", 330, 770, 9)]
        rows += [Row(line, RIGHT, 700 - 16 * at) for at, line in enumerate(part)]
        pages.append([*rows, Row(f"- {number} -", 300, 30, 9)])
    briefing = read(pdf_of(pages))
    assert [one.text for one in briefing.paragraphs] == [" ".join(whole)]
    assert briefing.origin is not None
    (heads,) = briefing.origin.left_out
    assert heads.label == "Running heads"
    assert heads.captured[0] == "مجلة الدفاع"
    assert len(heads.captured) == 3


def test_what_a_browser_prints_around_one_page_is_no_text() -> None:
    head = Row("26/11/2026, 11:02 PM", 24, 780, 8, False)
    foot = Row("https://example.org/a?b=1 1/1", 24, 15, 8, False)
    text = Row("نص في صفحة", RIGHT, 400)
    assert texts(pdf_of([[head, text, foot]])) == [text.text]
    alone = Row("https://example.org/a", 24, 15, 12, False)
    assert "https://example.org/a" in " ".join(texts(pdf_of([[text, alone]])))


def test_headings_items_and_notes() -> None:
    rows = [Row("العنوان الكبير", RIGHT, 740, 24)]
    rows += page_of([some(30)], top=700)
    rows += [Row("• بند اول", RIGHT - 10, 600), Row("• بند ثان", RIGHT - 10, 584)]
    rows += [Row("1 حاشية في اسفل الصفحة", RIGHT, 60, 8)]
    briefing = read(pdf_of([rows]))
    assert [(one.kind, one.level, one.label, one.text) for one in briefing.paragraphs] == [
        ("heading", 1, "", "العنوان الكبير"),
        ("text", 0, "", " ".join(some(30))),
        ("item", 1, "•", "بند اول"),
        ("item", 1, "•", "بند ثان"),
        ("note", 0, "[1]", "حاشية في اسفل الصفحة"),
    ]
    assert briefing.title.arabic == "العنوان الكبير"


def test_a_word_cut_at_the_end_of_a_line_is_whole() -> None:
    lines = [
        "The forum will meet again before the interna-",
        "tional conference, says a well-",
        "known member.",
    ]
    rows = [Row(line, 50, 700 - 16 * at, rtl=False) for at, line in enumerate(lines)]
    assert texts(pdf_of([rows])) == [
        "The forum will meet again before the international conference, says a wellknown member."
    ]


def test_presentation_forms_are_letters_again() -> None:
    assert written("\ufefb \ufef5\ufee4\ufe8e") == "لا لآما"
    assert written("\ufdf2") == "الله"
    assert written("²ﬁ") == "²ﬁ"  # nothing else is made anew
    assert written("حديثًثًا") == "حديثًا"
    assert written("جزيلًالًا أوّلًالًا لالا") == "جزيلًا أوّلًا لالا"


@pytest.mark.parametrize(
    ("extracted", "right"),
    [
        ("ولم تنتهِ بعد.ُ بيتٍ كبير.ٍ", "ولم تنتهِ بعدُ. بيتٍ كبيرٍ."),
        ("(بعد)ُ؟", "(بعدُ)؟"),
        ("بندٌأوّلٌ وكتابٌجديدٌفي بيتٍكبيرٍ", "بندٌ أوّلٌ وكتابٌ جديدٌ في بيتٍ كبيرٍ"),
        ("شكراًجزيلاًثانياً", "شكراً جزيلاً ثانياً"),
        ("حقاًّ", "حقّاً"),
        ("رسالةًطويلة ورسالةًأخرى ورسالةًالى", "رسالةً طويلة ورسالةً أخرى ورسالةً الى"),
        ("شكرًاجزيلًالك", "شكرًا جزيلًا لك"),
        ("شكرًا جزيلًا، هدًى ومساءً. حقًّا أوّلًا", "شكرًا جزيلًا، هدًى ومساءً. حقًّا أوّلًا"),
        ("قالَ: «لا.» ثُمَّ ١.٥", "قالَ: «لا.» ثُمَّ ١.٥"),
    ],
)
def test_marks_that_cannot_stand_where_they_do_are_put_right(extracted: str, right: str) -> None:
    assert written(extracted) == right
    assert written("مَمَرّ") == "مَمَرّ"
    assert written("مَمَرّ", clusters_twice=True) == "مَرّ"


def test_strokes_that_fill_a_line_are_no_letters() -> None:
    line = "مج\ufffd\ufffdال ال\ufffd\ufffdدفاع"
    assert has_strokes(line)
    assert written(line, strokes=True) == "مجال الدفاع"
    assert not has_strokes("\ufffd\ufffd ب\ufffd")
    assert not has_strokes("مجال")


def test_what_it_says_of_itself() -> None:
    title = "عنوان".encode("utf-16-be").hex().encode()
    information = b"<</Title<FEFF%s>/Author(A \\(B\\) \\303)/CreationDate(D:20240610120000Z)>>" % title
    origin = read(pdf_of([page_of([some(30)])], more=[information])).origin
    assert origin is not None
    assert (origin.title, origin.author, origin.published) == ("عنوان", "A (B) Ã", "2024-06-10")
    assert origin.format == "pdf"


def test_its_title_is_none_of_its_bookmarks() -> None:
    bookmark, information = b"<</Title(Chapter)/Dest[5 0 R/Fit]>>", b"<</Title(Book)/Author(A)>>"
    pages = [page_of([some(30)])]
    origin = read(pdf_of(pages, b"/Info 8 0 R", [bookmark, information])).origin
    assert origin is not None
    assert (origin.title, origin.author) == ("Book", "A")
    packed = read(pdf_of(pages, b"/Info 9 0 R", [bookmark])).origin
    assert packed is not None
    assert packed.title == ""


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    assert refusal(pdf_of([page_of([some(5)])])) == (
        "a.pdf: is a PDF: this needs qalam, which is not installed; "
        "pip install 'briefing[pdf]' (in a clone: pip install '.[pdf]')"
    )


CATALOGUE = [
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
]
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
GOOD = pdf_of([page_of([some(20)])])


def bomb(text: bytes, size: int) -> bytes:
    """A page whose content unpacks to `size` bytes, packed twice."""
    packer = zlib.compressobj(9)
    piece = text * (1 << 16)
    begin = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)  # stands for itself, however often
    packed = zlib.compress(begin + again * (size // len(piece)), 9)
    return assembled([*CATALOGUE, stream(packed, b"/Filter[/FlateDecode/FlateDecode]"), FONT])


def in_a_ring() -> bytes:
    return assembled(
        [CATALOGUE[0], b"<</Type/Pages/Kids[2 0 R]/Count 1>>", *CATALOGUE[2:], stream(b""), FONT]
    )


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "no text": (lambda: pdf_of([[]]), "is a PDF without text, as a scan is; have its letters recognised"),
    "locked": (
        lambda: assembled([*CATALOGUE, stream(b""), FONT], b"/Encrypt<</Filter/Standard/V 9>>"),
        "is a PDF locked with a password",
    ),
    "half": (lambda: GOOD[: len(GOOD) // 2], "is a damaged PDF"),
    "head": (lambda: b"%PDF-1.4\n", "is a damaged PDF"),
    "ring": (in_a_ring, "is a PDF without pages"),
    "deep": (lambda: assembled([CATALOGUE[0], b"[" * 200_000 + b"]" * 200_000]), "is a PDF without pages"),
    "spaces": (lambda: bomb(b" ", 1 << 32), "cannot be read: it needs more time or memory than it may have"),
    "letters": (lambda: bomb(b"BT /F 9 Tf (a) Tj ET ", 1 << 29), "cannot be read: it needs more time or mem"),
    "a million objects": (
        lambda: assembled([*CATALOGUE, stream(b""), FONT, *[b"<<>>"] * 1_000_000]),
        "is a PDF without text",
    ),
}


@pytest.mark.whole
@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_one_line(kind: str) -> None:
    made, what = REFUSED[kind]
    assert what in refusal(made())


def test_a_lock_without_a_password_keeps_nobody_out() -> None:
    assert texts(locked([page_of([some(20)])], b"")) == texts(GOOD)
    assert "is a PDF locked with a password; save it without one" in refusal(
        locked([page_of([some(20)])], b"secret")
    )


def test_whatever_is_changed_in_it_nothing_but_one_line_comes() -> None:
    chance = random.Random(11)
    for _ in range(40 if in_full() else 20):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        with ceiling(), suppress(BriefingError):  # what is wrong in one line
            briefing_of(Material("a.pdf", bytes(data)))


def mutant(number: int) -> bytes:
    """One of a hundred ways in which a PDF can be wrong."""
    chance = random.Random(number)
    whole, kind = GOOD, number % 10
    cut = chance.randrange(9, len(whole))
    other = chance.randrange(9, len(whole))
    table = whole.index(b"xref")
    if kind == 0:  # cut short
        return whole[:cut]
    if kind == 1:  # a part is missing
        return whole[: min(cut, other)] + whole[max(cut, other) :]
    if kind == 2:  # the table says where nothing is
        places = re.sub(
            rb"\d{10} 00000 n", lambda _: b"%010d 00000 n" % chance.randrange(10**10), whole[table:]
        )
        return whole[:table] + places
    if kind == 3:  # the table is nowhere, or far away
        return re.sub(rb"startxref\n\d+", b"startxref\n%d" % chance.choice((0, cut, 10**15, -1)), whole)
    if kind == 4:  # objects refer to others than they mean, themselves among them
        return re.sub(rb"\d 0 R", lambda _: b"%d 0 R" % chance.randrange(9), whole)
    if kind == 5:  # lengths lie
        return re.sub(rb"/Length \d+", b"/Length %d" % chance.choice((0, 1, 10**9, -5, 2**63)), whole)
    if kind == 6:  # numbers that are none
        return re.sub(
            rb"/(Count|Size|FirstChar|LastChar) \d+", rb"/\1 %d" % chance.choice((-1, 2**31, 10**18)), whole
        )
    if kind == 7:  # filters for what is not packed
        name = chance.choice(
            (b"FlateDecode", b"LZWDecode", b"DCTDecode", b"JBIG2Decode", b"Crypt", b"ASCII85Decode")
        )
        return whole.replace(b">>stream", b"/Filter/%s>>stream" % name)
    if kind == 8:  # locked, in ways that there are and that there are not
        lock = b"/Encrypt<</Filter/Standard/V %d/R %d/O(%s)/U(%s)/P -4>>/ID[(a)(a)]" % (
            chance.randrange(7), chance.randrange(8), b"o" * 32, b"u" * 32,
        )  # fmt: skip
        return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R" + lock)
    return whole[:cut] + whole[other : other + 3000] * chance.randrange(1, 9) + whole[cut:]  # twice and more


@pytest.mark.whole
@pytest.mark.parametrize("first", range(0, 100, 10))
def test_a_hundred_mutants_are_read_or_refused_in_one_line(first: int) -> None:
    for number in range(first, first + 10):
        with ceiling(200):
            try:
                assert briefing_of(Material("a.pdf", mutant(number))).paragraphs
            except BriefingError as error:
                line = str(error)
                assert len(line) < 500
                assert "\n" not in line
                assert line.startswith("a.pdf: ")


LEAVING = """
import socket, sys
from briefing.sources.pdf_program import leave_network
print(leave_network())
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5)
    print("reached")
except OSError:
    print("nobody")
"""


def test_the_program_that_reads_a_pdf_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = [sys.executable, "-c", LEAVING, str(server.getsockname()[1])]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    left, reached = ended.stdout.split()
    if left == "False":
        pytest.skip("this system lets no process leave its network")
    assert reached == "nobody"


@pytest.mark.parametrize("kind", some_of("half", "spaces"))
def test_nothing_is_left_behind(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    file = tmp_path / "a.pdf"
    file.write_bytes(REFUSED[kind][0]())
    command = [sys.executable, "-m", "briefing", str(file)]
    ended = subprocess.run(command, capture_output=True, timeout=200, check=False)
    assert ended.returncode == 1
    assert ended.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.whole
@needs("chromium")
@pytest.mark.parametrize(
    "style",
    ["", "p{margin:0;text-indent:1.5em}", "body{column-count:2;font-size:10pt}", "body{text-align:justify}"],
    ids=["plain", "indented", "columns", "justified"],
)
def test_what_a_browser_prints(tmp_path: Path, style: str) -> None:
    article = (bundled_folder() / "article.txt").read_text("utf-8")
    paragraphs = [one.strip() for one in article.split("\n\n") if one.strip()]
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    head = f"<!doctype html><html dir=rtl lang=ar><meta charset=utf-8><style>{style}</style><title>ع</title>"
    page, printed = tmp_path / "a.html", tmp_path / "a.pdf"
    page.write_text(f"{head}<h1>العنوان</h1>{body}", "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = ["chromium", *options, f"--print-to-pdf={printed}", f"--user-data-dir={tmp_path}/u", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = texts(printed.read_bytes())
    assert found[0] == "العنوان"
    at = [found.index(one) for one in paragraphs if one in found]
    assert all(one < other for one, other in pairwise(at))
    assert len(at) >= len(paragraphs) - 1  # of one, a line ends where its paragraph might have


@pytest.mark.whole
@needs("chromium")
def test_what_a_browser_prints_with_its_running_heads(tmp_path: Path) -> None:
    sentence = "أعلنت وزارة الزراعة أن محصول القمح في هذا العام بلغ ثلاثة ملايين طن، وزاد عن العام الماضي. "
    paragraphs = [f"فقرة {'ابجدهوز'[at]}. {sentence * 5}".strip() for at in range(7)]
    style = "@page{size:A5;margin:2cm} body{font-size:13px;line-height:2}"
    head = f"<!doctype html><html dir=rtl lang=ar><meta charset=utf-8><style>{style}</style><title>ع</title>"
    page, printed = tmp_path / "a.html", tmp_path / "a.pdf"
    page.write_text(f"{head}<h1>العنوان</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs), "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}"]
    command += [f"--user-data-dir={tmp_path}/u", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = printed.read_bytes()
    assert " ".join(texts(data)) == " ".join(["العنوان", *paragraphs])
    of_another = texts(data.replace(b"Skia/PDF", b"Other 1."))  # its tags are read
    assert sum("العنوان" in one for one in of_another) == 1
