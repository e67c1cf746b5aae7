"""One start of the installed command: what it is given, where it runs, what its terminal sends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Final, Literal

from tests.fuzz import payloads
from tests.fuzz.characters import BYTE_STEPS, TEXT_STEPS
from tests.fuzz.mutant import Mutant
from tests.fuzz.mutations import mutated, readable
from tests.judges import keys

# None unsets a variable; "{m}" is a mark.
_HOSTILE: Final[dict[str, tuple[str | None, ...]]] = {
    "TERM": (
        "xterm",
        "screen",
        "tmux-256color",
        "mlterm",
        "dumb",
        "",
        "\x1b]0;{m}\x07",
        "x" * 5000,
        None,
        "[@click={m}]",
    ),
    "COLORTERM": ("", "truecolor", "{m}", None),
    "TERM_PROGRAM": (
        "\x1b]0;{m}\x07",
        "\x9b31m{m}",
        "Apple_Terminal",
        "vscode",
        "[/{m}]",
        "\u202e{m}",
        "\udcff",
    ),
    "TERM_PROGRAM_VERSION": ("\x1b[7m{m}", "1.0\n2.0", "9" * 3000),
    "VTE_VERSION": ("7006", "x", "-1", "9" * 5000, "\x1b{m}", "٧"),
    "KONSOLE_VERSION": ("221203", "", "\x1b{m}"),
    "KITTY_WINDOW_ID": ("1", "{m}\x1b"),
    "MLTERM": ("3.9.3", "\x1b{m}"),
    "TMUX": ("/nowhere/{m},1,0", "\x1b]0;{m}\x07", ",,,"),
    "STY": ("1.x.{m}", "\x1b{m}"),
    "SSH_CONNECTION": ("1 2 3 4", "\x1b{m}"),
    "SSH_TTY": ("/dev/{m}", "\x1b{m}"),
    "DISPLAY": (":77{m}", "\x1b{m}"),
    "WAYLAND_DISPLAY": ("{m}", "../../\x1b"),
    "COLUMNS": ("999999", "0", "-1", "80", "x", "9" * 30, "\x1b{m}"),
    "LINES": ("999999", "0", "-1", "24", "x"),
    "LANG": ("C", "ar_EG", "\udcff", "xx_YY.UTF-99", "tr_TR.UTF-8", "\x1b{m}"),
    "LC_ALL": ("C", "POSIX", "ar_EG.ISO-8859-6", "\udcff", None, ""),
    "PYTHONIOENCODING": ("ascii", "ascii:strict"),
    "PYTHONUTF8": ("0", "1"),
    "NO_COLOR": ("1", ""),
    "FORCE_COLOR": ("1", "x"),
    "COLORFGBG": ("15;0", "{m}"),
    "TZ": ("Africa/Cairo", ":/etc/passwd", "\x1b{m}"),
    "HOME": (None, "", "/nonexistent/{m}", "\x1b{m}", "relative"),
    "TEXTUAL_DRIVER": ("x", "{m}:y", "a.b:C", ""),
    "TEXTUAL_COLOR_SYSTEM": ("x", "{m}", "256", "standard"),
    "TEXTUAL_FPS": ("x", "0", "-1", "1"),
    "TEXTUAL_ANIMATIONS": ("{m}", "none"),
    "TEXTUAL_THEME": ("{m}", "nord"),
    "TEXTUAL_SLOW_THRESHOLD": ("x",),
    "TEXTUAL_SMOOTH_SCROLL": ("x", "1"),
    "ESCDELAY": ("x", "-5", "0", "9" * 400),
    "BRIEFING_PREFERENCES": (
        "/dev/null",
        "/nonexistent/{m}",
        ".",
        "",
        "\x1b]0;{m}\x07",
        "x" * 5000,
        "{folder}",
        "\udcff",
    ),
    "XDG_CONFIG_HOME": ("/dev/null", "", "relative", "\x1b{m}"),
}
_PREFERENCES: Final = 'harakat = "shown"\ndigits = "western"\nlines = "justified"\nbidi = "auto"\n'
_OPTIONS: Final = (
    "--section", "--section=start", "--section=full", "--section=goals", "-s2", "--light", "--bidi",
    "--bidi=kitty", "--bidi=x", "--help", "--version", "--", "-", "--size=80x24", "--size=9999x1",
    "--size=x", "-f", "-fpng", "-fsvg", "--json", "doctor", "export", "--no",
)  # fmt: skip
_KEYS: Final = (
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "tab", "shift+tab",
    "escape", "space", "insert", "delete", "backspace", "f1", "ctrl+p", "ctrl+p", "shift+down",
    "shift+right", "ctrl+home", "ctrl+a", "ctrl+e", *"0123456789?[]jkgGtvdfcyvdfcy",
)  # fmt: skip
# What a terminal may send though nobody pressed that: answers, focus, pastes, keys with sub-fields, rubbish.
_REPORTS: Final = (
    "\x1b[I", "\x1b[O", "\x1b[200~{m} [/x]\x1b[201~", "\x1b[200~{m}", "\x1b[201~", "\x1b[97;1:3u",
    "\x1b[1590;5u", "\x1b[1;1:1A", "\x1b[<999;9999;9999M", "\x1b[<-1;0;0M", "\x1b[M   ", "\x1b[?2026;1$y",
    "\x1b[?2048;0$y", "\x1b[?1;2c", "\x1b[99;99R", "\x1bP>|{m}\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x1b[48;10;20;0;0t", "\x1b[8;0;0t", "\x1bO", "\x1b[", "\x1b]", "\x1bP", "ض", "٣", "\x00", "é\u0301",
)  # fmt: skip
_ANSWERS: Final = (
    "", "", "\x1b[?1;2c", "\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c",
    "\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c", "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c",
    "\x1bP>|kitty({m})\x1b\\\x1b[>1;4000;26c\x1b[?62;c",
    "\x1bP>|{m}\x9b31m\x1b]0;x\x07\x1b\\\x1b[>84;0;0c\x1b[?1;2c",
    "\x1bP>|" + "x" * 20000 + "\x1b\\\x1b[?1c", "\x1b[>" + "9" * 6000 + "c\x1b[?1c",
    "\x1b[8;9$y\x1b[>;;;c\x1b[?c", "\x1b[?1;2c" * 50, "\x1bP>|", "\x1b[>99999999999999999999;1c\x1b[?1c",
)  # fmt: skip

Input = tuple[Literal["type", "size", "end"], str, int, int]


@dataclass(frozen=True)
class PtyCase:
    """Arguments ("{document}", "{output}" and "{folder}" stand for paths), environment, files, typing.

    `pipes` says whether standard output or standard error is no terminal: "out", "err", both or none.
    """

    arguments: tuple[str, ...]
    mutant: Mutant
    env: dict[str, str | None]
    preferences: bytes | None
    typed: tuple[Input, ...]
    answer: str
    pipes: frozenset[str]
    size: tuple[int, int]

    def shown(self) -> str:
        """All of it in Python's notation."""
        return (
            f"  arguments {self.arguments!a}, window {self.size}, no terminal: {sorted(self.pipes)}\n"
            f"  environment {self.env!a}\n  preferences {self.preferences!a}\n"
            f"  the terminal answers {self.answer[:200]!a}\n"
            f"  typed {self.typed!a}\n{self.mutant.shown(400)}"
        )


