"""What was found, as JSON, SARIF 2.1.0 and GitHub's annotations: for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote as percent_encoded

import msgspec

from briefing.document.controls import escaped_in_json, safe_line
from briefing.verifying.finding import Checked, Finding, Region
from briefing.verifying.rules import RULES

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(all_checked: Sequence[Checked]) -> str:
    """Return all findings, and the verdict on each quote. `format` counts the changes of what it means."""
    return _written(
        {
            "format": 1,
            "mistakes": sum(checked.count("mistake") for checked in all_checked),
            "remarks": sum(checked.count("remark") for checked in all_checked),
            "files": [msgspec.to_builtins(checked) for checked in all_checked],
        }
    )


def as_sarif(all_checked: Sequence[Checked], version: str) -> str:
    """Return the findings as a SARIF log of one run; `version` is this program's."""
    driver = {
        "name": "briefing check",
        "version": version,
        "rules": [{"id": rule, "shortDescription": {"text": text}} for rule, text in RULES.items()],
    }
    results = [_result(finding) for checked in all_checked for finding in checked.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def as_github(all_checked: Sequence[Checked]) -> str:
    """Return one workflow command a finding, which GitHub shows at the line in a change."""
    return "".join(f"{_command(finding)}\n" for checked in all_checked for finding in checked.findings)


def _result(finding: Finding) -> dict[str, Any]:
    location = {"artifactLocation": {"uri": _uri(finding.file)}, "region": _region(finding.region)}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": list(RULES).index(finding.rule),
        "level": "error" if finding.level == "mistake" else "note",
        "message": {"text": _sentence(finding)},
        "locations": [{"physicalLocation": location}],
    }
    if finding.repair is not None:
        replacement = {
            "deletedRegion": _region(finding.region),
            "insertedContent": {"text": finding.repair.text},
        }
        change = {"artifactLocation": location["artifactLocation"], "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": finding.cure}, "artifactChanges": [change]}]
    return result


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    written = percent_encoded(path.as_posix(), errors="surrogateescape")
    return f"file://{written}" if path.is_absolute() else written


def _sentence(finding: Finding) -> str:
    where = f"{finding.where}: " if finding.where else ""
    return f"{where}{finding.what}; {finding.cure}"


def _command(finding: Finding) -> str:
    region = finding.region
    kind = "error" if finding.level == "mistake" else "notice"
    places = f"line={region.line},endLine={region.end_line}"
    if region.line == region.end_line:  # GitHub takes columns of one line only
        places += f",col={region.column},endColumn={region.end_column}"
    file, title = (_escaped(text, ":,") for text in (finding.file, f"briefing check: {finding.rule}"))
    return f"::{kind} file={file},{places},title={title}::{_escaped(safe_line(_sentence(finding)))}"


def _escaped(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return safe_line(text)


def _written(value: Any) -> str:
    """A value as JSON in which no character acts on a terminal."""
    encoded = msgspec.json.format(msgspec.json.encode(_encodable(value)), indent=2)
    return f"{escaped_in_json(encoded.decode())}\n"


def _encodable(value: Any) -> Any:
    """`value` without lone surrogates, which file names may hold and JSON may not."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list | tuple) else value
