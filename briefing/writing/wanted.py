"""What a briefing's data is after an edit: the model of what `toml_edits` does to its text.

Data is that of `tomllib`, the lines of prose joined. What is given is not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from briefing.document.errors import BriefingError
from briefing.document.model import Citation, Event, Name, Section
from briefing.writing import edits
from briefing.writing.edits import Edit
from briefing.writing.plain_texts import line, verbatim

Data = dict[str, Any]
#: What optional keys mean where they are not written.
DEFAULTS: Final[Data] = {"arabic": "", "title": "", "note": "", "role": "", "basis": "stated"}


def wanted(data: Data, edit: Edit, file: str) -> Data:
    """Return `data` as it is after `edit`. Raises BriefingError, naming `file`, if that makes no sense."""
    try:
        return _EDITS[type(edit)](data, edit)
    except _Amiss as error:
        raise BriefingError(file, error.what, error.cure) from None


class _Amiss(Exception):  # noqa: N818 - it says what there is
    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.what, self.cure = what, cure


def citations_data(citations: Iterable[Citation]) -> list[Data]:
    """Return citations as data; a quote is kept character for character."""
    return [{"paragraph": one.paragraph, "quote": verbatim(one.quote)} for one in citations]


def event_data(event: Event, old: Data | None = None) -> Data:
    """Return an event as data; keys that say what is so without them are there if they were in `old`."""
    return _filled(
        {
            "date": line(event.date),
            "title": line(event.title),
            "arabic": line(event.arabic),
            "paragraphs": list(event.paragraphs),
            "basis": event.basis,
            "note": line(event.note),
        },
        {"basis"} if old is None else {key for key in old if key == "basis"},
        old,
    )


def name_data(name: Name, old: Data | None = None) -> Data:
    """Return a name as data."""
    return _filled(
        {
            "kind": name.kind,
            "english": line(name.english),
            "arabic": [line(form) for form in name.arabic],
            "role": line(name.role),
        },
        set(),
        old,
    )


def section_data(section: Section) -> Data:
    """Return a section without claims as data."""
    data = {"key": section.key, "title": line(section.title), "arabic": line(section.arabic)}
    return _filled({**data, "paragraphs": list(section.paragraphs)}, {"paragraphs"}, None)


def section_at(data: Data, key: str) -> int:
    """Return the index of the section of that key. Raises an error that `wanted` explains."""
    for index, section in enumerate(data.get("sections", [])):
        if section.get("key") == key:
            return index
    raise _Amiss(f'there is no section "{key}"', "look at the file as it is now")


def _filled(data: Data, always: set[str], old: Data | None) -> Data:
    """Without what says nothing; other keys of `old` stay, in their places."""
    kept = {key: value for key, value in data.items() if key in always or DEFAULTS.get(key) != value}
    if old is None:
        return kept
    for key, value in kept.items():  # what is the same but for blanks at its ends stays as it is written
        if isinstance(old.get(key), str) and line(old[key]) == value:
            kept[key] = old[key]
    rest = {key: value for key, value in old.items() if key not in data}
    return {**{key: {**rest, **kept}[key] for key in old if key in kept or key in rest}, **kept}


def _item(items: list[Data], index: int, what: str) -> Data:
    if 0 <= index < len(items):
        return items[index]
    raise _Amiss(f"there is no {what} {index + 1}", "look at the file as it is now")


def _with(items: list[Data], index: int | None, one: Data) -> list[Data]:
    at = len(items) if index is None else max(0, min(index, len(items)))
    return [*items[:at], one, *items[at:]]


def _put(items: list[Data], index: int, one: Data | None) -> list[Data]:
    return [*items[:index], *([] if one is None else [one]), *items[index + 1 :]]


def _claims(data: Data, key: str) -> list[Data]:
    at = section_at(data, key)
    return list(data["sections"][at].get("claims", []))


def _with_claims(data: Data, key: str, claims: list[Data]) -> Data:
    at = section_at(data, key)
    section = {name: value for name, value in data["sections"][at].items() if name != "claims"}
    if claims:
        section["claims"] = claims
    return {**data, "sections": _put(data["sections"], at, section)}


def _add_claim(data: Data, edit: edits.AddClaim) -> Data:
    claim = {"text": line(edit.text), "citations": citations_data(edit.citations)}
    return _with_claims(data, edit.section, _with(_claims(data, edit.section), edit.at, claim))


def _change_claim(data: Data, edit: edits.ChangeClaim) -> Data:
    claims = _claims(data, edit.section)
    claim = dict(_item(claims, edit.index, "claim"))
    if edit.text is not None:
        claim["text"] = line(edit.text)
    if edit.citations is not None:
        claim["citations"] = citations_data(edit.citations)
    return _with_claims(data, edit.section, _put(claims, edit.index, claim))


def _move_claim(data: Data, edit: edits.MoveClaim) -> Data:
    claim = _item(_claims(data, edit.section), edit.index, "claim")
    without = _delete_claim(data, edits.DeleteClaim(edit.section, edit.index))
    claims = _claims(without, edit.to_section)
    return _with_claims(without, edit.to_section, _with(claims, edit.to_index, claim))


def _delete_claim(data: Data, edit: edits.DeleteClaim) -> Data:
    claims = _claims(data, edit.section)
    _item(claims, edit.index, "claim")
    return _with_claims(data, edit.section, _put(claims, edit.index, None))


def _accept_claim(data: Data, edit: edits.AcceptClaim) -> Data:
    claims = _claims(data, edit.section)
    claim = _item(claims, edit.index, "claim")
    if not claim.get("drafted"):
        raise _Amiss(f"claim {edit.index + 1} is no draft", "there is nothing to accept")
    accepted = {key: value for key, value in claim.items() if key != "drafted"}
    return _with_claims(data, edit.section, _put(claims, edit.index, accepted))


def _add(data: Data, key: str, at: int | None, one: Data) -> Data:
    return {**data, key: _with(data.get(key, []), at, one)}


def _change(data: Data, key: str, what: str, index: int, made: Callable[[Data], Data | None]) -> Data:
    items = data.get(key, [])
    left = _put(items, index, made(_item(items, index, what)))
    rest = {name: value for name, value in data.items() if name != key}
    return {**rest, key: left} if left else rest


def wanted_section(data: Data, paragraph: int) -> tuple[int | None, int]:
    """Return the index of the section that a paragraph is in, and its place among the paragraphs of that.

    A paragraph of no section gives None, and the index that a section of its own would have. Raises an error
    that `wanted` explains for one with which a section begins.
    """
    sections = data.get("sections", [])
    for index, section in enumerate(sections):
        if paragraph in section.get("paragraphs", []):
            cut = section.get("paragraphs", []).index(paragraph)
            if cut:
                return index, cut
            what = f'¶{paragraph} is where section "{section["key"]}" begins'
            raise _Amiss(what, "take a paragraph after it, or rename that section")
    before = [
        at for at, one in enumerate(sections, 1) if min(one.get("paragraphs", []), default=0) < paragraph
    ]
    return None, max(before, default=0)


def _begin_section(data: Data, edit: edits.BeginSection) -> Data:
    sections = data.get("sections", [])
    new = section_data(Section(edit.key, edit.title, edit.arabic))
    index, cut = wanted_section(data, edit.paragraph)
    if index is None:
        return {**data, "sections": _with(sections, cut, {**new, "paragraphs": [edit.paragraph]})}
    section = sections[index]
    numbers = section.get("paragraphs", [])
    staying, going = going_claims(section, numbers[cut:])
    new["paragraphs"] = numbers[cut:]
    old = {name: value for name, value in section.items() if name != "claims"}
    old["paragraphs"] = numbers[:cut]
    for part, claims in ((old, staying), (new, going)):
        if claims:
            part["claims"] = [section["claims"][at] for at in claims]
    return {**data, "sections": [*sections[:index], old, new, *sections[index + 1 :]]}


def going_claims(section: Data, numbers: list[int]) -> tuple[list[int], list[int]]:
    """Return the indices of the claims that cite none of the paragraphs `numbers`, and of those that do.

    Raises an error that `wanted` explains for a claim that cites others as well.
    """
    staying: list[int] = []
    going: list[int] = []
    for at, claim in enumerate(section.get("claims", [])):
        cited = {one["paragraph"] for one in claim["citations"]}
        inside = cited.intersection(numbers)
        if inside and inside != cited:
            ours, theirs = min(cited - inside), min(inside)
            raise _Amiss(
                f"claim {at + 1} cites both sides of the cut, ¶{ours} and ¶{theirs}",
                "divide that claim first, or cut elsewhere",
            )
        (going if inside else staying).append(at)
    return staying, going


def _join_section(data: Data, edit: edits.JoinSection) -> Data:
    at = section_at(data, edit.key)
    if not at:
        raise _Amiss(f'section "{edit.key}" is the first', "join the one after it")
    sections = data["sections"]
    first, second = sections[at - 1], sections[at]
    numbers = joined_numbers(first.get("paragraphs", []), second.get("paragraphs", []))
    joined = {**first, "paragraphs": numbers}
    if claims := [*first.get("claims", []), *second.get("claims", [])]:
        joined["claims"] = claims
    return {**data, "sections": [*sections[: at - 1], joined, *sections[at + 1 :]]}


def joined_numbers(first: list[int], second: list[int]) -> list[int]:
    """Return the paragraphs of two sections as one's, each once: ascending if both were."""
    numbers = [*first, *(number for number in second if number not in first)]
    return sorted(numbers) if first == sorted(first) and second == sorted(second) else numbers


