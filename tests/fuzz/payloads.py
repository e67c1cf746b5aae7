"""Text that wants to act: terminal sequences, markup, bidi controls, odd characters; each carries a mark.

A mark is found again in whatever a program sends, and says that a sequence around it came from the document.
"""

from __future__ import annotations

import re
from random import Random
from typing import Final

#: What a mark looks like, and the number that stands in sequences which hold nothing but digits.
MARK: Final = re.compile("fz[0-9a-f]{8}")
NUMBER: Final = re.compile("77[0-9]{5}")

# {m} is a mark, {n} a marked number.
_SEQUENCES: Final = (
    "\x1b]0;{m}\x07",
    "\x1b]2;{m}\x1b\\",
    "\x1b]8;;http://{m}\x1b\\x\x1b]8;;\x1b\\",
    "\x1b]52;c;{m}\x07",
    "\x1b]50;{m}\x07",
    "\x1b]{m}",
    "\x1bP{m}\x1b\\",
    "\x1bPtmux;{m}\x1b\\",
    "\x1b_{m}\x1b\\",
    "\x1b^{m}\x1b\\",
    "\x1bX{m}\x1b\\",
    "\x1b[{n}m",
    "\x1b[?{n}h",
    "\x1b[{n};1H",
    "\x1b[?{n}",
    "\x1bc{m}",
    "\x1b",
    "\x9b{n}m",
    "\x9d0;{m}\x9c",
    "\x90{m}\x9c",
    "\x9f{m}",
    "\x85{m}",
    "\x84\x8d{m}",
    "\x07{m}",
    "\x08\x08{m}",
    "\x0b\x0c{m}",
    "\x0e{m}\x0f",
    "\x00{m}",
    "\x7f{m}",
    "{m}\r{m}",
    "\x1a{m}\x04\x03",
)
_MARKUP: Final = (
    '[@click=app.bell("{m}")]{m}[/]',
    '[@click=app.screenshot("{m}.svg",".")]PRESS ME[/]',
    "[@click=app.quit]{m}[/]",
    "[@click={m}",
    "[@click=screen.{m}()]x[/]",
    "[link=http://{m}]x[/link]",
    "[link='http://{m}']x",
    "[/x]",
    "[/]",
    "[/{m}]",
    "Link [/news/2024] {m}",
    "[bold]{m}[/bold]",
    "[bold red on blue]{m}",
    "[$primary]{m}[/]",
    "[{m}",
    "{m}] [sic] [A]",
    "\\[{m}]",
    "[[{m}]]",
    "[on {m}]x",
    "[not {m}",
    '["',
    "[=]",
    "[a=b c='d]{m}",
    ":warning: :{m}:",
    "{{m}} {m} %s %(m)s {{0.__class__}}",
    "`{m}` **{m}** <b>{m}</b> &{m}; $(touch {m})",
)
_BIDI: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_ODD: Final = (
    "\uffff", "\ufffe", "\ufeff", "\ufffd", "\u2028", "\u2029", "\u00a0", "\u00ad", "\u200b", "\u200c",
    "\u200d", "\u2060", "\u3000", "\u180e", "\u034f", "\U0010ffff", "\U0001fffe", "\ufdd0", "\U000e0001",
    "\U000e0041", "\ue000", "\u0378", "\U00010efd", "\ud800", "\udfff", "\udc9b", "\t", "\n", "\n\n", "  ",
    "\u06dd", "\u0600", "\ufdfa", "\ufdfd", "\ufefb", "\ufe8e", "\u0301", "\u20e3", "\ufe0f",
)  # fmt: skip
_EMOJI: Final = (
    "👍🏽",
    "👨\u200d👩\u200d👧\u200d👦",
    "❤️",
    "1️⃣",
    "🏴\U000e0067\U000e0062\U000e007f",
    "🇯🇵🇯",
    "🏽",
    "☪️",
)
_SCRIPTS: Final = (
    "שָׁלוֹם",
    "मान्यता",
    "ကျောင်း",
    "각ᄀ",
    "ไทย",
    "漢字、",
    "ｆｕｌｌ",
    "ދިވެހި",
    "ߒߞߏ",
    "𞤀𞤣𞤤𞤢𞤥",
    "Ω≠∞",
)
_ARABIC: Final = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x08FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFF),
    (0x10EC0, 0x10EFF),
    (0x1EE00, 0x1EEFF),
)
_WORDS: Final = (
    "الوزير",
    "قالَ",
    "لا",
    "١٢٫٥٪",
    "10/6/2024",
    "(DICAS)",
    "«نعم»",
    "Talks",
    "3.5",
    "-7",
    "and",
    "لله",
)


def mark(random: Random) -> str:
    """A mark that nothing else carries."""
    return f"fz{random.getrandbits(32):08x}"


def sequence(random: Random) -> str:
    """A sequence or a control on which a terminal would act."""
    return _filled(random.choice(_SEQUENCES), random)


def markup(random: Random) -> str:
    """Text that Rich or Textual would take for markup, well formed or not."""
    return _filled(random.choice(_MARKUP), random)


def text(random: Random) -> str:
    """Hostile text of one to five parts, of whatever kind."""
    return random.choice(("", " ", "\u0627")).join(_part(random) for _ in range(random.randint(1, 5)))


def _part(random: Random) -> str:
    kind = random.randrange(12)
    if kind < 3:
        return sequence(random)
    if kind < 6:
        return markup(random)
    if kind == 6:
        return "".join(random.choice(_BIDI) for _ in range(random.randint(1, 6)))
    if kind == 7:
        return random.choice(_ODD) * random.choice((1, 1, 1, 2, 40))
    if kind == 8:
        return random.choice(_EMOJI + _SCRIPTS)
    if kind == 9:
        first, last = random.choice(_ARABIC)
        return "".join(chr(random.randint(first, last)) for _ in range(random.randint(1, 12)))
    if kind == 10:
        return _overlong(random)
    return " ".join(random.choice(_WORDS) for _ in range(random.randint(1, 6)))


def _overlong(random: Random) -> str:
    piece = random.choice(
        (*_WORDS, "e\u0301", "\u0628\u064e", "\u0301", "x", "[", "\u202e", "\u0644\u0627", "👍🏽", "\u2066")
    )
    return piece * random.choice((30, 300, 3000))


def _filled(template: str, random: Random) -> str:
    number = f"77{random.randrange(100_000):05d}"
    return template.replace("{m}", mark(random)).replace("{n}", number)
