"""Text written over several lines of a `briefing.toml`, as the one line it is meant to be."""

from __future__ import annotations

from typing import Any

_VERBATIM = ("quote", "captured")  # words of the article and the capture: their line ends are theirs


def joined_lines(data: Any) -> Any:
    """Return parsed TOML with the lines of each text joined by a space, but for quotes and captured lines."""
    if isinstance(data, dict):
        return {key: value if key in _VERBATIM else joined_lines(value) for key, value in data.items()}
    if isinstance(data, list):
        return [joined_lines(value) for value in data]
    if isinstance(data, str) and "\n" in data:
        return " ".join(line.strip() for line in data.split("\n") if line.strip())
    return data