def case(seed: int, number: int) -> PtyCase:
    """The case of that number."""
    random = Random(f"pty {seed} {number}")
    kind = random.randrange(20)
    mutant = mutated(random) if random.random() < 0.4 else readable(random, random.choice((0.0, 0.3, 0.8)))
    pipes = {name for name, share in (("out", 0.05), ("err", 0.4)) if random.random() < share}
    arguments: list[str] = ["{document}"]
    if kind == 0:
        pipes.add("out")
        arguments += random.choice(([], [], ["--section", "start"], ["--section=full"]))
    elif kind in (1, 2):
        arguments = [
            "export",
            "-o",
            random.choice(("{output}.svg", "{output}.png", "{output}")),
            "{document}",
        ]
        arguments += random.choice(([], ["--size=40x12"], ["--light"], ["--section=full"]))
    elif kind == 3:
        arguments = ["doctor", "--json"]
    elif kind == 4:
        arguments = ["doctor"]
    elif kind in (5, 6):
        arguments = [
            random.choice((*_OPTIONS, "{document}", _argument(random))) for _ in range(random.randint(1, 4))
        ]
    else:
        arguments += random.choice(
            ([], [], [], ["--section", "start"], ["--section=full"], ["--light"], ["--bidi", "kitty"])
        )
    made = PtyCase(
        tuple(arguments),
        mutant,
        _environment(random),
        _preferences(random),
        _typed(random),
        _filled(random.choice(_ANSWERS), random),
        frozenset(pipes),
        random.choice(((80, 24), (120, 36), (100, 30), (63, 20), (20, 6), (1, 1), (300, 90))),
    )
    return made if made.mutant.entries else replace(made, mutant=Mutant({"article.txt": b"x"}))


