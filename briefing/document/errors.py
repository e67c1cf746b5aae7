"""The one error a document can raise: a line that names the file, the place, the fault and the cure."""

from __future__ import annotations

from briefing.document.controls import safe_line


class BriefingError(Exception):
    """A document that cannot be read, said in one line: `<file>: <where>: <what>; <cure>`.

    `where` is left out when the fault lies in the file as a whole. The line holds no control character, no
    lone surrogate and no bidi control, whatever the file or its name held, so it can be sent to a terminal.
    """

    def __init__(self, file: str, what: str, cure: str, *, where: str = "") -> None:
        self.file = safe_line(file)
        self.where = safe_line(where)
        self.what = safe_line(what)
        self.cure = safe_line(cure)
        place = f"{self.file}: {self.where}" if where else self.file
        super().__init__(f"{place}: {self.what}; {self.cure}")
