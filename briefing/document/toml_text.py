"""TOML text to plain data; a slip of the pen is one line that names the line."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from briefing.document.errors import FAULTS, BriefingError, Rewording, refused, reworded

PARTS = 16  # of one key; a briefing needs three
LARGEST = 16 * 1024 * 1024  # bytes; a thousand times what a briefing of one article needs

_PLACE = r" ?\((?:at line (\d+), column (\d+)|at end of document)\)$"

# What tomllib says.
_SAID: Final[tuple[Rewording, ...]] = (
    (
        "Cannot declare",
        "a table is there twice",
        "keep one, or head each entry of a list of tables with [[...]]",
    ),
    (
        "Cannot redefine",
        "a table is there twice",
        "keep one, or head each entry of a list of tables with [[...]]",
    ),
    ("Cannot overwrite", "a key is there twice", "keep one of the two"),
    ("Duplicate inline table key", "a key is there twice", "keep one of the two"),
    ("Cannot mutate", "a list or table is written in two places", "write it in one"),
    ("after a key", "a key without a value", 'write key = "value"'),
    (
        "initial character for a key",
        "this is no key",
        'write key = "value", the key in letters, digits, - and _',
    ),
    ("']' at the end of a table", "the heading is not closed", "write [table]"),
    ("']]' at the end of an array", "the heading is not closed", "write [[list]]"),
    ("Unterminated string", "the text is not closed", 'close it with the quotes it opens with: " or """'),
    (
        "Illegal character '\\n'",
        "the text is not closed on its line",
        'close it with ", or put """ at both ends',
    ),
    (
        "Illegal character",
        "a control character stands in the text",
        "take it out, or write it as \\u and four digits",
    ),
    ("Unescaped '\\'", "a backslash stands alone", "write it twice: \\\\"),
    ("Unclosed array", "the list is not closed", "close it with ], a comma between its entries"),
    ("Unclosed inline table", "the { is not closed on its line", "close it with }, a comma between its keys"),
    ("Invalid statement", "this is neither a key nor a heading", 'write key = "value", [table] or # remark'),
    ("Found invalid character", "a control character stands here", "take it out"),
    ("Invalid hex value", "the escape is incomplete", "write \\u and four hexadecimal digits"),
    ("not a Unicode scalar value", "there is no such character", "write \\u and the four digits of one"),
    ("Invalid date", "there is no such date", 'put dates in quotes: date = "2024-06-10"'),
    ("Invalid value", "this is no value", 'put text in quotes: key = "value"'),
    (
        "Expected newline or end",
        "something follows the value",
        'one key = "value" a line; inside text write \\"',
    ),
)


def parsed(text: str, file: str) -> dict[str, Any]:
    """Return TOML `text` (LF line ends) as plain data. Raises BriefingError, naming the line of a mistake."""
    if line := _line_of_long_key(text):
        cure = "a briefing needs three; put text with dots in it in quotes"
        raise BriefingError(
            file, f"a key of more than {PARTS} parts", cure, where=f"line {line}", line=line, column=1
        )
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _explained(str(error), text, file) from None
    except FAULTS as error:  # nested too deep; a number of thousands of digits; no memory
        raise refused(file, error, cure="see toml.io for how TOML is written") from None


def _line_of_long_key(text: str) -> int:
    """Return the line, from 1, of a key that takes too long to parse, the square of its parts; or 0."""
    if all(line.count(".") < PARTS for line in text.split("\n")):
        return 0
    from briefing.document.toml_keys import line_of_key  # for mistakes, and for texts full of dots

    return line_of_key(text, PARTS)


def _explained(message: str, text: str, file: str) -> BriefingError:
    at = re.search(_PLACE, message)
    if at and at.group(1):
        line, column = int(at.group(1)), int(at.group(2))
    else:  # at the end of the file: text between three quotes is not closed where it opens
        opening = max(text.rfind('"""'), text.rfind("'''")) if "Unterminated" in message else -1
        before = text[:opening] if opening >= 0 else text.rstrip("\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    said = message[: at.start()] if at else message
    what, cure = reworded(said, _SAID, "see toml.io for how TOML is written")
    return BriefingError(file, what, cure, where=f"line {line}", line=line, column=column)
