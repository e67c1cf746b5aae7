"""The one error a document can raise: a line that names the file, the place, the fault and the cure."""

from __future__ import annotations

from briefing.document.controls import LINE, safe_line, shortened

_BETWEEN = 6  # the characters between the four parts


class BriefingError(Exception):
    """A document that cannot be read, said in one line: `<file>: <where>: <what>; <cure>`.

    `where` is left out when the fault lies in the file as a whole. The line holds no control character, no
    lone surrogate and no bidi control, whatever the file or its name held, so it can be sent to a terminal.
    It has at most `controls.LINE` characters: of the longest parts the middle is left out.
    """

    def __init__(self, file: str, what: str, cure: str, *, where: str = "") -> None:
        parts = (file, where, what, cure)
        most = _fair_share([len(part) for part in parts], LINE - _BETWEEN)
        self.file, self.where, self.what, self.cure = (safe_line(shortened(part, most)) for part in parts)
        place = f"{self.file}: {self.where}" if where else self.file
        super().__init__(f"{place}: {self.what}; {self.cure}")


def _fair_share(lengths: list[int], room: int) -> int:
    """Return how long a part may be so that all fit into `room`; what short ones leave goes to long ones."""
    for taken, length in enumerate(sorted(lengths)):
        share = room // (len(lengths) - taken)
        if length > share:
            return share
        room -= length
    return max(lengths)
