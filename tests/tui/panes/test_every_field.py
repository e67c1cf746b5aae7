"""Every field of what a row is painted from matters: a row painted anew for each, none left stale.

A field that is missing in a case here is a field that somebody has added: say how it shows.
"""

from __future__ import annotations

from typing import Any, get_args

import pytest
from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size

from briefing.arabic import Presentation
from briefing.document import Claim
from briefing.document.growing import Counted
from briefing.document.model import InlineKind
from briefing.reading import contents
from briefing.reading.contents import ArticleContents, SummaryContents
from briefing.reading.forms import Form
from briefing.reading.items import ClaimItem, PassageItem, SidebarItem, TextItem
from briefing.reading.marks import Role
from briefing.reading.mentions import NameTable
from briefing.reading.peeking import Quoted
from briefing.reading.selection import Place, Selection
from briefing.reading.sidebar import SidebarContents
from briefing.reading.titles import Titles
from briefing.reading.trail import Trail
from briefing.tui.panes.article_sheet import ArticleRow, ArticleSheet, Number
from briefing.tui.panes.heading_rule import Rule
from briefing.tui.panes.pane import Border, Framed, Pane
from briefing.tui.panes.row import Row, placed
from briefing.tui.panes.sheet import Sheet
from briefing.tui.panes.sidebar_sheet import SidebarRow, SidebarSheet
from briefing.tui.panes.summary_sheet import SummaryRow, SummarySheet
from tests.reading.conftest import Walk, bare
from tests.tui.panes.test_sheets import LOOKS

STYLES = LOOKS

PLAIN = Presentation(harakat=True, digits="written", justified=False)
MARKED = "كَتَبَ أحمد 2014 كتابا طويلا جدا في بيت جديد هناك"
ENGLISH = "Words كَتَبَ that go on for two rows or for three"
NUMBER = Number(3, is_current=False)
ARTICLE = ArticleRow(MARKED, None, 0, PLAIN, (), (), NUMBER, 1)
CLAIM = ClaimItem(ENGLISH, (1, 2), None, None, is_current=False, has_focus=False)
SUMMARY = SummaryRow(CLAIM, 0, (), PLAIN, last=False)
ENTRY = SidebarItem("1", "First", "الأَول 2014", 2, is_open=True, has_focus=False)
SIDEBAR = SidebarRow(ENTRY, 1, PLAIN)

PRESENTED = (
    Presentation(harakat=False, digits="written", justified=False),
    Presentation(harakat=True, digits="arabic-indic", justified=False),
    Presentation(harakat=True, digits="written", justified=True),
)

#: A value, and for each of its fields another value that must be painted otherwise.
CASES: list[tuple[Struct, dict[str, list[Any]]]] = [
    (
        ARTICLE,
        {
            "text": ["غير ذلك"],
            "base": ["L"],
            "inside": [1],
            "presentation": list(PRESENTED[:2]),
            "marks": [
                *(((role, ((0, 3),)),) for role in get_args(Role)),
                *(((role, ()),) for role in ("evidence", "citation")),
            ],
            "selected": [((0, 3),)],
            "number": [None, replace(NUMBER, is_current=True)],
            "form": [Form("heading", 1), Form("quote", 1), Form("note"), Form("item", 1, "1.", 4)],
            "inlines": [((kind, ((0, 3),)),) for kind in get_args(InlineKind)],
            "word": [((0, 3),)],
        },
    ),
    (
        SUMMARY,
        {
            "item": [
                replace(CLAIM, text="Other"),
                replace(CLAIM, linked=1),
                replace(CLAIM, is_current=True),
                replace(CLAIM, is_draft=True),
            ],
            "inside": [1],
            "selected": [((0, 3),)],
            "presentation": [PRESENTED[0]],
            "last": [True],
            "marks": [((role, ((0, 3),)),) for role in ("hit", "current-hit")],
        },
    ),
    (SIDEBAR, {"inside": [0], "presentation": list(PRESENTED[:2]), "entry": [replace(ENTRY, arabic="غير")]}),
]


