"""What can be opened, and how it becomes a briefing: one file for each format.

`opening` lists the formats, `folder` and `plain_text` are those there are. The rest belongs to `folder`:
`shape` and `shape_faults` make typed data of TOML, `checks` compares it with the article, `prose`, `quotes`,
`occurrences`, `beside` and `location` help them.
"""

from briefing.sources.opening import SOURCES, load, load_bundled
from briefing.sources.plain_text import briefing_of_text
from briefing.sources.source import Source

__all__ = ["SOURCES", "Source", "briefing_of_text", "load", "load_bundled"]
