"""Where the bundled briefing lies: inside an installed package, or beside it in the source tree."""

from __future__ import annotations

from pathlib import Path

from briefing.document.errors import BriefingError

NAME = "us-japan-dicas"


def bundled_folder() -> Path:
    """Return the folder of the bundled briefing. Raises BriefingError if the installation lacks it.

    A wheel carries `assets/` inside the package; an editable install and a source tree have it beside the
    package. Plain paths: importlib.resources would cost more than reading the briefing.
    """
    package = Path(__file__).parent.parent
    for assets in (package / "assets", package.parent / "assets"):
        folder = assets / NAME
        if (folder / "briefing.toml").is_file():
            return folder
    raise BriefingError(
        str(package / "assets" / NAME),
        "the bundled briefing is missing",
        "install the package again (pip install)",
    )
