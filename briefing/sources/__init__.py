"""What can be opened, and how it becomes a briefing.

`formats` lists the sources, one for each format; the one that `opening` finds makes an `article` of a
`material`, and `as_briefing` a briefing of that. `encodings` finds the text in bytes, `paragraphs` the
paragraphs of a plain text. The rest belongs to `folder`, a briefing written by a person: `shape` and
`shape_faults` make typed data of TOML, `checks` compares it with the article, `all_faults` goes on after the
first mistake, and `prose`, `quotes`, `occurrences`, `beside` and `location` help them.
"""

from briefing.sources.formats import SOURCES
from briefing.sources.material import Material
from briefing.sources.opening import briefing_of, load, load_bundled
from briefing.sources.source import Source

__all__ = ["SOURCES", "Material", "Source", "briefing_of", "load", "load_bundled"]
