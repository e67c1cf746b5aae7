"""A short soak: many more by `python -m tests.soak --times 1000 --load 2`."""

from pathlib import Path

import pytest

from tests.soak.visit import visit

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("seed", range(1, 11))
def test_it_ends_whatever_was_typed_before(seed: int, tmp_path: Path) -> None:
    assert visit(seed, tmp_path).fault == ""
