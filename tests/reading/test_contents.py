"""What panes are given to paint: every value in it matters, and nothing else reaches them."""

from typing import Any

from msgspec import structs

from briefing.arabic import Presentation
from briefing.document import Paragraph
from briefing.reading import contents
from briefing.reading.items import ClaimItem, PassageItem, SidebarItem, TextItem
from briefing.reading.marks import Span
from briefing.reading.selection import Place, Selection
from tests.reading.conftest import TEXTS, Walk, bare, claim, small


def test_the_sidebar_has_every_view_with_its_key() -> None:
    sidebar = contents(Walk().reading).sidebar
    assert [sidebar.item(index) for index in range(3)] == [
        SidebarItem("0", "Full article", "المقال الكامل", 5, False, False),
        SidebarItem("1", "First", "الأول", 2, True, False),
        SidebarItem("2", "Second", "الثاني", 2, False, False),
    ]
    focused = contents(Walk().go("focus", "sidebar").reading).sidebar
    assert focused.item(1) == SidebarItem("1", "First", "الأول", 2, True, True)
    assert focused.item(2).has_focus is False


def test_a_text_without_titles_is_called_so_by_the_program() -> None:
    shown = contents(Walk(bare()).reading)
    assert shown.sidebar.item(0) == SidebarItem("1", "Text", "النص", 5, True, False)
    assert shown.article.titles == ("Text", "النص")
    assert shown.view_keys == "1"


def test_a_paragraph_says_what_is_lit_selected_cited_and_stood_on() -> None:
    article = contents(Walk().reading).article
    assert article.item(0) == PassageItem(TEXTS[0], None, 1, True, (), None, True)
    assert article.item(1) == PassageItem(TEXTS[1], None, 2, False, (), None, False)
    walk = Walk().go("next-pane")
    walk.go("select", "article", Selection(Place(0, 0, 1), Place(0, 3, 4)))
    assert contents(walk.reading).article.item(0) == PassageItem(
        TEXTS[0], None, 1, True, (("evidence", ((5, 8),)), ("citation", ())), (0, 4), False
    )


def test_a_claim_says_what_it_cites_and_whether_one_stands_on_it() -> None:
    summary = contents(Walk().reading).summary
    assert summary.item(0) == ClaimItem("Ahmad wrote.", (1,), 1, None, False, False)
    moved = contents(Walk().go("put-cursor", "article", 1).reading).summary
    assert moved.item(0) == ClaimItem("Ahmad wrote.", (1,), None, None, False, False)
    assert moved.item(1) == ClaimItem("Ahmad spoke, and wrote.", (1, 2), 2, None, False, False)
    walk = Walk().go("next-pane").go("select", "summary", Selection(Place(0, 0, 1), Place(0, 4, 5)))
    assert contents(walk.reading).summary.item(0) == ClaimItem("Ahmad wrote.", (1,), None, (0, 5), True, True)
    walk.go("article")
    assert contents(walk.reading).summary.item(0) == ClaimItem("Ahmad wrote.", (1,), 1, (0, 5), True, False)


def test_the_full_summary_has_headings_and_the_bottom_line() -> None:
    summary = contents(Walk().go("open-full").reading).summary
    kinds = [item.kind if isinstance(item, TextItem) else "claim" for item in map(summary.item, range(7))]
    assert kinds == ["heading", "prose", "heading", "claim", "claim", "heading", "claim"]
    assert summary.item(1) == TextItem("The bottom line.", "prose", None)


def test_what_has_no_claims_says_so_quietly() -> None:
    item = contents(Walk(bare()).reading).summary.item(0)
    assert item == TextItem("This text comes without a summary.", "quiet", None)


def test_only_one_pane_has_the_focus() -> None:
    for pane in ("sidebar", "article", "summary", "timeline"):
        shown = contents(Walk().go("focus", pane).reading)
        panes: dict[str, Any] = {"sidebar": shown.sidebar, "article": shown.article, "summary": shown.summary}
        focused = [name for name, one in {**panes, "timeline": shown.timeline}.items() if one.has_focus]
        assert focused == [pane]


def evidence(item: PassageItem) -> tuple[Span, ...]:
    return dict(item.marks).get("evidence", ())


def test_what_is_lit_in_a_long_paragraph_is_cut_to_its_passages() -> None:
    words = "كلمة " * 10_000
    text = words + "كتب " + words
    start = text.index("كتب")
    briefing = structs.replace(
        small(),
        paragraphs=(Paragraph(1, text), *small().paragraphs[1:]),
        sections=(structs.replace(small().sections[0], claims=(claim("One.", (1, "كتب")),)),),
    )
    walk = Walk(briefing).go("next-pane")
    article = contents(walk.reading).article
    view = walk.reading.open
    lit = [(index, article.item(index)) for index in range(view.count) if evidence(article.item(index))]
    assert [item.text[a:b] for _, item in lit for a, b in evidence(item)] == ["كتب"]
    assert lit[0][0] == view.passage_of(1, start) != 0
    first = view.passage(1).start
    walk.reading = walk.reading.changed(marks={"evidence": {1: ((0, 3), (first - 2, first + 3))}})
    article = contents(walk.reading).article
    assert [evidence(article.item(index)) for index in range(3)] == [
        ((0, 3), (first - 2, first)),
        ((0, 3),),
        (),
    ]
    bases = {article.item(index).base for index in range(3)}
    assert bases == {view.passage(index).base for index in range(3)} == {"R"}
    assert [article.item(index).number for index in range(2)] == [1, None]
    assert [article.item(index).ends for index in range(view.count - 1)] == [False] * (view.count - 2) + [
        True
    ]


def test_the_rest() -> None:
    shown = contents(Walk().reading)
    assert (shown.title.title, shown.view_keys) == (small().title, "0-2")
    assert (shown.article.number_digits, shown.article.cursor) == (1, 0)
    assert (shown.timeline.events, shown.timeline.selected) == (small().events, 0)
    assert [one.titles.english for one in (shown.sidebar, shown.summary, shown.timeline)] == [
        "Sections",
        "Summary",
        "Timeline",
    ]
    arabic = [one.titles.arabic for one in (shown.sidebar, shown.summary, shown.timeline)]
    assert all("\u0600" < title[0] < "\u06ff" for title in arabic)
    assert len(set(arabic)) == 3
    assert shown.article.titles == ("First", "الأول")
    assert shown.summary.linked == 1


def test_the_presentation_reaches_every_pane() -> None:
    shown = contents(Walk().go("switch-digits").go("switch-lines").go("switch-harakat").reading)
    wanted = Presentation(False, "western", True)
    assert shown.title.presentation == wanted
    for pane in (shown.sidebar, shown.article, shown.summary, shown.timeline):
        assert pane.presentation == wanted


def test_contents_are_equal_only_if_everything_in_them_is() -> None:
    for before, after in (
        (Walk(), Walk().go("put-cursor", "article", 1)),
        (Walk(), Walk().go("next-pane")),
        (Walk(), Walk().go("next-section")),
        (Walk(), Walk().go("switch-digits")),
    ):
        one, other = contents(before.reading), contents(after.reading)
        assert one != other
    walk = Walk()
    assert contents(walk.reading) == contents(walk.reading)
    assert "marks" in contents(walk.reading).article.__struct_fields__
