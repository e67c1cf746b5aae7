"""An edit changes in a TOML text what it is about, in the writer's own manner, and no other byte."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.document import BriefingError, Citation, Event, Name, Title
from briefing.machine.assets import bundled_folder
from briefing.sources.prose import joined_lines
from briefing.writing import edits
from briefing.writing.edits import Edit
from briefing.writing.toml_edits import edited
from tests.fuzz.campaign import case
from tests.tiers import examples
from tests.writing.some_edits import some_edit
from tests.writing.styles import Written, some_briefing

BUNDLED = Path(bundled_folder(), "briefing.toml").read_bytes().decode()
TOKEN = re.compile(r"remark \d+!|\d+\.(?!\d)")
#: What takes words out, or puts others in their place.
TAKES = (
    edits.ChangeClaim | edits.DeleteClaim | edits.AcceptClaim | edits.ChangeEvent | edits.DeleteEvent
    | edits.ChangeName | edits.DeleteName | edits.JoinSection | edits.RenameSection | edits.SetBottomLine
    | edits.SetTitle
)  # fmt: skip


def parsed(text: str) -> Any:
    return joined_lines(tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n")))


def lines(text: str) -> Counter[str]:
    """The lines that are not blank, without their ends: that of the last may be new."""
    return Counter(line for line in text.replace("\r\n", "\n").split("\n") if line.strip())


SEEDS = st.integers(0, 1 << 32)


@given(SEEDS)
def test_in_any_manner_what_is_not_edited_stays(seed: int) -> None:
    rng = Random(seed)
    data = some_briefing(rng)
    text = Written(rng, data).text
    edit = some_edit(rng, data)
    try:
        new = edited(text, edit)
    except BriefingError:
        return  # nothing happens; how often, the next test counts
    before, after = Counter(TOKEN.findall(text)), Counter(TOKEN.findall(new))
    if not isinstance(edit, TAKES):
        assert not before - after, "a text or a comment is lost"
    assert new.startswith("\ufeff") == text.startswith("\ufeff")
    assert ("\r\n" in new) == ("\r\n" in text)
    assert "\r\n" not in new or new.count("\r\n") == new.count("\n")
    assert parsed(new).keys() - {"title", "bottom_line", "events", "names"} == parsed(text).keys() - {
        "title", "bottom_line", "events", "names",
    }  # fmt: skip
    if isinstance(edit, edits.AddClaim | edits.AddEvent | edits.AddName) and text.endswith("\n"):
        gone = lines(text) - lines(new)
        assert not [line for line in gone if TOKEN.search(line) and "[" not in line]


def test_hardly_any_manner_is_refused() -> None:
    refused = Counter[str]()
    for seed in range(examples(6)):
        rng = Random(seed)
        data = some_briefing(rng)
        text = Written(rng, data).text
        edit = some_edit(rng, data)
        try:
            edited(text, edit)
        except BriefingError as error:
            refused["harm" if "without harm" in str(error) else "meaning"] += 1
    assert refused["harm"] <= examples(6) // 100
    assert refused["meaning"] > 0


@given(SEEDS)
@example(219)  # its last line has no end: it gets one
@example(1058)  # neither has this: it gets none
def test_what_is_added_and_deleted_again_leaves_no_trace(seed: int) -> None:
    rng = Random(seed)
    data = some_briefing(rng)
    text = Written(rng, data).text
    section = rng.choice(data["sections"])
    count = len(section.get("claims", []))
    at = rng.randint(0, count)
    claim = edits.AddClaim(section["key"], "New.", (Citation(section["paragraphs"][0], "q"),), at)
    added = edited(text, claim)
    assert parsed(added)["sections"][data["sections"].index(section)]["claims"][at]["text"] == "New."
    try:
        deleted = edited(added, edits.DeleteClaim(section["key"], at))
    except BriefingError:
        assert re.search(r"\n[ \t]*,", text), "a list whose commas begin its lines"
        return
    gone = lines(text) - lines(deleted)
    assert not gone or count == 0 or "[" in str(gone)


HOSTILE = "\"'\\\t\n \u0301\u2066\u2069\u202e\u200f\u00a0\u2028\x00\x1b\x85\ufeff"
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r")


@given(
    st.text(CHARACTERS | st.sampled_from(HOSTILE), min_size=1),
    st.data(),
    st.sampled_from(['"', "'", "inline"]),
)  # fmt: skip
def test_every_quote_is_written_as_it_stands(paragraph: str, drawn: st.DataObject, manner: str) -> None:
    start = drawn.draw(st.integers(0, len(paragraph) - 1))
    quote = paragraph[start : drawn.draw(st.integers(start + 1, len(paragraph)))]
    text = 'article = "a"\n[[sections]]\nkey = "s"\nparagraphs = [1]\n'
    if manner == "inline":
        text += 'claims = [{ text = "a", citations = [{ paragraph = 1, quote = "x" }] }]\n'
    else:
        text += (
            f'[[sections.claims]]\ntext = "a"\ncitations = [{{ paragraph = 1, quote = {manner}x{manner} }}]\n'
        )
    new = edited(text, edits.AddClaim("s", "t", (Citation(1, quote), Citation(1, paragraph))))
    citations = tomllib.loads(new)["sections"][0]["claims"][1]["citations"]
    assert [one["quote"] for one in citations] == [quote, paragraph]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2066-\u2069\u202a-\u202e]", new)


CLAIM = edits.AddClaim("s", "New.", (Citation(2, "b"),))
HEADINGS = """\
article="a"  # mine
  [[sections]]
  key='s'
  paragraphs=[1,2]

    [[sections.claims]]
    # why
    citations=[{quote='a',paragraph=1}]
    text='Old.'
