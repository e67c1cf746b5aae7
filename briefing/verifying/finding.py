"""What a check finds: a mistake or a remark, at its place, with what would be right."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.verifying.verdict import Verdict

#: A mistake is to be mended by whoever writes the briefing; a remark is for them to judge.
Level = Literal["mistake", "remark"]


class Region(Struct, frozen=True):
    """Part of a text file: lines and columns from 1, columns in code points; the end is behind the last."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Repair(Struct, frozen=True):
    """What is to stand instead of `[start:end]` of a file's text, whose line ends are untouched."""

    start: int
    end: int
    text: str


class Finding(Struct, frozen=True):
    """`file: where: what; cure`, at a `region` of the file. `rule` is the kind of it in a word.

    `verdict` is that on a quote, `repair` what can be put without asking.
    """

    rule: str
    level: Level
    file: str
    region: Region
    where: str
    what: str
    cure: str
    verdict: Verdict | None = None
    repair: Repair | None = None


class Judged(Struct, frozen=True):
    """A quote and its verdict; `where` is its place in the briefing's words, `paragraph` the cited one."""

    where: str
    paragraph: int
    quote: str
    region: Region
    verdict: Verdict


class Checked(Struct, frozen=True):
    """All that was found in one briefing, by place, and the verdict on each quote, in their order."""

    file: str
    findings: tuple[Finding, ...]
    quotes: tuple[Judged, ...] = ()

    def count(self, level: Level) -> int:
        """Return how many findings there are of that level."""
        return sum(finding.level == level for finding in self.findings)
