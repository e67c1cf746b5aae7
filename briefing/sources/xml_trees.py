"""XML of documents that nobody vouches for, as a tree: no entities, no network, within limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from briefing.document.errors import BriefingError

#: Elements within elements, and elements in all, that one tree may have.
DEEPEST: Final = 500
MOST_ELEMENTS: Final = 2_000_000
#: Bytes of one tag with its attributes, which a parser keeps whole.
LONGEST_TAG: Final = 1 << 20
_PIECE: Final = 1 << 18
_SPACES: Final = re.compile("[ \t\n\r]+")
_AGAIN: Final = "save it again with the program it comes from"


def tree_of(data: bytes, name: str) -> Element:
    """Return the root of a document in XML; names are in Clark's form, `{namespace}name`.

    Raises BriefingError, naming the document as `name`, for what is not well-formed, declares entities of its
    own (a few lines of them can grow to gigabytes, or name files), or is nested too deep.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            what = "elements nested too deep" if depth > DEEPEST else "has too many elements"
            raise BriefingError(name, what, _AGAIN, where=f"line {parser.CurrentLineNumber}")
        builder.start(_clark(tag), {_clark(key): value for key, value in attributes.items()})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_clark(tag))

    def entity(*_: object) -> None:
        what = "declares entities of its own, which are not read"
        raise BriefingError(name, what, "take them out", where=f"line {parser.CurrentLineNumber}")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = entity
    parser.buffer_text = True
    try:
        for at in range(0, len(data), _PIECE):
            parser.Parse(data[at : at + _PIECE], False)
            if at + _PIECE - parser.CurrentByteIndex > LONGEST_TAG + _PIECE:
                what = "a tag of more than a megabyte"
                raise BriefingError(name, what, _AGAIN, where=f"line {parser.CurrentLineNumber}")
        parser.Parse(b"", True)
        return builder.close()
    except expat.ExpatError as error:
        what = f"is not well-formed XML ({expat.errors.messages.get(error.code, error.code)})"
        raise BriefingError(name, what, _AGAIN, where=f"line {error.lineno}") from None
    except (LookupError, UnicodeError):  # Python is asked for encodings that expat does not know
        raise BriefingError(name, "names an encoding that nobody knows", _AGAIN) from None


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return the value of the attribute of that name in any namespace, "" if there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of that name in any namespace."""
    return next((one for one in element if local_name(one) == name), None) if element is not None else None


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Iterate over the elements below that have one of these names in any namespace, in their order."""
    return (one for one in element.iter() if local_name(one) in names and one is not element)


def collapsed(text: str) -> str:
    """Return `text` with each stretch of XML's white space as one space; a no-break space is none."""
    return _SPACES.sub(" ", text)


def text_of(element: Element | None) -> str:
    """Return all text inside an element, its white space as single spaces."""
    return collapsed("".join(element.itertext())).strip() if element is not None else ""


def value(element: Element | None, name: str) -> str:
    """Return the attribute `val` of the first child of that name, "" if there is none."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else ""


def number(text: str, otherwise: int = 0) -> int:
    """Return the whole number that an attribute is, of at most seven digits; `otherwise` if it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else otherwise
