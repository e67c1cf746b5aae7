"""All mistakes of a briefing are found at once, each at its place, by the rules that loading follows."""

from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import load
from briefing.verifying.checking import check
from briefing.verifying.finding import Checked, Finding
from briefing.verifying.rules import RULES
from tests.document.sample import TOML, write_briefing
from tests.fuzz.campaign import case
from tests.fuzz.effort import SEED
from tests.sources.test_mistakes import MISTAKES
from tests.tiers import in_full

#: Mistakes that do not keep a briefing from being read.
NOT_OF_LOADING = {"number", "event-date", "hidden-control", "capture-changed"}
BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"


def places(checked: Checked) -> list[tuple[str, int, int]]:
    mistakes = [finding for finding in checked.findings if finding.level == "mistake"]
    return [(finding.rule, finding.region.line, finding.region.column) for finding in mistakes]


def test_the_bundled_briefing_is_without_a_mistake() -> None:
    checked = check(BUNDLED)
    assert places(checked) == []
    assert {quote.verdict.kind for quote in checked.quotes} == {"exact"}
    assert len(checked.quotes) == 30


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_loading_refuses_is_a_mistake_in_the_same_place(tmp_path: Path, mistake: str) -> None:
    old, new, message = MISTAKES[mistake]
    checked = check(write_briefing(tmp_path, old, new))
    said = [f"{finding.where}: {finding.what}; {finding.cure}" for finding in checked.findings]
    found = [finding for finding in checked.findings if finding.level == "mistake"]
    assert found
    if not any(finding.verdict for finding in found):
        assert message in said
    line = found[0].region.line
    text = (tmp_path / "briefing.toml").read_text()
    changed = next(
        n for n, (a, b) in enumerate(zip(TOML.split("\n"), text.split("\n"), strict=False), 1) if a != b
    )
    assert line <= changed + 3


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    write_briefing(tmp_path)
    toml = tmp_path / "briefing.toml"
    text = toml.read_text()
    for old, new in (
        ('english = "Talks"', "english = 3"),
        ("paragraphs = [1, 2]", "paragraphs = [1, 2, 9]"),
        ("قالَ الوزير", "قال الوزير"),
        ('key = "end"', 'key = "Start"\ncolour = "red"'),
        ('basis = "inferred"', 'bassis = "infered"'),
        ('"2024?-06-10"', '"10 June"'),
        ('arabic = ["الوزير"]', 'arabic = ["السفير"]'),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    toml.write_text(text)
    assert places(check(tmp_path)) == [
        ("value", 5, 11),
        ("paragraph", 15, 21),
        ("quote-but-for", 19, 39),
        ("key", 22, 7),
        ("unknown-key", 23, 1),
        ("value", 28, 1),
        ("date", 29, 8),
        ("unknown-key", 33, 1),
        ("name", 39, 11),
    ]


def test_a_briefing_without_its_article_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    write_briefing(tmp_path, 'date = "2024?-06-10"', 'date = "June"')
    (tmp_path / "article.txt").unlink()
    assert [rule for rule, _, _ in places(check(tmp_path))] == ["file", "date"]
    (tmp_path / "article.txt").write_bytes(b"a\n\xff\n")
    checked = check(tmp_path)
    assert [(one.rule, Path(one.file).name, one.region.line) for one in checked.findings] == [
        ("unreadable", "article.txt", 2),
        ("date", "briefing.toml", 28),
    ]


@pytest.mark.parametrize("name", ["missing", "notes.txt", "empty"])
def test_what_is_no_briefing_is_a_mistake(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("نص")
    assert places(check(tmp_path / name)) == [("unreadable", 1, 1)]


@pytest.mark.whole
@pytest.mark.parametrize("part", range(5))
def test_a_thousand_mutated_briefings_are_checked_by_the_rules_of_loading(tmp_path: Path, part: int) -> None:
    count = 200 if in_full() else 40
    for number in range(part * 200, part * 200 + count):
        path = case(SEED, number).lay(tmp_path / "briefing")
        if path.is_fifo() or (path.suffix != ".toml" and not path.is_dir()):
            continue
        checked = check(path)
        mistakes = [
            finding
            for finding in checked.findings
            if finding.level == "mistake" and finding.rule not in NOT_OF_LOADING
        ]
        for finding in checked.findings:
            assert finding.rule in RULES
            assert finding.region.line >= 1
            assert finding.region.column >= 1
            assert finding.what
            assert finding.cure
        error = refusal(path)
        assert (error is not None) == bool(mistakes), f"case {number}: {error}, {mistakes[:1]}"
        if error is not None and not any(finding.verdict for finding in mistakes):
            assert (error.where, error.what) in [as_refused(finding) for finding in mistakes], (
                f"case {number}"
            )


def refusal(path: Path) -> BriefingError | None:
    try:
        load(path)
    except BriefingError as error:
        return error
    return None


def as_refused(finding: Finding) -> tuple[str, str]:
    error = BriefingError(finding.file, finding.what, finding.cure, where=finding.where)
    return error.where, error.what


def test_why_a_quote_is_absent_is_worked_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words for whoever opens a briefing are not made for a check, which has its verdicts."""
    from briefing.sources import quotes

    def asked(*_: object) -> tuple[str, str]:
        raise AssertionError

    monkeypatch.setattr(quotes, "quote_fault", asked)
    write_briefing(tmp_path, "قالَ الوزير", "قال الوزير")
    assert [rule for rule, _, _ in places(check(tmp_path))] == ["quote-but-for"]
