"""`briefing export`: the reader's screen as a picture, without a terminal, a browser or a display."""

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status. Raises BriefingError for what cannot be read or written."""
    from briefing.exporting.command import export

    return export(arguments)


__all__ = ["main"]
