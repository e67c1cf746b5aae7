"""What the gate says beyond quotes: numbers, dates, speakers, estimates, coverage, controls, captures."""

from pathlib import Path

import pytest

from briefing.document.model import Name
from briefing.proposing.calendar_words import MONTHS
from briefing.verifying.checking import check
from briefing.verifying.dates import uncarried_parts
from briefing.verifying.directions import hidden
from briefing.verifying.estimates import likelihoods, mixed
from briefing.verifying.figures.figures_in_text import numbers_in
from briefing.verifying.negation import lost_negation
from briefing.verifying.numbers import uncarried
from briefing.verifying.speech import lost_speaker
from tests.document.sample import write_briefing

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.level) for finding in check(folder).findings]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("١٨ شهرًا", 18), ("۱۸ ماه", 18), ("4,747 مشاركة", 4747), ("٤٬٧٤٧", 4747), ("عامين", 2),
        ("أربع لجان", 4),
        ("الجيل الرابع", 4), ("خمسة عشر يومًا", 15), ("خمسة وعشرون", 25), ("خمسمائة", 500),
        ("ثلاثة آلاف", 3000),
        ("خمسة ملايين", 5_000_000), ("مئتان", 200), ("fourteen", 14), ("إف-16", 16),
        ("ثلاثة آلاف وخمسمائة", 3500), ("بعشرين", 20), ("لخمس سنوات", 5), ("10/6/2024", 2024),
    ],
)  # fmt: skip
def test_a_number_is_read_in_digits_and_in_words(text: str, number: int) -> None:
    assert str(number) in numbers_in(text)


@pytest.mark.parametrize(
    ("claim", "quote", "said"),
    [
        ("It takes 18 months.", "يستغرق ١٨ شهرًا", []),
        ("It takes 12 months.", "يستغرق ١٨ شهرًا", [("12", True)]),
        ("It takes two years.", "يستغرق عامين", []),
        ("It takes three years.", "يستغرق عامين", [("three", False)]),
        ("Some 5,000 people came.", "حضر خمسة آلاف شخص", []),
        ("An F-16 landed.", "هبطت طائرة", [("16", False)]),
        ("4th-generation aircraft", "الجيل الرابع", []),
        ("One of them left.", "غادر", []),
        ("", "", []),
    ],
)
def test_a_number_that_no_quote_gives_is_told(claim: str, quote: str, said: list[tuple[str, bool]]) -> None:
    assert [(one.written, one.is_certain) for one in uncarried(claim, [quote], [quote])] == said


def test_a_number_beside_the_quote_is_a_remark() -> None:
    (one,) = uncarried("It takes 18 months.", ["يستغرق"], ["يستغرق ١٨ شهرًا"])
    assert one.is_in_paragraphs
    assert not one.is_certain


@pytest.mark.parametrize(
    ("date", "text", "parts"),
    [
        ("2024-06-10", "في ١٠ حزيران/يونيو ٢٠٢٤", []),
        ("2024-06-10", "في 10 جوان 2024", []),
        ("2024-06-10", "في 10/6/2024", []),
        ("2024-06-10", "في العاشر من يونيو 2024", []),
        ("2024?-06-10", "في 10 يونيو", []),
        ("2024-06-10", "في 10 يونيو", ["year 2024"]),
        ("2024-06-10", "في 11 يوليو 2024", ["month 6", "day 10"]),
        ("2024-06-10?", "لا شيء", []),
        ("2024-?06-?10", "عام 2024", []),
        ("2024?-06-09/2024?-06-10", "في 10 يونيو", ["day 9"]),
        ("2024-11", "في تشرين الثاني 2024", []),
        ("2024-21", "صيف 2024", []),
        ("202X", "لا شيء", []),
        ("1445-09", "في رمضان 1445", []),
        ("../2024", "حتى 2024", []),
        ("", "", []),
    ],
)
def test_what_of_a_date_no_paragraph_gives(date: str, text: str, parts: list[str]) -> None:
    assert list(uncarried_parts(date, [text])) == parts


SPEECH = "وصل الوفد أمس. وقال وزير الخارجية سامي علي إن المحادثات ستستمر شهرًا. الجو حار."


@pytest.mark.parametrize(("name", "number"), [(name, number) for name, number in MONTHS.items()])
def test_every_name_by_which_a_month_is_proposed_carries_it(name: str, number: int) -> None:
    assert not list(uncarried_parts(f"2024-{number:02}", [f"في {name} 2024"]))


