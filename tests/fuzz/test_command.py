"""The installed command in a pty, with hostile documents, names, environments, preferences and terminals."""

import pytest

from tests.fuzz.effort import PTYS, SEED
from tests.fuzz.pty_campaign import campaign
from tests.fuzz.recorder import COMMAND
from tests.needs import needs_file

pytestmark = pytest.mark.whole

_PARTS = 5


@needs_file(COMMAND)
@pytest.mark.parametrize("part", range(_PARTS))
def test_started_under_fire(part: int) -> None:
    count = PTYS // _PARTS
    failures = campaign(count, SEED, first=part * count)
    assert not failures, "\n\n".join(failure.shown(SEED) for failure in failures)