def _argument(random: Random) -> str:
    text = random.choice(
        (payloads.text(random), payloads.sequence(random), "--" + payloads.sequence(random), "x" * 5000)
    )
    data = text.encode("utf-8", "replace").replace(b"\0", b"")[:20_000] + random.choice((b"", b"\xff"))
    return data.decode("utf-8", "surrogateescape")


def _environment(random: Random) -> dict[str, str | None]:
    names = random.sample(sorted(_HOSTILE), random.choice((0, 0, 0, 1, 1, 2, 4)))
    values = {name: random.choice(_HOSTILE[name]) for name in names}
    return {name: value and _filled(value, random) for name, value in values.items()}


def _preferences(random: Random) -> bytes | None:
    kind = random.randrange(8)
    if kind < 4:
        return None
    text = _PREFERENCES
    if kind == 5:
        text = random.choice(TEXT_STEPS)(text, random)
    elif kind == 6:
        text += f'theme = "{payloads.mark(random)}"\n' + random.choice(
            ("", "\x1b = 1\n", "x = " + "[" * 2000 + "]" * 2000)
        )
    data = text.encode("utf-8", "surrogatepass")
    return random.choice(BYTE_STEPS)(data, random) if kind == 7 else data


def _typed(random: Random) -> tuple[Input, ...]:
    found: list[Input] = []
    for _ in range(random.randint(2, 9)):
        kind = random.randrange(10)
        if kind < 5:
            names = [random.choice(_KEYS) for _ in range(random.randint(1, 8))]
            found.append(("type", "".join(map(keys.key, names)), 0, 0))
        elif kind == 5:
            query = random.choice(
                (
                    "\x10sec",
                    "\x10name",
                    "\x10[",
                    "\x10[/",
                    "\x10e",
                    "\x10theme\r",
                    "\x10\x1b[5~",
                    "\x10\x1b[6~",
                )
            )
            found.append(("type", query, 0, 0))
        elif kind == 6:
            found.append(("type", _filled(random.choice(_REPORTS), random), 0, 0))
        elif kind < 9:
            # Not the last rows: the key bar there quits and saves.
            found.append(("type", "".join(_mouse(random) for _ in range(random.randint(1, 5))), 0, 0))
        else:
            found.append(
                ("size", "", random.choice((1, 20, 63, 80, 120, 250)), random.choice((1, 6, 20, 24, 36, 70)))
            )
    return tuple(found)


def _mouse(random: Random) -> str:
    column, row = random.randrange(100), random.randrange(18)
    if random.random() < 0.2:
        return keys.scroll(column, row, random.randint(-4, 4))
    if random.random() < 0.2:
        return keys.drag((column, row), (random.randrange(100), random.randrange(18)))
    return keys.click(column, row)


def _filled(template: str, random: Random) -> str:
    return template.replace("{m}", payloads.mark(random))
