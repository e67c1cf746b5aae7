"""Clusters: Unicode's own file, and every character's part in them."""

import unicodedata
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import GCB, grapheme_cluster_break
from uniseg.graphemecluster import grapheme_clusters as uniseg_clusters

from briefing.arabic.characters import VISIBLE_FORMAT, is_format
from briefing.arabic.clusters import CLUSTER_KINDS, Clusters
from briefing.arabic.graphemes import grapheme_clusters
from tests.arabic.effort import CHARACTERS, EXAMPLES
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.needs import needs_file

pytestmark = pytest.mark.whole

FILE: Final = UNICODE_DATA / "auxiliary" / "GraphemeBreakTest.txt"

# Characters of every class of UAX #29, but for CR.
HARD: Final = (
    "a 1\n\x00\u0308\u200c\u200d\ufe0f\u0600\u06dd\u0d4e\u0903\u0915\u0937\u093c\u093f\u094d\u0b4d\u0e33"
    "\u1100\u1161\u11a8\uac00\uac01\u2764\U0001f1e6\U0001f1e7\U0001f468\U0001f3fb\U000e0041"
)


@needs_file(FILE)
def test_grapheme_break_test() -> None:
    """Painted clusters begin where the file's do; signs that enclose digits may stand by themselves."""
    count = 0
    for record in FILE.read_text("utf-8").splitlines():
        text, starts = "", set()
        for field in record.split("#")[0].split():
            if field == "÷":
                starts.add(len(text))
            elif field != "×":
                text += chr(int(field, 16))
        if not text:
            continue
        if "\r\n" in text:
            continue  # such ends of paragraphs never come here
        count += 1
        found = set(Clusters(text).starts[:-1])
        signs = {at + 1 for at, character in enumerate(text) if character in VISIBLE_FORMAT}
        behind_workers = {at + 1 for at, character in enumerate(text) if is_format(character)}
        assert found - signs - behind_workers <= starts, ascii(text)
        # What is not painted has no cluster of its own, nor has a mark behind it.
        missing = starts - found - {len(text)}
        assert all(
            is_format(text[at]) or CLUSTER_KINDS[ord(text[at])] in "mj" or text[at] in "\u2028\u2029"
            for at in missing
        ), ascii(text)
    assert count > 500


@settings(max_examples=EXAMPLES)
@given(st.text(HARD, max_size=9))
@example("\u0600\u0308a\u0600\u0301\u0600\n")
def test_graphemes_are_the_librarys(text: str) -> None:
    assert list(grapheme_clusters(text)) == list(uniseg_clusters(text))


def test_every_character_that_makes_clusters_is_known_to() -> None:
    """Only what neither takes in neighbours nor joins them may go without the library."""
    kinds = {
        GCB.OTHER: "aspo", GCB.CONTROL: "fbcpo", GCB.CR: "c", GCB.LF: "c", GCB.EXTEND: "mof", GCB.ZWJ: "j",
        GCB.PREPEND: "o",
    }  # fmt: skip
    for code in CHARACTERS:
        character = chr(code)
        assert CLUSTER_KINDS[code] in kinds.get(grapheme_cluster_break(character), "o"), ascii(character)


@pytest.mark.parametrize(
    ("text", "starts", "widths"),
    [
        ("نص", [0, 1, 2], [1, 1]),
        ("لا", [0, 2], [1]),
        ("لَّا", [0, 4], [1]),
        ("ل\u200dا", [0, 2, 3], [1, 1]),
        ("ل\u200cا", [0, 2, 3], [1, 1]),
        ("\u200fنص", [1, 2, 3], [1, 1]),
        ("e\u0301\u0301x", [0, 3, 4], [1, 1]),
        ("漢a", [0, 1, 2], [2, 1]),
        ("👩\u200d👧!", [0, 3, 4], [4, 1]),
        ("\u06dd12", [0, 2, 3], [2, 1]),
        ("\u06ddا", [0, 1, 2], [1, 1]),
        ("\u200f\u200e", [2], []),
    ],
)
def test_clusters(text: str, starts: list[int], widths: list[int]) -> None:
    clusters = Clusters(text)
    assert (clusters.starts, clusters.widths) == (starts, widths)


def test_nothing_is_painted_over_no_cell() -> None:
    for code in CHARACTERS:
        character = chr(code)
        clusters = Clusters(character)
        if is_format(character) or unicodedata.category(character) in ("Zl", "Zp"):
            assert clusters.texts == []
        else:
            assert len(clusters.texts) == 1
            assert clusters.widths[0] > 0, ascii(character)
