"""A long paragraph resolved in pieces is what it is as a whole."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import briefing.arabic.pieces as pieces
from briefing.arabic import Direction, resolve
from tests.arabic.effort import EXAMPLES

pytestmark = pytest.mark.whole

TEXTS = st.one_of(
    st.text("אا aB1١()[]<>{}\u3008\u2329\u232a.,%-\u0300!", max_size=120),
    st.text("ا )(", max_size=300),
    st.text("a ([1\u3009\u2329", max_size=300),
)


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.sampled_from(["L", "R"]), st.integers(1, 20), st.integers(0, 300), st.integers(0, 40))
@example("ا" + "( ا" * 70 + ")" * 70 + " ا ا(a)", "R", 1, 100, 30)
def test_pieces_change_nothing(text: str, base: Direction, piece: int, start: int, width: int) -> None:
    whole = resolve(text, base)
    assert len(pieces.cut_paragraph(text, whole._classes, base).pieces) == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE_LENGTH", piece)
        parts = resolve(text, base)
        assert parts.rtl == whole.rtl
        assert parts.visual_order == whole.visual_order
        assert parts.reorder_line(start, start + width) == whole.reorder_line(start, start + width)


def test_a_long_paragraph_is_cut() -> None:
    text = "كلمة (أخرى) " * 4000
    cut = pieces.cut_paragraph(text, resolve(text)._classes, "R").pieces
    assert len(cut) > 2
    assert "".join(text[piece.start : piece.end] for piece in cut) == text
    assert all(piece.end - piece.start < 2 * pieces.PIECE_LENGTH for piece in cut)


def test_brackets_in_different_pieces_are_a_pair() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "PIECE_LENGTH", 4)
        cut = pieces.cut_paragraph("ا [( ا ا ا ا ا )] ا", resolve("ا [( ا ا ا ا ا )] ا")._classes, "R").pieces
    assert cut[0].after.endswith(")]")
    assert any(piece.before.startswith("[(") for piece in cut)
