"""A text is read right in whatever encoding it comes, or refused; what was found out is said."""

import random
import subprocess
import sys

import pytest

from briefing.document import BriefingError
from briefing.sources import Material, briefing_of
from briefing.sources.encodings import Decoded, decoded
from tests.sources.encoding_samples import SAMPLES

_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_MARKED = ("utf-8-sig", "utf-16", "utf-32")
_OLD = [(sample, codec) for sample in SAMPLES for codec in sample.old]
# What nobody can know: one word, or hardly any letters among digits or English.
_REFUSED = {
    ("arabic-short-11", "iso8859-6"),
    ("arabic-numbers-5", "cp1256"),
    ("arabic-numbers-5", "iso8859-6"),
    ("mixed-4", "iso8859-6"),
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_unicode_is_read_whatever_form_it_has(sample: tuple[str, str, tuple[str, ...]]) -> None:
    text = sample[1]
    assert decoded(text.encode(), "t") == Decoded(text, "UTF-8", "valid")
    for codec in _MARKED:
        found = decoded(text.encode(codec), "t")
        assert (found.text, found.known_from, found.lost) == (text, "its mark", 0)
    for codec in _WIDE:
        assert decoded(text.encode(codec), "t") == Decoded(text, codec.upper().replace("-", "", 2).replace(
            "UTF", "UTF-"), "recognised")  # fmt: skip


@pytest.mark.parametrize(
    ("sample", "codec"), _OLD, ids=[f"{sample.name} in {codec}" for sample, codec in _OLD]
)
def test_an_old_encoding_is_told_by_its_letters(sample: tuple[str, str, tuple[str, ...]], codec: str) -> None:
    name, text, _ = sample
    if (name, codec) in _REFUSED:
        with pytest.raises(BriefingError, match="which encoding it is cannot be told; name it, as in"):
            decoded(text.encode(codec), "t")
    else:
        found = decoded(text.encode(codec), "t")
        assert (found.text, found.lost) == (text, 0)
    assert decoded(text.encode(codec), "t", asked=codec).text == text
    assert decoded(text.encode(codec), "t", declared=[codec]).text == text


_MAC = (
    "قال الوزير: «بدأت المحادثات» يوم ١٠ يونيو ٢٠٢٤، وماذا بعد؟ سنة ١٩٩٨ (٤٥٪) - انتهى.",
    "كتاب «الأيام» لطه حسين",
    "العِلْمُ نُورٌ وَالجَهْلُ ظَلَامٌ، وَمَنْ جَدَّ وَجَدَ. (١٢)",
)


@pytest.mark.parametrize("text", _MAC)
@pytest.mark.parametrize("twice", [True, False])
def test_macarabic_is_told_where_it_is_certain_and_by_request(text: str, twice: bool) -> None:
    data = text.encode("mac-arabic")  # with the signs that it has twice above 0x7f
    if not twice:
        signs = {
            high: high - 0x80 for high in (*range(0xA0, 0xA5), *range(0xA6, 0xAC), 0xAD, 0xAE, 0xAF, 0xBA)
        }
        data = bytes(signs.get(one, one) for one in data)
    assert decoded(data, "t") == Decoded(text, "MacArabic", "recognised")
    for asked in ("macarabic", "x-mac-arabic", "MacArabic", "mac_arabic"):
        assert decoded(data, "t", asked=asked) == Decoded(text, "MacArabic", "asked for")


def test_letters_alone_are_the_same_text_in_two_encodings() -> None:
    text = "قال الوزير إن المحادثات بدأت اليوم، فماذا بعد؟"
    data = text.replace(" ", "\n").encode("mac-arabic")
    assert decoded(data, "t") == Decoded(text.replace(" ", "\n"), "ISO-8859-6", "recognised")


def test_there_are_samples_enough() -> None:
    assert len(SAMPLES) >= 60
    assert len(_OLD) >= 100


@pytest.mark.parametrize(
    ("codec", "declared", "encoding", "known_from"),
    [
        ("utf-8", "windows-1256", "UTF-8", "valid"),
        ("cp1256", "utf-8", "windows-1256", "recognised"),
        ("cp1256", "iso-8859-1", "windows-1256", "recognised"),
        ("cp1256", "x-cp1256", "windows-1256", "declared"),
        ("cp1256", "no such", "windows-1256", "recognised"),
        ("iso8859-6", "windows-1256", "ISO-8859-6", "recognised"),
        ("iso8859-6", "asmo-708", "ISO-8859-6", "declared"),
        ("mac-arabic", "x-mac-arabic", "MacArabic", "declared"),
        ("cp720", "ibm720", "cp720", "declared"),
        ("utf-16-le", "utf-8", "UTF-16LE", "recognised"),
        ("cp1256", "utf-16", "windows-1256", "recognised"),
    ],
)
def test_what_is_declared_is_weighed_by_the_bytes(
    codec: str, declared: str, encoding: str, known_from: str
) -> None:
    text = "أعلنت وزارة النقل أمس أن القطار الجديد سيبدأ رحلاته بين العاصمة والميناء مطلع الشهر المقبل\n"
    found = decoded(text.encode(codec), "t", declared=[declared])
    assert (found.text, found.encoding, found.known_from) == (text, encoding, known_from)


@pytest.mark.parametrize("codec", _WIDE)
@pytest.mark.parametrize(
    "text",
    [
        "می\u200cروم و می\u200cآیم\n" * 9,
        "\u200fنعم\u200f\n\u200fلا\u200f\n" * 9,
        "\u202bنعم\u202c\n" * 9,
        "\u06dd١ بسم\n",
        "ﻻﺎﻣ ﺳﻼﻡ\n" * 9,
    ],
    ids=["joiners", "marks", "embeddings", "signs", "shapes"],
)
def test_wide_letters_may_be_parted_by_what_is_not_seen_and_have_their_shapes(text: str, codec: str) -> None:
    found = decoded(text.encode(codec), "t")
    assert (found.text, found.known_from, found.lost) == (text, "recognised", 0)
    assert found.encoding.lower() == codec.replace("-le", "le").replace("-be", "be")


@pytest.mark.parametrize("asked", ["windows-1256", "WINDOWS_1256", "cp1256", "win-1256", " x-windows-1256 "])
def test_an_encoding_has_many_names(asked: str) -> None:
    assert decoded("سلام".encode("cp1256"), "t", asked=asked) == Decoded("سلام", "windows-1256", "asked for")


@pytest.mark.parametrize("asked", ["idna", "punycode", "rot13", "base64", "undefined", "unicode_escape", "\0",
                                   "x" * 5000, "../a", "utf-7", "\u202e"])  # fmt: skip
def test_what_is_no_encoding_of_documents_is_one_line(asked: str) -> None:
    with pytest.raises(BriefingError, match=r"^t: there is no encoding .*; there are utf-8, ") as raised:
        decoded(b"a", "t", asked=asked)
    assert str(raised.value).isprintable()


def test_bytes_that_cannot_be_read_are_counted() -> None:
    text = "مقال طويل عن السفر في البر والبحر\n" * 20
    assert decoded(text.encode()[:-2], "t").lost == 1
    found = decoded(text.encode().replace(b"\n", b"\xff\n", 2), "t")
    assert (found.encoding, found.known_from, found.lost) == ("UTF-8", "recognised", 2)
    assert decoded("سلام".encode(), "t", asked="ascii").lost == 0  # which is windows-1252 to documents
    assert decoded("سلام".encode("cp1256"), "t", asked="utf-8").lost == 4
    assert decoded("a\ufffdb".encode(), "t", asked="utf-8").lost == 0


@pytest.mark.parametrize(
    "data",
    [b"\xe3\n", b"\x80", b"\xff", b"\xfe\n\n", b"a\xc7\n", b"\xc7\xe1", "c\N{DIAERESIS}".encode("cp1252")],
)
def test_a_byte_or_two_are_no_encoding(data: bytes) -> None:
    with pytest.raises(BriefingError):
        decoded(data, "t")


@pytest.mark.parametrize(
    "text",
    ["He paid £5 for it and went home without a word.", "We met in a café in Cairo.", "It’s late, he said."],
)
def test_one_sign_in_a_western_text_is_enough(text: str) -> None:
    assert decoded(text.encode("cp1252"), "t") == Decoded(text, "windows-1252", "recognised")


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "gb18030"])
def test_east_asian_text_is_read_where_there_is_enough(codec: str) -> None:
    text = (
        "北京的秋天很美，人们喜欢去香山看红叶。" * 8
        if codec == "gb18030"
        else "今日は天気がいいので、公園へ行きました。" * 8
    )
    assert decoded(text.encode(codec), "t").text == text


