"""RIS: the source as a record for EndNote, Mendeley, Citavi and Zotero, in UTF-8."""

from __future__ import annotations

from briefing.exporting.bibliography import Reference, source_of
from briefing.exporting.chosen import Chosen


def written(chosen: Chosen) -> bytes:
    """Return one record, its lines ended by CR LF. What is published over a time has its first day."""
    source = source_of(chosen.briefing)
    fields = {
        "ID": source.key,
        "TI": source.title,
        "TT": source.translated,
        "AU": _author(source.author),
        "T2": source.publication,
        "PY": f"{source.published[0][0]:04}" if source.published else "",
        "DA": _published(source),
        "Y2": _date(source.accessed),
        "UR": source.address,
        "LA": source.language,
        "N1": source.note,
    }
    kind = "ELEC" if source.address else "GEN"
    known = ((tag, text) for tag, text in fields.items() if text)
    return "".join(f"{tag}  - {text}\r\n" for tag, text in (("TY", kind), *known, ("ER", ""))).encode()


def _author(name: str) -> str:
    """A name with a comma behind it is one name: a comma parts the last name from the first."""
    return f"{name}," if name and "," not in name else name


def _published(source: Reference) -> str:
    return f"{_date(source.published[0])}{'uncertain' * source.is_unsure}" if source.published else ""


def _date(parts: tuple[int, ...]) -> str:
    """Year, month and day, each ended by a slash whether it is known or not; other words may follow."""
    if not parts:
        return ""
    shown = [f"{part:0{2 if at else 4}}" for at, part in enumerate(parts)]
    return "".join(f"{one}/" for one in (*shown, "", "")[:3])
