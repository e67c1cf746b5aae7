"""The Textual application that shows a briefing."""

from briefing.reader.app import BriefingApp

__all__ = ["BriefingApp"]
