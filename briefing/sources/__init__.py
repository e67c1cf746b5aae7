"""What can be opened, and how it becomes a briefing.

`opening` lists the sources, one for each format in `formats`; each makes an `article` of a `material`, and
`as_briefing` a briefing of that. `encodings` finds the text in bytes, `paragraphs` the paragraphs of a plain
text. The rest belongs to `folder`, a briefing written by a person: `shape` and `shape_faults` make typed data
of TOML, `checks` compares it with the article, `all_faults` goes on after the
first mistake, and `prose`, `quotes`, `occurrences`, `beside` and `location` help them.
"""

from briefing.sources.material import Material
from briefing.sources.opening import SOURCES, briefing_of, load, load_bundled
from briefing.sources.source import Source

__all__ = ["SOURCES", "Material", "Source", "briefing_of", "load", "load_bundled"]
