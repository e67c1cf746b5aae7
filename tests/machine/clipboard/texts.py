"""Texts that a careless way to a clipboard would change."""

from briefing.machine.clipboard.osc52 import LIMIT

TEXTS = {
    "harakat": "أَيْضًا وَلَا شَيْءٌ\u0651",
    "format characters": "a \u200eلا\u200f می\u200cخواهم \u2067x\u2069 \ufeff",
    "emoji": "👩🏽\u200d🚀 ❤\ufe0f 🇯🇵 \U0010ffff",
    "newlines": "\n\nsummary\n¶1 ¶2\n\n",
    "no newline": "x",
    "carriage returns": "a\r\nb\r",
    "what terminals act on": "\x1b[31mred\x1b]52;c;AAAA\x07 \x1b\\ \x90\x9c \x01\t",
    "a long text": "سطر طويل من المقال (DICAS) 2024-2026\n" * 2_000,
}

_LINE = "أَيْضًا \u200f(DICAS)\n"
_LINES, _REST = divmod(LIMIT, len(_LINE.encode()))

#: What OSC 52 takes.
FOR_TERMINALS = {name: text for name, text in TEXTS.items() if len(text.encode()) <= LIMIT} | {
    "longest": _LINE * _LINES + "x" * _REST
}
