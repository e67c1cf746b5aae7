"""What is sent of a screen that is put together sparsely is what Textual's own compositor would send."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import product

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

from briefing.tui.textual_private.sent_chops import sent
from briefing.tui.textual_private.sparse_compositor import SparseCompositor
from tests.tiers import some_of
from tests.tui.reader import Reader, reading


def some_regions(chance: random.Random, columns: int, rows: int) -> set[Region]:
    """Regions that may reach beyond the window, as those of a widget do that is half out of sight."""
    return {
        Region(
            chance.randrange(-3, columns + 3),
            chance.randrange(-3, rows + 3),
            chance.randrange(1, columns),
            chance.choice((1, 1, 2, chance.randrange(1, rows))),
        )
        for _ in range(chance.choice((1, 2, 3, 12)))
    }


def assert_alike(reader: Reader, chance: random.Random) -> None:
    compositor = reader.app.screen._compositor
    assert isinstance(compositor, SparseCompositor)
    size = compositor.size
    for _ in range(60):
        regions = {
            inside
            for region in some_regions(chance, size.width, size.height)
            if (inside := region.intersection(size.region))
        }
        compositor._dirty_regions = set(regions)
        sparse = compositor.render_partial_update()
        compositor._dirty_regions = set(regions)
        whole = Compositor.render_partial_update(compositor)
        assert (sparse is None) == (whole is None) == (not regions)
        if sparse is not None and whole is not None:
            assert sent(sparse, reader.app.console) == sent(whole, reader.app.console)
            assert sparse.spans == whole.spans


SIZES = ((80, 24), (120, 36), (40, 12))
KEYS = (("2",), ("c",), ("slash", "a"), ("m",), ("question_mark",), ("z", "y"))
# Each of the keys in some size first.
CASES = sorted(product(KEYS, SIZES), key=lambda case: (KEYS.index(case[0]) + SIZES.index(case[1])) % 3)


@pytest.mark.parametrize(("keys", "size"), some_of(*CASES, some=len(KEYS)))
async def test_whatever_has_changed(keys: tuple[str, ...], size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press(*keys)
        reader.app.notify("One that lies over what is there")
        await reader.settle()
        assert_alike(reader, random.Random(f"{size} {keys}"))


async def test_panes_of_which_nothing_is_sent_are_not_cut_up(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(size=(120, 36)) as reader:
        cut: list[Strip] = []
        divide = Strip.divide

        def noting(strip: Strip, cuts: Iterable[int]) -> Sequence[Strip]:
            cut.append(strip)
            return divide(strip, cuts)

        rows = reader.article.render_lines(reader.article.region.reset_offset)
        monkeypatch.setattr(Strip, "divide", noting)
        region = reader.sidebar.region
        compositor = reader.app.screen._compositor
        compositor._dirty_regions = {Region(region.x, region.y + 2, region.width, 1)}
        assert compositor.render_partial_update() is not None
        assert cut
        assert not [strip for strip in cut if strip in rows]
