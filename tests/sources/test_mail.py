"""E-mails: headers in any encoding, the text among their parts, quotes by levels, and limits."""

from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing.document import Briefing, BriefingError
from briefing.sources import Material, briefing_of
from briefing.sources.formats import SOURCES
from tests.judges.ceiling import ceiling

TEXT = "السلام عليكم ورحمة الله.\n\nوصلني كتابكم أمس، وهذا جوابه.\n"


def opened(data: bytes | str, name: str = "m", encoding: str = "") -> Briefing:
    data = data.encode() if isinstance(data, str) else data
    return briefing_of(Material(name, data, encoding=encoding))


def mail(text: str = TEXT, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "سالم الكاتب <salem@example.org>"
    message["To"] = "ليلى <layla@example.org>"
    message["Subject"] = "جواب الكتاب"
    message["Date"] = "Mon, 10 Jun 2024 09:30:00 +0300"
    message["Message-ID"] = "<1.a@example.org>"
    for name, value in headers.items():
        message[name] = value
    message.set_content(text)
    return message


def written(body: str, *fields: str) -> bytes:
    head = ("From: a@example.org", "Date: Mon, 10 Jun 2024 09:30:00 +0300", "MIME-Version: 1.0", *fields)
    return "\n".join((*head, "", body)).encode()


def texts(briefing: Briefing) -> list[str]:
    return [one.text for one in briefing.paragraphs]


@pytest.mark.parametrize("cte", ["8bit", "base64", "quoted-printable"])
def test_a_mail(cte: str) -> None:
    message = mail()
    message.set_content(TEXT, cte=cte)
    briefing = opened(message.as_bytes())
    assert texts(briefing) == ["السلام عليكم ورحمة الله.", "وصلني كتابكم أمس، وهذا جوابه."]
    origin = briefing.origin
    assert origin is not None
    assert (origin.format, origin.encoding, origin.title) == ("eml", "UTF-8", "جواب الكتاب")
    assert (briefing.title.arabic, briefing.title.english) == ("جواب الكتاب", "")
    assert origin.author == "سالم الكاتب <salem@example.org>"
    assert (origin.published, origin.canonical) == ("2024-06-10T09:30:00+03:00", "mid:1.a@example.org")
    assert origin.left_out[0].captured == ("To: ليلى <layla@example.org>",)


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ("=?windows-1256?B?" + b64encode("رسالة قديمة".encode("cp1256")).decode() + "?=", "رسالة قديمة"),
        ("=?windows-1256?Q?" + "".join(f"={one:02X}" for one in "خبر".encode("cp1256")) + "?=", "خبر"),
        ("=?UTF-8?q?Re:_=D8=AE=D8=A8=D8=B1?= =?utf-8?B?2KfZhA==?=", "Re: خبرال"),
        ("=?utf-8?b?2KfZ?=\n =?utf-8?b?hA==?=", "ال"),  # a letter is parted between two words
        ("=?utf-8?b?" + b64encode("جواب الرسالة".encode("cp1256")).decode() + "?=", "جواب الرسالة"),
        ("=?x?b?YQ?=", "a"),
        ("=?utf-8*ar?q?=D8=AE?= and =?us-ascii?q?a=5Fb?=", "خ and a_b"),
    ],
)  # fmt: skip
def test_encoded_words(fields: str, right: str) -> None:
    assert opened(written("نص", f"Subject: {fields}")).title.shown == right


def test_bytes_that_nobody_encoded_or_declared_right() -> None:
    head = "From: a@b.example\nMIME-Version: 1.0\nSubject: أخبار اليوم من المدينة\n"
    text = f"{head}\nقال الوزير إن المحادثات بدأت اليوم.\n"
    briefing = opened(text.encode("cp1256"))
    assert briefing.title.arabic == "أخبار اليوم من المدينة"
    assert texts(briefing) == ["قال الوزير إن المحادثات بدأت اليوم."]
    lie = text.replace("MIME-Version: 1.0", "MIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii")
    assert texts(opened(lie.encode())) == ["قال الوزير إن المحادثات بدأت اليوم."]
    lie = lie.replace("us-ascii", "iso-8859-1")
    assert opened(lie.encode("cp1256")).origin.encoding == "windows-1256"  # type: ignore[union-attr]
    assert texts(opened(text.encode("cp1256"), encoding="windows-1256")) == texts(briefing)


