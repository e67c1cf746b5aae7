"""Write `assets/briefing.schema.json` anew: python -m tests.sources.schema_file."""

from pathlib import Path

from briefing.sources.schema import schema_text

if __name__ == "__main__":
    (Path(__file__).parents[2] / "assets/briefing.schema.json").write_text(schema_text(), encoding="utf-8")