@pytest.mark.parametrize(
    ("claim", "quote", "is_lost"),
    [
        ("The talks will go on for a month.", "المحادثات ستستمر", True),
        ("The foreign minister said the talks would go on.", "المحادثات ستستمر", False),
        ("The talks will go on, according to the minister.", "المحادثات ستستمر", False),
        ("For Ali the talks go on.", "المحادثات ستستمر", True),
        ("For Sami the talks go on.", "المحادثات ستستمر", False),
        ("A delegation came.", "وصل الوفد", False),
        ("It is hot.", "الجو حار", False),
    ],
)
def test_a_speaker_left_out_is_told(claim: str, quote: str, is_lost: bool) -> None:
    names = [Name("person", "Sami Ali", ("سامي علي",), "")]
    start = SPEECH.index(quote)
    assert bool(lost_speaker(claim, SPEECH, start, start + len(quote), names)) == is_lost


DENIAL = "وقال ذياب إن العراق لن نقبل بأي مساس، وبلا شروط، وهو غَيْر مقبول. كل ما قاله صحيح."


@pytest.mark.parametrize(
    ("claim", "quote", "word"),
    [
        ("Diab said that Iraq accepts any harm.", "نقبل بأي مساس", "لن"),
        ("Diab said that Iraq will not accept any harm.", "نقبل بأي مساس", ""),
        ("Diab said that Iraq accepts any harm.", "لن نقبل بأي مساس", ""),
        ("Under conditions, he said.", "شروط", "وبلا"),
        ("It is acceptable, he said.", "مقبول", "غَيْر"),
        ("It is unacceptable, he said.", "مقبول", ""),
        ("What he said is right.", "قاله صحيح", ""),
        ("Said Diab.", "وقال ذياب", ""),
    ],
)
def test_a_denial_left_out_of_the_quote_is_told(claim: str, quote: str, word: str) -> None:
    assert lost_negation(claim, DENIAL, DENIAL.index(quote)) == word


def test_a_denial_left_out_is_a_remark(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    head = 'article = "a.txt"\n[[sections]]\nkey = "a"\nparagraphs = [1]\n[[sections.claims]]\n'
    said = 'text = "Diab said that Iraq accepts any harm."\n'
    citations = 'citations = [{ paragraph = 1, quote = "نقبل بأي مساس" }]\n'
    (tmp_path / "briefing.toml").write_text(head + said + citations, "utf-8")
    assert rules(tmp_path) == [("negation", "remark")]


def test_terms_of_likelihood_are_read_as_the_longest() -> None:
    text = "It is very unlikely. It is highly probable, almost certainly. Roughly even odds; improbable."
    assert likelihoods(text) == [
        "very unlikely", "very likely", "almost certain", "roughly even chance", "unlikely",
    ]  # fmt: skip


def test_likelihood_and_confidence_in_one_sentence_are_mixed() -> None:
    assert list(mixed("It is likely. We have high confidence.")) == []
    assert list(mixed("We judge with high confidence that it is likely. So.")) == [
        "We judge with high confidence that it is likely"
    ]
    assert list(mixed("Confidence-building is likely.")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("abc \u202edef\u202c", ["RLO!"]),
        ("\u202babc\u202c", ["RLE"]),
        ("\u202babc", ["RLE!"]),
        ("a\u2067b\nc\u2069", ["RLI!"]),
        ("\u2068a\u2069", ["FSI"]),
        ("نص \u200f12\u200e", []),
        ("\u202c\u2069", []),
    ],
)
def test_hidden_controls_are_found(text: str, names: list[str]) -> None:
    assert [one.name + "!" * one.is_grave for one in hidden(text)] == names


def test_a_control_in_the_file_is_a_mistake_and_in_the_article_a_remark(tmp_path: Path) -> None:
    write_briefing(tmp_path, 'english = "Talks"', 'english = "Talks" # \u202eskrow\u202c')
    article = tmp_path / "article.txt"
    article.write_text(article.read_text().replace("أمس", "\u202eأمس\u202c"))
    assert [
        (one.level, Path(one.file).name, one.region.line, one.region.column)
        for one in check(tmp_path).findings
        if one.rule == "hidden-control"
    ] == [("remark", "article.txt", 3, 17), ("mistake", "briefing.toml", 5, 21)]


def test_the_remarks_of_the_bundled_briefing_are_true() -> None:
    """The article gives the end of the talks, 10 June, and that they took two days; not the 9th."""
    (remark,) = check(BUNDLED).findings
    assert (remark.level, remark.where) == ("remark", "event 4")
    assert remark.what == "no paragraph that it cites gives the day 9"


def test_a_stated_date_that_nothing_gives_is_a_mistake(tmp_path: Path) -> None:
    write_briefing(tmp_path, 'basis = "inferred"', 'basis = "stated"')
    assert ("event-date", "mistake") in rules(tmp_path)


