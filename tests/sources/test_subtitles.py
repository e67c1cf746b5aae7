"""Subtitles: what is said as paragraphs, with times and voices before them, and nothing of the signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document import Briefing, BriefingError
from briefing.document.model import Inline
from briefing.sources import Material, briefing_of, load
from briefing.sources.beginning import begin, read_whole
from tests.judges.ceiling import ceiling

WEB = "WEBVTT\n\n"


def opened(text: str, name: str = "a") -> Briefing:
    return briefing_of(Material(name, text.encode()))


def cues(*said: tuple[str, str], head: str = "") -> str:
    """Subtitles of times (`1 2`: from second 1 to 2) and texts: of SubRip, of WebVTT with its head."""

    def time(second: str) -> str:
        at, part = divmod(float(second), 1)
        clock = f"{int(at) // 3600:02}:{int(at) // 60 % 60:02}:{int(at) % 60:02}"
        return f"{clock}{'.' if head else ','}{part * 1000:03.0f}"

    times = [" --> ".join(map(time, when.split())) for when, _ in said]
    numbers = [f"{at}\n" for at in range(1, len(said) + 1)]
    return head + "\n".join(
        f"{number}{when}\n{text}\n" for number, when, (_, text) in zip(numbers, times, said, strict=True)
    )


def told(text: str) -> list[tuple[str, str]]:
    """What stands before each paragraph, and the paragraph."""
    return [(one.label, one.text) for one in opened(text).paragraphs]


@pytest.mark.parametrize("head", ["", WEB])
def test_what_is_said_on_is_one_paragraph_with_its_time(head: str) -> None:
    said = [
        ("1 3", "قال الوزير إن\nالمفاوضات بدأت"),
        ("3.1 6", "في جنيف."),
        ("6.1 7", "ثم انتهت"),
        ("3675 3676", "بعد يومين"),
    ]
    assert told(cues(*said, head=head)) == [
        ("0:00:01", "قال الوزير إن المفاوضات بدأت في جنيف."),
        ("0:00:06", "ثم انتهت"),
        ("1:01:15", "بعد يومين"),
    ]


@pytest.mark.parametrize("end", ["«نعم.»", "نعم؟", 'نعم!"', "نعم…", "(نعم.)"])
def test_a_sentence_ends_a_paragraph(end: str) -> None:
    assert [text for _, text in told(cues(("1 2", end), ("2 3", "لا")))] == [end, "لا"]
    assert [text for _, text in told(cues(("1 2", f"{end} و"), ("2 3", "لا")))] == [f"{end} و لا"]


def test_a_text_without_full_stops_is_parted_all_the_same() -> None:
    texts = [text for _, text in told(cues(*((f"{at} {at + 1}", "كلمة " * 12) for at in range(100))))]
    assert len(texts) > 5
    assert max(map(len, texts)) < 700


def test_who_speaks_begins_a_paragraph() -> None:
    both = cues(("1 2", "- متى؟\n- غدا"), ("2 3", "في الصباح"), ("3 4", "– أين"))
    assert told(both) == [("0:00:01", "- متى؟"), ("0:00:01", "- غدا في الصباح"), ("0:00:03", "– أين")]
    said = [
        ("1 2", "<v سالم>متى</v>\n<v.loud ليلى>غدا</v>"),
        ("2 3", "<v ليلى>صباحا؟"),
        ("3 4", "<v ليلى>نعم"),
    ]
    voices = cues(*said, head=WEB)
    salem, layla = ("", "سالم"), ("", "ليلى")
    words = ("0:00:01", "متى"), ("0:00:01", "غدا صباحا؟"), ("0:00:03", "نعم")
    assert told(voices) == [salem, words[0], layla, *words[1:]]
    assert opened(voices).paragraphs[0].inlines == (Inline(0, 4, "strong"),)


def test_signs_of_how_words_are_set_are_no_text_and_all_else_is() -> None:
    assert told(cues(("1 2", '{\\an8}<i>نعم</i> <font color="#fff">لا</font> <3 <نص> &amp;'))) == [
        ("0:00:01", "نعم لا <3 <نص> &amp;")
    ]
    assert told(cues(("1 2", "<c.red>نعم</c> &lt;b&gt; &amp;"), head=WEB)) == [("0:00:01", "نعم <b> &")]


def test_captions_that_roll_say_each_line_once() -> None:
    rolling = cues(
        ("1 3", " \nقال<00:00:01.500><c> الوزير</c>"),
        ("3 3.01", "قال الوزير\n "),
        ("3.01 5", "قال الوزير\nنعم<00:00:04.000><c> نعم</c>"),
        ("5 5.01", "نعم نعم\n "),
        head="WEBVTT\nKind: captions\nLanguage: ar\n\n",
    )
    assert told(rolling) == [("0:00:01", "قال الوزير نعم نعم")]
    assert told(cues(("1 2", "لا"), ("2 3", "لا"), head=WEB)) == [("0:00:01", "لا لا")], "said twice"


def test_webvtt_has_a_title_comments_and_times_without_hours() -> None:
    text = (
        "WEBVTT - خطاب الوزير\n\nSTYLE\n::cue { color: red }\n\nNOTE ترجمة\nغير رسمية\n\n"
        "مقدمة\n00:01.000 --> 00:02.000 line:0 align:start\nنعم\n\nNOTE\nانتهى\n"
    )
    briefing = opened(text)
    assert [(one.label, one.text) for one in briefing.paragraphs] == [("0:00:01", "نعم")]
    assert briefing.origin is not None
    assert briefing.origin.title == "خطاب الوزير"
    assert [one.captured for one in briefing.origin.left_out] == [
        ("ترجمة", "غير رسمية", "انتهى"),
        ("STYLE", "::cue { color: red }", "مقدمة"),
    ]


def test_subrip_as_people_write_it() -> None:
    sloppy = (
        "\n1\n0:0:1,5 --> 0:0:2,0\nنعم\n\nولكن\n2\n00:00:02,000  -->  00:00:03,000 X1:1\n\n\n3\n"
        "00:00:04,000 --> 00:00:05,000\n1990\n"
    )
    assert told(sloppy) == [("0:00:01", "نعم ولكن"), ("0:00:04", "1990")]


def test_of_subtitles_without_words_it_says_so() -> None:
    for text in (WEB, cues(("1 2", "<i></i>")), cues(("1 2", " "), head=WEB)):
        with pytest.raises(BriefingError, match="is subtitles in which nothing is said"):
            opened(text)


@pytest.mark.parametrize(
    "text", ["WEBVTTX", "1\nقال\n", "1\n2024-06-10 --> 2024-06-11\nنص", "وصل 00:00:01,000 --> 00:00:02,000"]
)
def test_a_text_that_only_looks_like_subtitles(text: str) -> None:
    origin = opened(text, "a.srt").origin
    assert origin is not None
    assert origin.format == "text"


@pytest.mark.parametrize(
    "piece", ["<v ", "<v" + " " * 50, "{\\", "<i", ".", "- \n", "00:00:01,000 --> ", "-->\n", "\n"]
)
def test_nothing_takes_time_worth_mentioning(piece: str) -> None:
    with ceiling():
        for head in ("", WEB):
            opened(cues(("1 2", f"نص {piece * 20_000} نص"), head=head))


def test_times_stay_in_the_article_of_a_briefing_that_is_begun(tmp_path: Path) -> None:
    material = Material("a.srt", cues(("1 2", "نعم."), ("2 3", "لا")).encode())
    begun = begin(read_whole(material), material, b"{}")
    for name, data in begun.files.items():
        (tmp_path / name).write_bytes(data)
    for path in (tmp_path, tmp_path / "capture.srt"):
        read = [(one.label, one.text) for one in load(path).paragraphs]
        assert read == [("0:00:01", "نعم."), ("0:00:02", "لا")]
