"""Directions and order of any paragraph, against the algorithm word for word."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.arabic import Direction, resolve
from briefing.arabic.characters import is_format
from tests.arabic.effort import EXAMPLES
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.arabic.texts import CONTROLLED
from tests.judges import uax9
from tests.needs import needs_file

pytestmark = needs_file(UNICODE_DATA / "BidiBrackets.txt")

BASES: st.SearchStrategy[Direction] = st.sampled_from(["L", "R"])


def order(text: str, levels: list[int | None], start: int) -> list[int]:
    """Indices from left to right (rule L2), of what has a level and is painted."""
    line = [(level, at) for at, level in enumerate(levels, start) if level is not None]
    for height in range(max((level for level, _ in line), default=0), 0, -1):
        at = 0
        while at < len(line):
            end = at
            while end < len(line) and line[end][0] >= height:
                end += 1
            line[at:end] = reversed(line[at:end])
            at = end + 1
    return [at for _, at in line if not is_format(text[at])]


def check(text: str, base: Direction, start: int, end: int) -> None:
    resolved = resolve(text, base)
    text = text.replace("\ud800", "\ufffd")  # as it is painted
    for level, rtl in zip(uax9.levels(text, "LR".index(base)), resolved.rtl, strict=True):
        assert level is None or level % 2 == rtl
    levels = uax9.levels(text, "LR".index(base), start, end)
    placed = resolved.reorder_line(start, end)
    assert [at for at in placed if levels[at - start] is not None] == order(text, levels, start)
    assert sorted(placed) == [at for at in range(start, end) if not is_format(text[at])]


@settings(max_examples=EXAMPLES)
@given(CONTROLLED, BASES, st.data())
@example("a\u202b\u2066\u0627\U000e007f) \u202b\x1b\u202a", "L", None)
@example("\u0627 \x1b\t\u0627", "L", None)
@example("\u0627\ud800a", "R", None)
@example("\u05d0 \U000e0041\U000e007f\u0300a\U000e0020", "R", None)
def test_any_slice_of_any_paragraph(text: str, base: Direction, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    check(text, base, start, end)


@settings(max_examples=max(20, EXAMPLES // 10), deadline=None)
@given(
    st.lists(st.sampled_from("\u202a\u202b\u202d\u202e\u2066\u2067\u2068"), min_size=60, max_size=140),
    st.lists(st.sampled_from("\u202c\u2069\u202a\u2067aא1ا (."), max_size=200),
    BASES,
)
def test_any_depth(opened: list[str], rest: list[str], base: Direction) -> None:
    text = "א1".join(opened) + "".join(rest)
    check(text, base, 0, len(text))


def test_any_number_of_brackets() -> None:
    for text in ("(" * 5000 + "אa" + ")" * 5000, "(א)" * 3000 + "[a]" * 2000, "א(" * 63 + "a" + ")" * 63):
        for base in ("L", "R"):
            check(text, base, 0, len(text))
