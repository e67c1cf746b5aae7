"""An edit of one state of a briefing, as the same edit of another: by content, not by number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from msgspec.structs import replace

from briefing.document.model import Briefing, Claim, Event, Name
from briefing.writing import edits
from briefing.writing.changed import Changed
from briefing.writing.edits import Edit

_CURE: Final = "read it again, and edit what stands there now"
_Item = TypeVar("_Item", Claim, Event, Name)


def targeted(edit: Edit, seen: Briefing, now: Briefing, file: str) -> Edit:
    """Return `edit`, whose indices count in `seen`, with those of the same things in `now`.

    Raises Changed, naming `file`, if what is to be changed is not there any more, or not as it was.
    """
    return _Aim(seen, now, file).at(edit)


class _Aim:
    def __init__(self, seen: Briefing, now: Briefing, file: str) -> None:
        self._seen, self._now, self._file = seen, now, file

    def at(self, edit: Edit) -> Edit:
        """The edit as it is to be made now."""
        if isinstance(edit, edits.AddClaim):
            self._same_section(edit.section)
            return replace(edit, at=self._claim_gap(edit.section, edit.at))
        if isinstance(edit, edits.MoveClaim):
            return self._move(edit)
        if isinstance(edit, edits.ChangeClaim | edits.DeleteClaim | edits.AcceptClaim):
            return replace(edit, index=self._claim(edit.section, edit.index))
        if isinstance(edit, edits.AddEvent):
            return replace(edit, at=self._gap(self._seen.events, self._now.events, edit.at))
        if isinstance(edit, edits.AddName):
            return replace(edit, at=self._gap(self._seen.names, self._now.names, edit.at))
        if isinstance(edit, edits.ChangeEvent | edits.DeleteEvent):
            index = self._same(self._seen.events, self._now.events, edit.index, "event")
            return replace(edit, index=index)
        if isinstance(edit, edits.ChangeName | edits.DeleteName):
            index = self._same(self._seen.names, self._now.names, edit.index, "name")
            return replace(edit, index=index)
        self._check_texts(edit)
        return edit

    def _check_texts(self, edit: Edit) -> None:
        seen, now = self._seen, self._now
        if isinstance(edit, edits.SetBottomLine) and seen.bottom_line != now.bottom_line:
            raise self._changed("the bottom line is no longer the one you saw")
        if isinstance(edit, edits.SetTitle) and seen.title != now.title:
            raise self._changed("the title is no longer the one you saw")
        if isinstance(edit, edits.BeginSection):
            held = [
                [s.paragraphs for s in one.sections if edit.paragraph in s.paragraphs] for one in (seen, now)
            ]
            if held[0] != held[1]:
                raise self._changed(f"the section of ¶{edit.paragraph} is no longer the one you saw")
        if isinstance(edit, edits.RenameSection):
            self._same_section(edit.key)
            old, new = seen.section(edit.key), now.section(edit.key)
            if (old.title, old.arabic) != (new.title, new.arabic):
                raise self._changed(f'section "{edit.key}" has been renamed')
        if isinstance(edit, edits.JoinSection):
            self._same_section(edit.key)
            before = [self._before(one, edit.key) for one in (seen, now)]
            if before[0] != before[1]:
                raise self._changed(f'another section stands before "{edit.key}" now')

    def _before(self, briefing: Briefing, key: str) -> str:
        keys = [one.key for one in briefing.sections]
        at = keys.index(key)
        return keys[at - 1] if at else ""

    def _move(self, edit: edits.MoveClaim) -> Edit:
        index = self._claim(edit.section, edit.index)
        self._same_section(edit.to_section)
        inside = edit.section == edit.to_section
        seen = list(self._seen.section(edit.to_section).claims)
        now = list(self._now.section(edit.to_section).claims)
        if inside:
            del seen[edit.index], now[index]
        to_index = self._gap(seen, now, edit.to_index)
        return replace(edit, index=index, to_index=len(now) if to_index is None else to_index)

    def _claim(self, key: str, index: int) -> int:
        self._same_section(key)
        seen, now = self._seen.section(key).claims, self._now.section(key).claims
        return self._same(seen, now, index, "claim")

    def _claim_gap(self, key: str, at: int | None) -> int | None:
        return self._gap(self._seen.section(key).claims, self._now.section(key).claims, at)

    def _same_section(self, key: str) -> None:
        if not any(one.key == key for one in self._now.sections):
            raise self._changed(f'section "{key}" is not there any more')

    def _same(self, seen: Sequence[_Item], now: Sequence[_Item], index: int, what: str) -> int:
        """The index in `now` of what is at `index` in `seen`; of several that are the same, in order."""
        if not 0 <= index < len(seen):
            raise self._changed(f"there is no {what} {index + 1}")
        one = seen[index]
        there = [at for at, other in enumerate(now) if other == one]
        was = [at for at, other in enumerate(seen) if other == one]
        if len(there) != len(was):
            raise self._changed(f"{what} {index + 1} is no longer as you saw it")
        return there[was.index(index)]

    def _gap(self, seen: Sequence[object], now: Sequence[object], at: int | None) -> int | None:
        """Where in `now` is the gap before index `at` of `seen`: after what stood before it, if it can."""
        gap: int = len(seen) if at is None else at
        if gap >= len(seen):
            return None
        for index in (*range(gap - 1, -1, -1), *range(gap, len(seen))):
            there: list[int] = [place for place, other in enumerate(now) if other == seen[index]]
            if len(there) == 1:
                return there[0] + int(index < gap)
        return None if gap else 0

    def _changed(self, what: str) -> Changed:
        return Changed(self._file, what, _CURE)
