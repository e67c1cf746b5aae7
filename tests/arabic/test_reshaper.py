"""arabic-reshaper's letters are the same whatever is configured; configparser is left to who asks for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_FORMS = (
    "from briefing.arabic.reshaper import reshaper; import arabic_reshaper.reshaper_config, os, sys;"
    "loaded = 'configparser' in sys.modules; import configparser;"
    "print(loaded, configparser.ConfigParser.__module__, os.environ.get('{name}', ''));"
    "made = reshaper();"
    "print(ascii(sorted(made.letters.items())), ascii(made.reshape('\\u0633\\u0644\\u0627\\u0645')))"
)
NAME = "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE"


def printed(file: str | None) -> list[str]:
    env = {name: value for name, value in os.environ.items() if name != NAME} | ({NAME: file} if file else {})
    program = [sys.executable, "-c", _FORMS.format(name=NAME)]
    done = subprocess.run(program, env=env, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("settings", ["language = Kurdish\ndelete_tatweel = yes", None])
def test_what_is_configured_changes_no_letter(settings: str | None, tmp_path: Path) -> None:
    file = tmp_path / "reshaper.ini"
    if settings:
        file.write_text(f"[ArabicReshaper]\n{settings}\n", encoding="utf-8")
    assert printed(str(file)) == [f"False configparser {file}", printed(None)[1]]
