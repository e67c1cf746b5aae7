"""What was found, as lines for people: file, line, column, level, what is wrong, and what would be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from briefing.document.controls import safe_line, shortened
from briefing.verifying.finding import Checked, Finding

_LONGEST: Final = 4_000  # characters of what would be right: words of the article are given whole


def as_text(all_checked: Sequence[Checked]) -> str:
    """Return two lines for each finding, and one for each file that sums it up."""
    return "".join(f"{line}\n" for checked in all_checked for line in _lines(checked))


def _lines(checked: Checked) -> list[str]:
    lines: list[str] = []
    for finding in checked.findings:
        lines += (_first_line(finding), f"    {safe_line(shortened(finding.cure, _LONGEST))}")
    lines.append(f"{safe_line(checked.file)}: {_summary(checked)}")
    return lines


def _first_line(finding: Finding) -> str:
    region = finding.region
    where = f"{finding.where}: " if finding.where else ""
    said = f"{finding.file}:{region.line}:{region.column}: {finding.level}: {where}{finding.what}"
    return safe_line(f"{said} [{finding.rule}]")


def _summary(checked: Checked) -> str:
    mistakes, remarks = checked.count("mistake"), checked.count("remark")
    parts = [_counted(mistakes, "mistake"), _counted(remarks, "remark")]
    said = ", ".join(part for part in parts if part) or "no mistake"
    if not checked.quotes:
        return said
    kinds = Counter(quote.verdict.kind for quote in checked.quotes)
    verdicts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"{said}; {_counted(len(checked.quotes), 'quote')}: {verdicts}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}" if count else ""
