"""The font that comes along: DejaVu Sans Mono, which has every Arabic form that is painted, one cell wide.

Few machines have a font like it. So pictures without a browser are drawn with this one, and `briefing serve`
hands it to the browser.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.document import BriefingError


class Fonts(NamedTuple):
    """The files of the font."""

    regular: Path
    bold: Path


def fonts() -> Fonts:
    """Return the font's files. Raises BriefingError if the installation lacks them."""
    package = Path(__file__).parent.parent
    for assets in (package / "assets", package.parent / "assets"):  # installed, or in a source tree
        found = Fonts(assets / "fonts" / "DejaVuSansMono.ttf", assets / "fonts" / "DejaVuSansMono-Bold.ttf")
        if all(file.is_file() for file in found):
            return found
    raise BriefingError(
        str(package / "assets" / "fonts"), "the font is missing", "install the package again (pip install)"
    )
