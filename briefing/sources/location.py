"""A location in a `briefing.toml`, in the words its writer would use."""

from __future__ import annotations

from typing import Any

from briefing.sources.fault import Steps

_SINGULAR = {
    "sections": "section",
    "claims": "claim",
    "citations": "citation",
    "events": "event",
    "names": "name",
    "details": "detail",
    "left_out": "left_out",
}


def location(steps: Steps, data: Any) -> str:
    """Return where `steps` (keys, and indices from 0) lead in parsed TOML: `section "goals", claim 2`.

    List entries are counted from 1; a section is called by its key if it has one. The top level is `top
    level`.
    """
    words: list[str] = []
    for step in steps:
        data = _inside(data, step)
        if isinstance(step, str):
            words.append(_SINGULAR.get(step, step))
        else:
            key = data.get("key") if words[-1] == "section" and isinstance(data, dict) else None
            words[-1] += f' "{key}"' if isinstance(key, str) and key else f" {step + 1}"
    return ", ".join(words) or "top level"


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
