"""The gate for names: only forms that occur in the article, and no name twice."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.controls import shortened
from briefing.document.model import Name
from briefing.drafting.draft import DraftName
from briefing.drafting.outcome import JudgedName
from briefing.drafting.texts import plain, same, text_fault


class NameGate:
    """Judges the names of a draft, one after the other: what comes in is known from then on."""

    def __init__(self, known: Sequence[Name], texts: Sequence[str]) -> None:
        self._texts = texts
        self._occurs: dict[str, bool] = {}
        self._forms = {form for name in known for form in name.arabic}
        self._english = {same(name.english) for name in known}

    def judged(self, drafted: DraftName, number: int) -> JudgedName:
        """Return what becomes of a name, the one of that `number` in its draft."""
        english, role = plain(drafted.english), plain(drafted.role)
        forms = tuple(dict.fromkeys(form.strip() for form in drafted.arabic))
        found = tuple(form for form in forms if self._has(form))
        missing = [form for form in forms if form not in found]
        said = f"Unreviewed: {role}" if role else "Unreviewed: drafted by a program"
        name = Name(drafted.kind, english, found or forms, said)
        if same(english) in self._english or (found and self._forms.issuperset(found)):
            return JudgedName(number, name, "known")
        fault = text_fault(english, "the English name") or (role and text_fault(role, "the role")) or None
        if fault:
            return JudgedName(number, name, "refused", (fault,))
        if not found:
            shown = ", ".join(f'"{shortened(form, 60)}"' for form in forms[:5]) or "it"
            what = f"{shown} {'occur' if len(forms) > 1 else 'occurs'} nowhere in the article"
            return JudgedName(number, name, "refused", ((what, "write it as the article does, or drop it"),))
        self._english.add(same(english))
        self._forms.update(found)
        remarks = tuple(f'"{shortened(form, 60)}" does not occur, and is left out' for form in missing[:5])
        return JudgedName(number, name, "proved", (), remarks)

    def _has(self, form: str) -> bool:
        if form not in self._occurs:
            self._occurs[form] = bool(form) and any(form in text for text in self._texts)
        return self._occurs[form]
