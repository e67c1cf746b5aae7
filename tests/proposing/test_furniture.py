"""A forum's post copied as plain text: its card and its buttons are no article, and no line is lost."""

from briefing.proposing.furniture import post_in

CARD = "مشرف\nإنضم\n29/9/21\nالمشاركات\n4,747"


def test_a_post_is_taken_apart_line_by_line() -> None:
    post = post_in(["العنوان", "الكاتب", CARD, "الفقرة الأولى.", "الفقرة الثانية.", "عودة\nأعلى"])
    assert (post.title, post.kept) == ("العنوان", (3, 4))
    assert [(one.label, one.captured) for one in post.details] == [
        ("Poster", ("الكاتب",)),
        ("Not told apart yet", ("مشرف",)),
        ("Joined", ("إنضم", "29/9/21")),
        ("Posts", ("المشاركات", "4,747")),
    ]
    assert [one.captured for one in post.left_out] == [("عودة",), ("أعلى",)]


def test_a_text_without_a_card_is_all_article() -> None:
    for paragraphs in (["واحد", "اثنان"], ["عودة", "أعلى"], ["المشاركات في المؤتمر", "نص"], [CARD], [""]):
        assert post_in(paragraphs).kept == tuple(range(len(paragraphs)))
        assert post_in(paragraphs).left_out == ()


def test_a_card_below_long_text_is_none() -> None:
    long = "كلمة " * 60
    assert post_in([long, CARD, "نص"]).kept == (0, 1, 2)
