"""One spelling for what is the same to who searches, against a folding written out letter by letter."""

import sys
import unicodedata
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic.folding import fold, origins, unfolded
from tests.arabic.effort import CHARACTERS, WHOLE

#: The letters that the folding is asked for, each with all that is written for it.
WRITTEN_FOR: Final = {
    "ا": "اأإآٱﺍﺎﺃﺄﺇﺈﺁﺂﭐﭑ",
    "و": "وؤﻭﻮﺅﺆ",
    "ي": "يىئیےۍېﻱﻲﻳﻴﻯﻰﺉﺊﺋﺌﯼﯽﯾﯿﮮﮯ",
    "ه": "هةەہھۀۂۃﻩﻪﻫﻬﺓﺔﮦﮧﮨﮩﮪﮫﮬﮭ",
    "ك": "كکڪﻙﻚﻛﻜﮎﮏﮐﮑ",
    "ل": "لﻝﻞﻟﻠ",
    "7": "7٧۷７",
    "0": "0٠۰０",
    "e": "eEéÉèêëēĒＥ",
}
LEFT_OUT: Final = (
    "".join(map(chr, (*range(0x64B, 0x656), 0x670, 0x640))) + "\u200c\u200d\u200e\u202b\u2068\u00ad"
)
TEXTS: Final = st.text(
    st.sampled_from("".join(WRITTEN_FOR.values()) + LEFT_OUT + "ﻻﷲ bß.,") | st.characters()
)


@pytest.mark.parametrize("folded", WRITTEN_FOR)
def test_what_is_written_for_a_letter_is_folded_to_it(folded: str) -> None:
    assert {fold(written) for written in WRITTEN_FOR[folded]} == {folded}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yūsuf", "yusuf"), ("ʿAbd al-Raḥmān", "ABD AL-RAHMAN"), ("Qurʾān", "qur'an"), ("ﬁ", "FI"),
        ("Straße", "STRASSE"), ("İstanbul", "istanbul"), ("إِيمَانُويل", "ايمانويل"), ("آل", "ال"),
        ("ٱلله", "الله"), ("الـــوزير", "الوزير"), ("مؤتمر", "موتمر"), ("هيئة", "هييه"),
        ("مستشفى", "مستشفي"), ("کیف", "كيف"), ("٢٠٢٤", "2024"), ("ﻼ", "لا"), ("a\u200eb", "ab"),
        ("a\tb", "a b"), ("می\u200cخواهم", "میخواهم"), ("پاکستان ہے", "پاكستان هي"), ("«قال»", '"قال"'),
        ("لماذا؟", "لماذا?"), ("١٢٫٥", "12,5"), ("ﺍﻟﺴﻼﻡ", "السلام"),
    ],
)  # fmt: skip
def test_what_is_the_same_to_a_reader(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("كتب", "كتم"), ("ق", "ف"), ("ء", ""), ("گ", "ك"), ("ڤ", "ف")])
def test_what_is_another_letter_stays_one(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.whole
def test_folding_twice_changes_nothing_for_any_character() -> None:
    for codepoint in range(sys.maxunicode + 1) if WHOLE else CHARACTERS:
        folded = fold(character := chr(codepoint))
        assert folded == character or fold(folded) == folded, hex(codepoint)


@given(TEXTS)
def test_each_folded_character_comes_from_one_that_was_there(text: str) -> None:
    places = origins(text)
    assert "".join(fold(character) for character in text) == fold(text)
    assert len(places) == len(fold(text))
    assert all(one in fold(text[at]) for one, at in zip(fold(text), places, strict=True))
    assert all(before <= after for before, after in pairwise(places))


@given(TEXTS, st.data())
def test_the_slice_it_comes_from_folds_to_it_and_is_whole(text: str, data: st.DataObject) -> None:
    folded, places = fold(text), origins(text)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    span = unfolded(text, places, start, end)
    assert folded[start:end] in fold(text[slice(*span)])
    assert text[span.start] not in LEFT_OUT
    after = text[span.end : span.end + 1]
    assert not (after and unicodedata.category(after) == "Mn" and not fold(after))  # its marks are its own