"""
SUBTABLES = """\
article = "a"
[[sections]]
key = "s"
paragraphs = [1, 2]
[[sections.claims]]
text = "Old."
[[sections.claims.citations]]
paragraph = 1
quote = "a"
# the end
"""
BRACKETS = """\
article = "a"
sections = [
  { key = "s", paragraphs = [1, 2], claims = [
    { text = "Old.", citations = [{ paragraph = 1, quote = "a" }] }, # one
  ] },
]
"""


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (HEADINGS, "\n    [[sections.claims]]\n    citations=[{quote='b',paragraph=2}]\n    text='New.'\n"),
        (
            SUBTABLES,
            '[[sections.claims]]\ntext = "New."\n[[sections.claims.citations]]\nparagraph = 2\nquote = "b"\n',
        ),
        (BRACKETS, '    { text = "New.", citations = [{ paragraph = 2, quote = "b" }] },\n'),
        (
            'article = "a"\n[[sections]]\nkey = "s"\nparagraphs = [1, 2]',
            '\n\n[[sections.claims]]\ntext = "New."\ncitations = [\n  { paragraph = 2, quote = "b" },\n]\n',
        ),
    ],
    ids=["headings", "subtables", "brackets", "none"],
)
def test_a_new_claim_is_written_as_its_neighbours(text: str, added: str) -> None:
    new = edited(text, CLAIM)
    start = next(at for at in range(len(new)) if new[:at] + new[at + len(added) :] == text)
    assert new[start : start + len(added)] == added or added in new
    crlf = edited("\ufeff" + text.replace("\n", "\r\n"), CLAIM)
    assert crlf == "\ufeff" + new.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (edits.SetTitle(Title("New", "")), 'title.english = "Old" # t\n', 'title.english = "New" # t\n'),
        (
            edits.SetTitle(Title("Old", "ب")),
            'title.english = "Old" # t\n',
            'title.english = "Old" # t\ntitle.arabic = "ب"\n',
        ),
        (
            edits.SetTitle(Title("Old", "ب")),
            "title = { english = 'Old' } # t\n",
            "title = { english = 'Old', arabic = \"ب\" } # t\n",
        ),
        (
            edits.SetTitle(Title("", "ب")),
            "title = {english='Old',arabic='ا'} # t\n",
            "title = {arabic='ب'} # t\n",
        ),
        (edits.SetBottomLine("New."), "bottom_line = 'Old.' # b\n", "bottom_line = 'New.' # b\n"),
        (edits.SetBottomLine(""), "# a\nbottom_line = 'Old.' # b\n# c\n", "# a\n# c\n"),
        (
            edits.DeleteName(0),
            "names = [{ kind = 'body', english = 'A', arabic = ['a'] }, "
            "{kind='body',english='B',arabic=['b']}]\n",
            "names = [{kind='body',english='B',arabic=['b']}]\n",
        ),
        (
            edits.DeleteEvent(0),
            "\n[[events]]\ndate = '2024'\ntitle = 'a'\n\n# of b\n[[events]]\ndate = '2025'\ntitle = 'b'\n",
            "\n# of b\n[[events]]\ndate = '2025'\ntitle = 'b'\n",
        ),
        (
            edits.DeleteEvent(1),
            "# ==== Events\n[[events]]\ndate = '2024'\ntitle = 'a'\n\n"
            "# of b\n[[events]]\ndate = '2025'\ntitle = 'b'\n",
            "# ==== Events\n[[events]]\ndate = '2024'\ntitle = 'a'\n",
        ),
        (edits.DeleteEvent(0), "# ==== Events\n[[events]]\ndate = '2024'\ntitle = 'a'\n", "# ==== Events\n"),
        (
            edits.ChangeEvent(0, Event("2025", "A", note="n", paragraphs=(1,))),
            "[[events]]  # UNREVIEWED\ndate = '2024' # d\ntitle = 'A' # t\nparagraphs = [ 1 ]\n",
            "[[events]]\ndate = '2025' # d\ntitle = 'A' # t\nparagraphs = [ 1 ]\nnote = \"n\"\n",
        ),
        (
            edits.AddName(Name("body", "A", ("ا", "ب"))),
            "# Names\n#\n#  [[names]]\n#  kind\n\n# end\n",
            "# Names\n#\n#  [[names]]\n#  kind\n\n"
            '[[names]]\nkind = "body"\nenglish = "A"\narabic = ["ا", "ب"]\n\n# end\n',
        ),
    ],
)
def test_other_edits_touch_their_line_alone(edit: Edit, old: str, new: str) -> None:
    assert edited(f'article = "a"\n{old}', edit) == f'article = "a"\n{new}'


def test_a_section_is_begun_and_joined_again() -> None:
    begun = edited(BUNDLED, edits.BeginSection(13, "measures", "Measures", "إجراءات"))
    sections = parsed(begun)["sections"]
    assert [one["key"] for one in sections] == ["background", "goals", "measures", "groups", "criticism"]
    assert (sections[1]["paragraphs"], sections[2]["paragraphs"]) == ([3, 4, 5], [13])
    assert [len(one["claims"]) for one in sections] == [6, 4, 1, 5, 3]
    assert edited(begun, edits.JoinSection("measures")) == BUNDLED


def test_a_claim_on_both_sides_of_a_cut_is_named() -> None:
    with pytest.raises(BriefingError, match="claim 4 cites both sides of the cut, ¶6 and ¶10; divide"):
        edited(BUNDLED, edits.BeginSection(10, "new"))


def test_a_moved_claim_takes_its_comments_along() -> None:
    there = edited(BUNDLED, edits.MoveClaim("background", 2, "goals", 1))
    assert "warheads" in there
    assert edited(there, edits.MoveClaim("goals", 1, "background", 2)) == BUNDLED


def test_lines_of_prose_that_are_the_same_stay() -> None:
    old = parsed(BUNDLED)["sections"][0]["claims"][3]["text"]
    new = edited(BUNDLED, edits.ChangeClaim("background", 3, f"{old} And more."))
    gone = lines(BUNDLED) - lines(new)
    assert list(gone) == ["China's expanding capabilities."]


def test_a_text_without_sections_gets_one_of_all_paragraphs() -> None:
    edit = edits.AddClaim("text", "New.", (Citation(2, "b"),))
    new = parsed(edited('article = "a"\n', edit, paragraphs=3))
    assert new["sections"][0]["paragraphs"] == [1, 2, 3]
    assert new["sections"][0]["claims"][0]["text"] == "New."


def test_text_that_is_no_toml_is_refused() -> None:
    with pytest.raises(BriefingError, match=r"briefing.toml: line 2: "):
        edited('article = "a"\nb\n', CLAIM)


@pytest.mark.whole
def test_in_a_damaged_text_an_edit_is_made_or_refused() -> None:
    event = Event("2024", "t", paragraphs=(1,))
    tried: list[Edit] = [
        edits.AddClaim("background", "n", (Citation(1, "x"),)),
        edits.MoveClaim("goals", 0, "goals", 1),
        edits.ChangeEvent(0, event),
        edits.BeginSection(3, "new"),
        edits.SetTitle(Title("a", "")),
    ]
    made = harmed = 0
    for number in range(examples(4)):
        damaged = case(7, number).entries.get("briefing.toml")
        try:
            text = damaged.decode() if isinstance(damaged, bytes) else ""
        except UnicodeDecodeError:
            continue
        for edit in tried:
            try:
                edited(text, edit)
            except BriefingError as error:
                harmed += "without harm" in str(error)
            else:
                made += 1
    assert (made > examples(2), harmed) == (True, 0)
