"""What comes with the program: the bundled briefing, and a font.

A wheel carries `assets/` inside the package; an editable install and a source tree have it beside the
package. Plain paths: importlib.resources would cost more than reading the briefing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from briefing.document import BriefingError

#: The folder of the bundled briefing.
BUNDLED: Final = "us-japan-dicas"

#: The file with the JSON Schema of a `briefing.toml`.
SCHEMA: Final = "briefing.schema.json"

_PACKAGE: Final = Path(__file__).parent.parent
_AGAIN: Final = "install the package again (pip install)"


class BundledFonts(NamedTuple):
    """The files of DejaVu Sans Mono, which has every Arabic form that is painted, one cell wide.

    Few machines have a font like it: pictures without a browser are drawn with this one, and `briefing serve`
    hands it to the browser.
    """

    regular: Path
    bold: Path


def bundled_folder() -> Path:
    """Return the folder of the bundled briefing. Raises BriefingError if the installation lacks it."""
    return _asset(BUNDLED, "briefing.toml", "the bundled briefing is missing")


def fonts() -> BundledFonts:
    """Return the font's files. Raises BriefingError if the installation lacks them."""
    folder = _asset("fonts", "DejaVuSansMono.ttf", "the font is missing")
    return BundledFonts(folder / "DejaVuSansMono.ttf", folder / "DejaVuSansMono-Bold.ttf")


def schema() -> bytes:
    """Return the JSON Schema of a `briefing.toml`. Raises BriefingError if the installation lacks it."""
    return (_asset(".", SCHEMA, "the schema of a briefing is missing") / SCHEMA).read_bytes()


def _asset(name: str, file: str, missing: str) -> Path:
    for assets in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        if (assets / name / file).is_file():
            return assets / name
    raise BriefingError(str(_PACKAGE / "assets" / name), missing, _AGAIN)
