"""A need that is missing skips elsewhere and fails in CI."""

import pytest

from tests.needs import in_ci, needs, needs_file, needs_library


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("1", True), ("false", False), ("", False)])
def test_ci_is_told_by_the_environment(value: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    assert in_ci() is expected
    monkeypatch.delenv("CI")
    assert not in_ci()


def test_elsewhere_it_skips_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    mark = needs("sh", "no-such-tool", "nor-this")
    assert mark.args == (True,)
    assert mark.kwargs["reason"] == "program not found on this machine: no-such-tool, nor-this"
    assert needs_file("/no/such/file").args == (True,)
    assert needs_library("libnone.so.9").args == (True,)


def test_in_ci_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool"):
        needs("no-such-tool")
    with pytest.raises(pytest.fail.Exception, match="/no/such/file"):
        needs_file("/no/such/file")
    with pytest.raises(pytest.fail.Exception, match=r"libnone\.so\.9"):
        needs_library("libnone.so.9")


def test_what_is_there_is_not_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert needs("sh").args == (False,)
    assert needs_file(__file__).args == (False,)
