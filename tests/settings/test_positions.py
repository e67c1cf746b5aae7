"""The file of positions: small, private, whole; what others write into it does no harm."""

import json
import os
import stat
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import BriefingError
from briefing.settings.paragraph_ranges import count_in, holds, joined
from briefing.settings.position_keeper import PositionKeeper
from briefing.settings.positions import (
    LARGEST,
    STRETCHES,
    Position,
    Spot,
    load_positions,
    save_position,
)
from tests.tui.briefings import plain


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "positions.json"
    monkeypatch.setenv("BRIEFING_POSITIONS", str(path))
    return path


def position(size: int, number: int = 1, seen: tuple[tuple[int, int], ...] = ()) -> Position:
    return Position(size, "ab" * 32, at=Spot(number), seen=seen)


def test_it_is_private_and_whole(file: Path) -> None:
    save_position(position(7, 3))
    assert load_positions() == (position(7, 3),)
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_in_the_platform_s_folder_for_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_POSITIONS")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "briefing").mkdir(mode=0o755)
    save_position(position(7))
    assert (tmp_path / "briefing" / "positions.json").exists()
    assert stat.S_IMODE((tmp_path / "briefing").stat().st_mode) == 0o700


def test_the_oldest_give_way(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.settings.positions.MOST", 20)
    for size in range(25):
        save_position(position(size))
    kept = [one.size for one in load_positions()]
    assert kept == list(range(5, 25))


def test_it_never_grows_past_its_bound(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.settings.positions.LARGEST", 20_000)
    far = 1 << 52
    seen = tuple((far + 3 * n, far + 3 * n) for n in range(STRETCHES))
    for size in range(20):
        save_position(position(size, far, seen))
    assert 10_000 < file.stat().st_size <= 20_000
    assert load_positions()[-1].size == 19


def test_what_was_seen_counts_on_unless_it_is_read_anew(file: Path) -> None:
    save_position(position(7, 3, ((1, 3),)))
    save_position(position(7, 5, ((4, 4), (9, 9))))
    assert load_positions() == (position(7, 5, ((1, 4), (9, 9))),)
    save_position(position(7, 1, ((1, 1),)), anew=True)
    assert load_positions() == (position(7, 1, ((1, 1),)),)


def test_several_at_once_lose_nothing(file: Path) -> None:
    writers = [Thread(target=save_position, args=(position(size),)) for size in range(12)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert sorted(one.size for one in load_positions()) == list(range(12))


DAMAGED: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "no JSON": lambda file: file.write_bytes(b"\xff\xfe{"),
    "another shape": lambda file: file.write_text('{"positions": [1]}'),
    "nested": lambda file: file.write_text("[" * 100_000),
    "wrong numbers": lambda file: file.write_text('{"positions": [{"size": 1e400, "sha256": ""}]}'),
    "below 0": lambda file: file.write_text('{"positions": [{"size": 7, "sha256": "", "item": -1}]}'),
    "a control": lambda file: file.write_text('{"positions": [{"size": 7, "sha256": "\\u001b[2J"}]}'),
    "large": lambda file: file.write_bytes(b" " * (LARGEST + 1)),
    "a folder": lambda file: file.mkdir(),
    "a pipe": lambda file: os.mkfifo(file),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_is_no_such_file_is_told_in_a_line_and_replaced(file: Path, kind: str) -> None:
    file.parent.mkdir()
    DAMAGED[kind](file)
    with pytest.raises(BriefingError) as told:
        load_positions()
    assert str(file) in str(told.value)
    assert len(str(told.value).splitlines()) == 1
    assert "\x1b" not in str(told.value)
    keeper = PositionKeeper(plain("نص"))
    assert keeper.complaint
    assert keeper.found is None
    if kind == "a folder":
        with pytest.raises(OSError):  # noqa: PT011 - whatever the system calls it
            save_position(position(7))
    else:
        save_position(position(7))
        assert load_positions() == (position(7),)


def test_a_link_is_replaced_not_followed(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("mine")
    file.parent.mkdir()
    file.symlink_to(other)
    save_position(position(7))
    assert other.read_text() == "mine"
    assert not file.is_symlink()


def test_it_holds_no_word_of_the_text(file: Path) -> None:
    briefing = plain("كلمة سرية جدا", "secret words")
    keeper = PositionKeeper(briefing)
    keeper.keep(keeper.blank).join()
    content = file.read_text("utf-8")
    assert "secret" not in content
    assert "سرية" not in content
    assert json.loads(content)["positions"]


def test_it_is_found_by_the_text_alone(file: Path) -> None:
    keeper = PositionKeeper(plain("واحد", "اثنان"))
    keeper.keep(keeper.blank).join()
    assert PositionKeeper(plain("واحد", "اثنان")).found is not None
    for other in (plain("اثنان", "واحد"), plain("واحدا", "ثنان"), plain("واحداثنان"), plain()):
        assert PositionKeeper(other).found is None
    assert PositionKeeper(plain("واحد", "اثنان"), anew=True).found is None


NUMBERS = st.sets(st.integers(1, 60))


@given(NUMBERS, NUMBERS)
def test_stretches_are_sets_of_numbers(numbers: set[int], others: set[int]) -> None:
    ranges = joined((number, number) for number in numbers)
    assert {n for first, last in ranges for n in range(first, last + 1)} == numbers
    assert all(after[0] > before[1] + 1 for before, after in pairwise(ranges))
    assert count_in(ranges, sorted(others)) == len(numbers & others)
    assert all(holds(ranges, number, number) == (number in numbers) for number in range(1, 61))


def test_of_very_many_stretches_the_shortest_are_forgotten() -> None:
    found = joined([(n * 10, n * 10 + (n % 2)) for n in range(1, 101)])
    assert len(found) == STRETCHES
    assert sum(last > first for first, last in found) == 50
