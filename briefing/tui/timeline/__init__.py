"""The timeline: events drawn to scale, and how sure their dates are."""

from briefing.tui.timeline.widget import Timeline

__all__ = ["Timeline"]
