"""The bundled briefing is found in an installed package and in a source tree, and missed in one line."""

from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.machine import assets


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "briefing"
    monkeypatch.setattr(assets, "_PACKAGE", package)
    return package


@pytest.mark.parametrize("place", ["briefing/assets", "assets"], ids=["wheel", "source tree"])
def test_both_places_are_looked_at(tmp_path: Path, package: Path, place: str) -> None:
    folder = tmp_path / place / "us-japan-dicas"
    folder.mkdir(parents=True)
    (folder / "briefing.toml").touch()
    assert assets.bundled_folder() == folder
    assert package.parent == tmp_path


def test_a_damaged_installation_is_one_line(package: Path) -> None:
    with pytest.raises(BriefingError) as raised:
        assets.bundled_folder()
    assert str(raised.value) == (
        f"{package / 'assets' / 'us-japan-dicas'}: the bundled briefing is missing; "
        "install the package again (pip install)"
    )
