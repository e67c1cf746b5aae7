"""What is written twice of one briefing is the same bytes: who keeps it can compare it."""

from __future__ import annotations

import time

import pytest

from briefing.exporting.forms import FORMS, ExportForm
from briefing.machine.assets import bundled_folder
from briefing.sources import load_bundled
from tests.exporting.pages import whole


@pytest.mark.parametrize("form", [form for form in FORMS if form.module], ids=lambda form: form.name)
def test_the_time_of_writing_does_not_matter(form: ExportForm, monkeypatch: pytest.MonkeyPatch) -> None:
    given = whole(load_bundled())
    takes = {"font_folder": bundled_folder().parent / "fonts"} if "font_folder" in form.takes else {}
    first = form.written()(given, **takes)
    now, local = time.time(), time.localtime
    monkeypatch.setattr(time, "time", lambda: now + 100_000)
    monkeypatch.setattr(time, "localtime", lambda at=None: local(now + 100_000 if at is None else at))
    assert form.written()(given, **takes) == first
