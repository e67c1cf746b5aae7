"""Cases that go the same way through the program: with --fast the first of them are tried."""

from __future__ import annotations

from typing import Any

import pytest


def few_if_fast(*cases: Any, few: int = 1) -> list[Any]:
    """Return the values of a test's argument, for `parametrize`, of which --fast tries only the first."""
    return [*cases[:few], *(pytest.param(case, marks=pytest.mark.slow) for case in cases[few:])]
