"""A need that is missing skips elsewhere and fails in CI."""

import pytest

from tests.needs import check, in_ci, missing, needs, needs_file, needs_library, said, used


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("1", True), ("false", False), ("", False)])
def test_ci_is_told_by_the_environment(value: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    assert in_ci() is expected
    monkeypatch.delenv("CI")
    assert not in_ci()


def test_elsewhere_it_skips_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    reason = "program not found on this machine: no-such-tool, nor-this"
    with pytest.raises(pytest.skip.Exception, match=reason):
        check(needs("sh", "no-such-tool", "nor-this").mark)
    with pytest.raises(pytest.skip.Exception, match="/no/such/file"):
        check(needs_file("/no/such/file").mark)
    with pytest.raises(pytest.skip.Exception, match=r"libnone\.so\.9"):
        check(needs_library("libnone.so.9").mark)


def test_in_ci_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-tool"):
        check(needs("no-such-tool").mark)
    with pytest.raises(pytest.fail.Exception, match="/no/such/file"):
        check(needs_file("/no/such/file").mark)
    with pytest.raises(pytest.fail.Exception, match=r"libnone\.so\.9"):
        check(needs_library("libnone.so.9").mark)


def test_what_is_there_is_not_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    for mark in needs("sh").mark, needs_file(__file__).mark:
        assert missing(mark) == []
        check(mark)


def test_a_library_is_used_only_where_a_test_has_said_that_it_needs_it(
    request: pytest.FixtureRequest,
) -> None:
    """Or else it fails where the library is missing, and nobody notices where it is there."""
    request.addfinalizer(lambda: said(()))
    with pytest.raises(AssertionError, match=r"mark the test with needs_library\(\"libnone\.so\.9\"\)"):
        used("libnone.so.9")
    said([needs("sh").mark, needs_library("libnone.so.9").mark])
    used("libnone.so.9")
    said(None)  # no test runs
    used("libother.so.9")
