"""The timeline: events drawn to scale, and how sure their dates are."""

from briefing.reader.timeline.widget import Timeline

__all__ = ["Timeline"]
