"""Whether the ground is dark or light: told from what a terminal says, and from nothing else."""

from __future__ import annotations

import pytest

from briefing.machine.terminal.ground import FOLLOW, FOLLOW_NO_MORE, QUESTION, GroundFilter, ground_of
from tests.machine.terminal.conftest import FIRST, XTERM, Asked
from tests.tiers import some_of

#: The reader's own grounds, as they are sent.
DARK, LIGHT = b"48;2;16;18;24m", b"48;2;251;250;247m"
WHITE, BLACK = "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b]11;rgb:0000/0000/0000\x1b\\"
NOW_DARK, NOW_LIGHT = "\x1b[?997;1n", "\x1b[?997;2n"


@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        ("rgb:ffff/ffff/ffff", "light"),
        ("rgb:0/0/0", "dark"),
        ("rgb:fd/f6/e3", "light"),
        ("rgba:1d1d/1f1f/2121/cccc", "dark"),
        ("RGB:FFF/FFF/DDD", "light"),
        ("#ffffff", "light"),
        ("#000", "dark"),
        ("#000000000000", "dark"),
        ("rgb:8080/8080/8080", "light"),
        ("rgb:6000/6000/6000", "dark"),
        ("", None),
        ("?", None),
        ("white", None),
        ("rgb:zz/zz/zz", None),
        ("rgb:ffff/ffff", None),
        ("rgb:fffff/0/0", None),
        ("rgb:ff/ff/ff/ff/ff", None),
        ("#ff", None),
        ("rgb:ff/ff/ff\n", None),
        ("rgb:\u0661/0/0", None),
    ],
)
def test_a_colour_is_dark_or_light(colour: str, ground: str | None) -> None:
    assert ground_of(colour) == ground


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_answers_are_taken_out_however_they_are_cut(size: int) -> None:
    found = GroundFilter()
    data = f"a{WHITE}b{NOW_DARK}\x1b[Ac".encode()
    passed = b"".join(found.feed(data[at : at + size]) for at in range(0, len(data), size))
    assert passed == b"ab\x1b[Ac"
    assert found.ground == "light", "what is said together with the colour counts less"


def test_after_the_answers_a_report_counts_and_a_colour_does_not() -> None:
    found = GroundFilter()
    found.feed(BLACK.encode())
    found.answered()
    known = []
    for said in (WHITE, NOW_LIGHT, "\x1b[?997;3n\x1b[?997;0n\x1b[?997;22n"):
        assert found.feed(said.encode()) == b""
        known.append(found.ground)
    assert known == ["dark", "light", "light"]


def test_keys_that_could_begin_an_answer_are_given_back_and_half_an_answer_is_not() -> None:
    found = GroundFilter()
    for key in (b"\x1b", b"\x1b[", b"\x1b]"):
        assert found.feed(key) == b""
        assert found.release() == key
    assert found.feed(b"\x1b]11;rgb:ff") == b""
    assert found.release() == b""
    long = b"\x1b]11;" + b"f" * 100
    assert found.feed(long) == long, "too long for an answer: the parser of keys drops it"


def seen(screen: Asked) -> bytes:
    """The ground that was painted last."""
    return max((DARK, LIGHT), key=screen.output.rfind)


@pytest.mark.whole
@pytest.mark.parametrize(
    ("said", "ground"), some_of((WHITE, LIGHT), (BLACK, DARK), (NOW_LIGHT, LIGHT), ("", DARK))
)
def test_the_reader_is_as_dark_as_the_terminal(said: str, ground: bytes) -> None:
    with Asked() as screen:
        screen.wait_for_question()
        screen.send(said + XTERM)
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        assert seen(screen) == ground
        assert screen.output.count(QUESTION.encode()) == 1
        assert b"]11" not in screen.text.encode()


@pytest.mark.whole
def test_a_change_while_it_runs_is_followed_and_no_longer_after_it() -> None:
    with Asked() as screen:
        screen.wait_for_question()
        screen.send(BLACK + XTERM)
        screen.wait_for(FIRST)
        assert FOLLOW.encode() in screen.output
        screen.send(NOW_LIGHT)
        screen.wait_for(lambda _: seen(screen) == LIGHT)
        screen.wait_until_idle()
        screen.send(NOW_DARK * 500 + NOW_LIGHT + NOW_DARK)
        screen.wait_for(lambda _: seen(screen) == DARK)
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert screen.output.rfind(FOLLOW_NO_MORE.encode()) > screen.output.rfind(FOLLOW.encode())


@pytest.mark.whole
@pytest.mark.parametrize("term", ["xterm-kitty", "foot", "tmux-256color"])
def test_terminals_that_are_known_at_once_are_asked_too(term: str) -> None:
    with Asked(env={"TERM": term}) as screen:
        screen.wait_for(lambda _: QUESTION.encode() in screen.output)
        screen.send(f"{WHITE}\x1b[?62c")
        screen.wait_for(FIRST)
        screen.wait_for(lambda _: seen(screen) == LIGHT)


@pytest.mark.whole
def test_the_linux_console_is_not_asked() -> None:
    with Asked(env={"TERM": "linux"}) as screen:
        screen.wait_for(FIRST)
        assert b"\x1b]11" not in screen.output


@pytest.mark.whole
@pytest.mark.parametrize(
    ("arguments", "ground"),
    [(["--light"], LIGHT), (["--theme", "dark"], DARK), (["--theme", "light"], LIGHT)],
)
def test_an_option_decides(arguments: list[str], ground: bytes) -> None:
    with Asked(arguments) as screen:
        screen.wait_for_question()
        screen.send((WHITE if ground == DARK else BLACK) + XTERM)
        screen.wait_for(FIRST)
        screen.send(NOW_LIGHT if ground == DARK else NOW_DARK)
        screen.press("down")
        screen.wait_until_idle()
        assert seen(screen) == ground
        assert QUESTION.encode() not in screen.output
