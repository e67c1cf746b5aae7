"""Every word that the program says on its screen, in one table, by the id of what it says.

English stays, on the screen too, what comes from elsewhere: faults of documents and of preference files (the
same lines that the command line prints), and what the operating system says. So do the command line's help,
the doctor and the browser's page, which are not the reader's screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from briefing.document.date_names import ENGLISH as _ENGLISH_DATES
from briefing.document.date_names import DateNames
from briefing.document.sections import FULL_TITLE
from briefing.exporting.tracing_words import ENGLISH as _ENGLISH_TRACING
from briefing.machine.copying_words import ENGLISH as _ENGLISH_COPYING

# The fields of `DateNames` after the numbered ones.
_DATE_PHRASES: Final = DateNames._fields[3:]

_ENGLISH: Final[Mapping[str, str]] = {
    "view.full": FULL_TITLE.english,
    "view.full.arabic": FULL_TITLE.arabic,
    "view.text": "Text",
    "view.text.arabic": "النص",
    "view.beginning": "Beginning",
    "view.beginning.arabic": "البداية",
    "pane.sidebar": "Sections",
    "pane.sidebar.arabic": "الأقسام",
    "pane.article": "Article",
    "pane.summary": "Summary",
    "pane.summary.arabic": "الملخص",
    "pane.timeline": "Timeline",
    "pane.timeline.arabic": "التسلسل الزمني",
    "summary.none": "This text comes without a summary.",
    "summary.none-here": "This section comes without a summary.",
    "summary.bottom-line": "Bottom line",
    "citations.place": "({number} of {count})",
    "encoding.asked for": "{encoding}, as asked for",
    "encoding.its mark": "{encoding}",
    "encoding.valid": "{encoding}",
    "encoding.declared": "{encoding}, declared",
    "encoding.recognised": "{encoding}, recognised",
    "title.counting": "counting: {percent}%",
    "links.title": "Links",
    "links.keys": "Esc closes · Enter copies it",
    "links.none": "This text comes without links.",
    "links.none-here": "This section comes without links.",
    "small.size": "Window too small: {columns}x{rows}",
    "small.needs": "briefing needs {columns}x{rows}",
    "timeline.reading": "Reading the dates…",
    "timeline.none": "No events",
    "timeline.none-here": "This text comes without a timeline.",
    "help.title": "Keys",
    "help.here": "Here: {pane}",
    "help.close": "Esc closes",
    "help.signs": "Signs of the timeline",
    "help.layouts.keys": "any layout",
    "help.layouts": "Arabic, Persian, Hebrew keys act by place",
    "help.signs.panes": "Signs of the panes",
    "timeline.count": "{number} of {count}",
    "basis.stated": "stated",
    "basis.inferred": "inferred",
    "basis.year": "year inferred",
    "basis.projected": "projection",
    "sign.day": "on that day",
    "sign.day.word": "day",
    "sign.period": "at some time in that month or year",
    "sign.period.word": "month or year",
    "sign.range": "from the one day to the other",
    "sign.range.word": "range",
    "sign.stated": "filled: the text states the date",
    "sign.stated.word": "stated",
    "sign.inferred": "hollow: the date, or its year, is inferred",
    "sign.inferred.word": "inferred",
    "sign.projection": "expected then",
    "sign.projection.word": "projection",
    "sign.several": "more than one event at this place",
    "sign.several.word": "several",
    "sign.gap": "a long time left out; on either side the scale may differ",
    "sign.gap.word": "gap",
    "sign.since": "from then on, its end is open",
    "sign.until": "until then, its beginning is open",
    "sign.tick": "the first day of the month or year below it",
    "sign.uncertain": "behind a day, month or year: that part is uncertain",
    "sign.circa": "about that date",
    "sign.count": "so many events have that date",
    "sign.more": "there is more of the text, that way",
    "sign.claim": "a claim",
    "sign.linked": "a claim that rests on the paragraph you stand on",
    "sign.current": "what you stand on",
    "sign.bare": "a paragraph on which no claim rests, once u is pressed",
    "sign.weak": "a claim that rests on little, once u is pressed",
    "sign.citation": "the paragraph it rests on: click to go there",
    "notice.preferences": "Preferences",
    "notice.lost": "Unreadable as {encoding}: {count} (shown as \ufffd). Another one: --encoding NAME",
    "notice.lost.title": "Encoding",
    "notice.shorter": "The file became shorter while it was read: the rest of it is missing.",
    "notice.altered": "Its SHA-256 is another than the one in capture.toml.",
    "notice.altered.title": "Changed since it was kept",
    "notice.picture": "Picture saved",
    "notice.no-picture": "Picture not saved",
    "notice.not-kept": "Only until you quit: {why}",
    "notice.quit": "Press q to quit.",
    "notice.sign": "Press {sign} once more if it is the key of {key} in your layout.",
    "notice.browser": "Sent to your browser, which says at the top what became of it.",
    "notice.browser-picture": "Sent to your browser as {name}.",
    "notice.browser-picture.title": "Picture",
    "palette.places": "places and commands",
    "palette.places.title": "Places and commands",
    "palette.themes": "themes",
    "palette.themes.title": "Themes",
    "palette.search": "Search {what}",
    "palette.keys": "Enter takes, Esc closes",
    "palette.none": "No matches found",
    "palette.section": "Section: {title}",
    "palette.event": "Event: {title}",
    "palette.name": "Name: {name}",
    "palette.key": "Key {key}",
    "palette.theme": "Theme",
    "palette.theme.auto": "As the terminal: dark or light",
    "palette.theme.detail": "Change the current theme",
    "palette.in-use": "in use",
    **{f"date.month.{number}": name for number, name in enumerate(_ENGLISH_DATES.months, 1)},
    **{f"date.season.{number}": name for number, name in enumerate(_ENGLISH_DATES.seasons, 1)},
    **{f"date.quarter.{number}": name for number, name in enumerate(_ENGLISH_DATES.quarters, 1)},
    **{f"date.{name}": getattr(_ENGLISH_DATES, name) for name in _DATE_PHRASES},
    **_ENGLISH_COPYING,
    **_ENGLISH_TRACING,
    "source.title": "Where it comes from",
    "source.title.arabic": "المصدر",
    "source.keys.show": "Esc closes · c copies · Enter: what was left out",
    "source.keys.hide": "Esc closes · c copies · Enter: without these lines",
    "source.keys.show.narrow": "Esc closes · c copies · Enter more",
    "source.keys.hide.narrow": "Esc closes · c copies · Enter less",
    "facts.keys": "Esc closes · c copies",
    "names.title": "Names",
    "names.title.arabic": "الأسماء",
    "names.person": "person",
    "names.body": "body",
    "names.weapon": "weapon",
    "names.place": "place",
    "names.none": "This text comes without names.",
    "key.or": "{first} or {other}",
    "key.arrows": "arrows",
    "key.space": "Space",
    "key.escape": "Esc",
    "key.pagedown": "PgDn",
    "key.pageup": "PgUp",
    "key.home": "Home",
    "key.end": "End",
    "key.tab": "Tab",
    "key.backspace": "Backspace",
    "key.enter": "Enter",
    "key.shift": "Shift",
    "key.ctrl": "Ctrl",
    "group.sections": "Sections",
    "group.panes": "Panes",
    "group.moving": "Inside a pane",
    "group.moving.fewer": "Moving",
    "group.timeline": "In the timeline",
    "group.reading": "Reading",
    "group.copying": "Copying",
    "group.program": "Program",
    "action.open-section": "Open that section",
    "action.open-full": "Open the full article",
    "action.next-section": "Next section",
    "action.previous-section": "Previous section",
    "action.next-pane": "Next pane",
    "action.previous-pane": "Previous pane",
    "action.timeline": "To the timeline, and back",
    "action.article": "Back to the article",
    "action.next-item": "Next paragraph, claim, section",
    "action.next-item.fewer": "To the next",
    "action.previous-item": "Previous one",
    "action.previous-item.fewer": "To the previous one",
    "action.page-on": "A screenful on",
    "action.page-back": "A screenful back",
    "action.first-item": "To the first",
    "action.last-item": "To the last",
    "action.open": "From a claim or an event to its paragraphs, one by one",
    "action.open.fewer": "To the paragraph that it rests on",
    "action.peek": "The Arabic words behind a claim, under it",
    "action.claim-here": "From a paragraph to the claims that rest on it, one by one",
    "action.show-resting": "Show paragraphs under no claim, and weak evidence",
    "action.earlier-event": "Earlier event",
    "action.later-event": "Later event",
    "action.first-event": "First event",
    "action.last-event": "Last event",
    "action.scroll-on": "Scroll the event's text down",
    "action.scroll-back": "Scroll it up",
    "action.extend-left": "Select text, as dragging with the mouse does",
    "action.extend-right": "Select text rightwards",
    "action.extend-up": "Select text upwards",
    "action.extend-down": "Select text downwards",
    "action.switch-harakat": "Show or hide vowel marks (harakat)",
    "action.switch-digits": "Digits as written, Western, Arabic-Indic",
    "action.switch-lines": "Fill lines by kashida, or flush right",
    "action.links": "Addresses of the section's links",
    "action.links.fewer": "Addresses of the links",
    "action.copy-selection": "Copy what is selected, as the author wrote it",
    "action.copy-summary": "Copy the section's summary",
    "action.copy-summary.fewer": "Copy the summary",
    "action.copy-claim": "Copy the selected claim, with its evidence",
    "action.copy-paragraph": "Copy the paragraph, with where it comes from",
    "action.source": "Where the text comes from",
    "action.names": "Names, in English and Arabic",
    "action.help": "This help",
    "action.palette": "Command palette: names, events, themes",
    "action.palette.fewer": "Command palette: places, commands, themes",
    "action.picture": "Save a picture of the screen (SVG)",
    "action.suspend": "To the shell; fg comes back",
    "action.quit": "Quit",
    "footer.open-section": "Section",
    "footer.next-pane": "Pane",
    "footer.timeline": "Timeline",
    "footer.copy-summary": "Copy all",
    "footer.copy-claim": "Copy claim",
    "footer.copy-selection": "Copy",
    "footer.open.sidebar": "Read",
    "footer.open.article": "Next place",
    "footer.open.summary": "Evidence",
    "footer.open.timeline": "Paragraph",
    "footer.claim-here": "Claim",
    "footer.peek": "Quotes",
    "footer.peek.hide": "Hide quotes",
    "footer.later-event": "Later",
    "footer.links": "Links",
    "footer.source": "Source",
    "footer.names": "Names",
    "footer.help": "Help",
    "footer.palette": "Palette",
    "footer.quit": "Quit",
    "now.harakat.shown": "Harakat are shown",
    "now.harakat.hidden": "Harakat are hidden; copies keep them",
    "now.digits.written": "Digits are shown as written",
    "now.digits.western": "Digits are shown as Western ones; copies keep the author's",
    "now.digits.arabic-indic": "Digits are shown as Arabic-Indic ones; copies keep the author's",
    "now.lines.flush": "Lines are flush right",
    "now.lines.justified": "Lines are filled by kashida; copies have none of it",
    "copied.summary": "Summary of {title}",
    "copied.claim": "Claim",
    "copied.paragraph": "Paragraph {number}",
    "copied.source": "Where it comes from",
    "copied.names": "Names",
    "copied.selection": "Selection",
    "copied.address": "Address",
    "peek.none": "No claim is selected: choose one with the arrow keys.",
    "claim.none-on": "No claim rests on ¶{number}.",
    "claim.no-other": "No other claim rests on ¶{number}.",
    "resting.on": "□ {bare} of {paragraphs} paragraphs under no claim, ? {weak} of {claims} claims weak",
    "resting.off": "Signs of evidence are hidden",
    "weak.why": "Weak evidence: {why}",
    "weak.words.1": "of ¶{number} only one word is quoted",
    "weak.words.2": "of ¶{number} only two words are quoted",
    "weak.times": "the words quoted stand {times} times in ¶{number}",
    "copy.no-claims": "This text comes without claims.",
    "copy.no-claims-here": "This section comes without claims.",
    "copy.no-claim": "No claim is selected: Tab to the summary and choose one with the arrow keys.",
    "copy.nothing-selected": "Nothing is selected: drag with the mouse, or use Shift with the arrow keys.",
}


class Language(NamedTuple):
    """A language of the program itself: its words by id; `mirrored`: its screen runs from right to left."""

    name: str
    words: Mapping[str, str]
    mirrored: bool = False


ENGLISH: Final = Language("en", _ENGLISH)

_in_use = ENGLISH


def use(language: Language) -> None:
    """Say everything in `language` from now on: to be called before anything is shown."""
    global _in_use
    _in_use = language


def in_use() -> Language:
    """Return the language that everything is said in."""
    return _in_use


def say(id: str, **values: Any) -> str:  # noqa: A002 - the field's word for it
    """Return the words of that id, with `values` in their places. Raises KeyError for an id without words."""
    words = _in_use.words[id]
    return words.format(**values) if values else words


def date_names() -> DateNames:
    """Return the words for dates in the language in use."""
    phrases = (say(f"date.{name}") for name in _DATE_PHRASES)
    return DateNames(_numbered("month", 12), _numbered("season", 4), _numbered("quarter", 4), *phrases)


def _numbered(name: str, count: int) -> tuple[str, ...]:
    return tuple(say(f"date.{name}.{number}") for number in range(1, count + 1))