def test_quotes_have_levels_and_signatures_stay() -> None:
    body = "شكرًا لك.\n\n> قلتَ أمس\n> هذا\n>\n>> وقبله\n> > ذاك\n\n>From هنا\n\n-- \nسالم\n"
    found = [(one.kind, one.level, one.text) for one in opened(written(body)).paragraphs]
    assert found == [
        ("text", 0, "شكرًا لك."),
        ("quote", 1, "قلتَ أمس\nهذا"),
        ("quote", 2, "وقبله\nذاك"),
        ("text", 0, "From هنا"),
        ("text", 0, "--\nسالم"),
    ]


@pytest.mark.parametrize(("delsp", "between"), [("", " "), ("; delsp=yes", "")])
def test_flowing_lines_are_joined(delsp: str, between: str) -> None:
    body = (
        "هذه جملة \nتمضي \nإلى هنا.\nوسطر.\n\n> مقتبس \n> يمضي\n>> غيره \n\n  مزاح\n >ليس مقتبسًا\n\n-- \nسالم"
    )
    briefing = opened(written(body, f"Content-Type: text/plain; charset=utf-8; format=flowed{delsp}"))
    assert [(one.level, one.text) for one in briefing.paragraphs] == [
        (0, f"هذه جملة{between}تمضي{between}إلى هنا.\nوسطر."),
        (1, f"مقتبس{between}يمضي"),
        (2, "غيره"),
        (0, " مزاح\n>ليس مقتبسًا"),
        (0, "--\nسالم"),
    ]


