"""What can be opened, and how it becomes a briefing: one file for each format, registered here."""

from briefing.sources.opening import SOURCES, load, load_bundled
from briefing.sources.plain_text import briefing_of_text
from briefing.sources.source import Source

__all__ = ["SOURCES", "Source", "briefing_of_text", "load", "load_bundled"]
