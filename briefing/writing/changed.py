"""The error for what another has changed meanwhile."""

from __future__ import annotations

from briefing.document.errors import BriefingError


class Changed(BriefingError):  # noqa: N818 - it says what there is
    """What an edit is about is no longer what its writer saw; nothing was written."""
