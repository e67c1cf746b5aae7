"""A partial repaint is sent as Textual sends it, and is one message however many panes have changed."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate
from textual.message import Message
from textual.message_pump import MessagePump
from textual.messages import Prompt, Update
from textual.strip import Strip

from briefing.tui.textual_private.sent_chops import sent
from tests.judges.quick import QuickEmulator
from tests.tui.reader import reading

COLUMNS, ROWS = 20, 6


def some_update(random: Random) -> ChopsUpdate:
    """Rows cut at random, of which random parts are to be sent; some pieces are not painted."""
    chops: list[dict[int, Strip | None]] = []
    ends: list[list[int]] = []
    for _ in range(ROWS):
        cuts = sorted({0, COLUMNS, *random.sample(range(1, COLUMNS), 3)})
        pieces = pairwise(cuts)
        chops.append({x: some_strip(random, end - x) if random.random() < 0.8 else None for x, end in pieces})
        ends.append(cuts[1:])
    spans = [
        (y, start, random.randint(start + 1, COLUMNS))
        for y in sorted(random.sample(range(ROWS), 4))
        for start in [random.randrange(COLUMNS)]
    ]
    return ChopsUpdate(chops, spans, ends)


def some_strip(random: Random, width: int) -> Strip:
    text = "".join(random.choices("abc ب", k=width))
    return Strip([Segment(text, Style(bold=random.random() < 0.5))], width)


@pytest.mark.parametrize("seed", range(20))
def test_the_screen_is_the_same_as_with_textuals_own_characters(seed: int) -> None:
    console, update = Console(color_system="truecolor", force_terminal=True), some_update(Random(seed))
    screens = []
    for characters in (update.render_segments(console), sent(update, console)):
        screen = QuickEmulator(COLUMNS, ROWS)
        screen.feed(("\x1b[H" + "\r\n".join(["." * COLUMNS] * ROWS) + "\x1b[H" + characters).encode())
        screens.append(screen.cells())
    assert screens[0] == screens[1]
    assert any(cell.text != "." for row in screens[0] for cell in row)


async def test_a_key_that_changes_three_panes_is_one_message_to_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading() as reader:
        sent: Counter[str] = Counter()
        dispatch = MessagePump._dispatch_message

        async def counted(pump: MessagePump, message: Message) -> None:
            if isinstance(message, Prompt | Update):
                sent[type(pump).__name__] += 1
            await dispatch(pump, message)

        monkeypatch.setattr(MessagePump, "_dispatch_message", counted)
        before = [pane.contents for pane in (reader.sidebar, reader.article, reader.summary)]
        reader.screen.do("open-section", "2")
        await reader.settle()
        after = [pane.contents for pane in (reader.sidebar, reader.article, reader.summary)]
        assert all(one != other for one, other in zip(before, after, strict=True))
        assert "Sidebar" not in sent
        assert "Article" not in sent
        assert "Summary" not in sent
        assert reader.section.title in reader.text
