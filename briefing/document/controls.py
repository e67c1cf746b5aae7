"""Control characters made visible: a document's text is data, and must not act on a terminal."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LINE = 480  # characters of the longest message of one line; with the program's name before it stays below 500

# Strings, not compiled patterns: compiling costs a millisecond that the way to the first frame does not need.
# C0 but for tab and newline, DEL and C1 would act on a terminal; a lone surrogate cannot be encoded at all.
_ACTS_ON_A_TERMINAL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]+"
# Bidi controls, and the separators that some programs take for a line end, in what must be one plain line.
_UPSETS_A_LINE = r"[\t\n\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+"
#: Characters that order a line, or begin a file, and are no part of its words.
ORDERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def visible_controls(text: str) -> str:
    """Return `text` with every control character but tab and newline replaced by a visible picture.

    C0 and DEL become their pictures of the block U+2400 (ESC is `␛`); C1, which has no pictures,
    and lone surrogates become U+FFFD. One character gives one character. Bidi controls are text and stay.
    """
    return re.sub(_ACTS_ON_A_TERMINAL, _pictures, text)


def safe_line(text: str) -> str:
    """Return `text` fit for one line of a message: no control, line end, tab or bidi control left in it.

    What would order the line or end it (and a byte order mark) has its number in its place, as GCC and less
    write it: `<U+200F>`. So the line may be longer than the text.
    """
    return re.sub(_UPSETS_A_LINE, _pictures, visible_controls(text))


def escaped_in_json(written: str) -> str:
    """Return JSON that means the same, in which no character acts on a terminal or orders a line.

    JSON itself escapes C0 alone: of DEL, C1 and what orders a text the escapes stand here, too (`\\u009b`).
    """
    return re.sub(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", _escape, written)


def title_line(text: str) -> str:
    """Return what a text says as a title or a name: as `safe_line` has it, its white space one blank each.

    What orders the text where it comes from is left out: of a title it would be seen as a fault in it.
    """
    return safe_line(" ".join(unordered(text).split()))


def unordered(text: str) -> str:
    """Return words of a document, for a line of their own, without what orders them where they come from."""
    return re.sub(f"[{ORDERING}]+", "", text)


def shortened(text: str, limit: int) -> str:
    """Return `text` in at most `limit` characters: of a longer one both ends, `…` for what is between."""
    if len(text) <= limit:
        return text
    head = limit // 2
    return f"{text[:head]}…{text[len(text) - (limit - head - 1) :]}"


def one_line(text: str) -> str:
    """Return `text` as a message of one line: as `safe_line` has it, in at most `LINE` characters."""
    return shortened(safe_line(shortened(text, LINE)), LINE)


def _pictures(match: re.Match[str]) -> str:
    """The pictures of a run of controls: of zeros there may be millions."""
    run = match.group()
    if run.count(run[0]) == len(run):
        return _picture(run[0]) * len(run)
    return "".join(map(_picture, run))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return f"<U+{code:04X}>" if re.match(_UPSETS_A_LINE, character) else REPLACEMENT
