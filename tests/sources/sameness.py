"""Whether paragraphs are the same as others, and look the same, whatever spans their looks are written in."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.document import Paragraph


def looks(one: Paragraph) -> set[tuple[str, str, int]]:
    """How each character is set. A blank looks the same however it is, and code is code all of it."""
    return {
        (inline.kind, inline.address if inline.kind == "link" else "", at)
        for inline in one.inlines
        if inline.kind != "code" or one.kind != "code"
        for at in range(inline.start, inline.end)
        if not one.text[at].isspace()
    }


def assert_same(wanted: Sequence[Paragraph], found: Sequence[Paragraph]) -> None:
    """Numbers, texts, kinds, levels, labels, and how each character is set."""
    assert [replace(one, inlines=()) for one in found] == [replace(one, inlines=()) for one in wanted]
    assert [looks(one) for one in found] == [looks(one) for one in wanted]
