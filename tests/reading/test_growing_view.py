"""The view of a text that is counted while it is read says what that of the same small text says."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.document.growing import GrowingParagraphs
from briefing.machine import large_bytes
from briefing.reading.views import Outline, View
from briefing.sources import large_text, load

WORDS = "قال المتحدث إن الاجتماع (2024) انتهى في Tokyo. "
TEXTS = {
    "paragraphs": "\n\n".join(f"{at} {WORDS}" for at in range(1, 60)),
    "one long": "English\n" + WORDS * 1000 + "\nسطر قصير\n" + "Words in English. " * 2000 + f"\n\n{WORDS}",
    "long first and last": f"{WORDS * 1000}\n\nبين\n\n{'Words. ' * 4000}",
}


def opened(path: Path, *, large: bool) -> View:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_bytes, "LARGE", 1000 if large else 1 << 40)
        patch.setattr(large_text, "CHUNK", 1 << 15)
        briefing: Briefing = load(path)
        paragraphs = briefing.paragraphs
        assert isinstance(paragraphs, GrowingParagraphs) == large
        while isinstance(paragraphs, GrowingParagraphs) and paragraphs.count_on():
            pass
    return Outline(briefing).views[0]


@pytest.mark.parametrize("name", TEXTS)
def test_it_says_what_the_view_of_a_small_text_says(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS[name], "utf-8")
    small, large = opened(path, large=False), opened(path, large=True)
    assert large.count == small.count > 3
    for index in range(small.count):
        assert large.text(index) == small.text(index)
        assert large.number(index) == small.number(index)
        assert large.paragraph(index).text == small.paragraph(index).text
        passage = small.passage(index)
        assert large.passage(index)[:3] == passage[:3]
        if passage.start and not small.text(index - 1).endswith("\n"):
            assert large.passage(index).base == passage.base, "that of the line it goes on with"
        assert large.ends(index) == small.ends(index)
        assert large.passages_beside(index) == small.passages_beside(index)
        assert large.passage_of(small.number(index), passage.start) == index
        assert large.forms.form(passage.paragraph) == small.forms.form(passage.paragraph)
        assert large.forms.below(passage.paragraph) == 1
    assert [large.is_last(index) for index in range(large.count)] == [False] * (large.count - 1) + [True]
    last = small.paragraphs[-1].number
    for number in (None, 0, 1, 2, last, last + 1):
        assert large.index_of(number) == small.index_of(number)
        assert large.passage_of(number) == small.passage_of(number)
    assert large.forms.inlines(0, 0, 5) == ()
    assert not large.has_links
