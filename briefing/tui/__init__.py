"""The Textual application that shows a reading."""

from briefing.tui.app import BriefingApp

__all__ = ["BriefingApp"]
