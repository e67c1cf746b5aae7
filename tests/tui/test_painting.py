"""Text of a document in a label: it acts on nothing, and nothing is seen of what orders it."""

from briefing.tui.painting import label


def test_of_a_label_nothing_is_seen_that_orders_it() -> None:
    assert label("\u200fخبر\u202c \u202bيو\u200cم\ufeff\u00ad") == "خبر يوم"
    assert label("a\tb\nc\x1b[2J\x85") == "a␉b␊c␛[2J\ufffd"
