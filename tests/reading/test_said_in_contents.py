"""What contents say of links, drafts, what was seen and what is searched; and that no field stands still."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from msgspec.structs import replace

from briefing.document import Briefing, Paragraph, Title
from briefing.document.growing import Counted
from briefing.reading import Reading, apply, contents, open_reading
from briefing.reading.contents import SearchContents
from briefing.reading.items import ClaimItem
from tests.reading.conftest import TEXTS, Walk, bare, small
from tests.reading.everywhere import STATES, readings, whole

# What is said.


def test_the_words_of_a_link_are_set_as_one_and_its_address_is_told() -> None:
    walk = Walk(whole())
    article = contents(walk.reading).article
    assert [article.item(index).inlines for index in range(2)] == [(("link", ((0, 4),)),), ()]
    (told,) = walk.go("show-address", 0, 3).effects
    assert getattr(told, "words", "") == "https://a.example"
    assert walk.go("show-address", 0, 4).effects == ()


def test_a_draft_is_one_until_it_is_accepted() -> None:
    def drafts(briefing: Briefing) -> list[bool]:
        summary = contents(Walk(briefing).reading).summary
        items = (summary.item(index) for index in range(len(summary.view.items)))
        return [item.is_draft for item in items if isinstance(item, ClaimItem)]

    assert drafts(whole()) == [True, False]
    assert drafts(small()) == [False, False]


def test_of_each_section_it_is_said_how_much_of_it_was_seen() -> None:
    def seen(walk: Walk) -> list[int]:
        sidebar = contents(walk.reading).sidebar
        return [sidebar.item(index).seen for index in range(len(sidebar.views))]

    walk = Walk(section=None)
    assert seen(walk) == [0, 0, 0]
    assert seen(walk.go("seen", 1, 1)) == [1, 4, 0], "a part, and be it a small one, is not nothing"
    assert seen(walk.go("seen", 0, 1)) == [3, 8, 0]
    assert seen(walk.go("open-section", "2").go("seen", 0, 1)) == [6, 8, 8], "a part is not all"
    assert seen(walk.go("open-full").go("seen", 4, 4)) == [8, 8, 8]


def test_of_one_section_alone_nothing_is_said_to_be_seen() -> None:
    walk = Walk(bare()).go("seen", 0, 4)
    assert walk.reading.seen == ((1, 5),)
    assert contents(walk.reading).sidebar.item(0).seen == 0


def test_a_search_is_said_in_every_pane() -> None:
    walk = Walk(section=None).go("look-for", "الوفد", True)
    shown = contents(walk.reading)
    assert shown.search == SearchContents("الوفد", "1 of 2", whole_words=True)
    assert [shown.sidebar.item(index).found for index in range(3)] == [2, 0, 2]
    assert [*shown.article.hits] == [2, 3]
    assert [*shown.article.hit_places(2)] == [TEXTS[2].index("الوفد")]
    assert shown.article.item(2).marks == (("current-hit", ((10, 15),)),)
    assert dict(shown.article.item(3).marks)["hit"] == ((10, 15),)
    assert shown.timeline.finds == walk.reading.search.query  # type: ignore[union-attr]
    walk.go("look-for", "wrote").go("accept-search")
    shown = contents(walk.reading)
    assert [*shown.summary.hits] == [3, 4]
    marks = [shown.summary.item(index).marks for index in (3, 4)]
    assert marks == [(("current-hit", ((6, 11),)),), (("hit", ((17, 22),)),)]
    assert [shown.sidebar.item(index).found for index in range(3)] == [2, 2, 0]
    after = contents(walk.go("article").reading)
    assert (after.search, after.timeline.finds, after.article.lit, after.summary.lit) == (
        None,
        None,
        None,
        None,
    )
    assert after.sidebar.item(0).found is None


def test_what_is_wrong_with_an_expression_is_said() -> None:
    search = contents(Walk().go("look-for", "(", False, True).reading).search
    assert search is not None
    assert (search.typed, search.regex, search.said[:17]) == ("(", True, "Not an expression")


# All there is.

#: Steps beside those of `readings`, for what these do not show.
FURTHER: Final[tuple[tuple[Any, ...], ...]] = (
    ("seen", 0, 1),
    ("show-resting",),
    ("light-names",),
    ("switch-digits",),
    ("peek",),
    ("look-for", "Ahmad", True),
    ("look-for", "bottom", False, True),
    ("counted", Counted(50, 1, 2, "windows-1256", "recognised", 3)),
)
#: What a pane is called, whatever is read.
ALWAYS: Final = {(f"{pane}Contents", "titles") for pane in ("Sidebar", "Summary", "Timeline")}


def other() -> Briefing:
    """A text of more than nine paragraphs, a heading, a list and one longer than a passage among them."""
    texts = (*TEXTS, *TEXTS, "كلمة " * 20_000)
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    heading = replace(paragraphs[0], kind="heading", level=1)
    items = [replace(one, kind="item", level=1, label="•") for one in paragraphs[1:3]]
    section = replace(bare().sections[0], paragraphs=tuple(range(1, len(texts) + 1)))
    return replace(
        bare(), title=Title("b.txt", ""), paragraphs=(heading, *items, *paragraphs[3:]), sections=(section,)
    )


def shown_values(reading: Reading) -> Iterator[Any]:
    """All contents of a reading, and the items in them."""
    shown = contents(reading)
    panes: tuple[Any, ...] = (shown.sidebar, shown.article, shown.summary)
    counts = (len(shown.sidebar.views), shown.article.view.count, len(shown.summary.view.items))
    yield from (*panes, shown.timeline, shown.title)
    if shown.search is not None:
        yield shown.search
    for pane, count in zip(panes, counts, strict=True):
        yield from (pane.item(index) for index in range(count))


def test_no_field_of_contents_and_items_is_the_same_in_all_readings() -> None:
    """One that is has been left out on the way from the reading, or no reading here shows it yet."""
    some = [*readings(whole())]
    further = [apply(reading, *step).reading for step in FURTHER for reading in some[: len(STATES)]]
    first: dict[tuple[str, str], Any] = {}
    varied = set[tuple[str, str]]()
    for reading in (*some, *further, open_reading(other())[0]):
        for value in shown_values(reading):
            for field in getattr(value, "_fields", ()) or value.__struct_fields__:
                key, now = (type(value).__name__, field), getattr(value, field)
                if first.setdefault(key, now) != now:
                    varied.add(key)
    assert first.keys() - varied == ALWAYS
    kinds = {name for name, _ in first}
    assert {"SidebarItem", "PassageItem", "ClaimItem", "TextItem", "SearchContents", "TitleContents"} < kinds
