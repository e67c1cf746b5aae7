"""What became of a draft, and leads for one, as JSON: for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from briefing.document.controls import escaped_in_json
from briefing.drafting.leads import Lead
from briefing.drafting.outcome import Outcome


def outcome_json(outcome: Outcome, file: str, *, is_written: bool, failed: Iterable[str] = ()) -> str:
    """Return all of an outcome; `failed` says what part of the article has no draft, and why.

    `format` counts the changes of what it means.
    """
    return written(
        {
            "format": 1,
            "file": file,
            "written": is_written,
            "proved": outcome.count("proved"),
            "known": outcome.count("known"),
            "refused": outcome.count("refused") + len(outcome.faults),
            "failed": list(failed),
            **msgspec.to_builtins(outcome),
        }
    )


def leads_json(found: Iterable[Lead], file: str) -> str:
    """Return sentences and why they are worth a look; places count code points of their paragraph."""
    return written({"format": 1, "file": file, "evidence": [msgspec.to_builtins(one) for one in found]})


def written(value: Any) -> str:
    """Return a value as JSON in which no character acts on a terminal."""
    text = msgspec.json.format(msgspec.json.encode(_encodable(value)), indent=2).decode()
    return f"{escaped_in_json(text)}\n"


def _encodable(value: Any) -> Any:
    """`value` without lone surrogates, which JSON may not hold, and without numbers of too many digits."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 1 << 63 else 0
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list | tuple) else value
