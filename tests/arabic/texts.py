"""Texts for property tests: paragraphs as people write them, and strings that nobody would write."""

from pathlib import Path
from typing import Final

from hypothesis import strategies as st

ARTICLE: Final = Path(__file__).parents[2] / "assets" / "us-japan-dicas" / "article.txt"

HARAKAT: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
_LETTERS: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکیےٹڈڑںھہۂۀەێۆۇ"
_NIQQUD: Final = "\u05b0\u05b4\u05b8\u05bc\u05c1"

_ARABIC = st.text(_LETTERS, min_size=1, max_size=9)
_LAM_ALEFS = st.text("لاأإآب", min_size=2, max_size=6)
_VOCALISED = st.lists(
    st.builds(str.__add__, st.sampled_from(_LETTERS), st.text(HARAKAT, max_size=2)), min_size=1, max_size=6
).map("".join)
_HEBREW = st.lists(
    st.builds(str.__add__, st.sampled_from("אבגדהוזחטיכךלמםנןסעפףצץקרשת"), st.text(_NIQQUD, max_size=1)),
    min_size=1,
    max_size=6,
).map("".join)
_LATIN = st.text("abcXYZé", min_size=1, max_size=8)
_NUMBERS = st.sampled_from(
    [
        "2024",
        "١٢٣",
        "۴۵۶",
        "12.5%",
        "3/4",
        "10-12",
        "2024-2026",
        "$5",
        "50,000",
        "٪١٢",
        "+963",
        "15:30",
        "۴۵٫۶",
        "10/6",
        "-7",
        "5-",
    ]
)
_PUNCTUATED = st.sampled_from(
    [
        "(DICAS)",
        "[1]",
        "«abc»",
        '"نص"',
        "(نص)",
        "{x}",
        "<tag>",
        "...",
        "؟",
        "،",
        "!",
        "(",
        ")",
        "]",
        "«نص»",
        "(نص-abc)",
        "[١٢]",
        "(12)،",
        "a(b)c",
        "نص(12)",
    ]
)
_ADDRESSES = st.sampled_from(
    ["http://a.b/c-d", "a@b.com", "https://example.org/x/y?q=1", "10.0.0.1", "يونيو/حزيران"]
)
_JOINERS = st.sampled_from(
    ["می\u200cخواهم", "گفت\u200cوگو", "ب\u200dب", "\u200dه", "ه\u200d", "لـا", "لَا", "لِّأ", "e\u0301t"]
)
_DIRECTED = st.sampled_from(["\u200fabc", "abc\u200e", "\u061c(12)", "12\u200f", "\u200e(نص)"])
_ISOLATES = st.sampled_from(
    [
        "\u2067abc نص\u2069",
        "\u2068نص abc\u2069",
        "\u2066نص\u2069",
        "\u2067نص (a) b\u2069",
        "\u2066a \u2067نص 1\u2069 b\u2069",
    ]
)

#: Paragraphs of Arabic, Persian, Urdu, Hebrew, Latin, numbers, brackets, addresses, marks, joiners,
#: directional marks and isolates; without embeddings and overrides.
PARAGRAPHS: Final = st.lists(
    st.one_of(
        _ARABIC, _ARABIC, _LAM_ALEFS, _VOCALISED, _HEBREW, _LATIN, _NUMBERS, _PUNCTUATED, _ADDRESSES,
        _JOINERS, _DIRECTED, _ISOLATES,
    ),
    min_size=1,
    max_size=25,
).map(" ".join)  # fmt: skip

#: The same letters and signs in short pieces, with every bidi control, joiners, tags, controls, tabs, spaces
#: and a lone surrogate among them; no paragraph separator.
CONTROLLED: Final = st.lists(
    st.one_of(
        st.sampled_from(
            ["ا", "ب", "لا", "نص", "می\u200cخ", "گ", "ٹ", "ە", "א", "בג", "a", "bc", "1", "23", "١٢", "۵۶"]
        ),
        st.sampled_from("()[]{}<>«»\u2329\u3009.,،؟-/:%$+!\"'…😀"),
        st.sampled_from("\u064e\u0651\u0300\u05b0\u200c\u200d\u200e\u200f\u061c\u00ad\ufeff"),
        st.sampled_from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        st.sampled_from("   \u00a0\u2003\t\x1f\u2028\x00\x1b\ud800\U000e0041\U000e0001\U000e007f"),
    ),
    max_size=30,
).map("".join)

# Characters with rules of their own: separators, spaces, controls, joiners, wide ones, conjuncts, flags,
# emoji, a lone surrogate, what is not assigned.
_ODD: Final = st.sampled_from(
    "\t\n\r\v\f\x00\x1b\x1c\x7f\x85\x9b\u2028\u2029\u00a0\u00ad\u034f\u061c\u2003\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\u3000\ufeff\ufe0f\ufffc"
    " ()[]«»“”\"'-/—–…،؛؟.,:;!?%$0123٠١۴abcXلاأإآبتثەێאב\u064e\u064f\u0651\u0300\u05b0\u0600\u06dd"
    "\U0001f1e6\U0001f1e7\U0001f600\U0001f468\U0001f3fb\u2764\u1100\u1161\u11a8가각कि्ष漢字しョ。（）\u0d4e\U000e0041\ud800\u0378"
)
#: Any string at all, the odd characters more often than by chance.
STRINGS: Final = st.text(st.one_of(_ODD, _ODD, st.just(" "), st.characters()), max_size=60)
