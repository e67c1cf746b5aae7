"""A framed pane by itself: its rows, frame and scrollbar, and what the mouse does in it."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import Any

import pytest
from msgspec import Struct
from rich.segment import Segment
from textual.geometry import Region, Size

from briefing.arabic import Presentation
from briefing.reading.titles import Titles
from briefing.tui.panes import pane as module
from briefing.tui.panes.pane import Pane
from briefing.tui.panes.row import Row
from tests.tui.panes.alone import Alone
from tests.tui.panes.bars_alone import mirrored
from tests.tui.panes.test_every_field import STYLES


class Texts(Struct, frozen=True):
    """Contents of one row for each text; the first that is searched for is `hit`."""

    texts: tuple[str, ...]
    has_focus: bool = True
    titles: Titles = Titles("English", "عربي")
    presentation: Presentation = Presentation()


class Sample(Alone, Pane):
    """A row for each text."""

    marks: Collection[int] = ()
    clicked_on: tuple[int, int] | None = None
    painted = 0

    def count_rows(self) -> int:
        return len(self.contents.texts) if self.contents else 0

    def row_value(self, row: int) -> Hashable | None:
        return self.contents.texts[row] if 0 <= row < self.count_rows() else None

    def bar_marks(self) -> Collection[int]:
        return self.marks

    def paint(self, value: Hashable) -> Row:
        self.painted += 1
        return Row(fill=(Segment(str(value), self.looks["title"]),), base="L")

    def row_clicked(self, row: int, column: int) -> None:
        self.clicked_on = row, column


def sample(rows: int = 3, size: tuple[int, int] = (30, 6), **others: Any) -> Sample:
    pane = Sample()
    pane.contents = Texts(tuple(f"row{n}" for n in range(rows)), **others)
    pane.sized(*size)
    return pane


def test_rows_stand_in_a_frame() -> None:
    pane = sample(3, (30, 7))
    upper, *rows, lower = pane.rows()
    assert rows == [f"│{text:27} │" for text in ("row0", "row1", "row2", "", "")]
    assert (upper[0], upper[-1]) == ("╭", "╮")
    assert lower == f"╰{'─' * 28}╯"
    assert (pane.page, pane.text_width) == (5, 27)


@pytest.mark.parametrize(
    ("width", "english", "upper"),
    [
        (6, "English", "╭────╮"),
        (7, "English", "╭─ … ─╮"),
        (10, "English", "╭─ Eng… ─╮"),
        (19, "English", "╭─ English ───────╮"),
        (20, "English", "╭─ English ─ ﻲﺑﺮﻋ ─╮"),
        (30, "English", "╭─ English ─────────── ﻲﺑﺮﻋ ─╮"),
        (12, "", "╭─── ﻲﺑﺮﻋ ─╮"),
    ],
)
def test_where_there_is_no_room_for_both_titles_the_arabic_gives_way(
    width: int, english: str, upper: str
) -> None:
    pane = sample(1, (width, 3), titles=Titles(english, "عربي"))
    assert pane.rows()[0] == upper
    assert len(upper) == width


def test_the_frame_and_its_title_look_otherwise_with_the_focus() -> None:
    for has_focus, frame, title in ((True, "frame-focused", "title-focused"), (False, "frame", "quiet")):
        upper, row, *_, lower = sample(1, has_focus=has_focus).looked()
        assert upper == [
            ("╭─ ", frame),
            ("English", title),
            (" ─────────── ", frame),
            ("ﻲﺑﺮﻋ", title),
            (" ─╮", frame),
        ]
        assert row == [("│", frame), ("row0", "title"), (" " * 24, "text"), ("│", frame)]
        assert lower == [(f"╰{'─' * 28}╯", frame)]


def test_the_arabic_title_is_presented_as_the_reader_wants_it() -> None:
    bare = Presentation(harakat=False, digits="written", justified=False)
    upper = sample(1, titles=Titles("", "عَرَبي"), presentation=bare).rows()[0]
    assert upper == f"╭{'─' * 21} ﻲﺑﺮﻋ ─╮"


def test_a_pane_without_contents_has_a_frame_without_titles() -> None:
    pane = Sample()
    pane.sized(10, 4)
    assert pane.looked()[0] == [("╭────────╮", "frame")]
    assert pane.rows()[1:] == ["│        │"] * 2 + ["╰────────╯"]


def test_the_scrollbar_has_a_thumb_and_marks_what_is_found() -> None:
    pane = sample(10, (30, 6))
    pane.marks = (0, 3)
    bars = [row[-2:] for row in pane.looked()[1:-1]]
    frame = ("│", "frame-focused")
    assert bars[0] == [("━", "bar-hit-on-thumb"), frame]
    assert bars[3] == [("━", "bar-hit"), frame]
    pane.marks = ()
    pane.top = 6
    assert [row[-2][1] for row in pane.looked()[1:-1]] == ["text"] * 3 + ["thumb"]
    assert sample(4, (30, 6)).looked()[1][-2] == (" " * 24, "text"), "all of it is in sight"


def test_the_last_rows_stay_at_the_lower_edge() -> None:
    pane = sample(10, (30, 6))
    for asked, top in ((3, 3), (6, 6), (7, 6), (99, 6), (-1, 0)):
        pane.top = asked
        assert pane.top == top
    assert pane.inside() == ["row0", "row1", "row2", "row3"]
    pane.top = 4
    assert pane.inside() == ["row4", "row5", "row6", "row7"]
    pane.sized(30, 9)
    assert pane.top == 3
    pane.sized(30, 1)
    assert len(pane.rows()) == 1


def test_only_the_rows_that_changed_are_painted_anew() -> None:
    pane = sample(9, (30, 12))
    pane.rows()
    texts = pane.contents.texts
    pane.repainted.clear()
    pane.update()
    assert pane.repainted == []
    pane.contents = Texts(("x", texts[1], "y", "z", *texts[4:]))
    pane.update()
    assert pane.repainted == [(Region(0, 1, 30, 1), Region(0, 3, 30, 2))]
    pane.repainted.clear()
    pane.contents = Texts(("a", "b", "c", "d", "e", "f", *texts[6:]))
    pane.update()
    assert pane.repainted == [(Region(0, 1, 30, 6),)], "half of them"
    pane.repainted.clear()
    pane.contents = Texts(texts)
    pane.contents = Texts(("A", "B", "C", "D", "E", "F", "G", *texts[7:]))
    pane.update()
    assert pane.repainted == [()], "most: all of it"
    pane.repainted.clear()
    pane.sized(30, 13)
    pane.update()
    assert pane.repainted == [()], "of another size"


def test_nothing_is_painted_before_there_is_a_size() -> None:
    pane = Sample()
    pane.contents = Texts(("a",))
    pane.update()
    assert pane.repainted == []


def test_a_row_is_painted_once_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    pane = sample(20, (30, 6))
    pane.rows()
    assert pane.painted == 4
    pane.rows()
    pane.top = 3
    pane.top = 0
    pane.rows()
    assert pane.painted == 4
    pane.sized(31, 6)
    pane.rows()
    assert pane.painted == 8, "of another width"
    monkeypatch.setattr(module, "_KEPT", 3)
    pane.sized(32, 6)
    pane.rows()
    assert len(pane._kept) == 3


def test_other_styles_have_everything_painted_anew() -> None:
    pane = sample(3)
    pane.rows()
    pane.notify_style_update()
    assert pane._looks is None
    pane._looks = STYLES
    pane.rows()
    assert pane.painted == 6


def test_a_part_of_the_rows_is_painted() -> None:
    pane = sample(3)
    (strip,) = pane.render_lines(Region(1, 2, 4, 1))
    assert strip.text == "row1"
    assert [one.text for one in pane.render_lines(Region(0, 1, 30, 2))] == pane.rows()[1:3]


def test_without_a_frame_there_are_rows_only() -> None:
    pane = sample(9, (30, 6))
    pane.marks = (0,)
    pane.framed = False
    assert pane.repainted[-1] == ()
    assert (pane.page, pane.text_width) == (4, 27), "it is taken with the next size"
    assert pane.rows() == [f"row{n}".ljust(30) for n in range(6)]
    assert (pane.page, pane.text_width) == (6, 30)
    pane.click(0, 0)
    assert pane.clicked_on == (0, 0)
    pane.press(28, 5)
    assert not pane.holds_mouse


def test_in_the_middle_a_wide_pane_keeps_its_measure() -> None:
    pane = sample(3, (101, 6))
    pane.rows()
    pane.top = 0
    pane.is_centred = True
    assert pane.repainted[-1] == ()
    assert pane.text_width == 88
    assert pane.rows()[1] == f"│{' ' * 5}row0{' ' * (98 - 9)} │"
    pane.click(6, 1)
    assert pane.clicked_on == (0, 0)
    pane.clicked_on = None
    pane.click(5, 1)
    assert pane.clicked_on is None
    pane.click(93, 2)
    assert pane.clicked_on == (1, 87)
    pane.clicked_on = None
    pane.click(94, 2)
    assert pane.clicked_on is None
    pane.framed = False
    assert pane.rows()[0] == f"{' ' * 6}row0{' ' * (101 - 10)}"


def test_a_click_is_on_the_row_that_is_scrolled_there() -> None:
    pane = sample(10, (30, 6))
    pane.top = 3
    for column, row, on in (
        (1, 1, (3, 0)),
        (27, 4, (6, 26)),
        (0, 1, None),
        (28, 2, None),
        (5, 0, None),
        (5, 5, None),
    ):
        pane.clicked_on = None
        pane.on_click(_click(column, row))
        assert pane.clicked_on == on, (column, row)


def test_in_a_mirrored_pane_the_scrollbar_stands_at_the_left() -> None:
    pane = sample(10, (30, 6))
    pane.mirrored = True
    with mirrored():
        assert sample().mirrored
    assert pane.rows()[1] == f"│ row0{' ' * 23}│"
    pane.click(2, 1)
    assert pane.clicked_on == (0, 0)
    pane.press(1, 4)
    assert pane.holds_mouse
    assert pane.top == 6


def test_the_scrollbar_is_dragged_as_long_as_the_button_is_down() -> None:
    pane = sample(10, (30, 6))
    for column, row in ((27, 4), (29, 4), (5, 3)):
        pane.press(column, row)
        assert (pane.top, pane.holds_mouse) == (0, False)
    pane.press(28, 3)
    assert (pane.top, pane.holds_mouse) == (4, True)
    for row, top in ((4, 6), (9, 6), (2, 2), (1, 0), (-3, 0)):
        pane.move(28, row)
        assert pane.top == top, row
    pane.release(28, 1)
    assert not pane.holds_mouse
    pane.move(28, 4)
    assert pane.top == 0, "it was let go"
    pane.press(28, 3)
    pane.move(28, 4, button=0)
    assert (pane.top, pane.holds_mouse) == (4, False), "the button went up elsewhere"


def test_a_scrollbar_without_a_thumb_is_no_scrollbar() -> None:
    pane = sample(4, (30, 6))
    pane.press(28, 3)
    assert not pane.holds_mouse


def test_the_first_press_brings_the_focus() -> None:
    pane = sample(3, has_focus=False)
    pane.press(5, 1)
    assert pane.told() == [("focus", "pane")]
    pane.contents = Texts(("a",))
    pane.press(5, 1)
    assert pane.told() == []
    empty = Sample()
    empty.press(5, 1)
    assert empty.told() == []


@pytest.mark.parametrize(("window", "is_folded"), [((40, 12), False), ((39, 12), True), ((40, 11), True)])
def test_a_pane_that_is_folded_away_keeps_its_layout(window: tuple[int, int], is_folded: bool) -> None:
    pane = sample(3, (30, 6))
    pane.window = Size(*window)
    assert pane.is_folded(Size(20, 6)) is is_folded
    assert pane.is_folded(Size(0, 6))
    pane.sized(20, 6)
    assert pane.text_width == (27 if is_folded else 17)
    assert [strip.text for strip in pane.render_lines(Region(0, 0, 20, 6))][1] == (
        " " * 20 if is_folded else f"│{'row0':17} │"
    )


def test_the_frame_that_comes_before_the_event_has_the_new_size() -> None:
    pane = sample(9, (30, 6))
    pane.own = Size(30, 8)
    assert pane.inside() == [f"row{n}" for n in range(6)]


def _click(column: int, row: int) -> Any:
    from textual.events import Click

    flags: dict[str, Any] = {"shift": False, "meta": False, "ctrl": False}
    return Click(None, column, row, 0, 0, 1, screen_x=column, screen_y=row, **flags)
