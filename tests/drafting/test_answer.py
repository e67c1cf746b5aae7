"""An answer as it came: what can be read without guessing is read, the rest is refused at its place."""

import json

import pytest

from briefing.drafting.answer import AnswerError, read_answer
from tests.drafting.liar import MODES

TEXT = json.dumps(MODES["true"], ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "\ufeff" + TEXT,
        f'Here {{it}} is:\n```json\n{TEXT}\n```\nDone {{}}. {{"a": 1}}',
        f"<think>{{'no': 1}} or {{\"x\": }}</think>\r\n{TEXT}",
        TEXT[:-1] + ",}",
        TEXT.replace("]", " , ]").replace("[ , ]", "[]"),
        json.dumps(MODES["true"], indent=4, ensure_ascii=True).replace("\n", "\r\n"),
        TEXT.replace('"bottom_line": "Talks began and ended.", ', '"bottom_line": "a,] ,} \\" ,]", ')[:-1]
        + " ,\n}",
    ],
)
def test_a_draft_is_found_whatever_stands_around_it(text: str) -> None:
    answer = read_answer(text.encode())
    assert not answer.faults
    assert [len(one) for one in (answer.draft.claims, answer.draft.events, answer.draft.names)] == [1, 1, 1]
    assert answer.draft.claims[0].citations[0].quote == "انتهت المحادثات أمس"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (b"", "it prints nothing"),
        (b"\xef\xbb\xbf \n", "it prints nothing"),
        (b"No.", 'it prints no JSON object, but "No."'),
        (b"[1, 2]", "it prints no JSON object"),
        (b"ab\xff{}", "byte 2 of what it prints (0xff) is not UTF-8"),
        (b'{"a": 1}', "none of the schema's keys"),
        (TEXT[:-40].encode(), "is no JSON: unterminated string starting at line 1, column "),
        (b'\n{"claims": [\n  1 2]}', "is no JSON: expecting ',' delimiter at line 3, column 5"),
        (f"{TEXT}\n{TEXT}".encode(), "it prints 2 drafts, not one"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b'{"claims": ' + b"9" * 9000 + b"}", "thousands of digits"),
        (b'{"' * 4_000_000, "is no JSON"),
        (b'{"claims": ["' + b"\\" * 7_000_001, "is no JSON"),
    ],
)
def test_what_is_none_is_told_with_its_place(printed: bytes, said: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read_answer(printed)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_entry_out_of_shape_leaves_the_others() -> None:
    answer = read_answer(json.dumps(MODES["types"]).encode())
    assert [claim.text for claim in answer.draft.claims] == ["A number in quotes, it is said."]
    assert len(answer.faults) == 12
    assert '"names" is no list' in answer.faults
    assert all("\n" not in fault for fault in answer.faults)


def test_half_a_character_is_none() -> None:
    (claim,) = read_answer(b'{"claims": [{"text": "a\\ud800", "citations": []}]}').draft.claims
    assert claim.text == "a\ufffd"


def test_an_empty_draft_is_one() -> None:
    assert read_answer(b"{}").draft.claims == ()
