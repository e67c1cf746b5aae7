"""XML that is no good is one line: entities, unknown encodings, depth, what is cut off."""

import pytest

from briefing.document import BriefingError
from briefing.sources.xml_trees import DEEPEST, text_of, tree_of


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'<?xml version="1.0" encoding="x-nobodys"?><a/>', "encoding"),
        (b'<?xml version="1.0" encoding="hex"?><a/>', "encoding"),
        (b'<!DOCTYPE a [<!ENTITY e "xxxx">]><a>&e;</a>', "entities of its own"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "entities of its own"),
        (b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "nested too deep"),
        (b"<a><b>", "not well-formed"),
        (b"", "not well-formed"),
        (b"\0", "not well-formed"),
    ],
)
def test_what_is_no_good_is_one_line(data: bytes, what: str) -> None:
    with pytest.raises(BriefingError, match=what) as caught:
        tree_of(data, "a.docx")
    assert "\n" not in str(caught.value)


def test_white_space_is_single_and_a_no_break_space_is_none() -> None:
    assert text_of(tree_of("<a> b\n\t<c>c</c>\u00a0 d </a>".encode(), "t")) == "b c\u00a0 d"
