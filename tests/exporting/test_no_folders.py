"""What is given out does not say in which folders of this machine anything lies."""

from __future__ import annotations

import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from briefing.exporting.chosen import chosen
from briefing.exporting.forms import FORMS, ExportForm
from briefing.exporting.plain import briefing_text, section_page
from briefing.machine.assets import bundled_folder
from briefing.sources import load

FOLDER = "nobodys-business"


def said(data: bytes) -> bytes:
    """What a file says: also what is packed in it."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return data
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.fixture(params=["a folder", "a document"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Something to read in a folder with a name of its own."""
    (tmp_path / FOLDER).mkdir()
    if request.param == "a folder":
        return Path(shutil.copytree(bundled_folder(), tmp_path / FOLDER / "dicas"))
    file = tmp_path / FOLDER / "a.md"
    file.write_text("# \u0639\u0646\u0648\u0627\u0646\n\n\u0646\u0635\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("form", [form for form in FORMS if form.module], ids=lambda form: form.name)
def test_no_form_names_one(form: ExportForm, path: Path) -> None:
    takes = {"font_folder": bundled_folder().parent / "fonts"} if "font_folder" in form.takes else {}
    data = form.written()(chosen(load(path)), **takes)
    assert FOLDER.encode() not in said(data)


def test_nor_does_a_pipe(path: Path) -> None:
    briefing = load(path)
    assert FOLDER not in briefing_text(briefing)
    assert FOLDER not in section_page(briefing, briefing.sections[0])