def shown(row: Row, width: int) -> list[tuple[str, Style | None]]:
    segments = Segment.simplify(placed(row, width, mirrored=False))
    return [(segment.text, segment.style) for segment in segments if segment.text]


def sheet_for(value: Any) -> Sheet:
    shown = contents(Walk(bare()).reading)
    if isinstance(value, ArticleRow | Rule):
        return ArticleSheet(shown.article, 22)
    return (
        SummarySheet(shown.summary, 24) if isinstance(value, SummaryRow) else SidebarSheet(shown.sidebar, 22)
    )


def painted(value: Any) -> list[tuple[str, Style | None]]:
    sheet = sheet_for(value)
    return shown(sheet.paint(value, STYLES), sheet.width)


@pytest.mark.parametrize(("value", "others"), CASES, ids=lambda it: type(it).__name__)
def test_a_field_of_a_rows_value_changes_the_row(value: Any, others: dict[str, list[Any]]) -> None:
    # The room for the numbers is the sheet's: with other contents there is another (see below).
    assert others.keys() == set(value.__struct_fields__) - {"number_digits"}
    for field, instead in others.items():
        for other in instead:
            assert painted(replace(value, **{field: other})) != painted(value), (field, other)


def test_a_stretched_line_is_painted_stretched() -> None:
    rows = [replace(ARTICLE, text=" ".join([MARKED] * 3), inside=inside) for inside in range(8)]
    assert any(painted(row) != painted(replace(row, presentation=PRESENTED[2])) for row in rows)


def test_every_field_of_a_number_shows() -> None:
    others: dict[str, Any] = {"number": 4, "is_current": True}
    for field, other in others.items():
        changed = replace(ARTICLE, number=replace(NUMBER, **{field: other}))
        assert painted(changed) != painted(ARTICLE), field
    assert Number.__struct_fields__ == ("number", "is_current")


def test_every_field_of_a_form_shows() -> None:
    item = Form("item", 1, "1.", 4, (), "L")
    row = Form("row", columns=(20, 9))
    cases: list[tuple[Form, str, Any]] = [(item, "level", 2), (item, "label", "2."), (item, "hang", 6)]
    cases += [(item, "kind", "note"), (row, "columns", ()), (row, "base", "R")]
    assert {name for _, name, _ in cases} == set(Form.__struct_fields__)
    for form, name, other in cases:
        value = replace(ARTICLE, text="a\tb" if form is row else MARKED, form=form)
        changed = replace(value, form=replace(form, **{name: other}))
        sheet = ArticleSheet(contents(Walk(bare()).reading).article, 60)
        rows = [shown(sheet.paint(one, STYLES), 60) for one in (value, changed)]
        assert rows[0] != rows[1], name


def test_every_field_of_a_rule_shows() -> None:
    rule = Rule("─", 5, "R")
    others: dict[str, Any] = {"sign": "━", "width": 6, "base": "L"}
    assert others.keys() == set(Rule.__struct_fields__)
    for name, other in others.items():
        assert painted(replace(rule, **{name: other})) != painted(rule), name


def test_every_field_of_a_claim_shows() -> None:
    """On its first row or on its last; which words are selected is said line by line."""
    first, last = SUMMARY, replace(SUMMARY, inside=2, last=True)
    others: dict[str, Any] = {
        "text": "Other words, and more of them for a third row",
        "citations": (1,),
        "linked": 1,
    }
    others |= {"is_current": True, "is_draft": True, "likelihood": "likely", "confidence": "low"}
    assert {*others, "has_focus", "selected", "at", "quotes", "is_weak", "marks"} == set(
        ClaimItem.__struct_fields__
    )
    under = replace(last, inside=3)  # how sure a claim is has a row of its own where it has no room
    for field, other in others.items():
        pairs = [(row, replace(row, item=replace(CLAIM, **{field: other}))) for row in (first, last, under)]
        assert any(painted(row) != painted(changed) for row, changed in pairs), field
    current = replace(SUMMARY, item=replace(CLAIM, is_current=True))
    led = replace(SUMMARY, item=replace(CLAIM, is_current=True, has_focus=True))
    assert painted(current) != painted(led)
    come = [replace(last, item=replace(CLAIM, citations=(1, 2), at=at)) for at in (None, 0, 1)]
    assert len({str(painted(row)) for row in come}) == 3
    assert painted(SUMMARY) != painted(replace(SUMMARY, item=replace(CLAIM, is_weak=True)))
    text = f"Words\n{MARKED}"
    peeked = replace(CLAIM, text=text, quotes=(Quoted(3, 6, len(text)),))
    rows = [
        replace(SUMMARY, item=replace(peeked, quotes=(one,)), inside=1)
        for one in (*peeked.quotes, Quoted(4, 6, len(text)))
    ]
    assert len({str(painted(row)) for row in rows}) == 2


