"""A small briefing to break: the text of its files, and a way to write them with one thing changed."""

from pathlib import Path

ARTICLE = "قالَ الوزير إن المحادثات بدأت.\n\nانتهت المحادثات أمس.\n\nلا تعليق.\n"

TOML = """article = "article.txt"
bottom_line = "Talks began and ended."

[title]
english = "Talks"
arabic = "محادثات"

[provenance]
source = "Source: a test."

[[sections]]
key = "start"
title = "Start"
arabic = "البداية"
paragraphs = [1, 2]

[[sections.claims]]
text = "The minister said the talks had begun."
citations = [{ paragraph = 1, quote = "قالَ الوزير إن المحادثات بدأت" }]

[[sections]]
key = "end"
title = "End"
arabic = "النهاية"
paragraphs = [3]

[[events]]
date = "2024?-06-10"
title = "Talks end"
arabic = "نهاية المحادثات"
paragraphs = [2]
basis = "inferred"
note = "The year is inferred."

[[names]]
kind = "person"
english = "The minister"
arabic = ["الوزير"]
role = "Speaks"
"""


def write_briefing(folder: Path, old: str = "", new: str = "") -> Path:
    """Write the briefing into `folder`, with `old` (which must occur in its TOML once) replaced by `new`."""
    if old:
        assert TOML.count(old) == 1, f"{old!r} occurs {TOML.count(old)} times"
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "briefing.toml").write_text(TOML.replace(old, new) if old else TOML, encoding="utf-8")
    return folder
