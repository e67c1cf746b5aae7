"""Applications that were made and let go of: nothing of the package keeps them alive."""

import gc
import weakref

from briefing.tui import BriefingApp
from tests.tui.briefings import bundled
from tests.tui.reader import reading


def test_four_applications_are_gone_when_nobody_has_them() -> None:
    before = gc.get_freeze_count()  # some are: the tests' own, which may go, and those of Python 3.12
    seen = [weakref.ref(BriefingApp(bundled())) for _ in range(4)]
    gc.collect()
    assert [one() for one in seen] == [None] * 4
    assert gc.get_freeze_count() <= before


async def test_one_that_has_run_freezes_nothing() -> None:
    """What lives at the first frame is kept out of collection by the command alone: it makes one only."""
    before = gc.get_freeze_count()
    async with reading() as reader:
        await reader.press("2", "tab")
    assert gc.get_freeze_count() <= before
    assert gc.isenabled()
