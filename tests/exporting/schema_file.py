"""Writes the JSON Schema of what `export -f json` makes: `python -m tests.exporting.schema_file`."""

from pathlib import Path

from briefing.exporting.forms.json import schema_text

FILE = Path(__file__).parents[2] / "assets/briefing.export.schema.json"

if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
