"""Settings of every test: nobody's own files; Hypothesis measures no time, since machines are noisy."""

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("tests.tiers",)

settings.register_profile("briefing", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("briefing")

os.environ["BRIEFING_PREFERENCES"] = "/dev/null/preferences.toml"

# Tests start the program hundreds of times, and each worker imports every test: without bytecode each of them
# would compile all of that anew, which takes longer than most tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session", autouse=True)
def _state_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what programs save out of the home of whoever runs the tests."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))
