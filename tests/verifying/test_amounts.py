"""Numbers of a claim that its quote puts together from several words."""

import pytest

from briefing.verifying.numbers import uncarried


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("It may cost 1.2 billion dollars.", "قد تبلغ مليارًا و200 مليون دولار"),
        ("It may cost 1,200 million dollars.", "قد تبلغ مليارا و٢٠٠ مليون دولار"),
        ("It cost 3.25 billion.", "كلف 3 مليارات و250 مليون دولار"),
        ("It cost 3.2 billion.", "كلف ثلاثة مليارات و200 مليون دولار"),
        ("It cost 3.5 billion.", "كلف ثلاثة مليارات وخمسمئة مليون دولار"),
        ("It cost 2.3 million.", "كلف مليونين و300 ألف دولار"),
        ("It cost 1.5 million.", "كلف مليونًا ونصف المليون دولار"),
        ("It cost 1.5 billion.", "كلف مليار ونصف مليار دولار"),
        ("It cost 500,000.", "كلف نصف مليون دولار"),
        ("It cost 45,000,000.", "كلف 45 مليون دولار"),
        ("It cost 2 million dollars.", "كلف مليوني دولار"),
        ("About 2,000 came, 2 thousand.", "جاء نحو ألفي شخص"),
        ("It rose by 2.50 percent.", "ارتفع ٢٫٥ في المئة"),
        ("It rose by 2.5 percent.", "ارتفع 2,5 في المئة"),
        ("It has 4,747 posts.", "له ٤٬٧٤٧ مشاركة"),
        ("It has 4,747 posts.", "له 4.747 مشاركة"),
        ("It cost 1,234,567.80.", "كلف 1.234.567,8"),
    ],
)
def test_an_amount_put_together_in_the_quote_is_carried(claim: str, quote: str) -> None:
    assert not list(uncarried(claim, [quote], [quote]))


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("It may cost 1.3 billion dollars.", "قد تبلغ مليارًا و200 مليون دولار"),
        ("It cost 1.2 billion.", "كلف ثلاثة مليارات و200 مليون دولار"),
        ("It cost 2.5 million.", "كلف مليونًا ونصف المليون دولار"),
        ("It cost 1.5 million.", "كلف مليون دولار في نصف عام"),
        ("It cost 12 billion.", "كلف 1.2 مليار دولار"),
        ("It cost 12 billion.", "كلف مليارًا و200 مليون دولار"),
        ("It cost 15 million.", "كلف ١٫٥ مليون دولار"),
        ("It rose by 25 percent.", "ارتفع 2,5 في المئة"),
    ],
)
def test_another_amount_is_not(claim: str, quote: str) -> None:
    assert [one.is_certain for one in uncarried(claim, [quote], [quote])] == [True]