@pytest.mark.whole
def test_nothing_but_a_briefing_error_comes_of_bytes() -> None:
    rng = random.Random(11)
    whole = "سلام عليكم يا صديقي العزيز\n".encode() * 3
    marks = (
        b"",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe\0\0",
        b"PK\3\4",
        b"<html>",
    )
    for number in range(2_000):
        data = rng.choice(marks) + rng.randbytes(rng.choice((0, 1, 2, 3, 10, 40, 400)))
        if number % 4 == 0:
            data = bytes(rng.choice(data or b"a") if rng.random() < 0.05 else one for one in whole)
        encoding = rng.choice(("", "", "", "utf-8", "utf-16", "utf-32", "big5", "mac_arabic", "idna", "\0"))
        charset = rng.choice(("", "utf-8", "windows-1256", "iso-2022-jp", "utf-7", "x" * 99))
        try:
            briefing_of(Material("t", data, charset=charset, encoding=encoding))
        except BriefingError as error:
            assert "\n" not in str(error)  # noqa: PT017


def test_utf8_needs_none_of_what_tells_other_encodings() -> None:
    code = (
        "import sys; from briefing.sources import Material, briefing_of; briefing_of(Material('t', b'a'));"
        "print([one for one in sys.modules if 'charset_normalizer' in one or one.endswith('.letters')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