def test_paragraphs_without_section_or_claim_are_remarks(tmp_path: Path) -> None:
    write_briefing(tmp_path, "paragraphs = [1, 2]", "paragraphs = [1]")
    said = [finding.what for finding in check(tmp_path).findings if finding.rule == "coverage"]
    assert said == ["¶2 is in no section", "¶3 is under no claim"]


def test_a_number_of_the_claim_is_held_against_its_quotes(tmp_path: Path) -> None:
    write_briefing(tmp_path, "the talks had begun.", "the talks had begun 3 days ago.")
    assert ("number", "mistake") in rules(tmp_path)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('likelihood = "likely"', None),
        ('likelihood = "very likely"\nconfidence = "low"', None),
        ('likelihood = "maybe"', "value"),
        ("confidence = 3", "value"),
    ],
)
def test_likelihood_and_confidence_are_optional(tmp_path: Path, written: str, rule: str | None) -> None:
    write_briefing(tmp_path, "\ncitations = [", f"\n{written}\ncitations = [")
    mistakes = [name for name, level in rules(tmp_path) if level == "mistake"]
    assert mistakes == ([rule] if rule else [])


def test_a_likelihood_that_the_text_does_not_say_is_a_remark(tmp_path: Path) -> None:
    write_briefing(tmp_path, 'begun."\n', 'begun, and an end is unlikely."\nlikelihood = "likely"\n')
    assert ("estimate", "remark") in rules(tmp_path)


def test_a_capture_whose_checksum_changed_is_a_mistake(tmp_path: Path) -> None:
    write_briefing(tmp_path)
    (tmp_path / "capture.html").write_bytes(b"x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of x
    toml = tmp_path / "capture.toml"
    toml.write_text(f'file = "capture.html"\nsha256 = "{digest}"\nsize = 1\nplace = "a"\n')
    assert "capture-changed" not in dict(rules(tmp_path))
    (tmp_path / "capture.html").write_bytes(b"y")
    assert dict(rules(tmp_path))["capture-changed"] == "mistake"
    (tmp_path / "capture.html").unlink()
    assert dict(rules(tmp_path))["unreadable"] == "mistake"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("drafted = true", [("draft", "remark")]),
        ("drafted = false", []),
        ("drafted = 1", [("value", "mistake")]),
        ('drafted = "yes"', [("value", "mistake")]),
    ],
)
def test_a_draft_that_nobody_accepted_is_a_remark(
    tmp_path: Path, written: str, found: list[tuple[str, str]]
) -> None:
    write_briefing(tmp_path, 'begun."\n', f'begun."\n{written}\n')
    assert [one for one in rules(tmp_path) if one[0] in ("draft", "value")] == found


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("[[events]]", "[[events]]  # UNREVIEWED", ["event 1"]),
        ("[[events]]", "# UNREVIEWED\n[[events]]", ["event 1"]),
        ("[[events]]", "[[events]]  # reviewed by hand", []),
        ("[[names]]", "[[names]] # UNREVIEWED: by a program", ["name 1"]),
        ('note = "', 'note = "Unreviewed: ', ["event 1"]),
        ('role = "', 'role = "Unreviewed ', ["name 1"]),
        ("bottom_line = ", "# UNREVIEWED: drafted\nbottom_line = ", ["top level"]),
    ],
)
def test_what_a_program_wrote_and_nobody_reviewed_is_a_remark(
    tmp_path: Path, old: str, new: str, where: list[str]
) -> None:
    write_briefing(tmp_path, old, new)
    found = [finding for finding in check(tmp_path).findings if finding.rule == "draft"]
    assert [one.where for one in found] == where
    assert all(one.level == "remark" and "nobody has reviewed it" in one.what for one in found)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("2024-02-15", "گفت‌وگوها از ۱۵ فوریهٔ ۲۰۲۴ آغاز شد"),
        ("2026-01-01", "آغاز صادرات در ۱ ژانویه ۲۰۲۶"),
        ("2024-05", "در مه ۲۰۲۴"),
        ("2024-07-03", "۳ جولائی ۲۰۲۴ کو"),
    ],
)
def test_months_of_persian_and_urdu_are_known(date: str, text: str) -> None:
    assert list(uncarried_parts(date, [text])) == []
    wrong = date[:5] + ("03" if date[5:7] != "03" else "04") + date[7:]
    assert list(uncarried_parts(wrong, [text]))


def test_billions_of_cubic_metres_are_billions() -> None:
    quote = "از ۹٫۶ میلیارد متر مکعب به ۱۲٫۵ میلیارد متر مکعب"
    assert not list(uncarried("From 9.6 to 12.5 bcm.", [quote], [quote]))
    assert list(uncarried("From 9.6 to 12.6 bcm.", [quote], [quote]))
