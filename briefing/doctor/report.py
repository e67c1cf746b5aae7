"""The findings in words, for a terminal or a file: plain ASCII labels, one thing to a paragraph."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.doctor.clipboard import Clipboard
from briefing.doctor.findings import Findings, Seen, Used, Versions
from briefing.doctor.fonts import SystemFonts
from briefing.doctor.measuring import Measured
from briefing.machine.clipboard.ways import FILE, OLD_TMUX

_LABEL: Final = 12
_NAMES: Final = 6
# Ways that do not lead to the clipboard.
_APART: Final = {
    OLD_TMUX.name: "for tmux before 3.2: its own paste key gives it back",
    FILE.name: "last resort: its path is shown",
}


def report(findings: Findings, columns: int = 100) -> str:
    """The findings, in lines of at most `columns` cells where words allow."""
    paragraphs = (
        ("briefing", _versions(findings.versions)),
        ("Terminal", (*_terminal(findings.terminal), *_cells(findings.measured))),
        ("Strategy", _strategy(findings.strategy, is_known=bool(findings.terminal.name))),
        ("Harakat", _harakat(findings)),
        ("Fonts", _fonts(findings.fonts, findings.measured)),
        ("Clipboard", _clipboard(findings.clipboard)),
        ("Preferences", [findings.fault] if findings.fault else []),
    )
    return "\n".join(line for label, said in paragraphs for line in _lines(label, said, columns)) + "\n"


def _lines(label: str, said: Iterable[str], columns: int) -> Iterator[str]:
    width = max(24, min(columns, 100) - _LABEL)
    for sentence in said:
        for line in textwrap.wrap(sentence, width, break_on_hyphens=False):
            yield f"{label:<{_LABEL}}{line}"
            label = ""


def _versions(versions: Versions) -> Iterator[str]:
    yield (
        f"{versions.briefing}, Python {versions.python}, Textual {versions.textual}, Rich {versions.rich},"
        f" {versions.system}"
    )


def _terminal(terminal: Seen) -> Iterator[str]:
    name = " ".join(filter(None, (terminal.name or "not known", terminal.version)))
    inside = f", inside {terminal.multiplexer}" if terminal.multiplexer else ""
    yield f"{name}{inside}, {terminal.columns}x{terminal.rows}"
    yield f"recognised by this: {terminal.how}" if terminal.name else terminal.how
    if not terminal.asked:
        yield "it was not asked, since input or output is no terminal"
    if terminal.charset.upper() not in ("UTF-8", "UTF8"):
        yield (
            f"The locale's encoding is {terminal.charset}. A terminal started so may not read UTF-8, but"
            " show question marks for Arabic: set LC_ALL to a UTF-8 locale, such as C.UTF-8, and restart it."
        )


def _cells(measured: Measured) -> Iterator[str]:
    if measured.lam_alef is None or measured.marked_letter is None:
        return
    if (measured.lam_alef, measured.marked_letter) == (1, 1):
        yield "it counts cells as this program does: one for lam-alef, one for a letter with its marks"
    else:
        yield (
            f"it counts {measured.lam_alef} for lam-alef, {measured.marked_letter} for a letter with marks,"
            " in cells, where this program counts 1: rows will be shifted"
        )


def _strategy(used: Used, *, is_known: bool) -> Iterator[str]:
    untried = " (nobody has tried this one yet)" if used.untried else ""
    if used.setting == "auto" and not is_known:
        yield f"{used.name}{untried}, as for every terminal that is not known"
    elif used.setting == "auto":
        yield f"{used.name}{untried}, found out"
    else:
        yield f"{used.name}{untried}, set in the preferences; found out it would be {used.found}"
    yield f"it is for {used.for_whom}"


def _harakat(findings: Findings) -> Iterator[str]:
    places = "where they belong" if findings.terminal.shows_marks else "in the wrong place, or not at all"
    known = f"{'this terminal paints' if findings.terminal.name else 'most terminals paint'} them {places}"
    shown = "shown" if findings.harakat_shown else "hidden on the screen"
    yield f"{shown}{'' if findings.preferences.harakat == 'auto' else ', set in the preferences'}: {known}"


def _fonts(fonts: SystemFonts, measured: Measured) -> Iterator[str]:
    if measured.font:
        yield f"This terminal says that it uses {measured.font}."
    else:
        yield "This terminal does not say which font it uses: see whether the card has boxes for letters."
    if fonts.why:
        yield f"Not known here: {fonts.why}."
        return
    verdict = "has" if fonts.default_has_forms == "yes" else "lacks some of"
    yield f"This system's monospace is {fonts.default}; it {verdict} the joined Arabic letters."
    others = [name for name in fonts.fixed if name != fonts.default]
    if fonts.default_has_forms != "yes" and others:
        yield f"Fixed-width fonts here that have them all: {', '.join(others[:_NAMES])}."
    elif not fonts.fixed:
        yield (
            "No fixed-width font here has them all; DejaVu Sans Mono would."
            + (f" {fonts.other} of other widths may be borrowed from." if fonts.other else "")
        )


def _clipboard(clipboard: Clipboard) -> Iterator[str]:
    yield f"You sit {clipboard.where}. The first that works is used:"
    for number, way in enumerate(clipboard.ways, 1):
        known = "certain" if way.certain else "asked for; nobody says whether it worked"
        yield f"{number}. {way.name} ({_APART.get(way.name, known)})"
    if clipboard.advice:
        yield f"To do better, {clipboard.advice}."