def test_every_field_of_a_text_shows() -> None:
    base = replace(SUMMARY, item=TextItem("Some words", "prose", None))
    assert TextItem.__struct_fields__ == ("text", "kind", "selected", "marks")
    kinds = [painted(replace(base, item=TextItem("Some words", kind, None))) for kind in ("heading", "quiet")]
    assert painted(replace(base, item=TextItem("Other", "prose", None))) != painted(base)
    assert painted(base) not in kinds
    assert kinds[0] != kinds[1]


def test_every_field_of_an_entry_shows() -> None:
    others: dict[str, Any] = {
        "digit": "2",
        "title": "Other",
        "paragraphs": 3,
        "is_open": False,
        "has_focus": True,
        "bare": 1,
        "found": 4,
        "seen": 1,
    }
    assert {*others, "arabic"} == set(SidebarItem.__struct_fields__)
    for field, other in others.items():
        value = SidebarRow(ENTRY, 0, PLAIN)
        assert painted(replace(value, entry=replace(ENTRY, **{field: other}))) != painted(value), field
    assert painted(replace(SIDEBAR, entry=replace(ENTRY, arabic="آخر"))) != painted(SIDEBAR)
    for entry in (replace(ENTRY, is_open=False), replace(ENTRY, has_focus=True)):
        assert painted(replace(SIDEBAR, entry=entry)) != painted(SIDEBAR)


# What contents say.


def values(sheet: Sheet) -> list[object]:
    rows = [(index, inside) for index in range(sheet.count) for inside in range(min(3, sheet.height(index)))]
    return [sheet.row(*row) for row in rows]


WORDS = Selection(Place(0, 0, 1), Place(0, 2, 3))
FULL = Walk().go("open-full").reading


def article_cases() -> dict[str, Any]:
    return {
        "view": FULL.open,
        "cursor": 1,
        "marks": {"evidence": {1: ((0, 2),)}},
        "selection": WORDS,
        "has_focus": False,
        "number_digits": 3,
        "presentation": PRESENTED[1],
        "counted": Counted(50, 1, 2, "", "", 0),
        "lit": contents(Walk().go("look-for", Walk().reading.open.text(0)[:3]).reading).article.lit,
        "word": Place(0, 0, 3),
        "finders": (("name", NameTable([["كتب"]]).spans),),
    }


def test_every_field_of_the_articles_contents_reaches_a_row() -> None:
    before = contents(Walk().reading).article
    cases = article_cases()
    assert set(ArticleContents.__struct_fields__) == {"titles", "status", *cases}, "in the frame"
    for field, other in cases.items():
        after = replace(before, **{field: other})
        assert values(ArticleSheet(after, 40)) != values(ArticleSheet(before, 40)), field


@pytest.mark.parametrize("role", get_args(Role))
def test_a_mark_of_every_role_reaches_a_row_of_its_own_paragraph_only(role: Role) -> None:
    before = contents(Walk().reading).article
    for spans in (((0, 2),), ()):
        after = replace(before, marks={role: {2: spans}})
        rows = [values(ArticleSheet(shown, 40)) for shown in (before, after)]
        changed = [at for at, (one, other) in enumerate(zip(*rows, strict=True)) if one != other]
        assert [rows[1][at].text for at in changed] == [before.item(1).text]  # type: ignore[attr-defined]
        assert changed == [2]


