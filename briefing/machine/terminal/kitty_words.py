"""kitty: every word that begins with a right-to-left letter is reversed. So such words are sent reversed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final

from rich.segment import Segment
from rich.style import Style

from briefing.arabic.mirroring import MIRROR
from briefing.machine.terminal.cells import SentCell, segments_of

# What kitty draws itself, or not at all: it ends a word as a blank does.
_NOT_IN_WORDS: Final = re.compile("[ \u2500-\u259f\u2800-\u28ff\ue0b0-\ue0bf\U0001fb00-\U0001fbaf]")
# The right-to-left characters that Unicode's Scripts.txt calls Common; and digits of the Arabic script.
_COMMON: Final = frozenset("\u0605\u060c\u061b\u061c\u061f\u0640\u06dd\u08e2\ufd3e\ufd3f")
_EXTENDED_DIGITS: Final = frozenset("\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9")
_BOLD: Final = Style(bold=True)
_NOT_BOLD: Final = Style(bold=False)


def reversed_words(cells: Sequence[SentCell]) -> Iterator[Segment]:
    """What kitty turns into `cells`: the words that it reverses, reversed, their brackets mirrored."""
    sent: list[SentCell] = []
    for font, word in groupby(cells, _font):
        if font is None:
            sent.extend(word)
        else:
            sent.extend(_word(list(word)))
    return segments_of(sent)


def is_right_to_left(word: Sequence[SentCell]) -> bool:
    """Whether kitty reverses this word: the first character in it that belongs to a script decides."""
    return next((direction == "R" for direction in map(_direction, word) if direction), False)


def backwards(word: Sequence[SentCell]) -> list[SentCell]:
    """What kitty makes of such a word: its characters in reverse, mirrored, each in the style of its place.

    The colours of a cell stay where they are, whatever character is drawn there.
    """
    turned = [cell._replace(text=MIRROR.get(cell.text, cell.text)) for cell in reversed(word)]
    if all(cell.style == word[0].style for cell in word):
        return turned
    styles = [cell.style for cell in word for _ in range(cell.width)]
    columns = accumulate((cell.width for cell in turned), initial=0)
    return [cell._replace(style=styles[at]) for cell, at in zip(turned, columns, strict=False)]


def _word(word: list[SentCell]) -> list[SentCell]:
    if is_right_to_left(turned := backwards(word)):
        return turned
    if not is_right_to_left(word):
        return word
    # It begins with a right-to-left letter on the left and with another on the right: as one word it would
    # come out reversed either way. Another weight is another font, and that ends a word.
    sent: list[SentCell] = []
    for rtl, part in groupby(_directions(word), lambda pair: pair[1]):
        part_cells = [cell for cell, _ in part]
        sent.extend(backwards(part_cells) if rtl else map(_other_weight, part_cells))
    return sent


def _directions(word: list[SentCell]) -> Iterator[tuple[SentCell, bool]]:
    """The cells, each with whether it goes with the right-to-left letters: what has no script goes along."""
    rtl = True
    for cell in word:
        direction = _direction(cell)
        rtl = direction == "R" if direction else rtl
        yield cell, rtl


def _other_weight(cell: SentCell) -> SentCell:
    style = cell.style or Style.null()
    return cell._replace(style=style + (_NOT_BOLD if style.bold else _BOLD))


def _font(cell: SentCell) -> tuple[bool, bool] | None:
    """What ends a word where it changes; None for what is in no word."""
    if _NOT_IN_WORDS.match(cell.text):
        return None
    style = cell.style
    return (bool(style.bold), bool(style.italic)) if style else (False, False)


def _direction(cell: SentCell) -> str:
    """ "R" or "L" by the cell's script, "" if it belongs to none (signs, European digits)."""
    character = cell.text[0]
    bidi_class = unicodedata.bidirectional(character)
    if bidi_class in ("R", "AL", "AN") or character in _EXTENDED_DIGITS:
        return "" if character in _COMMON else "R"
    return "L" if bidi_class == "L" and unicodedata.category(character)[0] == "L" else ""
