"""What is proved comes into a file as it was written: all else reads, and stands, as before."""

from __future__ import annotations

import tomllib

import pytest

from briefing.document.errors import BriefingError
from briefing.document.model import Citation, Claim, Event, Name
from briefing.drafting.entering import entered
from briefing.drafting.outcome import JudgedClaim, JudgedEvent, JudgedName, NewSection, Outcome
from tests.document.sample import TOML

CLAIM = Claim(
    'It "is" so.', (Citation(1, "قالَ\u202e"), Citation(2, "ال\\وزير")), "likely", "low", drafted=True
)
REFUSED = Claim("Not\x1b so.", (Citation(1, "a\nb"), Citation(9, "ال" * 80)))
EVENT = Event("2024-06-10", "Unreviewed: X", "يوم", (1,), "stated", "Unreviewed.")
NAME = Name("person", "Somebody", ("الوزير",), "Unreviewed: who")
OUTCOME = Outcome(
    (JudgedClaim(1, CLAIM, "proved", 0), JudgedClaim(2, REFUSED, "refused", 0)),
    (JudgedEvent(1, EVENT, "proved"), JudgedEvent(2, EVENT, "refused")),
    (JudgedName(1, NAME, "proved"), JudgedName(2, NAME, "known")),
    (NewSection("text", "", "", (1, 2, 3)),),
    "The bottom line.",
)
BEGUN = 'article = "a.txt"\n'
SECTION = '[[sections]]\nkey = "a"\nparagraphs = [1, 2]\n'
INLINE_CLAIM = '{ text = "One.", citations = [{ paragraph = 1, quote = "x" }] }'

TEXTS = {
    "the sample": TOML,
    "with CRLF": TOML.replace("\n", "\r\n"),
    "without a line end": TOML.rstrip("\n"),
    "only an article": 'article = "a.txt"',
    "comments": f"# Mine\n{BEGUN}\n{SECTION}# behind\n\n# Events\n#\n# none\n\n# Names\n# none",
    "claims in line": f"{BEGUN}{SECTION}claims = [{INLINE_CLAIM}]\n",
    "claims in lines": f'{BEGUN}{SECTION}claims = [\n  {INLINE_CLAIM}, # one, and ["\n]\n',
    "claims with a comment": f"{BEGUN}{SECTION}claims = [\n  {INLINE_CLAIM} # no comma,\n  # ]\n]\n",
    "empty lists": f"{BEGUN}events = []\nnames = [ ]\n{SECTION}claims = []\n",
    "all in line": f'events = [{{ date = "2014", title = "x", paragraphs = [1] }}]\n{BEGUN}{SECTION}',
    "two sections": f'{BEGUN}{SECTION}\n[[sections]]\nkey = "b"\nparagraphs = [3]\n[[names]]\n'
    'kind = "body"\nenglish = "B"\narabic = ["ب"]\n[[sections.claims]]\ntext = "b"\n'
    'citations = [{ paragraph = 3, quote = "x" }]\n',
    "headings in a text": f'{BEGUN}bottom_line = """\n# Events\n# Names\n[[sections]]\n"""\n{SECTION}',
    "indented": 'article = "a.txt"\n[[sections]]\n  key = "a"\n  paragraphs = [1, 2]\n  [[sections.claims]]\n'
    '    text = "a"\n    citations = [{ paragraph = 1, quote = "x" }]\n',
    "citations as tables": f'{BEGUN}{SECTION}[[sections.claims]]\ntext = "a"\n'
    '[[sections.claims.citations]]\nparagraph = 1\nquote = "x"\n',
    "an empty bottom line": f'{BEGUN}bottom_line = "" # none\n{SECTION}',
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("bottom_line", [False, True])
def test_all_that_is_proved_is_added_and_nothing_else_changes(text: str, bottom_line: bool) -> None:
    before, new = (
        tomllib.loads(text.replace("\r\n", "\n")),
        entered(text, OUTCOME, "a", bottom_line=bottom_line),
    )
    after = tomllib.loads(new.replace("\r\n", "\n"))
    section = after["sections"][0]
    claim = section["claims"].pop()
    assert claim["drafted"] is True
    assert (claim["text"], claim["likelihood"], claim["confidence"]) == (CLAIM.text, "likely", "low")
    assert [(one["paragraph"], one["quote"]) for one in claim["citations"]] == [
        (one.paragraph, one.quote) for one in CLAIM.citations
    ]
    assert after["events"].pop()["date"] == "2024-06-10"
    assert after["names"].pop()["arabic"] == ["الوزير"]
    if bottom_line and not before.get("bottom_line"):
        assert after.pop("bottom_line") == "The bottom line."
        before.pop("bottom_line", None)
    if not before.get("sections"):
        assert after.pop("sections") == [{"key": "text", "paragraphs": [1, 2, 3], "claims": []}]
        before.pop("sections", None)
    for key in ("events", "names"):
        if not before.get(key):
            assert after.pop(key) == []
            before.pop(key, None)
    for one in after.get("sections", ()):
        if not one.get("claims"):
            one.pop("claims", None)
    for one in before.get("sections", ()):
        if not one.get("claims"):
            one.pop("claims", None)
    assert after == before
    assert ("\r\n" in text) == ("\r\n" in new)
    assert new.count("\n") == new.count("\r\n") or "\r\n" not in new
    kept = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
    comments = [line.partition("#")[2] for line in new.splitlines() if "#" in line]
    assert [one for one in comments if "UNREVIEWED" not in one] == kept
    assert "\n\n\n" not in new.replace("\r\n", "\n") or "\n\n\n" in text


@pytest.mark.parametrize(
    "text",
    [
        'article = "a.txt"\nsections = [{ key = "a", paragraphs = [1, 2] }]\n',
        'article = "a.txt"\nsections = []\n',
        'article = "a.txt"\nsections = [{ key = "a", paragraphs = [1, 2], claims = [] }]\n[events]\n',
    ],
)
def test_what_cannot_be_added_to_is_one_line(text: str) -> None:
    with pytest.raises(BriefingError, match="nothing can be added; write its sections"):
        entered(text, OUTCOME, "a.toml")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_comments_change_nothing_that_is_read(text: str) -> None:
    new = entered(text, OUTCOME, "a", refused=True)
    without = entered(text, OUTCOME, "a")
    assert '# text = "Not\\u001B so."' in new
    assert tomllib.loads(new.replace("\r\n", "\n")) == tomllib.loads(without.replace("\r\n", "\n"))


def test_nothing_proved_changes_nothing() -> None:
    assert entered(TOML, Outcome(bottom_line="x"), "a") == TOML
