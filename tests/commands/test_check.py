"""`briefing check`: what it says, in which form, and with which exit status."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.document.sample import write_briefing
from tests.judges import warm

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"
LEVELS = ("none", "note", "warning", "error")


def check(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return warm.run_text("check", *map(str, arguments), cwd=cwd)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A folder with a quote in another spelling and a name that does not occur, under a hard name."""
    folder = tmp_path / "a b,ض:%"
    folder.mkdir()
    write_briefing(folder, "قالَ الوزير", "قال الوزير")
    toml = folder / "briefing.toml"
    toml.write_text(toml.read_text().replace('arabic = ["الوزير"]', 'arabic = ["السفير"]'))
    return folder


def test_the_bundled_briefing_passes() -> None:
    run = check(BUNDLED)
    assert (run.returncode, run.stderr) == (0, "")
    assert "30 quotes: 30 exact" in run.stdout
    assert ": mistake: " not in run.stdout


def test_mistakes_are_told_with_their_place_and_cure(wrong: Path) -> None:
    run = check(wrong)
    assert run.returncode == 1
    lines = run.stdout.split("\n")
    at = next(number for number, line in enumerate(lines) if ": mistake: " in line)
    first, cure = lines[at : at + 2]
    assert first.startswith(f"{wrong}/briefing.toml:19:39: mistake: ")
    assert first.endswith("but for harakat [quote-but-for]")
    assert cure == '    write "قالَ الوزير إن المحادثات بدأت"'
    assert "2 mistakes, 3 remarks; 1 quote: 1 but for" in run.stdout


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("عليكم وأهلا", "U+202C POP DIRECTIONAL FORMATTING, U+202B RIGHT-TO-LEFT EMBEDDING"),
        ("عليكم\\u202C \\u202Bوأهلا\\u200F بكم", "U+200F RIGHT-TO-LEFT MARK"),
        ("عليكم \\u202C\\u202Bوأهلا", ""),  # the same ones in other places
        ("ال\\u200B\\u200C\\u200D\\uFEFF\\u00ADسلام",
         "U+200B ZERO WIDTH SPACE, U+200C ZERO WIDTH NON-JOINER, U+200D ZERO WIDTH JOINER, ..."),
    ],
)  # fmt: skip
def test_what_nobody_sees_is_named(quote: str, said: str, tmp_path: Path) -> None:
    """Marks that order cues of subtitles come into the words between which they stand."""
    write_briefing(tmp_path)
    text = "\u202bالسلام عليكم\u202c \u202bوأهلا بكم\u202c\n\nب\n\nج\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    (tmp_path / "briefing.toml").write_text(
        'article = "article.txt"\n[[sections]]\nkey = "a"\nparagraphs = [1]\n[[sections.claims]]\n'
        f'text = "A"\ncitations = [{{ paragraph = 1, quote = "{quote}" }}]\n'
    )
    out = check(tmp_path).stdout
    line = next(line for line in out.split("\n") if "[quote-but-for]" in line)
    names = f" ({said})" if said else ""
    assert line.endswith(f" stands in ¶1 but for invisible characters{names} [quote-but-for]")
    assert not set(out) & set("\ufffd\u200e\u200f\u202a\u202b\u202c\u202e\ufeff\x1b")
    for code in ("200F", "FEFF"):
        assert (f"<U+{code}>" in line) == (code in quote)
    fixed = check("--fix", "--yes", tmp_path)
    assert fixed.returncode == 0
    assert "\ufffd" not in fixed.stdout
    assert "1 quote: 1 exact" in check(tmp_path).stdout


def test_several_are_checked_at_once(wrong: Path) -> None:
    run = check(BUNDLED, wrong, wrong / "missing")
    assert run.returncode == 1
    assert "no such file" in run.stdout
    assert run.stdout.count("quote") >= 3


@pytest.mark.parametrize("arguments", [(), ("--format", "xml", "."), ("--no-such", ".")])
def test_wrong_usage_is_status_2(arguments: tuple[str, ...]) -> None:
    run = check(*arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1


def test_json_has_every_finding_and_every_verdict(wrong: Path) -> None:
    run = check("--json", wrong)
    report = json.loads(run.stdout)
    assert (run.returncode, report["format"], report["mistakes"]) == (1, 1, 2)
    (quote,) = report["files"][0]["quotes"]
    assert quote["verdict"]["kind"] == "but for"
    assert quote["verdict"]["places"][0]["words"] == "قالَ الوزير إن المحادثات بدأت"
    assert {finding["level"] for finding in report["files"][0]["findings"]} <= {"mistake", "remark"}


def is_region(region: dict[str, int]) -> bool:
    start = region["startLine"], region["startColumn"]
    return start >= (1, 1) and (region["endLine"], region["endColumn"]) >= start


def assert_is_sarif(log: Any) -> None:
    """What the schema of SARIF 2.1.0 demands of a log as ours."""
    assert log["version"] == "2.1.0"
    assert "sarif-schema-2.1.0" in log["$schema"]
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        assert all(rule["shortDescription"]["text"] for rule in rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in LEVELS
            assert result["message"]["text"]
            for location in result["locations"]:
                physical = location["physicalLocation"]
                assert re.fullmatch(
                    r"[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+", physical["artifactLocation"]["uri"]
                )
                assert is_region(physical["region"])
            for fix in result.get("fixes", ()):
                for change in fix["artifactChanges"]:
                    assert change["artifactLocation"]["uri"]
                    assert all(is_region(one["deletedRegion"]) for one in change["replacements"])
                    assert all(one["insertedContent"]["text"] for one in change["replacements"])


@pytest.mark.parametrize("which", ["bundled", "wrong"])
def test_sarif_is_of_its_shape(wrong: Path, which: str) -> None:
    run = check("--format", "sarif", BUNDLED if which == "bundled" else wrong.name, cwd=wrong.parent)
    log = json.loads(run.stdout)
    assert_is_sarif(log)
    if which == "wrong":
        first = next(one for one in log["runs"][0]["results"] if one["ruleId"] == "quote-but-for")
        assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("a%20b")
        assert first["fixes"]


def test_annotations_are_one_line_each_and_escaped(wrong: Path) -> None:
    run = check("--format", "github", wrong.name, cwd=wrong.parent)
    lines = [line for line in run.stdout.splitlines() if line.startswith("::error ")]
    assert len(lines) == 2
    assert lines[0].startswith("::error file=a b%2Cض%3A%25/briefing.toml,line=19,endLine=19,col=39,")


def test_no_control_character_reaches_standard_output(tmp_path: Path) -> None:
    write_briefing(tmp_path, 'key = "end"', 'key = "\\u001B[2J\\u009B2J\\u007F\\u202Eend"')
    for form in ("text", "github", "json", "sarif"):
        run = check("--format", form, tmp_path)
        assert run.returncode == 1
        assert not {*"\x1b\x9b\x7f\u202e"} & {*run.stdout}, form
        if form == "json":
            findings = json.loads(run.stdout)["files"][0]["findings"]
            assert any("\x9b2J\x7f\u202e" in one["what"] for one in findings)
