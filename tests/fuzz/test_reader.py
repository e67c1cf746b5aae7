"""Mutated briefings in the reader: no key and no click fails, and nothing of a document acts."""

from pathlib import Path

import pytest

from tests.fuzz.effort import READERS, SEED
from tests.fuzz.reader_walk import campaign

pytestmark = pytest.mark.whole

_PARTS = min(4, READERS)


@pytest.fixture(autouse=True)
def _preferences_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))


@pytest.mark.parametrize("part", range(_PARTS))
def test_mutated_briefings(tmp_path: Path, part: int) -> None:
    count = READERS // _PARTS
    failures = campaign(tmp_path / "briefing", count, SEED, first=part * count)
    assert not failures, "\n\n".join(failure.shown(SEED, "--reader") for failure in failures)
