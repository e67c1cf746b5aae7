"""The gate, on the bundled article: whatever is done to quotes, what comes in stands there exactly."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from briefing.document.model import Briefing, Claim
from briefing.drafting.answer import Answer
from briefing.drafting.draft import Draft, DraftCitation, DraftClaim, DraftEvent, DraftSection
from briefing.drafting.entering import entered
from briefing.drafting.gate import outcome
from briefing.drafting.new_sections import new_sections
from briefing.drafting.outcome import Outcome
from briefing.machine.assets import bundled_folder
from briefing.sources import load, load_bundled
from briefing.sources.shape import BriefingFile
from briefing.verifying.checking import check
from briefing.writing.edits import AcceptClaim
from briefing.writing.toml_edits import edited
from tests.tiers import examples

BUNDLED = load_bundled()
MARKS = "\u064b\u064e\u0651\u0640\u200f\u202e\u0670ءأإآا٠1۱«»\"'“ـ \n\t\u00a0ةهىي،.\x1b\u0085\ud800"


def judged(*claims: DraftClaim, briefing: Briefing = BUNDLED, **more: Any) -> Outcome:
    file = BriefingFile(
        "article.txt", briefing.title, "", briefing.sections, None, briefing.events, briefing.names
    )
    numbers = range(1, len(briefing.paragraphs) + 1)
    return outcome([Answer(Draft(claims=claims, **more))], file, briefing.paragraphs, numbers)


def mutated(rng: random.Random, quote: str) -> str:
    for _ in range(rng.choice((0, 1, 1, 2, 5))):
        at = rng.randrange(len(quote) + 1)
        end = min(len(quote), at + rng.choice((0, 0, 1, 3, 12)))
        new = "".join(rng.choices(MARKS, k=rng.choice((0, 1, 1, 2))))
        quote = quote[:at] + new + quote[end:]
    return quote


def test_what_comes_in_stands_in_the_article_exactly(tmp_path: Path) -> None:
    rng = random.Random(13)
    claims = []
    count = min(400, max(160, examples(8)))
    for number in range(count):
        citations = []
        for _ in range(rng.choice((1, 1, 2))):
            paragraph = rng.choice(BUNDLED.paragraphs)
            start = rng.randrange(max(1, len(paragraph.text) - 40))
            quote = mutated(rng, paragraph.text[start : start + rng.randrange(1, 60)])
            cited = paragraph.number if rng.random() < 0.8 else rng.randrange(-1, 17)
            citations.append(DraftCitation(cited, quote))
        claims.append(DraftClaim(f"It is said of {number:b}".translate({48: "a", 49: "b"}), tuple(citations)))
    found = judged(*claims)
    assert found.count("proved") > count // 10
    assert found.count("refused") > count // 2
    every = found.repaired({claim.number for claim in found.claims})
    assert every.count("proved") > found.count("proved")
    for one in every.claims:
        if one.state == "proved":
            for citation in one.claim.citations:
                assert citation.quote.strip()
                assert citation.quote in BUNDLED.paragraph(citation.paragraph).text
            assert one.section is not None
            assert set(one.claim.paragraphs) <= set(BUNDLED.sections[one.section].paragraphs)
    for name in ("article.txt", "capture.txt"):
        (tmp_path / name).write_bytes((bundled_folder() / name).read_bytes())
    text = (bundled_folder() / "briefing.toml").read_text(encoding="utf-8")
    new = entered(text, every, "a", refused=True)
    (tmp_path / "briefing.toml").write_text(new, encoding="utf-8")
    drafted = [claim for section in load(tmp_path).sections for claim in section.claims if claim.drafted]
    assert len(drafted) == every.count("proved")
    assert {finding.rule for finding in check(tmp_path).findings if finding.level == "mistake"} <= {"number"}


def test_refused_claims_stand_under_their_sections_whatever_their_order() -> None:
    text = (bundled_folder() / "briefing.toml").read_text(encoding="utf-8")
    last, first = BUNDLED.sections[1], BUNDLED.sections[0]
    found = judged(
        *(DraftClaim(f"{one.key} said.", (DraftCitation(one.paragraphs[0], "xyz"),)) for one in (last, first))
    )
    assert found.count("refused") == 2
    new = entered(text, found, "a", refused=True)
    places = [new.index(f'key = "{first.key}"'), new.index(f'# text = "{first.key} said."')]
    places += [new.index(f'key = "{last.key}"'), new.index(f'# text = "{last.key} said."')]
    assert places == sorted(places)
    assert all(line in new.split("\n") for line in text.split("\n"))


def test_a_claim_that_came_in_can_be_accepted() -> None:
    text = (bundled_folder() / "briefing.toml").read_text(encoding="utf-8")
    section = BUNDLED.sections[0]
    quote = BUNDLED.paragraph(section.paragraphs[0]).text[:20]
    found = judged(DraftClaim("A claim, it is said.", (DraftCitation(section.paragraphs[0], quote),)))
    new = entered(text, found, "a")
    assert edited(new, AcceptClaim(section.key, len(section.claims))) == new.replace("drafted = true\n", "")


@pytest.mark.parametrize(
    ("sections", "keys"),
    [
        ([], ["text"]),
        ([DraftSection("", (1,)), DraftSection("", (2, 3))], ["section-1", "section-2"]),
        ([DraftSection("A b", (1,)), DraftSection("a B!", (2,))], ["a-b", "a-b-2", "rest"]),
        ([DraftSection("Rest", (1,))], ["rest", "rest-2"]),
        ([DraftSection("Full", (1, 2, 3))], ["section-1"]),
        ([DraftSection("العنوان", (3, 1, 2))], ["section-1"]),
        ([DraftSection("x" * 500, (1, 2, 3))], ["x" * 40]),
        ([DraftSection("a", (1, 1))], ["text"]),
        ([DraftSection("a", (1, 2)), DraftSection("b", (2, 3))], ["text"]),
        ([DraftSection("a", (0,))], ["text"]),
        ([DraftSection("a", (4,))], ["text"]),
        ([DraftSection("a", ())], ["text"]),
    ],
)
def test_sections_of_a_briefing_that_has_none(sections: list[DraftSection], keys: list[str]) -> None:
    made = new_sections(sections, 3)
    assert [one.key for one in made] == keys
    assert sorted(number for one in made for number in one.paragraphs) == [1, 2, 3]


@pytest.mark.parametrize("date", ["2024-06-10", "2014-13", "", "\x1b[2J", "1" * 5000, "XXXX-06-31"])
def test_a_date_that_no_paragraph_carries_is_refused(date: str) -> None:
    event = DraftEvent(date, "It happened", (1,), BUNDLED.paragraph(1).text[:20])
    (one,) = judged(events=(event,)).events
    assert one.state == "refused"


def test_a_briefing_of_empty_answers_is_whole() -> None:
    assert judged().is_whole
    claim = Claim("x", ())
    assert not judged(DraftClaim(claim.text, ())).is_whole
