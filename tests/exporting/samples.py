"""Briefings to give out, with words that mean something to the forms they are put into."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph, Provenance, Section, Title

#: Texts that act where a form does not keep them from it.
ACTING = (
    "# لا عنوان",
    "*نص* _نص_ ~~نص~~ ==نص== `نص` ``` نص",
    "[x](javascript:alert(1)) ![y](z) [^1] [^1]: [[z]]",
    "<script>alert(1)</script> <!-- a --> &amp; &#65; </div>",
    "---\ntitle: x\n---",
    "a | b \\| c \\\\| d |",
    "    مسافات\tثم\t",
    "- a\n+ b\n1. c\n2) d\n> e\n===\n---\n```\n~~~",
    "\u202eعكس\u202c \u2067عزل\u2069 \u200fعلامة",
    "\x00\x01\x1b[31m\x7f\x85\x9b \ud800",
    "https://example.org/ www.example.org a@example.org",
    "$x^2$ %% a %% #tag @user ^b {c} \\ ; , : \" ' =1+1",
    "یک متن فارسی با گچ پژ",
    "שלום עולם (Briefing) 2024-2026",
    "\u2028\u2029\r\n\v\f\x1c",
    "قالَ الوزيرُ إنَّ ﷲ لا إله",
    "-",
    "=cmd|' /C calc'!A0",
    "}{ \\end{x} \\LaTeX",
    "]]> <![CDATA[ x",
    "\ufffe\uffff \U0001f600 \U00010300",
)

#: One text, of what acts and of anything.
texts = st.one_of(
    st.sampled_from(ACTING),
    st.text(st.characters(), min_size=1, max_size=40),
    st.text("#*_-+=|<>&[]()!`~\\\"'{}$^%@.:;,1 \t\nاب", min_size=1, max_size=30),
)


def about(text: str, other: str = "نص") -> Briefing:
    """A briefing that says `text` wherever something can be said."""
    return Briefing(
        title=Title(text, other),
        bottom_line=text,
        provenance=Provenance(text),
        paragraphs=(
            Paragraph(1, text),
            Paragraph(2, other),
            Paragraph(3, text, "heading", 1),
            Paragraph(4, text, "item", 2, label="3."),
            Paragraph(5, text, "quote", 1),
            Paragraph(6, text, "code"),
            Paragraph(7, f"{other}\t{text}".replace("\n", " "), "row"),
        ),
        sections=(
            Section(
                "one",
                text,
                other,
                (1, 2, 3, 4, 5, 6, 7),
                (Claim(text, (Citation(1, text), Citation(2, other))), Claim(other, ())),
            ),
        ),
        events=(
            Event("2024-06-10", text, other, (1,), note=text),
            Event("2024?-06", other),
            Event("2024-06-09/..", text, text, (1, 2), "projected"),
        ),
        names=(Name("person", text, (text, other), text), Name("place", other, (other,))),
        path="a/briefing.toml",
    )


#: Nothing is said about its one word.
BARE = Briefing(
    Title(), "", None, (Paragraph(1, "نص"),), (Section("text", paragraphs=(1,)),), (), (), "a.txt"
)
