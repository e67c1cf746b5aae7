"""What is kept of a terminal's input before it is taken apart into keys."""

from __future__ import annotations

import pytest

from briefing.machine.input_filter import PASTE, InputFilter

START, END = "\x1b[200~", "\x1b[201~"


def fed(*chunks: str, crowded: bool = False) -> str:
    bounds = InputFilter()
    return "".join(bounds.feed(chunk.encode(), crowded=crowded) for chunk in chunks)


@pytest.mark.parametrize(
    "keys",
    [
        "jkq",
        "\x1b[A\x1b[1;5C\x1bOP\x1b[<0;10;10M\x1b[<0;10;10m",
        "\x1b[97;;97u\x1b[113;5u",
        "\x1b[48;30;100;600;800t\x1b[?2026;1$y\x1b[I",
        "اقرأ",
        "\x1bp\x1b]",
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_keys_pass_however_they_are_cut(keys: str, size: int) -> None:
    bounds = InputFilter()
    data = keys.encode()
    passed = "".join(bounds.feed(data[i : i + size]) for i in range(0, len(data), size))
    assert passed + bounds.tick() == keys


@pytest.mark.parametrize("size", [1, 5, 4096])
def test_a_paste_is_cut(size: int) -> None:
    data = START + "word \x1b[A" * 5000 + END + "q"
    passed = fed(*[data[i : i + size] for i in range(0, len(data), size)])
    assert passed.startswith(f"{START}word [Aword ")
    assert passed.endswith(f"{END}q")
    assert PASTE / 2 < len(passed) < PASTE + 20


@pytest.mark.parametrize("begun", ["\x1b]52;c;", "\x1bP>|", "\x1bP1$r", "\x1b_G", "\x1b[1;1" + ";1" * 40])
def test_what_is_never_ended_is_given_up(begun: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("briefing.machine.input_filter.time.monotonic", lambda: now[0])
    bounds = InputFilter()
    assert bounds.feed(f"j{begun}11".encode()) == "j"
    assert not bounds.tick()
    now[0] = 0.5
    assert not bounds.tick()
    assert bounds.feed(b"q") == "q"


def test_a_paste_that_is_never_ended_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("briefing.machine.input_filter.time.monotonic", lambda: now[0])
    bounds = InputFilter()
    assert not bounds.feed(f"{START}some quoted words".encode())
    now[0] = 0.5
    assert not bounds.tick()
    assert not bounds.feed(b"q")  # somebody types
    now[0] = 1.6
    assert bounds.tick() == f"{START}some quoted wordsq{END}q"
    assert bounds.feed(b"q") == "q"


@pytest.mark.parametrize("begun", ["\x1b]52;c;", "\x1bP>|", "\x1b_G"])
def test_nothing_of_an_answer_is_a_key_however_long_it_is(begun: str) -> None:
    assert fed(f"j{begun}", *["AB" * 2000] * 10, "\x07k") == "jk"
    assert fed(f"j{begun}", *["AB" * 2000] * 10, "\x03", "\x11") == "j\x03\x11", "but what ends the program"


@pytest.mark.parametrize("end", ["\x07", "\x1b\\", "\x18"])
def test_answers_that_nobody_asked_for_are_dropped(end: str) -> None:
    assert fed(f"j\x1b]52;c;cXVpdA=={end}k", f"\x1bP1$r0;1q{end}l") == "jkl"


@pytest.mark.parametrize(
    "report", ["48;0;0;0;0", "48;1;1;0;1", "48;1;1", "48;1;1;1;1;1", "48;999999;1;1;1", "48;;;;"]
)
def test_no_window_has_that_size(report: str) -> None:
    assert fed(f"j\x1b[{report}tk") == "jk"


def test_of_many_moves_and_sizes_the_last_one_counts() -> None:
    assert fed("\x1b[<35;1;1M\x1b[<35;2;2M\x1b[<35;3;3Mj\x1b[<35;4;4M") == "\x1b[<35;3;3Mj\x1b[<35;4;4M"
    assert fed("\x1b[48;9;9;90;90t\x1b[48;8;8;80;80t") == "\x1b[48;8;8;80;80t"


@pytest.mark.parametrize("key", ["x", "\x1b[B", "\x1b", "\x1b[<0;3;3M", "ش"])
def test_of_a_flood_little_is_left_but_what_ends_something(key: str) -> None:
    flood = "j" + key * 3000 + "q" + key * 3000 + "k"
    kept = fed(flood, crowded=True)
    assert len(kept) < 130 * max(len(key), 10)
    assert "q" in kept
    assert kept.startswith("j")
    assert kept.endswith("k")
    assert fed(flood).count("j") == 1


def test_what_is_held_stays_small() -> None:
    bounds = InputFilter()
    for begun in (START, "\x1b]0;", "\x1bP>|", "\x1b[", "\x1b" * 3):
        bounds.feed(begun.encode())
        for _ in range(100):
            bounds.feed(b"1;" * 2000, crowded=True)
        assert len(bounds._held) + len(bounds._collected) < 2 * PASTE
        bounds.feed(f"\x07{END}".encode())


@pytest.mark.parametrize(
    "end",
    [
        "q", "Q", "ض", "й", "\x11", "\x1b[113;;113u", "\x1b[113;5u", "\x1b[1590::113;u", "\x1b[1590;5u",
        "\x1b[47::113;;47u", "\x1b[99;5u",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["j", "ت", "\x1b[106;;106u"])
def test_of_a_flood_the_key_that_ends_is_kept_in_any_layout_and_protocol(key: str, end: str) -> None:
    assert end in fed(key * 150 + end + key * 150, crowded=True)
    assert len(fed(key * 300, crowded=True)) < 100 * len(key)
