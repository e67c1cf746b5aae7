"""The texts of the data that typst is given, each as it stands in one block on paper."""

from __future__ import annotations

from collections.abc import Iterator


def texts_said(data: object) -> Iterator[str]:
    """Yield each text whole: a paragraph with its label, a cell, a title, a quote."""
    if isinstance(data, list):
        for value in data:
            yield from texts_said(value)
    elif isinstance(data, dict):
        if "cells" in data:
            label = f"{data['label']} " if data["kind"] != "row" and data["label"] else ""
            for cell in data["cells"]:
                yield label + "".join("\n".join(piece["lines"]) for piece in cell["pieces"])
        elif "lines" in data:
            yield "\n".join(data["lines"])
            yield from texts_said([value for name, value in data.items() if name != "lines"])
        else:
            yield from texts_said([*data.values()])