def test_the_text_among_alternatives_pictures_and_attachments() -> None:
    message = mail()
    message.add_alternative("<html><body><p>صفحة أخرى</p></body></html>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="تقرير.pdf")
    message.add_attachment("نص مرفق", filename="a.txt")
    briefing = opened(message.as_bytes())
    assert texts(briefing) == ["السلام عليكم ورحمة الله.", "وصلني كتابكم أمس، وهذا جوابه."]
    assert briefing.origin is not None
    (attached,) = (one for one in briefing.origin.left_out if one.label == "Attachments")
    assert attached.captured == ("تقرير.pdf (application/pdf)", "a.txt (text/plain)")


def test_a_page_is_read_where_the_plain_text_is_a_notice() -> None:
    message = mail("Your program does not show HTML.")
    page = (
        "<p>"
        + "قال الوزير إن المحادثات بدأت. " * 9
        + '</p><blockquote><p>ما سبق</p></blockquote><div class="footer">سالم</div>'
    )
    message.add_alternative(page, subtype="html")
    message.get_payload(1).add_related(b"x", "image", "png", cid="<a>")  # type: ignore[union-attr]
    briefing = opened(message.as_bytes())
    assert [(one.kind, one.text[:10]) for one in briefing.paragraphs] == [
        ("text", "قال الوزير"), ("quote", "ما سبق"), ("text", "سالم"),
    ]  # fmt: skip
    bare = mail()
    bare.set_content("<p>نص", subtype="html")
    assert texts(opened(bare.as_bytes())) == ["نص"]


def test_a_message_that_holds_nothing_but_another() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@example.org", "Fwd"
    outer.make_mixed()
    outer.attach(EmailMessage())
    outer.get_payload()[0]["Content-Type"] = "message/rfc822"  # type: ignore[index]
    outer.get_payload()[0].set_payload([mail()])  # type: ignore[index, union-attr]
    assert texts(opened(outer.as_bytes()))[0] == "السلام عليكم ورحمة الله."


def test_what_cannot_be_read_is_one_line() -> None:
    cases = {
        "encrypted": written("x", 'Content-Type: multipart/encrypted; boundary="a"'),
        "without text": written(b64encode(b"x").decode(), "Content-Type: application/pdf; name=a.pdf"),
        "without text;": written(""),
    }
    for what, data in cases.items():
        with pytest.raises(BriefingError, match=what):
            opened(data)


def nested(depth: int) -> bytes:
    parts = [f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(depth)]
    return written("", *parts[:1]) + "".join(parts[1:]).encode()


@pytest.mark.parametrize(
    "data",
    [
        nested(5000),
        written("--a\n\nx\n" * 50_000, 'Content-Type: multipart/mixed; boundary="a"'),
        written("x", *(f"X-{number}: y" for number in range(200_000))),
        b"Content-Type: message/rfc822\n\n" * 20_000 + written("x"),
    ],
    ids=["parts in parts", "parts", "headers", "messages in messages"],
)
def test_a_mail_without_end_is_one_line(data: bytes) -> None:
    with ceiling(60), pytest.raises(BriefingError) as raised:
        opened(b"Received: x\nMessage-ID: <a@b>\n" + data)
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize(
    "fields",
    [
        "X-A: " + "a;" * 500_000,
        "Subject: " + "=?utf-8?q?=20?= " * 100_000,
        "Subject: " + "=?" * 500_000,
        'Content-Type: text/plain; a="' + ';"' * 100_000,
        "X-A: b\n" + " folded\n" * 150_000 + "X-B: c",
    ],
)
def test_a_header_without_end_takes_no_time_worth_mentioning(fields: str) -> None:
    with ceiling(30):
        assert texts(opened(written("نص", fields))) == ["نص"]


@pytest.mark.parametrize(
    "text",
    [
        "From: Ahmad\nTo: Ali\nSubject: notes\n\nنص",
        "Subject: x\n\nنص",
        "الموضوع: نص\nمن: أحمد\n\nنص",
        "Date: today\nFrom: me\nhere is a line\nMIME-Version: 1.0\n\nنص",
        "Note: From: x\n\nFrom: a\nDate: b\nMIME-Version: c\n",
    ],
)
def test_a_text_that_only_looks_like_a_mail(text: str) -> None:
    assert next(one.name for one in SOURCES if one.recognises(Material("f", text.encode()))) == "text"


#: What an editor (Notepad's *Unicode*) or a shell (PowerShell's `>`) makes of a mail; with CR LF besides.
WIDE = {
    "utf-16": "UTF-16LE",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
}


def widened(text: str, codec: str) -> bytes:
    return text.replace("\n", "\r\n").encode(codec)


@pytest.mark.parametrize("codec", WIDE)
@pytest.mark.parametrize("cte", ["8bit", "base64", "quoted-printable"])
def test_a_mail_in_wide_letters(codec: str, cte: str) -> None:
    message = mail()
    message.set_content(TEXT, cte=cte)
    message.replace_header("Subject", "x")
    plain = message.as_bytes().decode().replace("\nSubject: x", "\nSubject: ਮੈਂ غداً")  # ਮ has the byte of LF
    briefing, right = opened(widened(plain, codec)), opened(plain)
    assert texts(briefing) == texts(right) == ["السلام عليكم ورحمة الله.", "وصلني كتابكم أمس، وهذا جوابه."]
    origin, other = briefing.origin, right.origin
    assert origin is not None
    assert other is not None
    assert (origin.format, origin.title, origin.author) == ("eml", "ਮੈਂ غداً", other.author)
    assert (origin.encoding, origin.lost) == (WIDE[codec] if cte == "8bit" else "UTF-8", 0)
    assert origin.left_out == other.left_out


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_mail_whose_text_alone_is_in_wide_letters(codec: str) -> None:
    text = "وصلني كتابكم أمس، وهذا جوابه. " * 90
    head = written("", f"Content-Type: text/plain; charset={codec}", "Content-Transfer-Encoding: binary")
    briefing = opened(head.rstrip(b"\n") + b"\n\n" + text.encode(codec))
    assert briefing.origin is not None
    assert briefing.origin.format == "eml"
    assert texts(briefing) == [text.strip()]


def test_what_a_mail_in_wide_letters_declares_or_packs_is_not_what_the_file_is_in() -> None:
    declared = written("وصلني كتابكم أمس.", "Content-Type: text/plain; charset=windows-1256").decode()
    assert texts(opened(widened(declared, "utf-16"))) == ["وصلني كتابكم أمس."]
    body = b64encode("وصلني كتابكم أمس.".encode("cp1256")).decode()
    fields = ("Content-Type: text/plain; charset=us-ascii", "Content-Transfer-Encoding: base64")
    packed = widened(written(body, *fields).decode(), "utf-16-le")
    for asked in ("", "utf-16", "windows-1256"):
        assert texts(opened(packed, encoding=asked)) == ["وصلني كتابكم أمس."], asked
    page = written("<meta charset=iso-8859-6><p>وصلني كتابكم أمس.", "Content-Type: text/html").decode()
    assert texts(opened(widened(page, "utf-16"), encoding="utf-16")) == ["وصلني كتابكم أمس."]


@pytest.mark.parametrize("codec", WIDE)
def test_a_saved_page_in_wide_letters(codec: str) -> None:
    briefing, right = opened(widened(SAVED, codec)), opened(SAVED)
    assert texts(briefing) == texts(right)
    assert briefing.origin is not None
    assert right.origin is not None
    assert (briefing.origin.format, briefing.origin.encoding) == ("mhtml", WIDE[codec])
    assert briefing.origin.canonical == right.origin.canonical


@pytest.mark.parametrize("codec", ["utf-8", *WIDE])
@pytest.mark.parametrize(
    "text",
    [
        "From: أحمد علي\n\nمقال في السفر.",
        "Subject: في السفر\n\nمقال.",
        "From:\tسالم\nSent:\tMonday\nTo:\tليلى\nSubject:\tجواب\n\nنص",  # as Outlook saves one as text
        "من: سالم\nإلى: ليلى\nالموضوع: جواب\n\nنص",
        "From: Ahmad\nTo: Ali\nDate: 10 June\nSubject: notes\n\nنص",
    ],
)
def test_a_text_that_only_looks_like_a_mail_in_any_letters(text: str, codec: str) -> None:
    data = widened(text, codec)
    assert next(one.name for one in SOURCES if one.recognises(Material("a.txt", data))) == "text"


def test_a_name_makes_a_mail_of_little(tmp_path: Path) -> None:
    briefing = opened("Subject: خبر\n\nنص", "a.EML")
    assert (briefing.title.arabic, texts(briefing)) == ("خبر", ["نص"])
    crlf = opened(mail().as_bytes().replace(b"\n", b"\r\n"))
    assert texts(crlf)[1] == "وصلني كتابكم أمس، وهذا جوابه."
    assert texts(opened(b"From salem Mon Jun 10 09:30:00 2024\n" + mail().as_bytes())) == texts(crlf)


SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/news/1
Subject: =?utf-8?Q?=D8=AE=D8=A8=D8=B1?=
Date: Mon, 10 Jun 2024 09:30:00 +0300
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--a----"


------MultipartBoundary--a----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: binary
Content-Location: https://example.org/news/1

<!DOCTYPE html><html><head><meta charset=utf-8><title>خبر اليوم</title></head><body><nav>قائمة</nav>
<article><h1>خبر اليوم</h1>
<p>قال الوزير إن المحادثات بدأت اليوم في المدينة، <a href="2">كما سبق</a>.</p></article>
------MultipartBoundary--a----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/a.css

p { color: red }
------MultipartBoundary--a------
"""


def test_a_page_saved_as_mhtml() -> None:
    briefing = opened(SAVED.replace("\n", "\r\n"))
    assert texts(briefing)[-1] == "قال الوزير إن المحادثات بدأت اليوم في المدينة، كما سبق."
    assert briefing.paragraphs[-1].inlines[0].address == "https://example.org/news/2"
    origin = briefing.origin
    assert origin is not None
    assert (origin.format, origin.title) == ("mhtml", "خبر اليوم")
    assert (origin.canonical, origin.captured) == ("https://example.org/news/1", "2024-06-10T09:30:00+03:00")
    with pytest.raises(BriefingError, match="without the page"):
        opened(SAVED.partition("\n\n")[0])


def test_mailbox_files_and_those_of_apple_mail() -> None:
    one = mail().as_bytes().rstrip() + b"\n"
    line = b"From salem@example.org Mon Jun 10 09:30:00 2024\n"
    briefing = opened(line + one + b"\n" + line + one + b"\n" + line + one)
    assert texts(briefing) == ["السلام عليكم ورحمة الله.", "وصلني كتابكم أمس، وهذا جوابه."]
    assert briefing.origin is not None
    assert [found.english for found in briefing.origin.left_out if found.label == "Further e-mails"] == [
        "2 in the same file; only the first is read"
    ]
    plist = b'<?xml version="1.0"?><plist version="1.0"><dict><key>flags</key></dict></plist>'
    assert texts(opened(b"%-10d\n" % len(one) + one + plist)) == texts(briefing)


@pytest.mark.parametrize(
    ("subject", "is_arabic"),
    [
        ("Re: سؤال عن الكتاب", True),
        ("Fwd: RE[2]: خبر", True),
        ("Re: news of بغداد", False),
        ("Re:", False),
        ("مراجعة iPhone 15 Pro Max", True),
        ("The word سلام in Arabic", False),
        ("2024: نص", True),
    ],
)
def test_a_subject_runs_in_the_direction_it_needs(subject: str, is_arabic: bool) -> None:
    message = mail()
    message.replace_header("Subject", subject)
    title = opened(message.as_bytes()).title
    assert (title.arabic, title.english) == ((subject, "") if is_arabic else ("", subject))