def test_every_field_of_the_summarys_contents_reaches_a_row() -> None:
    before = contents(Walk().reading).summary
    standing = replace(before, cursor=0)
    cases: dict[str, Any] = {
        "view": FULL.open,
        "cursor": 1,
        "linked": 2,
        "selection": WORDS,
        "presentation": PRESENTED[1],
        "peeked": frozenset({before.view.items[0]}),
        "shows_weak": True,
        "lit": contents(Walk().go("look-for", Walk().reading.open.item_text(0)[:3]).reading).summary.lit,
    }
    assert set(SummaryContents.__struct_fields__) == {"titles", "has_focus", "trail", *cases}
    claim = before.view.items[0]
    assert isinstance(claim, Claim)
    trail = replace(standing, trail=Trail(claim, 0))
    assert values(SummarySheet(trail, 40)) != values(SummarySheet(standing, 40))
    for field, other in cases.items():
        after = replace(before, **{field: other})
        assert values(SummarySheet(after, 40)) != values(SummarySheet(before, 40)), field
    assert values(SummarySheet(replace(standing, has_focus=True), 40)) != values(SummarySheet(standing, 40))


def test_every_field_of_the_sidebars_contents_reaches_a_row() -> None:
    before = contents(Walk().reading).sidebar
    cases: dict[str, Any] = {
        "views": before.views[:2],
        "current": 2,
        "has_focus": True,
        "presentation": PRESENTED[1],
        "bare": (1, 0, 2),
        "found": (3, 2, 1, 0)[: len(before.views)],
        "seen": ((1, 1),),
    }
    assert set(SidebarContents.__struct_fields__) == {"titles", *cases}
    for field, other in cases.items():
        after = replace(before, **{field: other})
        assert values(SidebarSheet(after, 20)) != values(SidebarSheet(before, 20)), field


def test_every_field_of_a_passage_reaches_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is lit and selected is cut to the line; where a paragraph ends is the blank row under it."""
    article = contents(Walk().reading).article

    def rows(item: PassageItem) -> list[object]:
        sheet = ArticleSheet(article, 40)
        monkeypatch.setattr(ArticleContents, "item", lambda contents, index: item)
        return [sheet.height(0), *(sheet.row(0, inside) for inside in range(sheet.height(0)))]

    base = article.item(0)
    others: dict[str, Any] = {"text": "غير ذلك", "base": "L", "number": None, "ends": False}
    others |= {"marks": (("evidence", ((0, 2),)),), "selected": (0, 2), "is_current": False}
    others |= {"below": 2, "form": Form("heading", 1), "inlines": (("strong", ((0, 2),)),), "word": (0, 2)}
    assert others.keys() == set(PassageItem.__struct_fields__)
    for field, other in others.items():
        assert rows(replace(base, **{field: other})) != rows(base), field


# The frame.


def framed(width: int = 30) -> Pane:
    pane = Pane(id="pane", act=lambda *_: None)
    pane._looks, pane._extent = STYLES, Size(width, 5)
    pane.paint = lambda value: Row(fill=(Segment(str(value)),))  # type: ignore[method-assign]
    return pane


def test_every_field_of_a_frames_row_shows() -> None:
    pane = framed()

    def look(value: Any) -> list[tuple[str, Style | None]]:
        return shown(pane._row(value), 30)

    border = Border(Titles("First", "الأَول"), has_focus=False, presentation=PLAIN)
    others: dict[str, Any] = {
        "titles": Titles("First", "غير"),
        "has_focus": True,
        "presentation": PRESENTED[0],
    }
    assert others.keys() == set(Border.__struct_fields__)
    for field, other in others.items():
        assert look(replace(border, **{field: other})) != look(border), field
    assert look(replace(border, titles=Titles("Other", "الأَول"))) != look(border)
    lower = Border(None, has_focus=False)
    assert look(lower) not in (look(border), look(replace(lower, has_focus=True)))
    row = Framed("a", has_focus=False, is_thumb=False)
    others = {"value": None, "has_focus": True, "is_thumb": True, "has_hit": True}
    assert others.keys() == set(Framed.__struct_fields__)
    for field, other in others.items():
        assert look(replace(row, **{field: other})) != look(row), field