def _rename_section(data: Data, edit: edits.RenameSection) -> Data:
    at = section_at(data, edit.key)
    section = dict(data["sections"][at])
    for key, value in (("key", edit.new_key), ("title", edit.title), ("arabic", edit.arabic)):
        if value is not None:
            _assign(section, key, line(value))
    return {**data, "sections": _put(data["sections"], at, section)}


def _assign(table: Data, key: str, value: str) -> None:
    if value or key == "key":
        table[key] = value
    else:
        table.pop(key, None)


def _set_bottom_line(data: Data, edit: edits.SetBottomLine) -> Data:
    changed = dict(data)
    _assign(changed, "bottom_line", line(edit.text))
    return changed


def wanted_title(data: Data, edit: edits.SetTitle) -> Data:
    """Return the title after an edit of it, as data."""
    title = dict(data.get("title", {}))
    _assign(title, "english", line(edit.title.english))
    _assign(title, "arabic", line(edit.title.arabic))
    return title


def _set_title(data: Data, edit: edits.SetTitle) -> Data:
    return {**data, "title": wanted_title(data, edit)}


_EDITS: Final[dict[type, Callable[[Data, Any], Data]]] = {
    edits.AddClaim: _add_claim,
    edits.ChangeClaim: _change_claim,
    edits.MoveClaim: _move_claim,
    edits.DeleteClaim: _delete_claim,
    edits.AcceptClaim: _accept_claim,
    edits.AddEvent: lambda data, edit: _add(data, "events", edit.at, event_data(edit.event)),
    edits.ChangeEvent: lambda data, edit: _change(
        data, "events", "event", edit.index, lambda old: event_data(edit.event, old)
    ),
    edits.DeleteEvent: lambda data, edit: _change(data, "events", "event", edit.index, lambda _: None),
    edits.AddName: lambda data, edit: _add(data, "names", edit.at, name_data(edit.name)),
    edits.ChangeName: lambda data, edit: _change(
        data, "names", "name", edit.index, lambda old: name_data(edit.name, old)
    ),
    edits.DeleteName: lambda data, edit: _change(data, "names", "name", edit.index, lambda _: None),
    edits.AddSection: lambda data, edit: _add(data, "sections", edit.at, section_data(edit.section)),
    edits.BeginSection: _begin_section,
    edits.JoinSection: _join_section,
    edits.RenameSection: _rename_section,
    edits.SetBottomLine: _set_bottom_line,
    edits.SetTitle: _set_title,
}
