"""Completion for shells and manual pages, made from the parsers when a wheel is built."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShellFiles(BuildHookInterface[Any]):
    """Adds `share/` to a wheel, also to an editable one; until then that lies in a temporary folder."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files, and name them to the builder."""
        sys.path.insert(0, self.root)
        from briefing.commands.shell.files import installed_files

        self._folder = Path(tempfile.mkdtemp(prefix="briefing-share-"))
        for place, text in installed_files(self.metadata.version, _date()).items():
            file = self._folder / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            build_data["shared_data"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _date() -> str:
    """The day of SOURCE_DATE_EPOCH, so that what is built twice is the same; none without it."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat() if seconds else ""
