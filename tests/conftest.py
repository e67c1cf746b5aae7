"""Settings of every test: nobody's own files; how many examples of a property are tried.

Hypothesis measures no time, since machines are noisy.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ("tests.tiers",)

#: Examples of a property by tier, unless its test says another number. They are the same each time, so that a
#: test fails for what was changed. `pytest --hypothesis-profile=search` tries new ones.
for _tier, _examples in {"fast": 10, "default": 20, "everything": 100, "search": 1000}.items():
    settings.register_profile(
        _tier,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=_examples,
        derandomize=_tier != "search",
    )
settings.load_profile("default")

os.environ["BRIEFING_PREFERENCES"] = "/dev/null/preferences.toml"
os.environ["BRIEFING_LOOKUPS"] = "/dev/null/lookups.json"
os.environ["BRIEFING_POSITIONS"] = "/dev/null/positions.json"

# Tests start the program hundreds of times, and each worker imports every test: without bytecode each of them
# would compile all of that anew, which takes longer than most tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# In the background (`&`, nohup) the tests ignore these, and so does all that they start.
for _ignored in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
    if signal.getsignal(_ignored) is signal.SIG_IGN:
        signal.signal(_ignored, signal.default_int_handler if _ignored == signal.SIGINT else signal.SIG_DFL)


def pytest_configure(config: pytest.Config) -> None:
    """Before any test is imported: some ask how many examples there will be."""
    if not config.getoption("--hypothesis-profile"):
        from tests.tiers import in_full  # once pytest has loaded it as a plugin

        tier = "everything" if in_full() else "fast" if config.getoption("--fast") else "default"
        settings.load_profile(tier)


@pytest.hookimpl(hookwrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for no garbage while tests are collected, nor among them ever after: they stay to the end."""
    gc.disable()
    yield
    gc.enable()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Let what is left go with the process: pytest would look through it five times, for seconds.

    A worker that is still at it when the session has ended is interrupted, and prints that.
    """
    gc.freeze()


def pytest_make_parametrize_id(val: object) -> str | None:
    """Keep a long text out of the test's name, which is sent between processes and printed.

    Of bytes there are the first four: what is packed holds the time further on, and every process must give
    a test the same name.
    """
    if isinstance(val, bytes) and not (val.isascii() and len(val) <= 80):
        return f"{val[:4]!a}...{len(val)}"
    if isinstance(val, str | bytes) and len(val) > 80:
        return f"{val[:20]!a}...{len(val)}"
    return None


@pytest.fixture(scope="session", autouse=True)
def _state_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what programs save out of the home of whoever runs the tests."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))
